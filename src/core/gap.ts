import { isDash, isSpace } from './fold-unit.ts';

/** A longer gap joins no two tokens, so that no look ahead is without bound. */
export const MAX_GAP = 256;

/** What stands between two tokens: CLOSE is a space, one tight dash or nothing; WIDE a dash set off or doubled. */
export const CLOSE = 0;
/** See CLOSE: only an alias that allows it matches across it. */
export const WIDE = 1;
/** A blank line, or more than MAX_GAP units: nothing matches across it. */
export const BREAK = 2;

/** What stands between a token that ends at `end` and the next, at `start`: CLOSE, WIDE or BREAK. */
export function gapKind(text: string, end: number, start: number): number {
  if (start - end === 1) return CLOSE;
  if (start - end > MAX_GAP) return BREAK;
  let dashes = 0;
  let spaces = 0;
  let lines = 0;
  for (let at = end; at < start; at += 1) {
    const unit = text.charCodeAt(at);
    if (isDash(unit)) dashes += 1;
    if (isSpace(unit)) spaces += 1;
    if (isLineEnd(unit) && !(unit === LINE_FEED && text.charCodeAt(at - 1) === RETURN)) lines += 1;
  }
  if (lines > 1) return BREAK;
  return dashes > 1 || (dashes === 1 && spaces > 0) ? WIDE : CLOSE;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

function isLineEnd(unit: number): boolean {
  return unit === LINE_FEED || unit === RETURN || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** Whether the gap holds a dash or a slash, so that an alias written with it also means WIDE gaps. */
export function hasDash(text: string, end: number, start: number): boolean {
  for (let at = end; at < start; at += 1) if (isDash(text.charCodeAt(at))) return true;
  return false;
}
