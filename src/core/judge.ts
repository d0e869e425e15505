import { beasts } from './english.ts';
import { pattern } from './letters.ts';
import { isInMachineText } from './machine-text.ts';
import type { Match, Why } from './mention.ts';
import type { PersonRule, Rule, Sense } from './mention-index.ts';
import { cutSpan, hasFreeSides, hasLetters, isElsewhere, isOfNation, SMALL } from './mention-rules.ts';
import { isNamePart } from './name-parts.ts';
import { givenBehind, surnameOf, withOpeningQuote, wordsBack } from './name-spans.ts';
import { isSaidToBe } from './namesakes.ts';
import {
  bare,
  isDateline,
  isHeadlineAt,
  type Neighbours,
  neighboursOf,
  neighboursOfTitle,
  sentenceAround,
} from './neighbours.ts';
import { isOtherBody } from './other-bodies.ts';
import { isOtherTongue } from './other-tongue.ts';
import type { PageEvidence } from './page-evidence.ts';
import type { Cue, Naming } from './passage-reading.ts';
import { bearerOf } from './person-names.ts';
import { byName, nearCue, whyOf } from './reasons.ts';
import type { SubjectReading } from './subject.ts';
import { isBesideSubject } from './subject-rule.ts';
import { isPlaceName, isThingName } from './thing-names.ts';

const wordsOrDots = pattern('g')`[\p{L}.']+`;

/** The words that a decision about one passage may lean on. */
export interface Evidence {
  readonly text: string;
  readonly headline: boolean;
  readonly cues: readonly Cue[];
  readonly names: readonly Naming[];
  readonly page: PageEvidence;
  /** What the passage speaks of. */
  readonly subject: () => SubjectReading;
}

/** A Match that means a Term, with the span of the name proper. */
export interface Verdict {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  readonly why: Why;
  /** Nothing but the name itself decided, and it is a full name. */
  readonly full: boolean;
  /** Folded; empty unless it is a person's. */
  readonly surname: string;
}

/** Somebody else bears the name. */
export interface Rival {
  readonly rival: true;
  readonly start: number;
  readonly end: number;
  readonly surname: string;
}

/** The verdict on one reading of a Match; undefined when it does not mean that Term. */
export function judge(match: Match, sense: Sense, evidence: Evidence): Verdict | Rival | undefined {
  const { term, rule } = sense;
  if (term === undefined) return undefined;
  const { text } = evidence;
  if (rule?.letters !== undefined && !hasLetters(rule.letters, text.slice(match.start, match.end)))
    return undefined;
  if (isInMachineText(text, match.start, match.end)) return undefined;
  const [start, end] = rule?.cut ? cutSpan(text, match.start, match.end, rule.cut) : [match.start, match.end];
  const around = neighboursOf(text, start, end);
  const isSmall = rule?.letters === SMALL;
  const surface = text.slice(start, end);
  const isTitled = () => evidence.headline || isHeadlineAt(text, start, end);
  const rival: Rival = { rival: true, start, end, surname: kinOf(surface, rule?.letters) };
  if (isDateline(surface, around)) return rival;
  if (!isSmall && !rule?.person && isOtherBody(surface, around, isTitled)) {
    // A title in quotation marks says nothing of the next mention.
    return /["']$/.test(around.before) ? undefined : rival;
  }
  if (rule === undefined) {
    return { term, start: withOpeningQuote(text, start, end), end, surname: '', full: true, why: byName };
  }
  // "The Congress party": what is called so there is theirs for the rest of the passage.
  if (!hasFreeSides(rule, around)) return rule.home || rule.person?.weak ? rival : undefined;
  const headline = isTitled();
  if (isSmall && (isNamePart(surface, around, headline) || isOtherTongue(around))) return rival;
  if (rule.letters !== undefined && !isSmall && isPlaceName(around)) return rival;
  if (rule.home && isElsewhere(rule.home, around, headline)) return isOfNation(around) ? rival : undefined;
  if (isRuledOut({ term, start, end, surname: '' }, rule, around, evidence)) return undefined;
  // "the UK's Magnitsky Act" is theirs, but only "the UK Magnitsky Act" is its name.
  const joined =
    rule.joins === undefined || /'s?\s*$/.test(around.before) ? start : wordsBack(text, start, 1);
  const named = { term, start: withOpeningQuote(text, joined, end), end, surname: '' };
  if (rule.person) return judgePerson(named, rule, { ...evidence, headline });
  const why = whyOf(named, rule, evidence);
  return why && { ...named, why, full: rule.needs === undefined };
}

/** The passage has made the word another's, or has words that this name does not stand among. */
function isRuledOut(named: Named, rule: Rule, around: Neighbours, evidence: Evidence): boolean {
  const isTheirs = !rule.person && isStillElsewhere(named, rule, evidence);
  if (isTheirs && !isNewHere(named, rule, around, evidence)) return true;
  return hasUnwanted(named, rule, evidence) || isBesideSubject(named, rule, evidence);
}

/** "Peru's Congress … Congress": the same word is still theirs until a word of home stands between. */
function isStillElsewhere(
  { start, end }: Named,
  { home = [], letters }: Rule,
  { names, text }: Evidence,
): boolean {
  const kin = kinOf(text.slice(start, end), letters);
  const last = names
    .filter((one) => one.term === undefined && one.surname === kin && one.start < start)
    .at(-1);
  const between = last && (text.slice(last.end, start).match(wordsOrDots) ?? []);
  return between !== undefined && !between.some((word) => home.includes(bare(word)));
}

/** What a name that is no person's is compared by; of one that is written small, capitals tell. */
const kinOf = (surface: string, letters?: string): string =>
  letters === SMALL ? surface : surface.toLowerCase();

/** Words of its own in the sentence, or an apposition to a name that is nobody else's, bring it in anew. */
function isNewHere(named: Named, rule: Rule, { after }: Neighbours, evidence: Evidence): boolean {
  if (rule.home === undefined && /^, (?:an?|the|which|whose) /.test(after)) return true;
  return rule.within === 'sentence' && nearCue(named, rule, evidence) !== undefined;
}

type Named = Pick<Verdict, 'term' | 'start' | 'end' | 'surname'>;

function judgePerson(named: Named, rule: Rule, evidence: Evidence): Verdict | Rival | undefined {
  const { person } = rule;
  const { text, headline } = evidence;
  const around = neighboursOf(text, named.start, named.end);
  const told = isTold(named.start, evidence);
  const bearer = person && bearerOf(person, around, headline, text.slice(named.start, named.end), told);
  if (person === undefined || bearer === undefined || bearer.is === 'place') return undefined;
  const surname = surnameOf(text.slice(named.start, named.end));
  if (bearer.is === 'other') return { rival: true, start: named.start, end: named.end, surname };
  const words = bearer.is === 'own' ? bearer.words : 0;
  const start = wordsBack(text, named.start, words);
  const end = bearer.is === 'own' && bearer.behind ? givenBehind(text, named.end) : named.end;
  const near = neighboursOfTitle(text, start, end);
  if (isThingName(text.slice(start, end), near, headline)) {
    return goesOn(near) ? { rival: true, start, end, surname } : undefined;
  }
  const found = { ...named, start, end, surname };
  if (bearer.is === 'own') {
    if (isThingAgain(found, near.before, evidence)) return { rival: true, start, end, surname };
    const why = person.surname ? byName : whyOf(found, rule, evidence);
    return why && { ...found, full: true, why };
  }
  if (!bearer.titled && isTakenByRival(found, person, evidence)) return undefined;
  const why = whyOf(found, rule, evidence);
  if (why === undefined) return undefined;
  const name =
    evidence.page.named.get(named.term) ?? evidence.names.find((one) => one.term === named.term)?.surface;
  return {
    ...found,
    full: bearer.titled,
    why: name === undefined ? why : { rule: 'surname', evidence: [name] },
  };
}

/** Right before stand words that rules ask about, which are no given name. */
function isTold(start: number, { text, cues }: Evidence): boolean {
  const isRightBefore = (end: number) => end < start && text.slice(end, start).trim() === '';
  return cues.some((cue) => isRightBefore(cue.start + cue.surface.length));
}

/** A ship or a beast goes on by the surname alone. */
const goesOn = ({ before, after }: Neighbours): boolean =>
  /\b(?:USS|HMS)\s$/.test(before) || isSaidToBe(after, beasts);

/** The bare surname means somebody else named shortly before, or the only one whom the page names in full. */
function isTakenByRival(named: Named, { weak }: PersonRule, evidence: Evidence): boolean {
  const { term, start, surname } = named;
  const { names, page, text } = evidence;
  if (isInTown(named, text, names)) return true;
  const before = names.filter((one) => one.surname === surname && one.start < start).at(-1);
  // Before somebody else is named in full, a bare surname is the one that everybody knows.
  const isAnother =
    before === undefined
      ? !names.some((one) => one.surname === surname) && page.rivals.has(surname) && !page.named.has(term)
      : before.term === undefined;
  // Whom else the sentence names does not tell which of a family is meant.
  const things = { ...evidence, names: names.filter((one) => one.surname === '') };
  return isAnother && (weak === true || !isBesideOthers(named, things));
}

/** "Obama, a fishing port, … Obama": what was said to be a town. */
function isInTown({ start, end }: Named, text: string, names: readonly Naming[]): boolean {
  const surface = text.slice(start, end);
  const isTown = (one: Naming) =>
    one.term === undefined && one.surface === surface && isPlaceName(neighboursOf(text, one.start, one.end));
  return names.some((one) => one.start < start && isTown(one));
}

/** "USS Ronald Reagan … The Ronald Reagan": a ship's name keeps its article. */
function isThingAgain({ start, end }: Named, before: string, { text, names }: Evidence): boolean {
  if (!/(?:^|\W)[Tt]he $/.test(before)) return false;
  const surface = text.slice(start, end);
  return names.some((one) => one.surface === surface && one.start < start && one.term === undefined);
}

/** Another Term is named in full in the sentence: what stands in other sentences is beside the subject. */
function isBesideOthers({ term, start, end }: Named, { text, names }: Evidence): boolean {
  const [from, to] = sentenceAround(text, start, end);
  return names.some(
    (one) => one.term !== undefined && one.term !== term && one.start >= from && one.start < to,
  );
}

/** Where the rule looks at its sentence only, so do the words that it does not want. */
function hasUnwanted(named: Named, { not, within }: Rule, evidence: Evidence): boolean {
  const { start, end } = named;
  const unwanted = evidence.cues.filter(
    (cue) => not?.has(cue.alias) && (cue.start < start || cue.start + cue.surface.length > end),
  );
  if (unwanted.length === 0) return false;
  if (within !== 'sentence' && !isBesideOthers(named, evidence)) return true;
  const [from, to] = sentenceAround(evidence.text, start, end);
  return unwanted.some((cue) => cue.start >= from && cue.start < to);
}
