import type { Evidence, Verdict } from './judge.ts';
import type { Why } from './mention.ts';
import type { Rule } from './mention-index.ts';
import { sentenceAround } from './neighbours.ts';
import type { Naming } from './passage-reading.ts';
import { subjectWordNear } from './subject-rule.ts';

/** A place in a text and the Term that it may mean. */
type Place = Pick<Verdict, 'term' | 'start' | 'end'>;

/** Nothing but the name itself decided. */
export const byName: Why = { rule: 'name', evidence: [] };

/** Which of the words that the rule needs stand near, or what told of the subject; undefined where none stand. */
export function whyOf(place: Place, rule: Rule, evidence: Evidence): Why | undefined {
  if (rule.needs === undefined) {
    const word = rule.subject === undefined ? undefined : subjectWordNear(place, evidence);
    return word === undefined ? byName : { rule: 'near', evidence: [word] };
  }
  const near = nearCue(place, rule, evidence);
  if (near !== undefined) return { rule: 'near', evidence: [near] };
  for (const cue of rule.needs) {
    const far = farCue(cue, rule, evidence);
    if (far !== undefined) return { rule: 'page', evidence: [far] };
  }
  return undefined;
}

/** The first word that the rule needs as near as it asks; undefined where none stands. */
export function nearCue(place: Place, rule: Rule, { text, cues, names }: Evidence): string | undefined {
  const isNarrow = rule.within === 'sentence' && !speaksOfSubject(place.term, names);
  const [from, to] = isNarrow ? sentenceAround(text, place.start, place.end) : [0, text.length];
  const isNear = (start: number) =>
    start >= from && start < to && !(start >= place.start && start < place.end);
  const cue = cues.find((one) => rule.needs?.has(one.alias) && isNear(one.start));
  if (cue !== undefined) return cue.surface;
  return names.find((one) => one.term !== undefined && rule.needs?.has(-1 - one.term) && isNear(one.start))
    ?.surface;
}

/** Where so many other Terms are named in full, all sentences of a passage speak of one subject. */
const ENOUGH_TERMS = 3;

function speaksOfSubject(own: number, names: readonly Naming[]): boolean {
  const others = names.flatMap(({ term }) => (term === undefined || term === own ? [] : term));
  return new Set(others).size >= ENOUGH_TERMS;
}

function farCue(cue: number, rule: Rule, { page }: Evidence): string | undefined {
  if (cue < 0) return page.named.get(-1 - cue);
  return rule.within === 'page' ? page.cues.get(cue) : undefined;
}
