import { findWords } from './normalize.ts';
import { hasDash } from './read-token.ts';

/** An alias of more tokens is refused, so that the work at one place of a text is bounded. */
export const MAX_ALIAS_TOKENS = 24;

/**
 * The tables of a matcher for these aliases, the same bytes for the same list. Of aliases that fold alike the
 * first stands for all. Throws a RangeError naming an alias without any token or with too many.
 */
export function buildMatcher(aliases: readonly string[]): Uint8Array {
  const rows = new Map<string, [string, number, number]>();
  aliases.forEach((alias, ordinal) => {
    const words = findWords(alias);
    if (words.length === 0)
      throw new RangeError(`alias ${ordinal} ${JSON.stringify(alias)}: nothing to match`);
    if (words.length > MAX_ALIAS_TOKENS) {
      throw new RangeError(`alias ${ordinal} ${JSON.stringify(alias)}: more than ${MAX_ALIAS_TOKENS} tokens`);
    }
    let wide = 0;
    words.forEach((word, at) => {
      const before = words[at - 1];
      if (before && hasDash(alias, before.end, word.start)) wide |= 1 << at;
    });
    const key = words.map((word) => word.text).join(' ');
    const row = rows.get(key) ?? [key, ordinal, 0];
    row[2] |= wide;
    rows.set(key, row);
  });
  const json = JSON.stringify([...rows.values()]);
  return new Uint8Array(Uint16Array.from(json, (char) => char.charCodeAt(0)).buffer);
}
