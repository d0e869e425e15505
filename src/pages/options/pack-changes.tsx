import type { ChangedItem, FieldChange } from '../../core/pack-diff.ts';
import { useWords, type Words } from '../../ui/words.ts';
import type { ShownDiff } from './import-messages.ts';

/** What is different between two versions of a pack, for people. */
export function PackChanges({ diff: { about, parts } }: { readonly diff: ShownDiff }) {
  const words = useWords();
  const { t } = words;
  if (about.length === 0 && parts.length === 0) return <p>{t('packs_no_changes')}</p>;
  return (
    <div class="changes">
      {about.length > 0 && (
        <>
          <h3>{t('packs_about')}</h3>
          <Fields fields={about} />
        </>
      )}
      {parts.map(({ list, kind, total, items }) => (
        <section key={`${list} ${kind}`}>
          <h3>
            {t(`packs_list_${list}`)}: {t(`packs_change_${kind}`)} ({formatted(total, words)})
          </h3>
          <ul>
            {items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
          {total > items.length && (
            <p class="fine">{t('packs_more', formatted(total - items.length, words))}</p>
          )}
        </section>
      ))}
    </div>
  );
}

function Item({ item: { words, fields } }: { readonly item: ChangedItem }) {
  return (
    <li>
      <bdi>{words}</bdi>
      {fields.length > 0 && <Fields fields={fields} />}
    </li>
  );
}

function Fields({ fields }: { readonly fields: readonly FieldChange[] }) {
  return (
    <ul class="fields">
      {fields.map((change) => (
        <li key={change.field}>
          <code>{change.field}</code> <Values change={change} />
        </li>
      ))}
    </ul>
  );
}

function Values({ change }: { readonly change: FieldChange }) {
  const [gone, come] =
    'came' in change ? [change.went.join(' · '), change.came.join(' · ')] : [change.from, change.to];
  return (
    <>
      {gone !== undefined && gone !== '' && (
        <del>
          <bdi>{gone}</bdi>
        </del>
      )}{' '}
      {come !== undefined && come !== '' && (
        <ins>
          <bdi>{come}</bdi>
        </ins>
      )}
    </>
  );
}

function formatted(count: number, { language }: Words): string {
  return new Intl.NumberFormat(language).format(count);
}
