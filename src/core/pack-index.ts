import { buildMatcher } from './build-matcher.ts';
import { type DraftRule, type DraftSense, encodeIndex, type IndexParts } from './encode-index.ts';
import { buildFirstLook } from './first-look.ts';
import type { TermKey } from './ids.ts';
import type { NamedAlias, PackNames } from './pack-names.ts';
import type { Term } from './types.ts';

/** The tables that a pack's names make: what decides reads the index, pages are looked through with the others. */
export interface PackIndex {
  readonly index: Uint8Array;
  /** Of the names that may mean a Term. */
  readonly firstLook: Uint8Array;
  /** Of those that only stand beside one. */
  readonly secondLook: Uint8Array;
}

/** As much of a Pack as its tables hold. */
export interface NamedPack {
  readonly id: string;
  readonly terms: readonly (Pick<Term, 'label' | 'priority'> & { readonly id: string })[];
}

/** Builds the tables; the same names give the same bytes. Throws a RangeError naming an alias that is too long. */
export function buildPackIndex(pack: NamedPack, names: PackNames): PackIndex {
  return {
    index: encodeIndex(indexPartsOf(pack, names)),
    firstLook: buildFirstLook(tellingIn(names)),
    secondLook: buildFirstLook(besideIn(names)),
  };
}

/** What the tables of a pack are written from. Throws as `buildPackIndex` does. */
export function indexPartsOf(pack: NamedPack, names: PackNames): IndexParts {
  return {
    terms: pack.terms.map(({ id, label, priority }) => ({
      key: `${pack.id}/${id}` as TermKey,
      label,
      priority,
    })),
    senses: names.aliases.map((alias) => sensesOf(alias, names)),
    pageCues: names.pageCues,
    ...(names.subject && { subject: names.subject }),
    matcher: buildMatcher(names.aliases.map(([text]) => text)),
  };
}

/** The aliases that may mean a Term. */
export function tellingIn({ aliases, rules }: PackNames): readonly string[] {
  return aliases.filter((alias) => isTelling(alias, rules)).map(([text]) => text);
}

/** The rest of them. */
function besideIn({ aliases, rules }: PackNames): readonly string[] {
  return aliases.filter((alias) => !isTelling(alias, rules)).map(([text]) => text);
}

function isTelling([, readings]: NamedAlias, rules: PackNames['rules']): boolean {
  return readings.some(([term, rule]) => term >= 0 || rules[rule - 1]?.spells !== undefined);
}

function sensesOf([, readings]: NamedAlias, { rules }: PackNames): readonly DraftSense[] {
  return readings.map(([term, ordinal]) => {
    const rule = rules[ordinal - 1];
    return { ...(term >= 0 && { term }), ...(rule !== undefined && { rule }) };
  });
}

/** Fields of a rule in the order in which they are written, so that equal rules are equal bytes. */
const RULE_FIELDS = [
  ...[
    'letters',
    'needs',
    'within',
    'not',
    'notBefore',
    'notAfter',
    'after',
    'joins',
    'home',
    'subject',
    'cut',
  ],
  ...['person', 'spells'],
] as (keyof DraftRule)[];

/** Names from what each alias may mean, with equal rules once. */
export function namesOf(
  texts: readonly string[],
  senses: readonly (readonly DraftSense[])[],
  shared: Pick<PackNames, 'pageCues' | 'subject'>,
): PackNames {
  const rules = new Map<string, number>();
  const ordinalOf = (rule: DraftRule | undefined): number => {
    if (rule === undefined) return 0;
    const ordered = RULE_FIELDS.flatMap((field) => (rule[field] === undefined ? [] : [[field, rule[field]]]));
    const key = JSON.stringify(Object.fromEntries(ordered));
    const known = rules.get(key) ?? rules.size + 1;
    rules.set(key, known);
    return known;
  };
  const aliases = texts.map((text, at): NamedAlias => {
    return [text, (senses[at] ?? []).map(({ term = -1, rule }) => [term, ordinalOf(rule)])];
  });
  return { ...shared, aliases, rules: [...rules.keys()].map((key) => JSON.parse(key)) };
}
