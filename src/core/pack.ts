import * as v from 'valibot';
import type { Pack } from './types.ts';

const text = v.string();
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id'));
const ids = v.array(id);
const date = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a date'));
const paragraph = v.pipe(v.number(), v.integer(), v.minValue(1));
const url = v.pipe(v.string(), v.regex(/^https:\/\/[^\s@]+$/, 'is not an https link'));
const record = v.strictObject({ cite: text, url: v.optional(url) });
const records = v.array(record);
const stance = v.picklist(['for', 'against', 'mixed']);

function nonEmpty<S extends v.GenericSchema>(schema: S) {
  return v.pipe(v.array(schema), v.minLength(1, 'is empty'));
}

const term = v.strictObject({
  id,
  label: text,
  aliases: v.optional(v.array(text), []),
  kind: v.picklist(['law', 'person', 'organisation', 'outlet', 'event', 'concept', 'programme', 'place']),
  kindLine: text,
  priority: v.picklist([1, 2, 3]),
  gloss: text,
  records,
  status: v.optional(v.strictObject({ text, tone: v.picklist(['current', 'ended', 'changed']) })),
  related: ids,
  sources: ids,
});

const source = v.strictObject({
  id,
  title: text,
  authors: nonEmpty(v.strictObject({ given: v.optional(text), family: text, role: text })),
  shortName: text,
  outlet: text,
  publisher: text,
  date,
  dateCertainty: v.picklist(['certain', 'inferred']),
  url,
  archivedUrl: v.optional(url),
  language: text,
  position: text,
  reception: v.optional(v.strictObject({ text, records })),
  remarks: v.array(text),
  paragraphCount: paragraph,
});

const prose = v.array(v.union([text, v.strictObject({ source: id, paragraph })]));

const claim = v.strictObject({
  id,
  source: id,
  text,
  stance,
  strength: v.picklist(['strong', 'moderate', 'slight']),
  basis: v.picklist(['explicit', 'implied']),
  citations: nonEmpty(v.strictObject({ paragraph, quote: text })),
  opposedBy: ids,
});

const position = v.strictObject({ stance, answer: text, claims: nonEmpty(claim) });

const questionBase = {
  id,
  text,
  forMeans: text,
  terms: nonEmpty(id),
  exchanges: v.array(v.strictObject({ claim: id, objection: id, reply: v.optional(id) })),
  remark: v.optional(prose),
};

const question = v.variant('type', [
  v.strictObject({
    ...questionBase,
    type: v.literal('disputed'),
    positions: v.pipe(v.array(position), v.minLength(2, 'has fewer than two positions')),
  }),
  v.strictObject({ ...questionBase, type: v.literal('lone'), positions: nonEmpty(position), why: prose }),
]);

const note = v.strictObject({
  id,
  source: id,
  paragraphs: nonEmpty(paragraph),
  kind: v.picklist(['error', 'contested', 'outdated', 'simplification', 'imprecise', 'context', 'typo']),
  says: text,
  fact: text,
  records: nonEmpty(record),
  certainty: v.picklist(['certain', 'high', 'medium', 'low']),
  severity: v.picklist([1, 2, 3]),
  terms: ids,
  claims: ids,
});

const packSchema = v.strictObject({
  format: v.literal(1),
  id,
  version: text,
  title: text,
  language: text,
  licence: text,
  publisher: text,
  terms: v.array(term),
  sources: v.array(source),
  questions: v.array(question),
  notes: v.array(note),
  events: v.array(v.strictObject({ id, date, text, terms: nonEmpty(id), records: nonEmpty(record) })),
});

/** A Pack, or what is wrong with the value, each fault with its path. */
export type DecodedPack = { readonly pack: Pack } | { readonly faults: readonly string[] };

/** Takes anything, such as parsed JSON, and gives a Pack of the right shape. Unknown fields are refused. */
export function decodePack(value: unknown): DecodedPack {
  const result = v.safeParse(packSchema, value);
  // The brands of ids exist for the compiler only; the shapes are checked above.
  if (result.success) return { pack: result.output as unknown as Pack };
  return {
    faults: result.issues.map((issue) => `${v.getDotPath(issue) ?? 'pack'}: ${issue.message}`),
  };
}
