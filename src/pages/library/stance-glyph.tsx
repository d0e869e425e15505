import type { StanceCell } from '../../core/stance-map.ts';
import { useWords, type Words } from '../../ui/words.ts';

type Degree = NonNullable<StanceCell['degree']>;

/** How plainly something is said, as size; what is only implied is drawn in dashes. */
const RADII: Readonly<Record<Degree, number>> = { strong: 10, moderate: 8, slight: 5.5, implied: 8 };
const SILENT_RADIUS = 2;

interface StanceMarkProps {
  readonly stance: StanceCell['stance'];
  readonly degree: Degree | undefined;
  readonly x: number;
  readonly y: number;
}

/** A stance by shape: disc yes, ring no, half neither, a dot for silence. Strength by size and shade. */
export function StanceMark({ stance, degree = 'slight', x, y }: StanceMarkProps) {
  const radius = stance === 'silent' ? SILENT_RADIUS : RADII[degree];
  return (
    <g class="stance-mark" data-stance={stance} data-degree={degree} transform={`translate(${x} ${y})`}>
      <circle r={radius} />
      {stance === 'mixed' && <path d={`M0 ${-radius}a${radius} ${radius} 0 0 1 0 ${2 * radius}z`} />}
    </g>
  );
}

/** A cell in words, such as "No, plainly". */
export function stanceWords({ t }: Words, { stance, degree, answer }: SaidStance): string {
  if (stance === 'silent' || !degree) return t('library_silent');
  return answer === undefined ? t(`card_stance_${stance}_${degree}`) : t(`card_answer_${degree}`, answer);
}

type SaidStance = Pick<StanceCell, 'stance' | 'degree' | 'answer'>;

const LEGEND: readonly SaidStance[] = [
  { stance: 'for', degree: 'strong' },
  { stance: 'against', degree: 'strong' },
  { stance: 'mixed', degree: 'strong' },
  { stance: 'for', degree: 'moderate' },
  { stance: 'for', degree: 'slight' },
  { stance: 'for', degree: 'implied' },
  { stance: 'silent' },
];

/** What the marks mean. */
export function StanceLegend() {
  const words = useWords();
  return (
    <ul class="legend">
      {LEGEND.map((entry) => (
        <li key={`${entry.stance} ${entry.degree}`}>
          <svg viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
            <StanceMark stance={entry.stance} degree={entry.degree} x={0} y={0} />
          </svg>
          {stanceWords(words, entry)}
        </li>
      ))}
    </ul>
  );
}
