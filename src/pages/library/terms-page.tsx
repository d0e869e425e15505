import { libraryAddress } from '../../core/library-place.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import type { TermKind } from '../../core/types.ts';
import { useWords } from '../../ui/words.ts';
import { useLibrary } from './library-context.ts';

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

/** Every Term, by kind and then by name. */
export function TermsPage() {
  const { t } = useWords();
  return (
    <>
      <h2>{t('library_terms')}</h2>
      {useLibrary().packs.map((look) =>
        KINDS.map((kind) => <KindOfTerms key={`${look.pack.id} ${kind}`} look={look} kind={kind} />),
      )}
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
        {own.map(({ id, label }) => (
          <li key={id}>
            <a href={libraryAddress({ page: 'term', pack, id })} dir="auto">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
