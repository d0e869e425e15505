import { abbreviations } from './english.ts';
import { pattern } from './letters.ts';

const capital = pattern()`^\p{Lu}`;
const lastName = pattern()`[\p{L}\p{N}][\p{L}\p{N}.'&-]*$`;
const nextName = pattern()`^ ([\p{L}\p{N}&][\p{L}\p{N}'&-]*)`;
const dotted = pattern()`^(?:\p{L}\.)+\p{L}?$`;
const wordWithStop = pattern()`([\p{L}.]+)[.]$`;
const wordBeforeStop = pattern()`[\p{L}.]+$`;
const datelineRest = pattern()`^, \p{Lu}\p{Ll}[\p{L}. ]{0,20}(?:, \p{Lu}\p{Ll}+\.? \d+)?(?: \([\p{L} ]+\))? -`;
const longWords = pattern('g')`\p{L}{4,}`;
const shoutedWords = pattern('g')`\p{L}{3,}`;

/** Enough for a title, three names and a head noun on either side. */
export const reach = 90;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const apostrophes = /[\u2018\u2019\u02bc\uff07\u00b4`]/g;
const doubleQuotes = /[\u201c-\u201f\u00ab\u00bb\uff02]/g;
const fullWidth = /[\uff01-\uff5e]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** What stands around a place in a text, as it reads (see `plain`). */
export interface Neighbours {
  readonly before: string;
  readonly after: string;
}

/** The text as it reads: no invisible characters, straight quotes, one kind of dash and of blank. */
export const plain = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(fullWidth, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(apostrophes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, '-')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n(?!\n) ?/g, ' ');

/** What stands around `start`–`end`. */
export const neighboursOf = (text: string, start: number, end: number, units = reach): Neighbours => ({
  before: plain(text.slice(Math.max(0, start - units), start)),
  after: plain(text.slice(end, end + units)),
});

/** Films and songs may be spoken of this far from where their title stands. */
const TITLE_REACH = 4 * reach;
const opened = /(?:^|[\s(])["'\u2018\u201c]$/;
const closed = /^[,.]?["'\u2019\u201d]/;

/** As above; more of the text where the name alone stands in quotation marks, as titles do. */
export const neighboursOfTitle = (text: string, start: number, end: number): Neighbours => {
  const isQuoted = opened.test(text.slice(0, start).slice(-2)) && closed.test(text.slice(end, end + 2));
  return neighboursOf(text, start, end, isQuoted ? TITLE_REACH : reach);
};

/** A word as lists hold it: lower case, without possessive and full stops. */
export const bare = (word: string): string => word.toLowerCase().replace(/'s?$/, '').replace(/[.]/g, '');

/** Begins with a capital. */
export const isCapitalised = (word: string): boolean => capital.test(word);

/** The words before, nearest first, as long as only blanks divide them; at most `count`. */
export const wordsBefore = (before: string, count: number): readonly string[] => {
  const words: string[] = [];
  let rest = before;
  while (words.length < count) {
    const word = / ([^\s]+) $/.exec(` ${rest}`)?.[1];
    if (word === undefined) break;
    const name = lastName.exec(word)?.[0];
    if (name === undefined || (name.endsWith('.') && !isAbbreviation(name))) break;
    words.push(name);
    if (name !== word) break;
    rest = rest.slice(0, rest.length - word.length - 1);
  }
  return words;
};

/** The words after, nearest first, as long as only blanks divide them; at most `count`. */
export const wordsAfter = (after: string, count: number): readonly string[] => {
  const words: string[] = [];
  let rest = after;
  while (words.length < count) {
    const found = nextName.exec(rest);
    if (found?.[1] === undefined) break;
    words.push(found[1]);
    rest = rest.slice(found[0].length);
  }
  return words;
};

/** "Mr.", "U.S.", "L.": a full stop that ends no sentence. */
export const isAbbreviation = (word: string): boolean => {
  const name = word.toLowerCase().replace(/[.]$/, '');
  return (name.length === 1 && word[0] !== name) || abbreviations.has(name) || dotted.test(name);
};

/** True when a name after `before` would open a sentence, a heading or a quotation. */
export const opensSentence = (before: string): boolean => {
  const trimmed = before.trimEnd();
  if (trimmed === '' || /["([:;•*|>]$/.test(trimmed) || before.endsWith('\n') || /(?:^| )-$/.test(trimmed))
    return true;
  if (!/[.!?]["')\]]*$/.test(trimmed)) return false;
  const last = wordWithStop.exec(trimmed)?.[1];
  return last === undefined || !isAbbreviation(last);
};

const sentenceEnd = pattern('g')`[.!?]["'”’)\]]*\s+(?=["'“‘(]?[\p{Lu}\p{N}])`;

/** No sentence is longer to either side; without an end to it a page of one paragraph would be read for each name. */
const SENTENCE_REACH = 2_000;

/** The sentence around `start`–`end`, as offsets. */
export const sentenceAround = (text: string, start: number, end: number): readonly [number, number] => {
  const base = Math.max(0, start - SENTENCE_REACH);
  const [from, to] = sentenceIn(text.slice(base, end + SENTENCE_REACH), start - base, end - base);
  return [base + from, base + to];
};

const sentenceIn = (text: string, start: number, end: number): readonly [number, number] => {
  let from = 0;
  for (const found of text.matchAll(sentenceEnd)) {
    const word = wordBeforeStop.exec(text.slice(Math.max(0, found.index - 12), found.index))?.[0] ?? '';
    if (text[found.index] === '.' && word !== '' && isAbbreviation(word)) continue;
    if (found.index >= end) return [from, found.index + 1];
    const next = found.index + found[0].length;
    if (next <= start) from = next;
  }
  return [from, text.length];
};

/** "EU, Russia – …" is a heading. */
const SHORTEST_TOWN = 4;

/** "SOCHI, Russia — ": the town that a report is from. A line all in capitals tells nothing. */
export const isDateline = (surface: string, { before, after }: Neighbours): boolean =>
  before.trim() === '' &&
  surface.length >= SHORTEST_TOWN &&
  surface === surface.toUpperCase() &&
  datelineRest.test(after);

/** Headline style: nearly every longer word is capitalised, so that capitals tell nothing. */
export const isHeadline = (text: string): boolean => {
  const words = text.slice(0, 400).match(longWords) ?? [];
  return words.length >= 3 && words.filter(isCapitalised).length / words.length > 0.8;
};

/** True where the line around a place, or the words beside it, are a headline within other text. */
export const isHeadlineAt = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - LINE_REACH), start);
  const after = text.slice(end, end + LINE_REACH);
  const line = /[^\n]*$/.exec(before)?.[0] + text.slice(start, end) + (/^[^\n]*/.exec(after)?.[0] ?? '');
  const inBody = line.length === before.length + (end - start) + after.length;
  return (!inBody && isHeadline(line)) || isShouted(text, start, end);
};

/** No headline is longer on either side of a name. */
const LINE_REACH = 160;

/** Enough for the two words on a side that tell a line in capitals. */
const SHOUT_REACH = 40;

function isShouted(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (name !== name.toUpperCase()) return false;
  const before = text.slice(Math.max(0, start - SHOUT_REACH), start).match(shoutedWords) ?? [];
  const after = text.slice(end, end + SHOUT_REACH).match(shoutedWords) ?? [];
  return [before.slice(-2), after.slice(0, 2)].some(
    (words) => words.length === 2 && words.every((word) => word === word.toUpperCase()),
  );
}
