import { findWords } from './normalize.ts';

/** A stretch of text, and whether it is one that was searched for. */
export interface HitPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Splits a text at the words that begin with what was searched for (folded); joined, the parts are the text again. */
export function splitAtHits(text: string, foundBy: readonly string[]): readonly HitPart[] {
  const parts: HitPart[] = [];
  let from = 0;
  for (const word of findWords(text)) {
    if (!foundBy.some((prefix) => word.text.startsWith(prefix))) continue;
    if (word.start > from) parts.push({ text: text.slice(from, word.start), isHit: false });
    parts.push({ text: text.slice(word.start, word.end), isHit: true });
    from = word.end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isHit: false });
  return parts;
}
