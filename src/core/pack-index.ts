import { buildMatcher } from './build-matcher.ts';
import { type DraftRule, type DraftSense, encodeIndex, type IndexParts } from './encode-index.ts';
import type { TermKey } from './ids.ts';
import type { NamedAlias, PackNames } from './pack-names.ts';
import type { Term } from './types.ts';

/** As much of a Pack as its tables hold. */
export interface NamedPack {
  readonly id: string;
  readonly terms: readonly (Pick<Term, 'label' | 'priority'> & { readonly id: string })[];
}

/** Builds the index that decides; the same names give the same bytes. Throws a RangeError naming an alias that is too long. */
export function buildPackIndex(pack: NamedPack, names: PackNames): Uint8Array {
  return encodeIndex(indexPartsOf(pack, names));
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
