import type { TextMatcher } from '../../src/core/matcher.ts';
import type { Match } from '../../src/core/mention.ts';

/**
 * The rules of `normalize.ts` written down a second time, by Unicode classes and without any table or trick, to
 * hold every faster engine against. Shares no code with them.
 */

const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u;
const MARK =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single code points are meant
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/u;
const DASH =
  /[-/\u00b7\u058a\u05be\u1400\u1806\u2010-\u2015\u2027\u2044\u2053\u207b\u208b\u2212\u2215\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u301c\u3030\u30a0\u30fb\ufe31\ufe32\ufe58\ufe63\uff0d\uff0f\uff65]/u;
const SPACE = /[\0- \x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
const QUOTE =
  /["'`«´»\u02b9-\u02bd\u05f3\u05f4\u2018-\u201f\u2032-\u2037\u2039\u203a\u275b-\u275e\u300c-\u300f\u301d-\u301f\uff02\uff07]/u;
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff66-\uffdc\u{20000}-\u{3ffff}]/u;
const LETTER = /[\p{L}\p{Nd}\p{Nl}\p{M}_]/u;
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

interface Piece {
  readonly kind: 'letter' | 'solo' | 'mark' | 'invisible' | 'gap';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function pieceOf(char: string, start: number): Piece {
  const at = { start, end: start + char.length };
  if (INVISIBLE.test(char)) return { kind: 'invisible', text: '', ...at };
  if (MARK.test(char)) return { kind: 'mark', text: '', ...at };
  if (SPACE.test(char) || DASH.test(char) || QUOTE.test(char)) return { kind: 'gap', text: char, ...at };
  if (!UNSPACED.test(char) && LETTER.test(char)) {
    const text = letters(char);
    return { kind: text === '' ? 'mark' : 'letter', text, ...at };
  }
  const folded = char.normalize('NFKC');
  const unspaced = UNSPACED.test(char);
  const same =
    folded.length === char.length && UNSPACED.test(folded) === unspaced && (unspaced || !LETTER.test(folded));
  return { kind: 'solo', text: same ? folded : char, ...at };
}

function letters(char: string): string {
  return [...char.normalize('NFKD').toLowerCase()]
    .filter((part) => LETTER.test(part) && !MARK.test(part) && !QUOTE.test(part) && !INVISIBLE.test(part))
    .map((part) => SPELLED[part] ?? part)
    .join('');
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (const char of text) {
    found.push(pieceOf(char, start));
    start += char.length;
  }
  return found;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the gap after it starts; past the dot of a lone initial. */
  readonly gap: number;
}

const isInitial = (text: string) => text.length === 1 && /\p{L}/u.test(text) && text !== text.toUpperCase();

function words(all: readonly Piece[]): Token[] {
  const found: Token[] = [];
  let open: { text: string; start: number; end: number } | undefined;
  const close = () => {
    if (open) found.push({ ...open, gap: open.end });
    open = undefined;
  };
  for (const piece of all) {
    if (piece.kind === 'gap' || piece.kind === 'solo') close();
    if (piece.kind === 'solo')
      found.push({ text: piece.text, start: piece.start, end: piece.end, gap: piece.end });
    if (piece.kind === 'letter') {
      open ??= { text: '', start: piece.start, end: piece.end };
      open.text += piece.text;
    }
    if (open && (piece.kind === 'letter' || piece.kind === 'mark')) open.end = piece.end;
  }
  close();
  return found;
}

/** Joins U . S . to one token; takes the dot after a lone initial out of the row. */
function joinAcronyms(text: string, row: readonly Token[]): Token[] {
  const found: Token[] = [];
  const isNext = (from: Token, to: Token | undefined): to is Token =>
    to !== undefined &&
    pieces(text.slice(from.end, to.start)).every(({ kind }) => kind === 'invisible' || kind === 'mark');
  for (let at = 0; at < row.length; at += 1) {
    let token = row[at];
    if (!token) break;
    if (!isInitial(token.text)) {
      found.push(token);
      continue;
    }
    for (;;) {
      const last = row[at];
      const dot = row[at + 1];
      const letter = row[at + 2];
      if (!last || !isNext(last, dot) || dot.text !== '.') break;
      if (isNext(dot, letter) && isInitial(letter.text) && isWord(text, letter)) {
        token = { text: token.text + letter.text, start: token.start, end: letter.end, gap: letter.end };
        at += 2;
        continue;
      }
      token = { ...token, end: token.text.length > 1 ? dot.end : token.end, gap: dot.end };
      at += 1;
      break;
    }
    found.push(token);
  }
  return found;
}

const isWord = (text: string, token: Token) =>
  pieceOf(String.fromCodePoint(text.codePointAt(token.start) ?? 0), 0).kind === 'letter';

function tokensOf(text: string): Token[] {
  return joinAcronyms(text, words(pieces(text)));
}

function gapOf(gap: string): 'close' | 'wide' | 'break' {
  if (gap.length > 256) return 'break';
  const lines = gap.replaceAll('\r\n', '\n').split(/[\n\r\x85\u2028\u2029]/).length - 1;
  if (lines > 1) return 'break';
  const dashes = [...gap].filter((char) => DASH.test(char)).length;
  return dashes > 1 || (dashes === 1 && SPACE.test(gap)) ? 'wide' : 'close';
}

interface Alias {
  readonly alias: number;
  readonly tokens: readonly string[];
  /** By token: whether the gap before it may be wide. */
  readonly wide: boolean[];
}

function readAliases(list: readonly string[]): Alias[] {
  const found = new Map<string, Alias>();
  list.forEach((text, alias) => {
    const row = tokensOf(text);
    const wide = row.map((token, at) => at > 0 && DASH.test(text.slice(row[at - 1]?.end, token.start)));
    const tokens = row.map((token) => token.text);
    const known = found.get(tokens.join(' '));
    if (known)
      wide.forEach((yes, at) => {
        known.wide[at] ||= yes;
      });
    else found.set(tokens.join(' '), { alias, tokens, wide });
  });
  return [...found.values()].sort((a, b) => b.tokens.length - a.tokens.length);
}

function matches(text: string, row: readonly Token[], first: number, { tokens, wide }: Alias): boolean {
  return tokens.every((token, at) => {
    const here = row[first + at];
    const before = row[first + at - 1];
    if (!here || here.text !== token) return false;
    if (at === 0 || !before) return true;
    const gap = gapOf(text.slice(before.end, here.start));
    return gap === 'close' || (gap === 'wide' && wide[at] === true);
  });
}

/** Every alias tried at every token: slow and plainly right. */
export function createNaiveMatcher(list: readonly string[]): TextMatcher {
  const aliases = readAliases(list);
  const findFrom = (text: string, row: readonly Token[], first: number): Match[] =>
    aliases
      .filter((alias) => matches(text, row, first, alias))
      .map(({ alias, tokens }) => ({
        start: row[first]?.start ?? 0,
        end: row[first + tokens.length - 1]?.end ?? 0,
        alias,
      }));
  return {
    findAll(text) {
      const row = tokensOf(text);
      const found: Match[] = [];
      row.forEach((token, first) => {
        if (token.start < (found.at(-1)?.end ?? 0)) return;
        found.push(...findFrom(text, row, first).slice(0, 1));
      });
      return found;
    },
    findAt(text, start) {
      const row = tokensOf(text);
      const first = row.findIndex((token) => token.start === start);
      return first < 0 ? [] : findFrom(text, row, first);
    },
  };
}
