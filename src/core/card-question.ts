import { asksOf } from './answer.ts';
import { buildClaim, buildProse, type CardClaim, type CardProse } from './card-claim.ts';
import type { ClaimId, QuestionId, SourceId } from './ids.ts';
import { claimsOf, type PackLookUp } from './look-up.ts';
import type { Claim, Position, Question, Stance, Strength } from './types.ts';

/** One answer: its strongest Claim, and the further ones in published order. */
export interface CardPosition {
  readonly stance: Stance;
  readonly answer: string;
  readonly lead: CardClaim;
  readonly more: readonly CardClaim[];
}

/** Claim, objection, reply; without a reply it is open, and the card says so. */
export interface CardExchange {
  readonly claim: CardClaim;
  readonly objection: CardClaim;
  readonly reply?: CardClaim;
}

/** Where one Source of the Pack stands; `silent` when it does not speak to the Question. */
export interface CardStand {
  readonly source: string;
  readonly stance: Stance | 'silent';
}

/** A Question with its Positions, ready to be drawn. */
export interface CardQuestion {
  readonly id: QuestionId;
  readonly type: Question['type'];
  /** which: the answers are no yes and no, so the card shows their own words. */
  readonly asks: 'yes-no' | 'which';
  readonly text: string;
  readonly remark?: CardProse;
  /** Why it is lone. */
  readonly why?: CardProse;
  readonly positions: readonly CardPosition[];
  readonly exchanges: readonly CardExchange[];
  /** Every Source of the Pack, in the order for, against, mixed, silent. */
  readonly stands: readonly CardStand[];
}

const STRENGTHS: Record<Strength, number> = { strong: 3, moderate: 2, slight: 1 };
const STAND_ORDER: readonly CardStand['stance'][] = ['for', 'against', 'mixed', 'silent'];

/** A Question for the card: what it says is all in the Pack, in published order. */
export function buildQuestion(question: Question, pack: PackLookUp): CardQuestion {
  const built = new Map<ClaimId, CardClaim>();
  for (const claim of claimsOf(question)) {
    const ready = buildClaim(claim, pack);
    if (ready) built.set(claim.id, ready);
  }
  return {
    id: question.id,
    type: question.type,
    asks: asksOf(question),
    text: question.text,
    ...(question.remark === undefined ? {} : { remark: buildProse(question.remark, pack) }),
    ...(question.type === 'lone' ? { why: buildProse(question.why, pack) } : {}),
    positions: question.positions.flatMap((position) => buildPosition(position, built)),
    exchanges: question.exchanges.flatMap((exchange) => {
      const claim = built.get(exchange.claim);
      const objection = built.get(exchange.objection);
      const reply = exchange.reply === undefined ? undefined : built.get(exchange.reply);
      return claim && objection ? [{ claim, objection, ...(reply ? { reply } : {}) }] : [];
    }),
    stands: buildStands(question, pack),
  };
}

function buildPosition(position: Position, built: ReadonlyMap<ClaimId, CardClaim>): readonly CardPosition[] {
  const claims = position.claims.flatMap((claim) => built.get(claim.id) ?? []);
  const [lead, ...more] = claims;
  return lead ? [{ stance: position.stance, answer: position.answer, lead, more }] : [];
}

function buildStands(question: Question, pack: PackLookUp): readonly CardStand[] {
  const claims = claimsOf(question);
  const stands = pack.pack.sources.map((source) => ({
    source: source.shortName,
    stance: standOf(source.id, claims),
  }));
  return stands.sort((a, b) => STAND_ORDER.indexOf(a.stance) - STAND_ORDER.indexOf(b.stance));
}

/** A Source stands where its strongest Claims stand; when those differ, it sides with neither. */
export function standOf(source: SourceId, claims: readonly Claim[]): CardStand['stance'] {
  const own = claims.filter((claim) => claim.source === source);
  const top = Math.max(...own.map(weight));
  const [first, ...others] = new Set(
    own.filter((claim) => weight(claim) === top).map(({ stance }) => stance),
  );
  if (first === undefined) return 'silent';
  return others.length === 0 ? first : 'mixed';
}

/** Said outright outweighs implied, whatever the strength. */
function weight(claim: Claim): number {
  return STRENGTHS[claim.strength] + (claim.basis === 'explicit' ? 3 : 0);
}
