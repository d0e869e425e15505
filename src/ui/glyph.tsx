import type { CardStand } from '../core/card-question.ts';
import type { Status } from '../core/types.ts';

/** A stance by shape alone: disc yes, ring no, half neither, dotted ring silent. The word stands beside it. */
export function StanceGlyph({ stance }: { readonly stance: CardStand['stance'] }) {
  return (
    <svg class="glyph" data-stance={stance} viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.75" class={stance === 'for' ? 'solid' : 'ring'} />
      {stance === 'mixed' && <path class="solid" d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" />}
    </svg>
  );
}

/** Status by shape: disc in force, square ended, half changed. */
export function StatusGlyph({ tone }: { readonly tone: Status['tone'] }) {
  return (
    <svg class="glyph tiny" data-tone={tone} viewBox="0 0 12 12" aria-hidden="true">
      {tone === 'ended' && <rect class="ring" x="2" y="2" width="8" height="8" />}
      {tone !== 'ended' && <circle cx="6" cy="6" r="4.5" class={tone === 'current' ? 'solid' : 'ring'} />}
      {tone === 'changed' && <path class="solid" d="M6 1.5a4.5 4.5 0 0 1 0 9z" />}
    </svg>
  );
}

const STROKES = {
  close: 'M3.5 3.5l9 9m0-9l-9 9',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  forward: 'M6.5 3.5L11 8l-4.5 4.5',
  unfold: 'M4 6.25L8 10.25l4-4',
} as const;

/** A line drawing in the colour of the text. Arrows turn with the direction of reading. */
export function Icon({ name }: { readonly name: keyof typeof STROKES }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true">
      <path d={STROKES[name]} />
    </svg>
  );
}
