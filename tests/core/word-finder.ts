import { createFindPlaces } from '../../src/core/find-places.ts';
import type { TermKey } from '../../src/core/ids.ts';
import type { Match, Mention } from '../../src/core/mention.ts';
import type { MentionFinder } from '../../src/core/mentions.ts';
import type { PassageReading } from '../../src/core/passage-reading.ts';

/** A Pack whose only rule is that these words mean `pack/word`; "(short)" after one introduces a short form. */
export function createWordFinder(pack: string, words: readonly string[]): MentionFinder {
  const findPlaces = createFindPlaces(words);
  const findCandidates = (text: string): Match[] =>
    findPlaces(text).map((span, alias) => ({ ...span, alias }));
  const read = (text: string): PassageReading => ({
    text,
    matches: findCandidates(text),
    cues: [],
    pageCues: [],
    names: [],
    mayMean: findCandidates(text).length > 0,
    shorts: [...text.matchAll(/\((\w+)\)/g)].map(({ 1: form = '', index }) => ({
      text: form,
      term: 0,
      start: index,
    })),
  });
  return {
    findCandidates,
    *readPassage(text) {
      yield;
      return read(text);
    },
    asksPage: true,
    *decide({ text, matches }) {
      yield;
      return matches.map(({ start, end }): Mention => {
        const label = text.slice(start, end);
        const term = `${pack}/${label}` as TermKey;
        return { start, end, term, label, priority: 1, why: { rule: 'name', evidence: [] } };
      });
    },
  };
}
