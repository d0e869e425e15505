import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { projectRoot } from '../../src/cli/project.ts';
import { findMentions, type MentionFinder } from '../../src/core/mentions.ts';

/** A stretch of a labelled text; with a term when it is a mention. */
interface Piece {
  readonly text: string;
  readonly term?: string;
}

/** A text whose mentions are known. */
export interface Labelled {
  /** Where it stands, as `file:line`. */
  readonly place: string;
  readonly pieces: readonly Piece[];
  /** Written to be taken for a mention. */
  readonly confusable: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/**
 * Reads a file of one text a line: "!" marks a confusable one, `[[term|words]]` a mention, "#" a remark, "\\n" a line
 * break.
 */
export function readLabelled(file: string): readonly Labelled[] {
  const name = relative(projectRoot, file);
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, at) => ({ line, place: `${name}:${at + 1}` }))
    .filter(({ line }) => line !== '' && !line.startsWith('# '))
    .map(({ line, place }) => ({
      place,
      pieces: piecesOf(line.replace(/^! /, '').replaceAll('\\n', '\n')),
      confusable: line.startsWith('! '),
    }));
}

function piecesOf(line: string): readonly Piece[] {
  return line
    .split(/(\[\[[^\]]+\]\])/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, term, text] = /^\[\[([^|]+)\|(.*)\]\]$/s.exec(part) ?? [];
      return term === undefined || text === undefined ? { text: part } : { text, term };
    });
}

/** How well a finder does on labelled texts. */
export interface Score {
  readonly f1: number;
  readonly recall: number;
  /** Share of the mentions found whose span is exact. */
  readonly exact: number;
  /** False marks in confusable texts by 1,000 of their words. */
  readonly falseMarks: number;
  /** One line for each fault: where the text stands, what is wrong, the words and the text. */
  readonly faults: readonly string[];
}

/** Scores by overlap: a mention is found where one of the same term overlaps it. */
export function scoreOf(finder: MentionFinder, set: readonly Labelled[]): Score {
  let [wanted, found, exact, given, surplus, wrong, words] = [0, 0, 0, 0, 0, 0, 0];
  const faults: string[] = [];
  for (const { place, pieces, confusable } of set) {
    const text = pieces.map((piece) => piece.text).join('');
    const gold = spansOf(pieces);
    const marks = findMentions(finder, text).map((one) => ({ ...one, term: one.term.split('/')[1] ?? '' }));
    const hits = gold.filter((span) => marks.some((mark) => overlaps(span, mark)));
    const exacts = hits.filter((span) => marks.some((mark) => overlaps(span, mark) && isSame(span, mark)));
    const extra = marks.filter((mark) => !gold.some((span) => overlaps(span, mark)));
    wanted += gold.length;
    found += hits.length;
    exact += exacts.length;
    given += marks.length;
    wrong += confusable ? extra.length : 0;
    words += confusable ? text.split(/\s+/).length : 0;
    const show = (kind: string, { start, end, term }: Span) =>
      `${place} ${kind} ${term} "${text.slice(start, end)}" in: ${text}`;
    faults.push(...gold.filter((span) => !hits.includes(span)).map((span) => show('missed', span)));
    faults.push(...hits.filter((span) => !exacts.includes(span)).map((span) => show('inexact', span)));
    faults.push(...extra.map((mark) => show('false', mark)));
    surplus += extra.length;
  }
  const precision = (given - surplus) / given;
  const recall = found / wanted;
  const f1 = (2 * precision * recall) / (precision + recall);
  return { f1, recall, exact: exact / found, falseMarks: (1000 * wrong) / words, faults };
}

function spansOf(pieces: readonly Piece[]): readonly Span[] {
  let at = 0;
  return pieces.flatMap(({ text, term }) => {
    const start = at;
    at += text.length;
    return term === undefined ? [] : [{ start, end: at, term }];
  });
}

const overlaps = (a: Span, b: Span) => a.term === b.term && a.start < b.end && a.end > b.start;
const isSame = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

const inside = (text: string, unit: string) => text.replace(/(\p{L}{2})(\p{L}{2})/gu, `$1${unit}$2`);

/** What browsers, editors and typesetters do to a text; mentions stay where they are. */
export const perturbations: Readonly<Record<string, (text: string) => string>> = {
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'thin spaces': (text) => text.replaceAll(' ', '\u202f'),
  'non-breaking hyphens': (text) => text.replaceAll('-', '\u2011'),
  'en dashes': (text) => text.replaceAll('-', '\u2013'),
  'soft hyphens': (text) => inside(text, '\u00ad'),
  'zero-width spaces': (text) => inside(text, '\u200b'),
  'line breaks': (text) => text.replaceAll(' ', '\n'),
  'double spaces': (text) => text.replaceAll(' ', '  '),
  capitals: (text) => text.toUpperCase(),
  'straight quotes': (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'),
  'typographic quotes': (text) => text.replaceAll("'", '’'),
};

/** The set with every mention changed so; other words too where `everywhere`. */
export function perturbed(
  set: readonly Labelled[],
  change: (text: string) => string,
  everywhere = false,
): readonly Labelled[] {
  return set.map((one) => ({
    ...one,
    pieces: one.pieces.map((piece) =>
      piece.term === undefined && !everywhere ? piece : { ...piece, text: change(piece.text) },
    ),
  }));
}
