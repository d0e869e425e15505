import { findPoints } from '../core/prose.ts';
import type { Corpus } from './corpus.ts';
import { pointOf } from './rules/claims.ts';
import { imbalanceOf } from './rules/questions.ts';

type Row = readonly (string | number)[];

/** The corpus in three tables: what each source, question and term has. Plain text, columns aligned. */
export function reportCorpus(corpus: Corpus): string {
  return [sourceTable(corpus), questionTable(corpus), termTable(corpus), summary(corpus)].join('\n\n');
}

function sourceTable({ sources, claims, notes }: Corpus): string {
  const rows = sources.map(({ id, value }): Row => {
    const own = claims.filter((claim) => pointOf(claim)?.source === id);
    const stance = (name: string) => own.filter((claim) => claim.stance === name).length;
    const cited = new Set(own.map((claim) => pointOf(claim)?.paragraph)).size;
    const questions = new Set(own.map(({ question }) => question)).size;
    const noted = notes.filter(({ source }) => source === id).length;
    return [
      id,
      own.length,
      stance('for'),
      stance('against'),
      stance('mixed'),
      questions,
      `${cited}/${value.paragraphCount}`,
      noted,
    ];
  });
  const head = ['source', 'claims', 'for', 'against', 'mixed', 'questions', '¶ cited', 'notes'];
  return table(head, rows);
}

function questionTable({ questions, sources }: Corpus): string {
  const rows = questions.map((question): Row => {
    const { id, value } = question;
    const claims = value.positions.flatMap((position) => position.claims);
    const count = (name: string) => value.positions.find(({ stance }) => stance === name)?.claims.length ?? 0;
    const cited = new Set<string>(
      claims.flatMap(({ cite }) => findPoints(cite) ?? []).map(({ source }) => source),
    );
    const voices = sources.filter((source) => cited.has(source.id));
    const pairs = claims.reduce((sum, claim) => sum + (claim.opposedBy?.length ?? 0), 0) / 2;
    const replies = (value.exchanges ?? []).filter(({ reply }) => reply !== undefined).length;
    const open = (value.exchanges ?? []).length - replies;
    return [
      id,
      value.lone === undefined ? 'disputed' : 'lone',
      count('for'),
      count('against'),
      count('mixed'),
      voices.length,
      pairs,
      replies,
      open,
      imbalanceOf(question).toFixed(1),
    ];
  });
  const head = [
    'question',
    'type',
    'for',
    'against',
    'mixed',
    'sources',
    'opposed',
    'replied',
    'open',
    'balance',
  ];
  return table(head, rows);
}

function termTable({ terms, questions, notes, events }: Corpus): string {
  const rows = terms.map(({ id, value }): Row => {
    const count = (lists: readonly (readonly string[] | undefined)[]) =>
      lists.filter((list) => list?.includes(id)).length;
    return [
      id,
      value.kind,
      value.priority,
      value.gloss.length,
      value.records?.length ?? 0,
      value.status?.tone ?? '',
      value.aliases.length,
      count(questions.map((question) => question.value.terms)),
      count(notes.map((note) => note.value.terms)),
      count(events.map((event) => event.value.terms)),
      [...(value.sources ?? []), ...(value.related ?? [])].length,
    ];
  });
  const head = ['term', 'kind', 'priority', 'gloss', 'records', 'status', 'aliases', 'questions', 'notes'];
  return table([...head, 'events', 'links'], rows);
}

function summary({ sources, terms, questions, claims, notes, events }: Corpus): string {
  return `${sources.length} sources, ${terms.length} terms, ${questions.length} questions, ${claims.length} claims, ${notes.length} notes, ${events.length} events`;
}

/** Numbers to the right, words to the left. */
function table(head: readonly string[], rows: readonly Row[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => String(row[i]).length)));
  const line = (row: Row) =>
    row
      .map((cell, i) => {
        const width = widths[i] ?? 0;
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
