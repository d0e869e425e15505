import { buildClaim, buildNote, type CardClaim, type CardNote } from './card-claim.ts';
import { claimsOf, type PackLookUp } from './look-up.ts';
import type { Claim, Question, Source } from './types.ts';

/** One Claim of the Source, the Question it speaks to, and what other Sources answer. */
export interface ReadClaim {
  readonly claim: CardClaim;
  readonly question: Question;
  readonly answers: readonly CardClaim[];
}

/** What stands in one paragraph of a Source, in our words. */
export interface ReadParagraph {
  readonly paragraph: number;
  readonly claims: readonly ReadClaim[];
  readonly notes: readonly CardNote[];
}

/** The Source's argument in the order of its paragraphs; those of which nothing is said here are left out. */
export function readSource(source: Source, look: PackLookUp): readonly ReadParagraph[] {
  const paragraphs = new Map<number, { claims: ReadClaim[]; notes: CardNote[] }>();
  const at = (paragraph: number) => {
    const known = paragraphs.get(paragraph);
    if (known) return known;
    const fresh = { claims: [], notes: [] };
    paragraphs.set(paragraph, fresh);
    return fresh;
  };
  for (const question of look.pack.questions) {
    for (const claim of claimsOf(question)) {
      if (claim.source !== source.id) continue;
      const read = readClaim(claim, question, look);
      if (read) at(claim.citations[0].paragraph).claims.push(read);
    }
  }
  const shown = new Set(
    [...paragraphs.values()].flatMap(({ claims }) =>
      claims.flatMap(({ claim }) => claim.notes.map(({ id }) => id)),
    ),
  );
  for (const note of look.pack.notes) {
    if (note.source !== source.id || shown.has(note.id)) continue;
    at(note.paragraphs[0]).notes.push(buildNote(note, look));
  }
  return [...paragraphs]
    .sort(([a], [b]) => a - b)
    .map(([paragraph, { claims, notes }]) => ({ paragraph, claims, notes }));
}

function readClaim(claim: Claim, question: Question, look: PackLookUp): ReadClaim | undefined {
  const built = buildClaim(claim, look);
  if (!built) return undefined;
  const answers = claim.opposedBy.flatMap((id) => {
    const answer = look.findClaim(id);
    const card = answer && buildClaim(answer, look);
    return card ? [card] : [];
  });
  return { claim: built, question, answers };
}
