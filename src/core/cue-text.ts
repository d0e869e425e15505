import { ZERO } from './script-tables.ts';
import type { PackedList } from './sense-reader.ts';

/** A list of cues as text begins so; no list of words does. */
export const CUES = ' ';
/** What stands before the first and the last of cues in a row, before the number of a list, before a number below 0. */
const ROW = ' ';
const LIST = '!';
const BELOW = '"';

/** A list of cues, one character for most numbers; undefined for any other list. Throws a RangeError for too large a number. */
export function writeCues(list: PackedList): string | undefined {
  if (list.some((item) => typeof item === 'string')) return undefined;
  const items = list.map((item) => {
    if (!Array.isArray(item)) return writeNumber(item as number);
    const numbers = (item as readonly number[]).map(writeNumber).join('');
    return `${item.length === 1 ? LIST : ROW}${numbers}`;
  });
  return CUES + items.join('');
}

/** The list that was written. */
export function readCues(text: string): PackedList {
  const list: PackedList[number][] = [];
  let at = CUES.length;
  const next = (): number => {
    if (text[at] !== BELOW) return text.charCodeAt(at++) - ZERO;
    at += 2;
    return ZERO - 1 - text.charCodeAt(at - 1);
  };
  while (at < text.length) {
    const sign = text[at];
    if (sign === ROW || sign === LIST) at += 1;
    const first = next();
    if (sign === ROW) list.push([first, next()]);
    else list.push(sign === LIST ? [first] : first);
  }
  return list;
}

/** The last character before the halves of pairs. */
const LAST = 0xd7ff;

function writeNumber(number: number): string {
  const code = ZERO + (number < 0 ? -1 - number : number);
  if (code > LAST) throw new RangeError(`an index for a script cannot number ${number} things`);
  return `${number < 0 ? BELOW : ''}${String.fromCharCode(code)}`;
}
