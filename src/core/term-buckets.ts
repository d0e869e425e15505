import type { Term } from './types.ts';

/** A card reads a bucket for its Term and one for each related one: small, yet few for a hundred thousand Terms. */
const TERMS_A_BUCKET = 128;

/** The Terms in buckets, so that one is found without reading them all. The same Terms give the same buckets. */
export function sortIntoBuckets(terms: readonly Term[]): readonly (readonly Term[])[] {
  const count = Math.max(1, Math.ceil(terms.length / TERMS_A_BUCKET));
  const buckets = Array.from({ length: count }, (): Term[] => []);
  for (const term of terms) buckets[findBucket(term.id, count)]?.push(term);
  return buckets;
}

/** The bucket, of so many, in which a Term of this id is. */
export function findBucket(id: string, count: number): number {
  let hash = 0;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash, 31) + id.charCodeAt(at);
  return (Math.imul(hash, 0x9e3779b1) >>> 0) % count;
}
