import { findWords, isWordUnit, type Word } from './normalize.ts';
import { BREAK, gapKind, WIDE } from './read-token.ts';
import type { Match } from './types.ts';

/** Finds the aliases of one list in any text, by the rules told in `normalize.ts`. */
export interface Matcher {
  /** All matches, leftmost first, of those at one place the longest, none overlapping. */
  findAll(text: string): Match[];
  /** All matches that start at this very offset, longest first; empty where none does. */
  findAt(text: string, start: number): Match[];
}

/** A matcher over tables made by `buildMatcher`: views on the bytes, nothing is parsed. */
export function loadMatcher(bytes: Uint8Array): Matcher {
  const rows: [string, number, number][] = JSON.parse(
    String.fromCharCode(...new Uint16Array(bytes.slice().buffer)),
  );
  const byKey = new Map(rows.map(([key, alias, wide]) => [key, { alias, wide }]));
  const longest = Math.max(0, ...rows.map(([key]) => key.split(' ').length));
  const findFrom = (text: string, words: readonly Word[], first: number): Match[] => {
    const start = words[first];
    const found: Match[] = [];
    let key = '';
    let wide = 0;
    for (let count = 0; start && count < longest; count += 1) {
      const word = words[first + count];
      const before = words[first + count - 1];
      if (!word) break;
      const gap = count > 0 && before ? gapKind(text, before.end, word.start) : 0;
      if (gap === BREAK) break;
      if (gap === WIDE) wide |= 1 << count;
      key += count > 0 ? ` ${word.text}` : word.text;
      const row = byKey.get(key);
      if (row && (wide & ~row.wide) === 0)
        found.unshift({ start: start.start, end: word.end, alias: row.alias });
    }
    return found;
  };
  return {
    findAll(text) {
      const words = findWords(text);
      const found: Match[] = [];
      for (let at = 0; at < words.length; at += 1) {
        const match = findFrom(text, words, at)[0];
        if (!match) continue;
        found.push(match);
        while ((words[at + 1]?.start ?? match.end) < match.end) at += 1;
      }
      return found;
    },
    findAt(text, start) {
      const words = findWords(text, start);
      return words[0]?.start === start && !isWordUnit(text.charCodeAt(start - 1))
        ? findFrom(text, words, 0)
        : [];
    },
  };
}
