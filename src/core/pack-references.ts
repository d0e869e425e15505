import type { Claim, Pack, Question } from './types.ts';

type Say = (fault: string) => void;

/** What a pack in good shape names but does not have, or has twice; each with its path, at most `most`. */
export function referenceFaults(pack: Pack, most: number): string[] {
  const faults: string[] = [];
  const say: Say = (fault) => {
    if (faults.length < most) faults.push(fault);
  };
  const terms = idsOnce('terms', pack.terms, say);
  const paragraphs = new Map(pack.sources.map(({ id, paragraphCount }) => [id as string, paragraphCount]));
  const claims = new Map<string, Claim>();
  idsOnce('sources', pack.sources, say);
  idsOnce('questions', pack.questions, say);
  idsOnce('notes', pack.notes, say);
  idsOnce('events', pack.events, say);
  const exist = (path: string, what: string, ids: readonly string[], known: { has(id: string): boolean }) => {
    for (const id of ids) if (!known.has(id)) say(`${path}: there is no ${what} "${id}"`);
  };
  const point = (path: string, source: string, paragraph: number) => {
    const count = paragraphs.get(source);
    if (count === undefined) say(`${path}: there is no source "${source}"`);
    else if (paragraph > count) say(`${path}: ${source} has ${count} paragraphs, so no ¶${paragraph}`);
  };
  for (const [at, { related, sources }] of pack.terms.entries()) {
    exist(`terms.${at}.related`, 'term', related, terms);
    exist(`terms.${at}.sources`, 'source', sources, paragraphs);
  }
  for (const [at, question] of pack.questions.entries()) {
    exist(`questions.${at}.terms`, 'term', question.terms, terms);
    checkPositions(question, `questions.${at}`, { claims, point, say });
  }
  for (const [at, question] of pack.questions.entries())
    for (const [path, ids] of claimReferences(question))
      exist(`questions.${at}.${path}`, 'claim', ids, claims);
  for (const [at, note] of pack.notes.entries()) {
    for (const paragraph of note.paragraphs) point(`notes.${at}.paragraphs`, note.source, paragraph);
    exist(`notes.${at}.terms`, 'term', note.terms, terms);
    exist(`notes.${at}.claims`, 'claim', note.claims, claims);
  }
  for (const [at, event] of pack.events.entries()) exist(`events.${at}.terms`, 'term', event.terms, terms);
  return faults;
}

function idsOnce(path: string, items: readonly { readonly id: string }[], say: Say): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [at, { id }] of items.entries()) {
    if (seen.has(id)) say(`${path}.${at}.id: "${id}" is used twice`);
    seen.add(id);
  }
  return seen;
}

interface Known {
  readonly claims: Map<string, Claim>;
  readonly point: (path: string, source: string, paragraph: number) => void;
  readonly say: Say;
}

function checkPositions(question: Question, path: string, { claims, point, say }: Known): void {
  const stances = question.positions.map(({ stance }) => stance);
  if (new Set(stances).size < stances.length) say(`${path}.positions: two have the same stance`);
  for (const [p, { claims: own, stance }] of question.positions.entries()) {
    for (const [c, claim] of own.entries()) {
      const here = `${path}.positions.${p}.claims.${c}`;
      if (claims.has(claim.id)) say(`${here}.id: "${claim.id}" is used twice`);
      claims.set(claim.id, claim);
      if (claim.stance !== stance) say(`${here}.stance: is "${claim.stance}" in a position "${stance}"`);
      for (const { paragraph } of claim.citations) point(`${here}.citations`, claim.source, paragraph);
    }
  }
  const prose = [...(question.remark ?? []), ...(question.type === 'lone' ? question.why : [])];
  for (const part of prose) if (typeof part !== 'string') point(`${path}.prose`, part.source, part.paragraph);
}

function claimReferences({ positions, exchanges }: Question): (readonly [string, readonly string[]])[] {
  const answered = positions.flatMap(({ claims }, p) =>
    claims.map((claim, c) => [`positions.${p}.claims.${c}.opposedBy`, claim.opposedBy] as const),
  );
  const exchanged = exchanges.map(({ claim, objection, reply }, e) => {
    return [`exchanges.${e}`, reply === undefined ? [claim, objection] : [claim, objection, reply]] as const;
  });
  return [...answered, ...exchanged];
}
