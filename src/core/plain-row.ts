import { findFolds, JOINT, SOLO } from './fold-unit.ts';
import type { MatcherTables } from './matcher-tables.ts';

/** Tokens that a text may have one after the other, and the places where they then end. */
export interface TokenRow {
  readonly size: number;
  readonly tokens: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** Which of `ends` is the first token's. */
  readonly first: number;
}

const DOT = 0x2e;

/**
 * Where the row starts in the text, if it stands there plainly: every unit folded alone, one space or the like between
 * each two tokens. -1 where it does not, which says nothing.
 */
export function findPlainRow(text: string, row: TokenRow, tables: MatcherTables): number {
  const { size, tokens, ends, first } = row;
  const { tokenStarts, units } = tables;
  let start = -1;
  let end = -1;
  for (let at = 0; at < size; at += 1) {
    const token = tokens[at] as number;
    const unit = tokenStarts[token] as number;
    const next = tokenStarts[token + 1] as number;
    const from = (ends[first + at] as number) - (next - unit);
    // The gap before it first, where most others differ.
    if (at > 0 && !(from === end + 1 && findFolds()[text.charCodeAt(end)] === JOINT)) return -1;
    if (at === 0 && !isEdge(text, from - 1, next - unit)) return -1;
    if (!isToken(text, from, units, unit, next)) return -1;
    if (at === 0) start = from;
    end = ends[first + at] as number;
    if (at === size - 1 && !isEdge(text, end, next - unit)) return -1;
  }
  return start;
}

/** Whether a token of so many units surely ends at this unit, or starts after it. */
function isEdge(text: string, at: number, size: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const unit = text.charCodeAt(at);
  const value = findFolds()[unit];
  return value === JOINT || (value === SOLO && (size > 1 || unit !== DOT));
}

function isToken(text: string, from: number, units: ArrayLike<number>, unit: number, next: number): boolean {
  // A local is nearer than another module's.
  const folds = findFolds();
  let at = from;
  for (let own = unit; own < next; own += 1) {
    if (folds[text.charCodeAt(at)] !== units[own]) return false;
    at += 1;
  }
  return true;
}
