import { buildByline } from '../../core/card-claim.ts';
import type { LibraryPlace } from '../../core/library-place.ts';
import { readSource } from '../../core/source-reading.ts';
import type { Source } from '../../core/types.ts';
import { Byline } from '../../ui/byline.tsx';
import { dateText } from '../../ui/date-text.ts';
import { OutwardLink } from '../../ui/outward-link.tsx';
import { RecordLine } from '../../ui/record-line.tsx';
import { useWords } from '../../ui/words.ts';
import { useLibrary } from './library-context.ts';
import { NotHere } from './not-here.tsx';
import { SourceCitations } from './source-citations.tsx';
import { SourceParagraph } from './source-paragraph.tsx';
import { useTitle } from './use-title.ts';

type SourcePlace = Extract<LibraryPlace, { page: 'source' }>;

/** One Source: its argument in our words, paragraph by paragraph, with the answers of others. */
export function SourcePage({ place }: { readonly place: SourcePlace }) {
  const { t } = useWords();
  const look = useLibrary().packs.find(({ pack }) => pack.id === place.pack);
  const source = look?.findSource(place.id);
  useTitle(source?.title);
  if (!look || !source) return <NotHere />;
  return (
    <article class="card in-page source" key={source.id}>
      <SourceHead source={source} />
      <section>
        <h3>{t('library_argument')}</h3>
        <p class="small">{t('library_argument_line', source.paragraphCount)}</p>
        <ol class="paragraphs">
          {readSource(source, look).map((read) => (
            <SourceParagraph
              key={read.paragraph}
              read={read}
              pack={look.pack.id}
              isWanted={read.paragraph === place.paragraph}
            />
          ))}
        </ol>
      </section>
      <SourceCitations source={source} />
    </article>
  );
}

function SourceHead({ source }: { readonly source: Source }) {
  const words = useWords();
  const { t } = words;
  const date = dateText(source.date, words.language, 'long');
  return (
    <header>
      <p class="small">{t('library_kind_source')}</p>
      <h2 dir="auto" lang={source.language}>
        {source.title}
      </h2>
      <p class="byline">
        <Byline by={buildByline(source)} />
      </p>
      <p class="gloss" dir="auto">
        {source.position}
      </p>
      <p class="links">
        <OutwardLink href={source.url}>{t('library_original')}</OutwardLink>
        {source.archivedUrl !== undefined && (
          <OutwardLink href={source.archivedUrl}>{t('card_archived')}</OutwardLink>
        )}
        <span class="small">
          {t(source.dateCertainty === 'certain' ? 'library_dated' : 'library_dated_inferred', date)}
        </span>
      </p>
      {source.remarks.map((remark) => (
        <p key={remark} class="small" dir="auto">
          {remark}
        </p>
      ))}
      {source.reception && (
        <p class="small">
          <bdi>{source.reception.text}</bdi> <RecordLine records={source.reception.records} />
        </p>
      )}
    </header>
  );
}
