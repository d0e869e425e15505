/**
 * Whether two words differ by at most `most` typing errors: a letter more, less, other, or two swapped.
 * Gives up as soon as it cannot be.
 */
export function isWithinEdits(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = cheapest(a, b, i, j, { older, old, row });
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return false;
    older = old;
    old = row;
  }
  return (old[b.length] ?? most + 1) <= most;
}

interface Rows {
  readonly older: readonly number[];
  readonly old: readonly number[];
  readonly row: readonly number[];
}

function cheapest(a: string, b: string, i: number, j: number, { older, old, row }: Rows): number {
  const isSame = a[i - 1] === b[j - 1];
  const replaced = at(old, j - 1) + (isSame ? 0 : 1);
  const shifted = Math.min(at(old, j), at(row, j - 1)) + 1;
  const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return Math.min(replaced, shifted, isSwapped ? at(older, j - 2) + 1 : Number.POSITIVE_INFINITY);
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Number.POSITIVE_INFINITY;
}
