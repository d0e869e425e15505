import { Fragment } from 'preact';
import { libraryAddress } from '../../core/library-place.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import type { TermKind } from '../../core/types.ts';
import { useWords } from '../../ui/words.ts';
import { useLibrary } from './library-context.ts';
import { PackName } from './pack-name.tsx';
import { useTitle } from './use-title.ts';

const KINDS: readonly TermKind[] = [
  'law',
  'concept',
  'event',
  'programme',
  'person',
  'organisation',
  'outlet',
  'place',
];

/** Nobody reads through more; the search finds the rest. */
const MOST_LISTED = 2_000;

/** Every Term, by kind and then by name. */
export function TermsPage() {
  const { t } = useWords();
  useTitle(t('library_terms'));
  return (
    <>
      <h2>{t('library_terms')}</h2>
      {useLibrary().packs.map((look) => (
        <Fragment key={look.pack.id}>
          <PackName pack={look.pack} />
          {KINDS.map((kind) => (
            <KindOfTerms key={kind} look={look} kind={kind} />
          ))}
        </Fragment>
      ))}
    </>
  );
}

function KindOfTerms({ look, kind }: { readonly look: PackLookUp; readonly kind: TermKind }) {
  const { t, language } = useWords();
  const { id: pack, terms } = look.pack;
  const own = terms
    .filter((term) => term.kind === kind)
    .sort((a, b) => a.label.localeCompare(b.label, language));
  if (own.length === 0) return null;
  return (
    <section>
      <h3>{t(`library_terms_${kind}`)}</h3>
      <ul class="columns">
        {own.slice(0, MOST_LISTED).map(({ id, label }) => (
          <li key={id}>
            <a href={libraryAddress({ page: 'term', pack, id })} dir="auto">
              {label}
            </a>
          </li>
        ))}
      </ul>
      {own.length > MOST_LISTED && (
        <p class="fine">
          {t('packs_more', new Intl.NumberFormat(language).format(own.length - MOST_LISTED))}
        </p>
      )}
    </section>
  );
}
