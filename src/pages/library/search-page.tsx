import { libraryAddress } from '../../core/library-place.ts';
import type { LibraryHits } from '../../core/library-search.ts';
import type { SearchDocument } from '../../core/search-documents.ts';
import { splitAtHits } from '../../core/search-hits.ts';
import { countText, useWords, type Words } from '../../ui/words.ts';
import { useLibrarySearch } from './library-context.ts';
import { walkHits } from './search-box.tsx';
import { useTitle } from './use-title.ts';

/** More are no help in finding one; the count says how many there are. */
const MOST_HITS = 50;

const NOTHING_YET: LibraryHits = { documents: [], total: 0, foundBy: [] };

/** What the words in the search box found, best first. */
export function SearchPage({ query }: { readonly query: string }) {
  const words = useWords();
  useTitle(query);
  const found = useLibrarySearch()?.find(query, MOST_HITS);
  const { documents, total, foundBy } = found ?? NOTHING_YET;
  return (
    <>
      <h2 class="unseen">{words.t('library_hits')}</h2>
      <p role="status" class="fine">
        {statusText(words, query, found?.total)}
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

function statusText(words: Words, query: string, total: number | undefined): string {
  if (total === undefined) return words.t('library_preparing');
  return total === 0 ? words.t('library_no_hits', query) : countText(words, 'library_found', total);
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
