import type { NonEmpty } from '../core/ids.ts';
import { MOST_ITEMS } from '../core/pack-limits.ts';
import { compareDates } from '../core/partial-date.ts';
import { findPoints, readProse } from '../core/prose.ts';
import type {
  Claim,
  Exchange,
  Note,
  Pack,
  Position,
  PublicRecord,
  Question,
  Source,
  Term,
  TimelineEvent,
} from '../core/types.ts';
import { alternatives } from './alias-forms.ts';
import type { AuthoredPack, AuthoredPosition, AuthoredQuestion, AuthoredTerm } from './authored.ts';
import type { Corpus } from './corpus.ts';
import { parseAlias } from './sense-rules.ts';

/** The Pack of a corpus that every rule has passed: ids branded, lists non-empty, citations resolved. */
export function buildPack(corpus: Corpus): Pack {
  const { pack } = corpus;
  return {
    id: corpus.id as Pack['id'],
    // Optional fields are left out by the shape, not undefined.
    ...(pack.value as Omit<AuthoredPack, 'description' | 'homepage' | 'key'>),
    terms: corpus.terms.map((term) => buildTerm(term, corpus.wording.lists ?? {})),
    sources: corpus.sources.map(buildSource),
    questions: corpus.questions.map(({ id, value }) => buildQuestion(id, value, byWeight(corpus))),
    notes: corpus.notes.map(buildNote),
    events: corpus.events.map(buildEvent).sort((a, b) => compareDates(a.date, b.date)),
  };
}

function buildTerm({ id, value }: Corpus['terms'][number], lists: Lists): Term {
  const { label, kind, kindLine, priority, gloss, status } = value;
  return {
    id: id as Term['id'],
    label,
    aliases: readableNames(value.aliases, lists),
    kind,
    kindLine,
    priority,
    gloss,
    records: buildRecords(value.records ?? []),
    ...(status && { status }),
    related: (value.related ?? []) as unknown as Term['related'],
    sources: (value.sources ?? []) as unknown as Term['sources'],
  };
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** Aliases as people read them: without brackets, and once for each word of a list. */
function readableNames(aliases: AuthoredTerm['aliases'], lists: Lists): readonly string[] {
  const written = aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text));
  const all = written.flatMap((text) => alternatives(text, lists)).map((text) => parseAlias(text).text);
  return [...new Set(all)].slice(0, MOST_ITEMS.aliasesOfTerm);
}

function buildSource({ id, value }: Corpus['sources'][number]): Source {
  const { sha256: _, reception, ...rest } = value;
  return {
    id: id as Source['id'],
    ...(rest as unknown as Omit<Source, 'id' | 'reception'>),
    ...(reception && { reception: { text: reception.text, records: buildRecords(reception.records) } }),
  };
}

/** The published order: strength, then what the source says outright, then the earlier source. */
function byWeight(corpus: Corpus): (a: Claim, b: Claim) => number {
  const strengths: readonly string[] = ['strong', 'moderate', 'slight'];
  const dates = new Map(corpus.sources.map(({ id, value }) => [id, value.date]));
  const dateOf = (claim: Claim) => dates.get(claim.source) ?? '';
  return (a, b) =>
    strengths.indexOf(a.strength) - strengths.indexOf(b.strength) ||
    a.basis.localeCompare(b.basis) ||
    dateOf(a).localeCompare(dateOf(b));
}

function buildQuestion(id: string, value: AuthoredQuestion, order: (a: Claim, b: Claim) => number): Question {
  const base = {
    id: id as Question['id'],
    text: value.text,
    forMeans: value.forMeans,
    terms: value.terms as unknown as Question['terms'],
    exchanges: (value.exchanges ?? []) as unknown as readonly Exchange[],
    ...(value.remark !== undefined && { remark: readProse(value.remark) }),
  };
  const positions = value.positions.map((position) => buildPosition(position, order));
  if (value.lone !== undefined) {
    const lone = positions as unknown as NonEmpty<Position>;
    return { ...base, type: 'lone', positions: lone, why: readProse(value.lone) };
  }
  return { ...base, type: 'disputed', positions: positions as unknown as [Position, Position] };
}

function buildPosition(
  { stance, answer, claims }: AuthoredPosition,
  order: (a: Claim, b: Claim) => number,
): Position {
  const sorted = claims.map((claim) => buildClaim(claim, stance)).sort(order);
  return { stance, answer, claims: sorted as unknown as NonEmpty<Claim> };
}

function buildClaim(claim: AuthoredPosition['claims'][number], stance: Claim['stance']): Claim {
  const [point] = findPoints(claim.cite) ?? [];
  if (point === undefined) throw new Error(`claim ${claim.id} came through the rules without a citation`);
  return {
    id: claim.id as Claim['id'],
    source: point.source,
    text: claim.says,
    stance,
    strength: claim.strength,
    basis: claim.basis ?? 'explicit',
    citations: [{ paragraph: point.paragraph, quote: claim.quote }],
    opposedBy: (claim.opposedBy ?? []) as unknown as Claim['opposedBy'],
  };
}

function buildNote({ value, source }: Corpus['notes'][number]): Note {
  return {
    ...(value as unknown as Omit<Note, 'source' | 'records' | 'terms' | 'claims'>),
    source: source as Note['source'],
    records: buildRecords(value.records) as unknown as Note['records'],
    terms: (value.terms ?? []) as unknown as Note['terms'],
    claims: (value.claims ?? []) as unknown as Note['claims'],
  };
}

function buildEvent({ value }: Corpus['events'][number]): TimelineEvent {
  return value as unknown as TimelineEvent;
}

function buildRecords(records: readonly { cite: string; url?: string | undefined }[]): PublicRecord[] {
  return records.map(({ cite, url }) => (url === undefined ? { cite } : { cite, url }));
}
