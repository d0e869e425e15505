/** A place where a text nearly says something: half-open, with how many letters differ. */
export interface NearMatch {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** For each place i, the least errors of the pattern against some stretch that ends there; `most + 1` stands for more. */
function errorsByEnd(text: string, pattern: string, most: number): Uint16Array {
  const worst = most + 1;
  const found = new Uint16Array(text.length + 1).fill(worst);
  const column = Uint16Array.from({ length: pattern.length + 1 }, (_, row) => Math.min(row, worst));
  // Below this row every cell is worse than asked for (Ukkonen): most columns touch a few rows only.
  let last = Math.min(most, pattern.length);
  for (let i = 1; i <= text.length; i += 1) {
    const unit = text.charCodeAt(i - 1);
    let diagonal = 0;
    const rows = Math.min(last + 1, pattern.length);
    for (let row = 1; row <= rows; row += 1) {
      const left = row > last ? worst : (column[row] ?? worst);
      const replaced = diagonal + (pattern.charCodeAt(row - 1) === unit ? 0 : 1);
      const best = Math.min(replaced, left + 1, (column[row - 1] ?? worst) + 1, worst);
      diagonal = left;
      column[row] = best;
    }
    last = rows;
    while (last > 0 && (column[last] ?? worst) > most) last -= 1;
    if (last === pattern.length) found[i] = column[last] ?? worst;
  }
  return found;
}

function reverse(text: string): string {
  let reversed = '';
  for (let i = text.length - 1; i >= 0; i -= 1) reversed += text[i];
  return reversed;
}

/** The start of the best stretch that ends at `end`: the longest with as few errors, so that no letter is lost. */
function findStart(text: string, pattern: string, end: number, errors: number): number {
  const from = Math.max(0, end - pattern.length - errors);
  const window = reverse(text.slice(from, end));
  const backwards = distancesFromStart(window, reverse(pattern), errors);
  return end - Math.max(0, backwards.lastIndexOf(errors));
}

/** The errors of the pattern against each beginning of the window. */
function distancesFromStart(window: string, pattern: string, most: number): readonly number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  const ends = [column.at(-1) ?? most + 1];
  for (let i = 1; i <= window.length; i += 1) {
    const next = [i];
    for (let row = 1; row <= pattern.length; row += 1) {
      const replaced = (column[row - 1] ?? 0) + (pattern[row - 1] === window[i - 1] ? 0 : 1);
      next.push(Math.min(replaced, (column[row] ?? 0) + 1, (next[row - 1] ?? 0) + 1));
    }
    column = next;
    ends.push(column.at(-1) ?? most + 1);
  }
  return ends;
}

/**
 * Every place where the text says the pattern with at most so many letters wrong, the best of each cluster, in order.
 * Time grows with the text times the errors allowed.
 */
export function findNear(text: string, pattern: string, most: number): readonly NearMatch[] {
  if (pattern === '') return [];
  const allowed = Math.min(most, pattern.length - 1);
  const errors = errorsByEnd(text, pattern, allowed);
  const matches: NearMatch[] = [];
  for (let end = 1; end <= text.length; end += 1) {
    const here = errors[end] ?? allowed + 1;
    if (here > allowed || (errors[end - 1] ?? allowed + 1) < here) continue;
    // Going on, it gets better or stays: the last of equals is kept, since a letter dropped at the end costs one.
    if ((errors[end + 1] ?? allowed + 1) < here) continue;
    if (matches.at(-1)?.end === end - 1 && matches.at(-1)?.errors === here) continue;
    matches.push({ start: findStart(text, pattern, end, here), end, errors: here });
  }
  return matches;
}
