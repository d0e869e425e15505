import { findPoints } from '../../core/prose.ts';
import type { SourcePoint } from '../../core/types.ts';
import type { ClaimEntry, Corpus } from '../corpus.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { EditorialRule } from '../rules.ts';
import { wordRuns } from '../words.ts';
import { pointFault } from './pack.ts';
import { findEntry } from './references.ts';

/** So many words in a row are no longer our own words. */
export const SHARED_WORDS = 5;
/** A claim is one sentence that fits beside its answer. */
const MAX_CLAIM_CHARACTERS = 240;
const MIN_QUOTE_WORDS = 3;
const MAX_QUOTE_WORDS = 7;

/** The one place that a claim cites; undefined when it cites none or several. */
export function pointOf(claim: ClaimEntry): SourcePoint | undefined {
  const points = findPoints(claim.value.cite) ?? [];
  const whole = claim.value.cite.startsWith('[@') && claim.value.cite.endsWith(']');
  return whole && points.length === 1 ? points[0] : undefined;
}

function cited(corpus: Corpus): Problem[] {
  return corpus.claims.flatMap((claim) => {
    const point = pointOf(claim);
    const fault = point
      ? pointFault(corpus, point.source, point.paragraph)
      : `"${claim.value.cite}" is not one citation; write it as [@source-id, ¶4]`;
    return fault === undefined ? [] : problemAt(claim.at('cite'), fault);
  });
}

function quoteWords({ claims }: Corpus): Problem[] {
  return claims.flatMap(({ value, at }) => {
    const count = value.quote.split(/\s+/).length;
    if (count >= MIN_QUOTE_WORDS && count <= MAX_QUOTE_WORDS) return [];
    return problemAt(
      at('quote'),
      `the quote has ${count} words; it must have ${MIN_QUOTE_WORDS} to ${MAX_QUOTE_WORDS}`,
    );
  });
}

/** Dashes, quotes and apostrophes differ between copies of a text, so a quote goes round them. */
function quoteLetters({ claims }: Corpus): Problem[] {
  return claims
    .filter(({ value }) => !/^[A-Za-z0-9 .,]+$/.test(value.quote))
    .map(({ at }) =>
      problemAt(at('quote'), 'a quote holds only ASCII letters, digits, spaces, full stops and commas'),
    );
}

function oneSentence({ claims }: Corpus): Problem[] {
  return claims.flatMap(({ value, at }) => {
    const { says } = value;
    if (says.length > MAX_CLAIM_CHARACTERS) {
      return problemAt(
        at('says'),
        `the claim has ${says.length} characters; at most ${MAX_CLAIM_CHARACTERS}`,
      );
    }
    return says.endsWith('.') ? [] : problemAt(at('says'), 'a claim is a sentence and ends with a full stop');
  });
}

/** What opposes a claim is opposed by it, and comes from another source and another side. */
function opposition({ claims }: Corpus): Problem[] {
  return claims.flatMap((claim) =>
    (claim.value.opposedBy ?? []).flatMap((id, index) => {
      const other = findEntry(claims, id);
      const fault = other === undefined ? `there is no claim "${id}"` : oppositionFault(claim, other);
      return fault === undefined ? [] : problemAt(claim.at('opposedBy', index), fault);
    }),
  );
}

function oppositionFault(claim: ClaimEntry, other: ClaimEntry): string | undefined {
  if (other.question !== claim.question)
    return `"${other.id}" belongs to another question, "${other.question}"`;
  if (pointOf(other)?.source === pointOf(claim)?.source) return `"${other.id}" is from the same source`;
  if (other.stance === claim.stance) return `"${other.id}" is on the same side ("${claim.stance}")`;
  if (other.value.opposedBy?.includes(claim.id)) return undefined;
  return `"${other.id}" does not list "${claim.id}" in its turn`;
}

/** No two claims share five words in a row: each is said once, in its own words. */
function ownWords({ claims }: Corpus): Problem[] {
  const firstWith = new Map<string, ClaimEntry>();
  return claims.flatMap((claim) => {
    const shared = wordRuns(claim.value.says, SHARED_WORDS).find((run) => firstWith.has(run));
    for (const run of wordRuns(claim.value.says, SHARED_WORDS)) {
      if (!firstWith.has(run)) firstWith.set(run, claim);
    }
    if (shared === undefined) return [];
    return problemAt(
      claim.at('says'),
      `shares "${shared}" with the claim "${firstWith.get(shared)?.id}"; reword one`,
    );
  });
}

/** What must hold of each Claim, its Citations and its wording, by the name of the rule. */
export const claimRules: Readonly<Record<string, EditorialRule>> = {
  cited,
  quoteWords,
  quoteLetters,
  oneSentence,
  opposition,
  ownWords,
};
