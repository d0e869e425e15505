import * as v from 'valibot';
import { ID_FORM, MOST_ITEMS, MOST_UNITS } from './pack-limits.ts';
import { textFault } from './text-fault.ts';
import { linkFault } from './web-link.ts';

/** Text of at most so many UTF-16 units, with nothing in it that cannot be seen. Markup in it is just text. */
export function textField(most: number) {
  return v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, ({ received }) => `has ${received} characters; at most ${most}`),
    v.check(
      (text) => textFault(text) === undefined,
      ({ input }) => textFault(input) ?? '',
    ),
  );
}

/** A list of at most so many. */
export function listField<S extends v.GenericSchema>(item: S, most: number) {
  return v.pipe(
    v.array(item),
    v.maxLength(most, ({ received }) => `has ${received} entries; at most ${most}`),
  );
}

/** A list of at least one. */
export function someField<S extends v.GenericSchema>(item: S, most: number) {
  return v.pipe(listField(item, most), v.minLength(1, 'must not be empty'));
}

/** An id: lower-case letters, digits and single hyphens. */
export const idField = v.pipe(
  v.string(),
  v.maxLength(MOST_UNITS.id, ({ received }) => `has ${received} characters; at most ${MOST_UNITS.id}`),
  v.regex(ID_FORM, 'must be an id: lower-case letters, digits and single hyphens'),
);

/** Ids that something is linked to. */
export const idsField = listField(idField, MOST_ITEMS.links);
/** Text that fits on a line, such as a name or a title. */
export const lineField = textField(MOST_UNITS.line);
/** Text that is read at a glance, such as a claim. */
export const glanceField = textField(MOST_UNITS.glance);
/** Text of a few sentences. */
export const proseField = textField(MOST_UNITS.prose);

/** A year, a month or a day. */
export const dateField = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be a date such as '2012', '2012-12' or '2012-12-14'"),
);

/** A whole number from `least` to `most`. */
export function countField(least: number, most: number) {
  const words = `must be a whole number from ${least} to ${most}`;
  return v.pipe(v.number(), v.integer(words), v.minValue(least, words), v.maxValue(most, words));
}

const MOST_PARAGRAPHS = 100_000;
/** Ordinal from 1 of a paragraph. */
export const paragraphField = countField(1, MOST_PARAGRAPHS);

/** An https address on a public host. */
export const linkField = v.pipe(
  v.string(),
  v.check(
    (text) => linkFault(text) === undefined,
    ({ input }) => linkFault(input) ?? '',
  ),
);

/** A language tag such as `en` or `pt-BR`. */
export const languageField = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'must be a language tag such as "en" or "pt-BR"'),
);

/** Fields with values; refuses names it does not know, or leaves them out. */
export type FieldsOf = typeof v.strictObject;
/** For files of this format: an unknown field is a problem. */
export const closedFields: FieldsOf = v.strictObject;
/** For files of a later format that may be read so. Both check the same and differ in what they say of the rest. */
export const openFields = v.object as unknown as FieldsOf;
