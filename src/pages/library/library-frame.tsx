import { useEffect, useRef } from 'preact/hooks';
import { type LibraryPlace, libraryAddress } from '../../core/library-place.ts';
import { useWords } from '../../ui/words.ts';
import { HomePage } from './home-page.tsx';
import { useLibraryPlace } from './library-context.ts';
import { QuestionPage } from './question-page.tsx';
import { SearchBox } from './search-box.tsx';
import { SearchPage } from './search-page.tsx';
import { SourcePage } from './source-page.tsx';
import { TermPage } from './term-page.tsx';
import { TermsPage } from './terms-page.tsx';
import { TimelinePage } from './timeline-page.tsx';
import { WhoPage } from './who-page.tsx';

const WAYS = ['terms', 'who', 'timeline'] as const;

/** Head with the search over everything, and the page that the address names. */
export function LibraryFrame() {
  const { t } = useWords();
  const place = useLibraryPlace();
  const main = useReadingStart(place);
  return (
    <>
      <header class="top">
        <h1>
          <a href={libraryAddress({ page: 'home' })}>{t('library_title')}</a>
        </h1>
        <SearchBox place={place} />
        <nav aria-label={t('library_ways')}>
          {WAYS.map((page) => (
            <a
              key={page}
              href={libraryAddress({ page })}
              aria-current={place.page === page ? 'page' : undefined}
            >
              {t(`library_${page}`)}
            </a>
          ))}
        </nav>
      </header>
      <main ref={main} tabIndex={-1} data-page={place.page}>
        <Content place={place} />
      </main>
    </>
  );
}

function Content({ place }: { readonly place: LibraryPlace }) {
  switch (place.page) {
    case 'home':
      return <HomePage />;
    case 'search':
      return <SearchPage query={place.query} />;
    case 'terms':
      return <TermsPage />;
    case 'who':
      return <WhoPage />;
    case 'timeline':
      return <TimelinePage />;
    case 'term':
      return <TermPage place={place} />;
    case 'question':
      return <QuestionPage place={place} />;
    case 'source':
      return <SourcePage place={place} />;
  }
}

/** Another place: reading goes on at its top, by keyboard and screen reader too; the search box keeps its focus. */
function useReadingStart(place: LibraryPlace) {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current && place.page !== 'search') {
      // Who empties the box is about to write other words.
      const isWriting = place.page === 'home' && document.activeElement instanceof HTMLInputElement;
      if (!isWriting) main.current?.focus({ preventScroll: true });
      if (!('claim' in place) && !('paragraph' in place)) scrollTo(0, 0);
    }
    isFirst.current = false;
  }, [place]);
  return main;
}
