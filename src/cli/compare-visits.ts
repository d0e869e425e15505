import type { Visit } from './visit-page.ts';

export interface Difference {
  readonly kind: 'html' | 'console' | 'error' | 'request' | 'layouts' | 'opening';
  readonly text: string;
}

/** How much of one difference is told. */
const mostText = 160;

/** Equal in all that is compared, to the byte. */
export function areEqual(a: Visit, b: Visit): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable({ problem, html, console, errors, requests, layouts }: Visit): unknown {
  return {
    problem,
    html,
    console: console.toSorted(),
    errors: errors.toSorted(),
    requests: requests.toSorted(),
    layouts,
  };
}

/**
 * What is so in every visit with Sidelight and in none without. Pages differ from themselves, so a piece counts only
 * where the fewest seen on one side are more than the most seen on the other; more visits make chance rarer.
 */
export function compareVisits(withIt: readonly Visit[], without: readonly Visit[]): Difference[] {
  const parts: readonly (readonly [Difference['kind'], (visit: Visit) => readonly string[]])[] = [
    ['opening', (visit) => (visit.problem ? [visit.problem] : [])],
    ['html', (visit) => visit.html.flatMap(piecesOf)],
    ['console', (visit) => visit.console],
    ['error', (visit) => visit.errors],
    ['request', (visit) => visit.requests],
  ];
  const found = parts.flatMap(([kind, pieces]) =>
    comparePieces(withIt.map(pieces), without.map(pieces)).map((text) => ({ kind, text })),
  );
  return [...found, ...compareOrder(withIt, without, found), ...compareLayouts(withIt, without)];
}

/** Tags and the text between them. */
function piecesOf(html: string): string[] {
  return html.split(/(?=<)|(?<=>)/);
}

function comparePieces(
  withIt: readonly (readonly string[])[],
  without: readonly (readonly string[])[],
): string[] {
  const [ours, theirs] = [withIt.map(countPieces), without.map(countPieces)];
  const all = new Set([...ours, ...theirs].flatMap((counts) => [...counts.keys()]));
  return [...all].flatMap((piece) => {
    const sign = compareRanges(
      ours.map((counts) => counts.get(piece) ?? 0),
      theirs.map((counts) => counts.get(piece) ?? 0),
    );
    return sign === '=' ? [] : [`${sign} ${shorten(piece)}`];
  });
}

function countPieces(pieces: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

function compareRanges(ours: readonly number[], theirs: readonly number[]): '+' | '-' | '=' {
  if (Math.min(...ours) > Math.max(...theirs)) return '+';
  if (Math.max(...ours) < Math.min(...theirs)) return '-';
  return '=';
}

/** The same pieces in another order, on a page that is always the same to itself. */
function compareOrder(
  withIt: readonly Visit[],
  without: readonly Visit[],
  found: readonly Difference[],
): Difference[] {
  if (found.some(({ kind }) => kind === 'html')) return [];
  const ours = new Set(withIt.map(({ html }) => html.join('\n')));
  const theirs = new Set(without.map(({ html }) => html.join('\n')));
  const moved = ours.size === 1 && theirs.size === 1 && [...ours][0] !== [...theirs][0];
  return moved ? [{ kind: 'html', text: 'the same pieces in another order' }] : [];
}

function compareLayouts(withIt: readonly Visit[], without: readonly Visit[]): Difference[] {
  const ours = withIt.map(({ layouts = 0 }) => layouts);
  const theirs = without.map(({ layouts = 0 }) => layouts);
  if (compareRanges(ours, theirs) === '=') return [];
  return [{ kind: 'layouts', text: `${ours.join(', ')} against ${theirs.join(', ')} without` }];
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > mostText ? `${line.slice(0, mostText)}…` : line;
}
