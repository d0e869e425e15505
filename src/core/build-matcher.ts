import { fitFilter, frequentAlones, frequentPairs } from './build-filter.ts';
import { buildSlots } from './build-slots.ts';
import { buildTrie } from './build-trie.ts';
import { hasDash } from './gap.ts';
import { aloneKey, encodeTables, MAX_ALIAS_TOKENS, MAX_TOKEN_UNITS, pairKey } from './matcher-tables.ts';
import { readToken } from './read-token.ts';
import { TokenCursor } from './token-cursor.ts';

/** An alias as tokens. */
interface Row {
  readonly ordinal: number;
  readonly tokens: readonly string[];
  /** Bit t: the gap before token t may be WIDE. */
  wide: number;
  /** Hashes of its first two words; of its only one and 0. */
  readonly words: readonly [number, number];
}

/**
 * The tables of a matcher for these aliases, the same bytes for the same list. Of aliases that fold alike the
 * first stands for all. Throws a RangeError naming an alias without a word, or with too many or too long ones.
 */
export function buildMatcher(aliases: readonly string[]): Uint8Array {
  const rows = new Map<string, Row>();
  aliases.forEach((alias, ordinal) => {
    const row = readAlias(alias, ordinal);
    const folded = row.tokens.join(' ');
    const known = rows.get(folded);
    if (known) known.wide |= row.wide;
    else rows.set(folded, row);
  });
  const distinct = [...rows.values()];
  const { ids, firstTokens } = numberTokens(distinct);
  const numbered = distinct.map(({ ordinal, tokens, wide }) => ({
    ordinal,
    wide,
    tokens: tokens.map((token) => ids.get(token) ?? 0),
  }));
  return encodeTables({
    ...buildFilters(distinct),
    ...buildTokens([...ids.keys()]),
    ...buildTrie(numbered),
    firstTokens,
  });
}

function readAlias(alias: string, ordinal: number): Row {
  const cursor = new TokenCursor(MAX_TOKEN_UNITS);
  const tokens: string[] = [];
  const words: number[] = [];
  let wide = 0;
  let end = 0;
  for (readToken(alias, 0, cursor); cursor.start >= 0; readToken(alias, cursor.next, cursor)) {
    check(cursor.length <= MAX_TOKEN_UNITS, alias, ordinal, `has a word longer than ${MAX_TOKEN_UNITS}`);
    if (tokens.length > 0 && hasDash(alias, end, cursor.start)) wide |= 1 << tokens.length;
    if (cursor.isWord) words.push(cursor.hash);
    tokens.push(cursor.text());
    end = cursor.end;
  }
  const [first, second] = words;
  check(
    tokens.length <= MAX_ALIAS_TOKENS,
    alias,
    ordinal,
    `has more than ${MAX_ALIAS_TOKENS} words and signs`,
  );
  if (first === undefined)
    throw new RangeError(`alias ${ordinal} ${JSON.stringify(alias)} has no letter or digit`);
  return { ordinal, tokens, wide, words: [first, second ?? 0] };
}

function check(holds: boolean, alias: string, ordinal: number, problem: string): void {
  if (!holds) throw new RangeError(`alias ${ordinal} ${JSON.stringify(alias)} ${problem}`);
}

/** Numbers the tokens from 0, those that start an alias first, each of the two by their units. */
function numberTokens(rows: readonly Row[]): { ids: Map<string, number>; firstTokens: number } {
  const firsts = new Set(rows.map(({ tokens }) => tokens[0] ?? ''));
  const others = new Set(rows.flatMap(({ tokens }) => tokens).filter((token) => !firsts.has(token)));
  const sorted = [...[...firsts].sort(), ...[...others].sort()];
  return { ids: new Map(sorted.map((token, id) => [token, id])), firstTokens: firsts.size };
}

function buildFilters(rows: readonly Row[]): { pairs: Uint32Array; alones: Uint32Array } {
  const pairs = rows.filter(({ words }) => words[1] !== 0).map(({ words }) => pairKey(...words));
  const alones = rows.filter(({ words }) => words[1] === 0).map(({ words }) => aloneKey(words[0]));
  return {
    pairs: fitFilter(pairs, frequentPairs()),
    alones: fitFilter(alones, frequentAlones()),
  };
}

function buildTokens(tokens: readonly string[]) {
  const tokenStarts = new Uint32Array(tokens.length + 1);
  const all = tokens.join('');
  const units = unitsFor(all);
  for (let at = 0; at < all.length; at += 1) units[at] = all.charCodeAt(at);
  const cursor = new TokenCursor(MAX_TOKEN_UNITS);
  const hashes = tokens.map((token, id) => {
    tokenStarts[id + 1] = (tokenStarts[id] ?? 0) + token.length;
    cursor.clear(0);
    cursor.addAll(token);
    return cursor.hash;
  });
  return { slots: buildSlots(hashes), tokenStarts, units };
}

function unitsFor(text: string): Uint8Array | Uint16Array {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) > 0xff) return new Uint16Array(text.length);
  }
  return new Uint8Array(text.length);
}
