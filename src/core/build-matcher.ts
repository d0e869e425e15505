import { buildTrie } from './build-trie.ts';
import { hasDash } from './gap.ts';
import {
  aloneKey,
  encodeTables,
  filterBits,
  MAX_ALIAS_TOKENS,
  MAX_TOKEN_UNITS,
  pairKey,
  slotOf,
} from './matcher-tables.ts';
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

/** Numbers the tokens from 0, those that start an alias first. */
function numberTokens(rows: readonly Row[]): { ids: Map<string, number>; firstTokens: number } {
  const ids = new Map<string, number>();
  const number = (token: string) => {
    if (!ids.has(token)) ids.set(token, ids.size);
  };
  for (const { tokens } of rows) number(tokens[0] ?? '');
  const firstTokens = ids.size;
  for (const { tokens } of rows) tokens.forEach(number);
  return { ids, firstTokens };
}

/** The power of two of at least so many entries; 2 at least, so that a shift by 32 never happens. */
function sizeFor(entries: number): number {
  let size = 2;
  while (size < entries) size *= 2;
  return size;
}

// 1 KB: below that a smaller filter saves nothing that counts.
const MIN_FILTER_WORDS = 256;
// Two words an alias let through one in 1,000 pairs that are not in it; beyond 16,000 aliases, one word and four.
const ROOMY_ALIASES = 16_384;

function buildFilters(rows: readonly Row[]): { pairs: Uint32Array; alones: Uint32Array } {
  const pairs: number[] = [];
  const alones: number[] = [];
  for (const { words } of rows) {
    if (words[1] === 0) alones.push(aloneKey(words[0]));
    else pairs.push(pairKey(...words));
  }
  return { pairs: buildFilter(pairs), alones: buildFilter(alones) };
}

function buildFilter(keys: readonly number[]): Uint32Array {
  const words = keys.length * (keys.length > ROOMY_ALIASES ? 1 : 2);
  const filter = new Uint32Array(sizeFor(Math.max(MIN_FILTER_WORDS, words)));
  const shift = 32 - Math.log2(filter.length);
  for (const key of keys) filter[key >>> shift] = (filter[key >>> shift] ?? 0) | filterBits(key);
  return filter;
}

function buildTokens(tokens: readonly string[]) {
  const slots = new Uint32Array(sizeFor(tokens.length * 1.5));
  const shift = 32 - Math.log2(slots.length);
  const tokenStarts = new Uint32Array(tokens.length + 1);
  const all = tokens.join('');
  const isNarrow = [...all].every((char) => (char.codePointAt(0) ?? 0) < 0x100);
  const units = isNarrow ? new Uint8Array(all.length) : new Uint16Array(all.length);
  for (let at = 0; at < all.length; at += 1) units[at] = all.charCodeAt(at);
  const cursor = new TokenCursor(MAX_TOKEN_UNITS);
  tokens.forEach((token, id) => {
    tokenStarts[id + 1] = (tokenStarts[id] ?? 0) + token.length;
    cursor.clear(0);
    cursor.addAll(token);
    let slot = slotOf(cursor.hash, shift);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id + 1;
  });
  return { slots, tokenStarts, units };
}
