import { layoutTimeline } from '../../core/timeline-layout.ts';
import type { TimelineMap, TimelinePoint } from '../../core/timeline-map.ts';
import { dateText } from '../../ui/date-text.ts';
import { useWords } from '../../ui/words.ts';
import { useWidth } from './use-width.ts';

type Lane = TimelinePoint['lane'];

const LANES: readonly Lane[] = ['law', 'event', 'source'];
const MARK_PX = 15;
const LANE_GAP_PX = 30;
const AXIS_PX = 30;
const EDGE_PX = 12;

/** The course of time as one picture; each mark leads to its line in the table. */
export function TimelineMapView({ map }: { readonly map: TimelineMap }) {
  const words = useWords();
  const { element, width } = useWidth<HTMLDivElement>();
  const span = Math.max(1, width - EDGE_PX * 2);
  const layout = layoutTimeline(map, MARK_PX / span);
  const levels = LANES.map((lane) =>
    Math.max(0, ...layout.placed.filter(({ point }) => point.lane === lane).map(({ level }) => level + 1)),
  );
  const tops = LANES.map((_, at) =>
    levels.slice(0, at).reduce((sum, count) => sum + count * MARK_PX + LANE_GAP_PX, 0),
  );
  const height = (tops.at(-1) ?? 0) + (levels.at(-1) ?? 0) * MARK_PX + LANE_GAP_PX + AXIS_PX;
  const xOf = (along: number): number => {
    const x = EDGE_PX + along * span;
    return words.direction === 'rtl' ? width - x : x;
  };
  const yOf = (lane: Lane, level: number): number =>
    (tops[LANES.indexOf(lane)] ?? 0) + 24 + level * MARK_PX + MARK_PX / 2;
  return (
    <div class="timeline-map" ref={element}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group of marks inside a picture, named by its label
        <svg role="group" aria-label={words.t('library_timeline')} width={width} height={height}>
          <Axis layout={layout} xOf={xOf} height={height} width={width} />
          {LANES.map((lane, at) => (
            <text key={lane} class="lane-name" x={xOf(0)} y={(tops[at] ?? 0) + 14}>
              {words.t(`library_lanes_${lane}`)}
            </text>
          ))}
          {layout.placed.map(({ point, along, level }) => (
            <Point key={point.id} point={point} x={xOf(along)} y={yOf(point.lane, level)} />
          ))}
        </svg>
      )}
    </div>
  );
}

interface AxisProps {
  readonly layout: ReturnType<typeof layoutTimeline>;
  readonly xOf: (along: number) => number;
  readonly height: number;
  readonly width: number;
}

/** A year's figures are so wide. */
const YEAR_PX = 34;

function Axis({ layout, xOf, height, width }: AxisProps) {
  const base = height - AXIS_PX + 8;
  const gap = layout.ticks.length > 2 ? ((1 - layout.breakAlong) * width) / (layout.ticks.length - 1) : width;
  const every = Math.max(1, Math.ceil(YEAR_PX / gap));
  const first = layout.breakAlong > 0 ? 1 : 0;
  return (
    <g class="axis">
      <line x1={xOf(0)} x2={xOf(1)} y1={base} y2={base} />
      {layout.ticks
        .filter((_, at) => at < first || (at - first) % every === 0)
        .map(({ year, along }) => (
          <g key={year}>
            <line class="tick" x1={xOf(along)} x2={xOf(along)} y1={0} y2={base + 4} />
            <text x={xOf(along)} y={base + 18} text-anchor={along === 0 ? 'start' : 'middle'}>
              {year}
            </text>
          </g>
        ))}
      {layout.breakAlong > 0 && (
        <path class="break" d={`M${xOf(layout.breakAlong / 2) - 5} ${base + 5}l4 -10m2 10l4 -10`} />
      )}
    </g>
  );
}

function Point({ point, x, y }: { readonly point: TimelinePoint; readonly x: number; readonly y: number }) {
  const { t, language } = useWords();
  const label = t('library_point', dateText(point.date, language, 'short'), point.text);
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside SVG there is no button element
    <g
      role="button"
      tabindex={0}
      class="cell"
      data-lane={point.lane}
      aria-label={label}
      transform={`translate(${x} ${y})`}
      onClick={() => goToRow(point)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        goToRow(point);
      }}
    >
      <title>{label}</title>
      <rect x={-MARK_PX / 2} y={-MARK_PX / 2} width={MARK_PX} height={MARK_PX} rx="3" />
      <LaneMark lane={point.lane} />
    </g>
  );
}

function goToRow({ id }: TimelinePoint): void {
  const row = document.getElementById(id);
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}

/** Square law, disc event, diamond source: told apart without colour. */
export function LaneMark({ lane }: { readonly lane: Lane }) {
  if (lane === 'law') return <path class="lane-mark" d="M-4.5 -4.5h9v9h-9z" />;
  if (lane === 'source') return <path class="lane-mark" d="M0 -6l6 6l-6 6l-6 -6z" />;
  return <circle class="lane-mark" r="4.8" />;
}
