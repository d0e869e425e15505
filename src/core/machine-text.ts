import { pattern } from './letters.ts';

/** Enough to hold an address; longer runs without a blank are no prose. */
const reach = 300;

const addressLike =
  /:\/\/|^www\.|@|[\w-]\.(?:com|org|net|gov|edu|info|io|co|ru|eu|uk|int|html?|php|aspx?|pdf|jpe?g|png|js|css|json|xml|exe)(?:$|[/?#:])/i;
const codeLike = /[_\\{}<>=]|\(\)|^--|::|(?:^|\w)\/[\w-]+\/|\w\.\w+\(/;
const dotSmall = pattern()`^\.\p{Ll}`;
/** "CAATSA-2019-0147", "CIA-X20", but not "EU-27". */
const fileNumber = /^-(?:\d{3,}|[A-Z]+\d)/;
const initials = pattern()`(?:^|[^\p{L}])(?:\p{Lu}\.)+$`;

/**
 * True when `start`–`end` lies in text for machines: an address, a handle, a hashtag, a path or a piece of code.
 * A match that is itself an address ("example.com") counts only where it stands alone.
 */
export const isInMachineText = (text: string, start: number, end: number): boolean => {
  if (standsFree(text, start, end)) return false;
  const inside = text.slice(start, end);
  if (text.startsWith('()', end) || (text[end] === ')' && /\w\($/.test(text.slice(0, start)))) return true;
  const [before, after] = tokenAround(text, start, end);
  if (before === '' && after === '') return false;
  if (/[#@]$/.test(before) || /^@/.test(after)) return true;
  if (codeLike.test(before) || codeLike.test(after)) return true;
  if (dotSmall.test(after) || fileNumber.test(after)) return true;
  if (/[\w.]\.$/.test(before) && !initials.test(before)) return true;
  if (addressLike.test(inside)) return /[/.]$/.test(before) || /^[/?#:]/.test(after);
  return addressLike.test(before + inside + after);
};

const freeBefore = /^[\s"“”«»(,;[\]]?$/;
const freeAfter = /^(?:[\s"“”«»,[\]]|[.!?;:'’]?$|[.!?;:'’][\s"“”«»,[\]])/;

/** Nearly every name: a blank or the like before it, and after it too, a single closing sign aside. Then nothing is glued to it. */
const standsFree = (text: string, start: number, end: number): boolean =>
  freeBefore.test(text.slice(Math.max(0, start - 1), start)) && freeAfter.test(text.slice(end, end + 2));

/** What is glued to `start`–`end` on both sides, without closing punctuation. */
const tokenAround = (text: string, start: number, end: number): readonly [string, string] => {
  const head = text.slice(Math.max(0, start - reach), start);
  const tail = text.slice(end, end + reach);
  const before = /[^\s"“”«»(,;[\]]*$/.exec(head)?.[0] ?? '';
  const after = /^[^\s"“”«»,[\]]*/.exec(tail)?.[0] ?? '';
  return [before, after.replace(/[.!?;:'’)]+$/, '')];
};
