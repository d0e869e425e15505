import type { TermKey } from './ids.ts';
import type { IndexedTerm, MentionIndex } from './mention-index.ts';
import { asksPage, createSenseReader, type PackedRules } from './sense-reader.ts';
import type { Priority } from './types.ts';

/*
 * Layout: HEAD_NUMBERS 32-bit numbers (mark, number of page cues, lengths of the sections), then the sections, each
 * padded to four bytes: where each term's JSON ends, where each alias's senses end, senses (20 bits term, 12 bits
 * rule), the terms as JSON, lists and rules as JSON, the matcher. JSON is ASCII, a byte a character.
 */

/** First number of an index of this version. */
export const INDEX_MARK = 0x32495353;
/** 32-bit numbers before the sections. */
export const HEAD_NUMBERS = 8;
/** More arguments than this are too many for one call in some browsers. */
const CHUNK = 8192;

/** Views on the bytes; only lists and rules are parsed. Throws a RangeError for anything but an index of this version. */
export function decodeIndex(bytes: Uint8Array): MentionIndex {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = whole.length < HEAD_NUMBERS * 4 ? [] : numbersOf(whole.subarray(0, HEAD_NUMBERS * 4));
  if (head[0] !== INDEX_MARK) throw new RangeError('not an index of this version');
  const pageCues = head[1] ?? 0;
  let at = HEAD_NUMBERS * 4;
  const [termEnds, senseEnds, senses, terms, rules, matcher] = Array.from(head.slice(2), (length) => {
    const start = at;
    at += Math.ceil(length / 4) * 4;
    return whole.subarray(start, start + length);
  });
  if (!termEnds || !senseEnds || !senses || !terms || !rules || !matcher || at > whole.length) {
    throw new RangeError('the index is cut short');
  }
  const read = parseJson<PackedRules>(rules);
  return {
    termAt: termReader(numbersOf(termEnds), terms),
    sensesOf: createSenseReader(numbersOf(senseEnds), numbersOf(senses), read),
    ...(read.rules.some(asksPage) && { asksPage: true }),
    ...(read.subject && { subject: read.subject }),
    isPageCue: (alias) => alias < pageCues,
    matcher,
  };
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function parseJson<T>(bytes: Uint8Array): T {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return JSON.parse(text);
}

function termReader(ends: Uint32Array, terms: Uint8Array) {
  return (ordinal: number): IndexedTerm | undefined => {
    const end = ends[ordinal];
    if (end === undefined) return undefined;
    const [key, label, priority] = parseJson<[TermKey, string, Priority]>(
      terms.subarray(ends[ordinal - 1] ?? 0, end),
    );
    return { key, label, priority };
  };
}
