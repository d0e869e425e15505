import type { InTurns } from './in-turns.ts';
import { pattern } from './letters.ts';
import type { Matcher } from './matcher.ts';
import type { Match } from './mention.ts';
import type { MentionIndex } from './mention-index.ts';

const words = pattern('g')`[\p{L}\p{N}]+`;

/** The Matches of a text, and the shorter ones inside those that may mean a Term. */
export interface FoundMatches {
  readonly matches: readonly Match[];
  /** Only to be seen as cues: "Russia" in "sanctions on Russia". */
  readonly inner: readonly Match[];
}

/** All Matches of a text, found in turns, as it would read with one spelling for each word; places are the text's own. */
export function* findMatches(index: MentionIndex, matcher: Matcher, text: string): InTurns<FoundMatches> {
  const matches = yield* matcher.findAllInTurns(text);
  yield;
  const respelt = respell(index, matches, text);
  if (respelt === undefined) return { matches, inner: yield* innerMatches(matcher, matches, text) };
  const again = yield* matcher.findAllInTurns(respelt.text);
  yield;
  const inner = yield* innerMatches(matcher, again, respelt.text);
  return { matches: again.map(respelt.back), inner: inner.map(respelt.back) };
}

function* innerMatches(matcher: Matcher, matches: readonly Match[], text: string): InTurns<Match[]> {
  const inner: Match[] = [];
  for (const match of matches) {
    const surface = text.slice(match.start, match.end);
    if (!/\W/.test(surface)) continue;
    for (const { index: at } of surface.matchAll(words)) {
      const found = matcher.findAt(text, match.start + at);
      inner.push(...found.filter((one) => one.end <= match.end && one.alias !== match.alias));
    }
    yield;
  }
  return inner;
}

interface Respelt {
  readonly text: string;
  /** The same Match with places of the text as it was written. */
  readonly back: (match: Match) => Match;
}

/** The text with every other spelling replaced by the usual one; undefined where there is none. */
function respell(index: MentionIndex, matches: readonly Match[], text: string): Respelt | undefined {
  const pieces: { readonly at: number; readonly written: number; readonly usual: string }[] = [];
  for (const { alias, start, end } of matches) {
    const usual = index.sensesOf(alias).find(({ rule }) => rule?.spells !== undefined)?.rule?.spells;
    if (usual !== undefined) pieces.push({ at: start, written: end - start, usual });
  }
  if (pieces.length === 0) return undefined;
  let respelt = '';
  let done = 0;
  for (const { at, written, usual } of pieces) {
    respelt += text.slice(done, at) + usual;
    done = at + written;
  }
  // A place inside or at the end of a replaced word is the end of the word as written.
  const backTo = (place: number, isEnd: boolean): number => {
    let shift = 0;
    for (const { at, written, usual } of pieces) {
      const start = at + shift;
      if (place < start || (place === start && !isEnd)) break;
      if (place <= start + usual.length) return place === start ? at : at + written;
      shift += usual.length - written;
    }
    return place - shift;
  };
  const back = (match: Match) => ({
    ...match,
    start: backTo(match.start, false),
    end: backTo(match.end, true),
  });
  return { text: respelt + text.slice(done), back };
}
