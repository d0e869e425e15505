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
  /** Bit t: token t is a word. */
  readonly wordBits: number;
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
  const { ids, firstTokens, signs } = numberTokens(distinct);
  const numbered = distinct.map(({ ordinal, tokens, wide }) => ({
    ordinal,
    wide,
    tokens: tokens.map((token) => ids.get(token) ?? 0),
  }));
  return encodeTables({
    ...buildFilters(distinct),
    ...buildTokens([...ids.keys()]),
    ...buildTrie(numbered, firstTokens),
    firstTokens,
    signs,
  });
}

function readAlias(alias: string, ordinal: number): Row {
  const cursor = new TokenCursor(MAX_TOKEN_UNITS);
  const tokens: string[] = [];
  const words: number[] = [];
  let wordBits = 0;
  let wide = 0;
  let end = 0;
  for (readToken(alias, 0, cursor); cursor.start >= 0; readToken(alias, cursor.next, cursor)) {
    check(cursor.length <= MAX_TOKEN_UNITS, alias, ordinal, `has a word longer than ${MAX_TOKEN_UNITS}`);
    if (tokens.length > 0 && hasDash(alias, end, cursor.start)) wide |= 1 << tokens.length;
    if (cursor.isWord) {
      words.push(cursor.hash);
      wordBits |= 1 << tokens.length;
    }
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
  return { ordinal, tokens, wordBits, wide, words: [first, second ?? 0] };
}

function check(holds: boolean, alias: string, ordinal: number, problem: string): void {
  if (!holds) throw new RangeError(`alias ${ordinal} ${JSON.stringify(alias)} ${problem}`);
}

/** Numbers the tokens from 0: signs, the first word of each alias, other words, each of the three by their units. */
function numberTokens(rows: readonly Row[]) {
  const signs = new Set<string>();
  const firsts = new Set<string>();
  const others = new Set<string>();
  for (const { tokens, wordBits } of rows) {
    const first = 31 - Math.clz32(wordBits & -wordBits);
    firsts.add(tokens[first] ?? '');
    tokens.forEach((token, at) => {
      (((wordBits >>> at) & 1) === 0 ? signs : others).add(token);
    });
  }
  for (const first of firsts) others.delete(first);
  const sorted = [signs, firsts, others].flatMap((tokens) => [...tokens].sort());
  return {
    ids: new Map(sorted.map((token, id) => [token, id])),
    firstTokens: signs.size + firsts.size,
    signs: signs.size,
  };
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
