import { useEffect, useRef } from 'preact/hooks';
import {
  type LibraryPlace,
  libraryAddress,
  MOST_QUERY_UNITS,
  readLibraryAddress,
} from '../../core/library-place.ts';
import { useWords } from '../../ui/words.ts';

/** Searches while one types. `/` comes here from anywhere, arrow down goes on to the hits, Enter opens the first. */
export function SearchBox({ place }: { readonly place: LibraryPlace }) {
  const { t } = useWords();
  const box = useRef<HTMLInputElement>(null);
  const query = place.page === 'search' ? place.query : '';
  const typed = useRef(query);
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    addEventListener('keydown', (event) => onSlash(event, box.current), { signal });
    // Another address than that of what was typed was come to in another way, such as by "back".
    const follow = (): void => {
      const found = readLibraryAddress(location.hash);
      const asked = found.page === 'search' ? found.query : '';
      if (box.current && asked.trim() !== typed.current.trim()) box.current.value = asked;
      typed.current = asked;
    };
    addEventListener('hashchange', follow, { signal });
    return () => life.abort();
  }, []);
  return (
    <search>
      <input
        ref={box}
        type="search"
        defaultValue={query}
        aria-label={t('library_search')}
        placeholder={t('library_search')}
        autocomplete="off"
        spellcheck={false}
        maxLength={MOST_QUERY_UNITS}
        onInput={({ currentTarget: { value } }) => {
          typed.current = value;
          goTo(value, place);
        }}
        onKeyDown={onKey}
      />
    </search>
  );
}

/** One search is one step of history, however often it was changed. */
function goTo(query: string, place: LibraryPlace): void {
  const isBlank = query.trim() === '';
  if (isBlank && place.page !== 'search') return;
  const address = libraryAddress(isBlank ? { page: 'home' } : { page: 'search', query });
  if (place.page === 'search') location.replace(address);
  else location.hash = address;
}

function onSlash(event: KeyboardEvent, box: HTMLInputElement | null): void {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  box?.focus();
  box?.select();
}

function onKey(event: KeyboardEvent): void {
  const first = document.querySelector<HTMLAnchorElement>('.hits a');
  // Enter may also end the writing of one word in Chinese or Japanese.
  if (!first || event.isComposing) return;
  if (event.key === 'ArrowDown') {
    event.preventDefault();
    first.focus();
  }
  if (event.key === 'Enter') first.click();
}

/** Arrows walk the hits; above the first stands the box. */
export function walkHits(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const hits = [...document.querySelectorAll<HTMLAnchorElement>('.hits a')];
  const at = hits.findIndex((hit) => hit.matches(':focus'));
  if (at < 0) return;
  event.preventDefault();
  const next =
    at + step < 0 ? document.querySelector<HTMLInputElement>('input[type="search"]') : hits[at + step];
  next?.focus();
}
