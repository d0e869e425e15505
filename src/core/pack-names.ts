import * as v from 'valibot';
import type { DraftRule } from './encode-index.ts';
import { countField, type FieldsOf, lineField, listField, textField } from './pack-fields.ts';
import { MOST_ITEMS, MOST_UNITS } from './pack-limits.ts';
import { ASKED, LIKELY, PRESUMED, TOLD } from './subject-rule.ts';

/**
 * One way to write a Term: its words, then what they may mean: ordinals of a term (-1: none) and of a rule (0: none).
 * Without a meaning the words are only looked for because a rule asks about them, or so that nothing shorter is found.
 */
export type NamedAlias = readonly [
  text: string,
  readings: readonly (readonly [term: number, rule: number])[],
];

/** How pages name the Terms of a pack, before it becomes tables. */
export interface PackNames {
  /** So many of the first aliases may be asked for anywhere on a page. */
  readonly pageCues: number;
  /** Words that tell the pack's subject, a space between each two. */
  readonly subject?: string;
  readonly aliases: readonly NamedAlias[];
  /** The rule with ordinal 0 asks nothing and is not in the list. */
  readonly rules: readonly DraftRule[];
}

const word = textField(MOST_UNITS.alias);
const words = v.optional(listField(word, MOST_ITEMS.words));
const cue = countField(-MOST_ITEMS.terms, MOST_ITEMS.aliases - 1);
const cues = v.optional(
  listField(
    v.union([cue, listField(cue, MOST_ITEMS.words)], 'must be a number, or a list of numbers'),
    MOST_ITEMS.words,
  ),
);
const place = countField(0, 24);

/** One alias of `names`. */
export const aliasShape = v.strictTuple([
  textField(MOST_UNITS.alias),
  listField(
    v.strictTuple([countField(-1, MOST_ITEMS.terms - 1), countField(0, MOST_ITEMS.rules)]),
    MOST_ITEMS.readings,
  ),
]);

/** One rule of `names`: lists of words and nothing that runs. */
export function ruleShape(fields: FieldsOf) {
  return fields({
    letters: v.optional(lineField),
    needs: cues,
    within: v.optional(v.picklist(['sentence', 'page'])),
    not: cues,
    notBefore: words,
    notAfter: words,
    after: words,
    joins: words,
    home: words,
    subject: v.optional(v.picklist([PRESUMED, ASKED, TOLD, LIKELY])),
    cut: v.optional(v.strictTuple([place, place])),
    person: v.optional(
      fields({
        surname: v.optional(v.boolean()),
        given: listField(word, MOST_ITEMS.words),
        others: listField(word, MOST_ITEMS.words),
        weak: v.optional(v.boolean()),
      }),
    ),
    spells: v.optional(word),
  });
}
