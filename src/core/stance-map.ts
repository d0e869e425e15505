import { findAnswer } from './answer.ts';
import { buildClaim, type CardClaim } from './card-claim.ts';
import { standOf } from './card-question.ts';
import { claimsOf, type PackLookUp } from './look-up.ts';
import { compareDates } from './partial-date.ts';
import type { Claim, Question, Source, Stance, Strength } from './types.ts';

/** Where one Source stands on one Question. */
export interface StanceCell {
  readonly source: Source;
  readonly stance: Stance | 'silent';
  /** How plainly its strongest Claim for that stance says so; left out in silence. */
  readonly degree?: Strength | 'implied';
  /** The answer's own words, where a plain yes or no does not fit the Question. */
  readonly answer?: string;
  /** Every Claim of the Source on the Question. */
  readonly claims: readonly CardClaim[];
}

/** One Question over all Sources. */
export interface StanceRow {
  readonly question: Question;
  readonly cells: readonly StanceCell[];
}

/** Who says what: every Question in published order, every Source by date, silence too. */
export interface StanceMap {
  readonly sources: readonly Source[];
  readonly rows: readonly StanceRow[];
}

const DEGREES: readonly NonNullable<StanceCell['degree']>[] = ['strong', 'moderate', 'slight', 'implied'];

/** Builds the whole map of one Pack. */
export function buildStanceMap(look: PackLookUp): StanceMap {
  const sources = [...look.pack.sources].sort((a, b) => compareDates(a.date, b.date));
  const rows = look.pack.questions.map((question) => ({
    question,
    cells: sources.map((source) => buildCell(source, question, look)),
  }));
  return { sources, rows };
}

function buildCell(source: Source, question: Question, look: PackLookUp): StanceCell {
  const all = claimsOf(question);
  const own = all.filter((claim) => claim.source === source.id);
  const stance = standOf(source.id, all);
  const claims = own.flatMap((claim) => buildClaim(claim, look) ?? []);
  if (own.length === 0) return { source, stance, claims };
  const answer = stance === 'silent' ? undefined : findAnswer(question, stance);
  return {
    source,
    stance,
    claims,
    degree: strongestDegree(own, stance),
    ...(answer !== undefined && { answer }),
  };
}

function strongestDegree(claims: readonly Claim[], stance: StanceCell['stance']) {
  const telling = stance === 'mixed' ? claims : claims.filter((claim) => claim.stance === stance);
  const places = telling.map((claim) =>
    DEGREES.indexOf(claim.basis === 'implied' ? 'implied' : claim.strength),
  );
  return DEGREES[Math.min(...places)] ?? 'implied';
}
