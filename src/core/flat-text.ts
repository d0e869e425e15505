import { COMPLEX, INVISIBLE, JOINT, learnUnit, MARK, WORD } from './fold-unit.ts';

/** A text without what typesetting changes, and the way back: `offsets[i]` is where unit i stood, one more at the end. */
export interface FlatText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/**
 * Folds case and letters with marks, drops what is not seen, and makes every run of spaces, dashes and quotes one
 * space; none at the ends.
 */
export function flattenText(text: string): FlatText {
  const units: string[] = [];
  const offsets: number[] = [];
  let end = 0;
  for (let i = 0; i < text.length; i += 1) {
    const fold = learnUnit(text.charCodeAt(i));
    if (fold === INVISIBLE || fold === MARK) continue;
    if (fold === JOINT) {
      if (units.length === 0 || units.at(-1) === ' ') continue;
      units.push(' ');
    } else {
      units.push(fold >= WORD && fold !== COMPLEX ? String.fromCharCode(fold) : text.charAt(i));
      end = i + 1;
    }
    offsets.push(i);
  }
  if (units.at(-1) === ' ') {
    units.pop();
    offsets.pop();
  }
  return { text: units.join(''), offsets: [...offsets, end] };
}
