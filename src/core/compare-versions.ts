/**
 * Negative when the first version is the earlier one, 0 when they are the same, positive otherwise. Numbers count as
 * numbers, so that 1.10 comes after 1.9 and 2026.1.2 before 2026.11.1; words come before their release, as 1.0-beta does.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const order = compareParts(a[at], b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

type Part = number | string | undefined;

function partsOf(version: string): readonly Part[] {
  const parts = version.toLowerCase().match(/\d+|[^\d\s.+_-]+/g) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : part));
}

function compareParts(a: Part, b: Part): number {
  if (a === b) return 0;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const rank = (part: Part) => (typeof part === 'number' ? part + 1 : part === undefined ? 0.5 : 0);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : 1;
  return rank(a) - rank(b);
}
