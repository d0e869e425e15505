import { keepWeakly } from './keep-weakly.ts';
import type { Rule, Sense } from './mention-index.ts';

/** A sense without a term. */
export const NO_TERM = 0xfffff;
/** A sense has 12 bits for its rule. */
export const MAX_RULES = 0xfff;

/** Fields of a rule that are kept as numbers of lists, so that a list which many share is written once. */
export const wordFields: ReadonlySet<string> = new Set(
  'notBefore notAfter after joins home given others'.split(' '),
);
/** Fields of a rule that are kept as numbers of lists of cues. */
export const cueFields: ReadonlySet<string> = new Set(['needs', 'not']);

/** A list of words, or of cues, `[number]` of a list of cues and `[first, last]` of cues in a row. */
export type PackedList = readonly (string | number | readonly [number] | readonly [number, number])[];
/** A rule with its lists by number. */
export type PackedRule = Readonly<Record<string, unknown>>;
/** The rules of an index and the lists that they share. */
export interface PackedRules {
  readonly lists: readonly PackedList[];
  readonly rules: readonly PackedRule[];
  /** Words that tell the Pack's subject. */
  readonly subject?: string;
}

/** Whether whoever is named or said elsewhere on the page may decide: words that must be near, and persons. */
export function asksPage(rule: PackedRule): boolean {
  return 'needs' in rule || 'person' in rule || 'subject' in rule;
}

/** Reads senses packed as 20 bits term and 12 bits rule; those of alias a end at `ends[a]`. */
export function createSenseReader(ends: Uint32Array, senses: Uint32Array, { lists, rules }: PackedRules) {
  const ruleAt = createRuleReader(
    (list) => lists[list],
    (rule) => rules[rule],
  );
  // A name that stands on a page is asked about again and again.
  const known = new Map<number, readonly Sense[]>();
  return (alias: number): readonly Sense[] => {
    const read = known.get(alias);
    if (read !== undefined) return read;
    const found: Sense[] = [];
    for (let at = ends[alias - 1] ?? 0; at < (ends[alias] ?? 0); at += 1) {
      const packed = senses[at] ?? 0;
      found.push(senseOf(packed & NO_TERM, ruleAt(packed >>> 20)));
    }
    known.set(alias, found);
    return found;
  };
}

/** A sense as rules are asked about it; NO_TERM for none. */
export function senseOf(term: number, rule: Rule | undefined): Sense {
  return { ...(term !== NO_TERM && { term }), ...(rule && { rule }) };
}

/** Rules are unpacked when first asked for; rule 0 is none. */
export function createRuleReader(
  listAt: (list: number) => PackedList | undefined,
  packedAt: (rule: number) => PackedRule | undefined,
): (rule: number) => Rule | undefined {
  const cuesOf = (list: number): number[] =>
    (listAt(list) ?? []).flatMap((item) => {
      if (!Array.isArray(item)) return item as number;
      const [first, last] = item as readonly [number, number?];
      return last === undefined ? cuesOf(first) : [...Array(last - first + 1).keys()].map((at) => first + at);
    });
  const unpack = (packed: PackedRule): object =>
    Object.fromEntries(
      Object.entries(packed).map(([name, value]) => {
        if (cueFields.has(name)) return [name, new Set(cuesOf(value as number))];
        if (wordFields.has(name)) return [name, listAt(value as number)];
        return [name, name === 'person' ? unpack(value as PackedRule) : value];
      }),
    );
  const known = keepWeakly((): (Rule | undefined)[] => []);
  return (ordinal) => {
    if (ordinal === 0) return undefined;
    const rules = known();
    if (ordinal in rules) return rules[ordinal];
    const packed = packedAt(ordinal);
    rules[ordinal] = packed && (unpack(packed) as Rule);
    return rules[ordinal];
  };
}
