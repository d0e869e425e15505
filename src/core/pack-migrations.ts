import { aliasFitness } from './alias-fitness.ts';
import type { NamedAlias } from './pack-names.ts';

/** A parsed pack file of which nothing is known but that it is fields with values. */
export type RawPack = Readonly<Record<string, unknown>>;

/** What a format's files need to become files of the next; by the format that they come from. */
const migrations: Readonly<Record<number, (raw: RawPack) => RawPack>> = { 1: nameFromLabels };

/** The file as one of format `to`. It is decoded afterwards, so nothing here checks shapes. */
export function migratePack(raw: RawPack, from: number, to: number): RawPack {
  let file = raw;
  for (let format = from; format < to; format += 1) file = migrations[format]?.(file) ?? file;
  return { ...file, format: to };
}

/**
 * Format 1 said what cards show, not how pages name it. So its labels and aliases are names as they stand, with
 * their capitals; what is too common to be a name without rules, and patterns, are left out.
 */
function nameFromLabels(raw: RawPack): RawPack {
  const terms = Array.isArray(raw['terms']) ? raw['terms'] : [];
  const aliases = new Map<string, NamedAlias>();
  for (const [ordinal, term] of terms.entries()) {
    for (const text of namesIn(term, String(raw['language'])))
      if (!aliases.has(text)) aliases.set(text, [text, [[ordinal, capitalsOf(text)]]]);
  }
  return { ...raw, names: { pageCues: 0, aliases: [...aliases.values()], rules: CAPITALS } };
}

/** Rules 1 and 2: all letters are capitals; every word begins with one. */
const CAPITALS = [{ letters: 'A' }, { letters: 'Aa' }];

function capitalsOf(text: string): number {
  if (text === text.toUpperCase()) return 1;
  return /(?:^|[^\p{L}\p{N}'])\p{Ll}/u.test(text) ? 0 : 2;
}

function namesIn(term: unknown, language: string): readonly string[] {
  const { label, aliases } = (typeof term === 'object' && term !== null ? term : {}) as RawPack;
  const all = [label, ...(Array.isArray(aliases) ? aliases : [])];
  return all.filter(
    (text): text is string =>
      typeof text === 'string' && !/[[\]{}]/.test(text) && aliasFitness(text, language) === 'fit',
  );
}
