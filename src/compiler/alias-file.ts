import * as v from 'valibot';
import { ID_FORM, MOST_UNITS } from '../core/pack-limits.ts';
import { authoredText } from './authored-text.ts';

const text = authoredText(MOST_UNITS.alias);
const field = <T>(description: string): v.DescriptionAction<T, string> => v.description(description);
const words = (description: string) =>
  v.optional(v.pipe(v.array(text, 'must be a list of words'), field(description)));

const subject = v.optional(
  v.pipe(
    v.picklist(['any', 'likely', 'presumed', 'asked', 'told']),
    field(
      'What the passage must speak of, by `subject` of wording.yaml. any: nothing. likely: not mainly of everyday matters. presumed: not more of everyday matters (default for concepts written small). asked: of the subject, and of that more. told: so in a short passage, too.',
    ),
  ),
);

/** One way to write a Term, with what must hold around it. */
const aliasFields = v.strictObject({
  text: v.pipe(
    text,
    field(
      'The words. Square brackets mark the name proper where words beside it only make it certain: "President [Carter]".',
    ),
  ),
  case: v.optional(
    v.pipe(v.picklist(['any', 'exact']), field('exact: capitals as written here, or more. Default any.')),
  ),
  needs: words(
    'One of these must stand near, or the alias is not marked. "@name" is the full name on this page, "@some-term" another term, "@any" any other term, "$list" a list of wording.yaml.',
  ),
  within: v.optional(
    v.pipe(
      v.picklist(['sentence', 'passage', 'page']),
      field('How near: the same sentence, the same passage (default), or anywhere on the page.'),
    ),
  ),
  not: words(
    'No mention where one of these stands in the same passage; in the same sentence, for an alias within it.',
  ),
  notBefore: words('No mention right before one of these words.'),
  notAfter: words('No mention right after one of these words.'),
  after: words('Only right after one of these words, which are not part of the name.'),
  joins: words(
    'Only right after one of these words, which are part of the name: "Canadian" of "Canadian … Act".',
  ),
  home: words(
    'The only proper words that may stand right before it, or after it with "of" or "in"; any other makes it somebody else’s.',
  ),
  subject,
});

/** An alias as authors write it: just the words, or words with rules. */
export const alias = v.union(
  [text, aliasFields],
  `must be text, or fields of these: ${Object.keys(aliasFields.entries).join(', ')}`,
);

/** Fields of a term's file that say how it is recognised. */
export const nameFields = {
  aliases: v.pipe(v.array(alias), field('Every way to write it; upper and lower case alike unless "exact".')),
  others: words(
    'For persons: given names of others who bear the surname, so that "Ivanka …" is never this one.',
  ),
  subject,
  not: words('No mention of this term where one of these stands in the same passage.'),
  notBeside: words('Longer names and phrases that hold an alias and mean something else; never marked.'),
};

const id = v.pipe(v.string(), v.regex(ID_FORM, 'must be a list’s name in lower case'));

/** What all terms of a pack share; the file `wording.yaml`, which may be missing. */
export const WordingFile = v.strictObject({
  spellings: v.optional(
    v.pipe(
      v.record(text, v.array(text)),
      field('Other spellings of a word, taken wherever an alias has the word: Magnitsky: [Magnitskiy, …].'),
    ),
  ),
  lists: v.optional(
    v.pipe(v.record(id, v.array(text)), field('Words that many rules name together, as "$list".')),
  ),
  subject: words('Words that tell the pack’s subject; "minist*" for any ending, capitals as written.'),
  notBeside: words('Names and phrases that mean none of this pack’s terms.'),
});

/** `wording.yaml` as it was written. */
export type AuthoredWording = v.InferOutput<typeof WordingFile>;
/** The fields of an alias as they were written. */
export type AliasFields = v.InferOutput<typeof aliasFields>;
