import { libraryAddress } from '../../core/library-place.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import { buildTimelineMap, type TimelineMap, type TimelinePoint } from '../../core/timeline-map.ts';
import { dateText } from '../../ui/date-text.ts';
import { RecordLine } from '../../ui/record-line.tsx';
import { useWords } from '../../ui/words.ts';
import { useLibrary } from './library-context.ts';
import { PackName } from './pack-name.tsx';
import { LaneMark, TimelineMapView } from './timeline-map-view.tsx';
import { useTitle } from './use-title.ts';

/** Laws, events and the Sources themselves in time, as a picture and as a table. */
export function TimelinePage() {
  const { t } = useWords();
  useTitle(t('library_timeline'));
  return (
    <>
      <h2>{t('library_timeline')}</h2>
      {useLibrary().packs.map((look) => {
        const map = buildTimelineMap(look);
        return map && <PackTimeline key={look.pack.id} look={look} map={map} />;
      })}
    </>
  );
}

function PackTimeline({ look, map }: { readonly look: PackLookUp; readonly map: TimelineMap }) {
  const { t } = useWords();
  return (
    <>
      <PackName pack={look.pack} />
      <p class="lead">{t('library_timeline_lead', map.from, map.to - 1)}</p>
      <TimelineMapView map={map} />
      <table class="timeline-table">
        <caption class="unseen">{t('library_timeline')}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{t('library_date')}</th>
            <th scope="col">{t('library_what')}</th>
          </tr>
        </thead>
        <tbody>
          {map.points.map((point) => (
            <Row key={point.id} point={point} look={look} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ point, look }: { readonly point: TimelinePoint; readonly look: PackLookUp }) {
  const { t, language } = useWords();
  const { event, source, lane } = point;
  return (
    <tr id={point.id} data-lane={lane} tabIndex={-1}>
      <th scope="row">
        <svg viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
          <LaneMark lane={lane} />
        </svg>
        <span class="unseen">{t(`library_lane_${lane}`)}: </span>
        <time dateTime={point.date}>{dateText(point.date, language, 'short')}</time>
      </th>
      <td>
        {source && (
          <p>
            {source.shortName}:{' '}
            <a href={libraryAddress({ page: 'source', pack: look.pack.id, id: source.id })} dir="auto">
              {point.text}
            </a>
          </p>
        )}
        {event && (
          <>
            <p class="serif" dir="auto">
              {point.text}
            </p>
            <p class="fine card in-page">
              <RecordLine records={event.records} />
            </p>
            <TermLinks point={point} look={look} />
          </>
        )}
      </td>
    </tr>
  );
}

function TermLinks({ point, look }: { readonly point: TimelinePoint; readonly look: PackLookUp }) {
  const terms = point.event?.terms.flatMap((id) => look.findTerm(id) ?? []) ?? [];
  return (
    <ul class="inline-list fine">
      {terms.map(({ id, label }) => (
        <li key={id}>
          <a href={libraryAddress({ page: 'term', pack: look.pack.id, id })} dir="auto">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
