import { libraryAddress } from '../../core/library-place.ts';
import type { SearchDocument } from '../../core/search-documents.ts';
import { splitAtHits } from '../../core/search-hits.ts';
import { countText, useWords } from '../../ui/words.ts';
import { useLibrary } from './library-context.ts';
import { walkHits } from './search-box.tsx';

/** More are no help in finding one; the count says how many there are. */
const MOST_HITS = 50;

/** What the words in the search box found, best first. */
export function SearchPage({ query }: { readonly query: string }) {
  const words = useWords();
  const { documents, total, foundBy } = useLibrary().search().find(query, MOST_HITS);
  return (
    <>
      <h2 class="unseen">{words.t('library_hits')}</h2>
      <p role="status" class="fine">
        {total === 0 ? words.t('library_no_hits', query) : countText(words, 'library_found', total)}
      </p>
      <ol class="hits" onKeyDown={walkHits}>
        {documents.map((document) => (
          <li key={libraryAddress(document.place) + document.kind + document.text.length}>
            <Hit document={document} foundBy={foundBy} />
          </li>
        ))}
      </ol>
      {total > documents.length && <p class="fine">{words.t('library_more_hits', documents.length)}</p>}
    </>
  );
}

interface HitProps {
  readonly document: SearchDocument;
  readonly foundBy: readonly string[];
}

function Hit({ document, foundBy }: HitProps) {
  const { t } = useWords();
  const { kind, title, names, text, place } = document;
  const name = names.find((one) => splitAtHits(one, foundBy).some(({ isHit }) => isHit));
  return (
    <a href={libraryAddress(place)}>
      <span class="fine">{t(`library_kind_${kind}`)}</span>
      <strong dir="auto">
        <Marked text={title} foundBy={foundBy} />
      </strong>
      {name !== undefined && (
        <span class="fine" dir="auto">
          <Marked text={name} foundBy={foundBy} />
        </span>
      )}
      <span class="text" dir="auto">
        <Marked text={text} foundBy={foundBy} />
      </span>
    </a>
  );
}

function Marked({ text, foundBy }: { readonly text: string; readonly foundBy: readonly string[] }) {
  return <>{splitAtHits(text, foundBy).map((part) => (part.isHit ? <mark>{part.text}</mark> : part.text))}</>;
}
