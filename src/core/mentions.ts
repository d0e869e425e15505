import { findShortForm, isSpeltOutOtherwise } from './definitions.ts';
import { divideText } from './divide-text.ts';
import { findMatches } from './find-matches.ts';
import { finish, type InTurns } from './in-turns.ts';
import { type Evidence, judge, type Rival, type Verdict } from './judge.ts';
import { pattern } from './letters.ts';
import { loadMatcher, type Matcher } from './matcher.ts';
import type { Match, Mention } from './mention.ts';
import type { MentionIndex, Sense } from './mention-index.ts';
import { hasLetters } from './mention-rules.ts';
import { isHeadline } from './neighbours.ts';
import { addEvidence, createPageEvidence, type PageEvidence } from './page-evidence.ts';
import type { Cue, Naming, PassageReading, ShortForm } from './passage-reading.ts';
import { shortMentions } from './short-mentions.ts';
import { createSubjectReader, type SubjectReader, type SubjectReading } from './subject.ts';

const acronym = pattern()`^\p{Lu}[\p{Lu}.]+$`;

/** Finds Mentions: read every passage, gather what the page tells, then decide passage by passage. */
export interface MentionFinder {
  /** Where an alias stands, whatever it means there: tells a page which of its blocks are worth reading. */
  readonly findCandidates: (text: string) => readonly Match[];
  /** What one block of text has to tell, found in turns. Pure; costs little where no alias stands. */
  readonly readPassage: (text: string) => InTurns<PassageReading>;
  /** The Mentions of a passage, in order and without overlap, by what the page has told so far. */
  readonly decide: (reading: PassageReading, page: PageEvidence) => InTurns<Mention[]>;
  /** False where of all that a page tells only its short forms can change a decision. */
  readonly asksPage: boolean;
}

const nothing: readonly never[] = [];

/** What reading and deciding share. */
interface Tools {
  readonly index: MentionIndex;
  readonly matcher: Matcher;
  readonly readSubject: SubjectReader;
}

/** A finder over one index; it keeps nothing of what it reads. */
export function createMentionFinder(index: MentionIndex): MentionFinder {
  const matcher = loadMatcher(index.matcher);
  const tools = { index, matcher, readSubject: createSubjectReader(index.subject) };
  return {
    findCandidates: (text) => matcher.findAll(text),
    readPassage: (text) => readPassage(tools, text),
    decide: (reading, page) => decide(tools, reading, page),
    asksPage: index.asksPage === true,
  };
}

/** The Mentions of a whole text, whose passages are divided by blank lines. */
export function findMentions(finder: MentionFinder, text: string): Mention[] {
  const page = createPageEvidence();
  const passages = splitPassages(text).map(([start, end]) => ({
    start,
    reading: finish(finder.readPassage(text.slice(start, end))),
  }));
  for (const { reading } of passages) addEvidence(page, reading);
  return passages.flatMap(({ start, reading }) =>
    finish(finder.decide(reading, page)).map((one) => ({
      ...one,
      start: one.start + start,
      end: one.end + start,
    })),
  );
}

function splitPassages(text: string): readonly (readonly [number, number])[] {
  const passages: (readonly [number, number])[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    passages.push(...divideText(text, start, gap.index));
    start = gap.index + gap[0].length;
  }
  return [...passages, ...divideText(text, start, text.length)];
}

function* readPassage(tools: Tools, text: string): InTurns<PassageReading> {
  const { index, matcher } = tools;
  const { matches, inner } = yield* findMatches(index, matcher, text);
  if (matches.length === 0) {
    return {
      text,
      matches,
      cues: nothing,
      pageCues: nothing,
      names: nothing,
      shorts: nothing,
      mayMean: false,
    };
  }
  yield;
  const cues = [...matches, ...inner].flatMap((match) => cuesOf(index, match, text));
  const names: Naming[] = [];
  const shorts: ShortForm[] = [];
  const evidence = evidenceOf({ text, cues, names, page: createPageEvidence() }, tools);
  for (const match of matches) {
    yield;
    const verdict = judgeAll(index.sensesOf(match.alias), match, evidence, true);
    if (verdict === undefined || (!('rival' in verdict) && !verdict.full)) continue;
    const name = namingOf(verdict, text);
    names.push(name);
    const short = findShortForm(text, name);
    if (short !== undefined) shorts.push(short);
  }
  yield;
  shorts.push(...otherShorts(index, matches, text));
  const pageCues = cues.filter((cue) => index.isPageCue(cue.alias));
  const mayMean = matches.some(({ alias }) => index.sensesOf(alias).some(({ term }) => term !== undefined));
  return { text, matches, cues, pageCues, names, shorts, mayMean };
}

/** Whether it is a headline, and what it speaks of, only names with rules ask. */
function evidenceOf(known: Omit<Evidence, 'headline' | 'subject'>, { readSubject }: Tools): Evidence {
  let headline: boolean | undefined;
  let subject: SubjectReading | undefined;
  return {
    ...known,
    get headline() {
      headline ??= isHeadline(known.text);
      return headline;
    },
    subject: () => {
      subject ??= readSubject(known.text);
      return subject;
    },
  };
}

function cuesOf(index: MentionIndex, match: Match, text: string): readonly Cue[] {
  const surface = text.slice(match.start, match.end);
  const senses = index.sensesOf(match.alias);
  const spelt = senses.some(({ rule }) => rule?.letters === undefined || hasLetters(rule.letters, surface));
  return spelt ? [{ alias: match.alias, start: match.start, surface }] : [];
}

/** The first reading that holds, if asked full where another one of that Term is; a rival only where none holds. */
function judgeAll(
  senses: readonly Sense[],
  match: Match,
  evidence: Evidence,
  asksFull = false,
): Verdict | Rival | undefined {
  let rival: Rival | undefined;
  let found: Verdict | undefined;
  for (const sense of senses) {
    if (found !== undefined && found.term !== sense.term) continue;
    const verdict = judge(match, sense, evidence);
    if (verdict === undefined) continue;
    if ('rival' in verdict) rival ??= verdict;
    else if (verdict.full || !asksFull) return found === undefined ? verdict : { ...found, full: true };
    else found ??= verdict;
  }
  return found ?? rival;
}

function namingOf(verdict: Verdict | Rival, text: string): Naming {
  const { start, end, surname } = verdict;
  const name = { start, end, surname, surface: text.slice(start, end) };
  return 'rival' in verdict ? name : { ...name, term: verdict.term };
}

/** As far behind an acronym a name of ours is still part of what it is spelt out as. */
const OWN_REACH = 20;

/** Acronyms of ours that the passage spells out as something else. */
function otherShorts(index: MentionIndex, matches: readonly Match[], text: string): ShortForm[] {
  return matches.flatMap(({ alias, start, end }) => {
    const term = index.sensesOf(alias).find((sense) => sense.term !== undefined)?.term;
    const surface = text.slice(start, end);
    if (term === undefined || !acronym.test(surface)) return [];
    const means = (one: Match) => index.sensesOf(one.alias).some((sense) => sense.term === term);
    const own = matches.some((one) => one.alias !== alias && isNear(one, start, end) && means(one));
    return isSpeltOutOtherwise(text, start, end, own) ? [{ text: surface, start }] : [];
  });
}

/** Only a bracket or a quote mark is between, or behind it "Member of the …". */
function isNear(one: Match, start: number, end: number): boolean {
  return Math.abs(one.end - start) < 4 || (one.start >= end && one.start - end < OWN_REACH);
}

function* decide(tools: Tools, reading: PassageReading, page: PageEvidence): InTurns<Mention[]> {
  const { index } = tools;
  const { text, matches, cues, names } = reading;
  if (!reading.mayMean && page.shorts.size === 0) return [];
  const evidence = evidenceOf({ text, cues, names, page }, tools);
  const found: Verdict[] = [];
  for (const match of matches) {
    yield;
    const verdict = decideMatch(tools, match, evidence);
    if (verdict === undefined) continue;
    // A name that takes in the words before it is longer than what stood there alone: "EU Magnitsky Act".
    const last = found.at(-1);
    if (last !== undefined && verdict.start <= last.start && verdict.end > last.end) found.pop();
    if (verdict.start >= (found.at(-1)?.end ?? 0)) found.push(verdict);
  }
  const all = [...found, ...shortMentions(reading, page, found)].sort((a, b) => a.start - b.start);
  return all.flatMap(({ start, end, term, why }) => {
    const known = index.termAt(term);
    return known ? [{ start, end, term: known.key, label: known.label, priority: known.priority, why }] : [];
  });
}

/** The verdict on a Match, or on a shorter one within it when the longest means nothing of ours. */
function decideMatch(tools: Tools, match: Match, evidence: Evidence): Verdict | undefined {
  const { index, matcher } = tools;
  const senses = index.sensesOf(match.alias);
  const verdict = isTakenShort(match, evidence) ? undefined : judgeAll(senses, match, evidence);
  if (verdict !== undefined) return 'rival' in verdict ? undefined : verdict;
  if (senses.every((sense) => sense.term === undefined)) return undefined;
  const shorter = matcher.findAt(evidence.text, match.start).find((one) => one.end < match.end);
  return shorter && decideMatch(tools, shorter, evidence);
}

/** The page uses this very acronym for something else. */
function isTakenShort({ start, end }: Match, { text, page }: Evidence): boolean {
  const meanings = page.shorts.get(text.slice(start, end));
  return meanings !== undefined && meanings.size === 1 && meanings.has(undefined);
}
