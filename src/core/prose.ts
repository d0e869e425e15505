import type { SourceId } from './ids.ts';
import type { Prose, SourcePoint } from './types.ts';

const BRACKETS = /\[@[^\]]*\]/g;
const POINT = /^\s*@([a-z0-9-]+),\s*¶(\d{1,4})\s*$/;

/** The pointers of one `[@lester-2013, ¶10; @lester-2013, ¶11]`; undefined when it is not written so. */
export function findPoints(brackets: string): readonly SourcePoint[] | undefined {
  const points: SourcePoint[] = [];
  for (const part of brackets.slice(1, -1).split(';')) {
    const [, source, paragraph] = POINT.exec(part) ?? [];
    if (source === undefined || paragraph === undefined) return undefined;
    points.push({ source: source as SourceId, paragraph: Number(paragraph) });
  }
  return points;
}

/** Splits prose at its citations. Brackets that are no citation stay in the text as written. */
export function readProse(text: string): Prose {
  const parts: (string | SourcePoint)[] = [];
  let from = 0;
  for (const found of text.matchAll(BRACKETS)) {
    const points = findPoints(found[0]);
    if (points === undefined) continue;
    if (found.index > from) parts.push(text.slice(from, found.index));
    parts.push(...points);
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Every bracketed `[@…]` of a text, whether it is written well or not. */
export function bracketsIn(text: string): string[] {
  return [...text.matchAll(BRACKETS)].map((found) => found[0]);
}
