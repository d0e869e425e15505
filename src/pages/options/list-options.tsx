import type { TermKey } from '../../core/ids.ts';
import { findTermByKey, type PackLookUp } from '../../core/look-up.ts';
import { type Settings, withEntry } from '../../core/settings.ts';
import { useWords } from '../../ui/words.ts';
import { EntryList } from './entry-list.tsx';
import type { OptionProps } from './option-props.ts';

interface ListOptionsProps extends OptionProps {
  readonly packs: readonly PackLookUp[];
}

/** Terms that are never marked, and spellings that mean something else. */
export function ListOptions({ settings, onSettings, packs }: ListOptionsProps) {
  const { t } = useWords();
  const remove = (field: 'muted' | 'notThis', id: string): void =>
    onSettings((now: Settings) => ({ ...now, [field]: withEntry(now[field], id, false) }));
  return (
    <section>
      <h2>{t('options_muted')}</h2>
      <EntryList
        entries={settings.muted.map((key) => ({ id: key, label: labelOf(packs, key) }))}
        removeLabel={(label) => t('options_remove_named', label)}
        empty={t('options_no_muted')}
        onRemove={(id) => remove('muted', id)}
      />
      <h3>{t('options_not_this')}</h3>
      <EntryList
        entries={settings.notThis.map((entry) => {
          const [key = '', surface = ''] = splitAtFirst(entry);
          return { id: entry, label: t('options_not_this_entry', surface, labelOf(packs, key)) };
        })}
        removeLabel={(label) => t('options_remove_named', label)}
        empty={t('options_no_not_this')}
        onRemove={(id) => remove('notThis', id)}
      />
    </section>
  );
}

function splitAtFirst(entry: string): readonly [string, string] {
  const at = entry.indexOf('|');
  return at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 1)];
}

/** A Term of a pack that is gone keeps its key, so that it can still be taken off. */
function labelOf(packs: readonly PackLookUp[], key: string): string {
  return findTermByKey(packs, key as TermKey)?.term.label ?? key;
}
