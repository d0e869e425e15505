import type { CardEvent, CardTimeline } from '../core/card-timeline.ts';
import { ContentText } from './content-text.tsx';
import { dateText } from './date-text.ts';
import { Fold } from './fold.tsx';
import { RecordLine } from './record-line.tsx';
import { countText, useWords } from './words.ts';

/** So many events stand open; the rest is one step away. */
const OPEN_EVENTS = 4;

/** "Since this page was written" first, where its date is known; then the whole course, folded. */
export function TimelineView({ timeline }: { readonly timeline: CardTimeline }) {
  const words = useWords();
  const { events, since } = timeline;
  return (
    <>
      {since && (
        <section class="since">
          <h3>{words.t('card_since', dateText(since.page.date, words.language, 'long'))}</h3>
          <Events events={since.events.slice(0, OPEN_EVENTS)} />
          {since.events.length > OPEN_EVENTS && (
            <Fold label={countText(words, 'card_more_events', since.events.length - OPEN_EVENTS)}>
              <Events events={since.events.slice(OPEN_EVENTS)} />
            </Fold>
          )}
          <p class="small">{words.t(`card_dated_${since.page.from.replace('-', '_')}`)}</p>
        </section>
      )}
      {events.length > 0 && (
        <section class="timeline">
          <Fold label={countText(words, since ? 'card_timeline_before' : 'card_timeline', events.length)}>
            <Events events={events} />
          </Fold>
        </section>
      )}
    </>
  );
}

function Events({ events }: { readonly events: readonly CardEvent[] }) {
  const { language } = useWords();
  return (
    <ol class="events">
      {events.map((event) => (
        <li key={`${event.date} ${event.text}`}>
          <time dateTime={event.date}>{dateText(event.date, language, 'short')}</time>
          <span>
            <ContentText>{event.text}</ContentText>{' '}
            <span class="small">
              <RecordLine records={event.records} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
