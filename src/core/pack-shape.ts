import * as v from 'valibot';
import {
  countField,
  dateField,
  type FieldsOf,
  glanceField,
  idField,
  idsField,
  languageField,
  lineField,
  linkField,
  listField,
  paragraphField,
  proseField,
  someField,
  textField,
} from './pack-fields.ts';
import { MOST_ITEMS, MOST_UNITS, PACK_FORMAT } from './pack-limits.ts';

const stance = v.picklist(['for', 'against', 'mixed']);
const someIds = someField(idField, MOST_ITEMS.links);

function recordsShape(fields: FieldsOf) {
  const record = fields({ cite: lineField, url: v.optional(linkField) });
  return { records: listField(record, MOST_ITEMS.records), some: someField(record, MOST_ITEMS.records) };
}

/** A Term of a pack file. */
export function termShape(fields: FieldsOf) {
  return fields({
    id: idField,
    label: textField(MOST_UNITS.label),
    aliases: v.optional(listField(textField(MOST_UNITS.alias), MOST_ITEMS.aliasesOfTerm), []),
    kind: v.picklist(['law', 'person', 'organisation', 'outlet', 'event', 'concept', 'programme', 'place']),
    kindLine: lineField,
    priority: v.picklist([1, 2, 3]),
    gloss: glanceField,
    records: recordsShape(fields).records,
    status: v.optional(fields({ text: lineField, tone: v.picklist(['current', 'ended', 'changed']) })),
    related: idsField,
    sources: idsField,
  });
}

/** A Source of a pack file. */
export function sourceShape(fields: FieldsOf) {
  const author = fields({ given: v.optional(lineField), family: lineField, role: lineField });
  return fields({
    id: idField,
    title: lineField,
    authors: someField(author, MOST_ITEMS.records),
    shortName: lineField,
    outlet: lineField,
    publisher: lineField,
    date: dateField,
    dateCertainty: v.picklist(['certain', 'inferred']),
    url: linkField,
    archivedUrl: v.optional(linkField),
    language: languageField,
    position: glanceField,
    reception: v.optional(fields({ text: proseField, records: recordsShape(fields).records })),
    remarks: listField(proseField, MOST_ITEMS.records),
    paragraphCount: paragraphField,
  });
}

function positionShape(fields: FieldsOf) {
  const citation = fields({ paragraph: paragraphField, quote: textField(MOST_UNITS.quote) });
  const claim = fields({
    id: idField,
    source: idField,
    text: glanceField,
    stance,
    strength: v.picklist(['strong', 'moderate', 'slight']),
    basis: v.picklist(['explicit', 'implied']),
    citations: someField(citation, MOST_ITEMS.citations),
    opposedBy: idsField,
  });
  return fields({ stance, answer: lineField, claims: someField(claim, MOST_ITEMS.claims) });
}

/** A Question of a pack file; at most one Position for each stance. */
export function questionShape(fields: FieldsOf) {
  const point = fields({ source: idField, paragraph: paragraphField });
  const prose = listField(
    v.union([proseField, point], 'must be text, or a source and its paragraph'),
    MOST_ITEMS.proseParts,
  );
  const exchange = fields({ claim: idField, objection: idField, reply: v.optional(idField) });
  const position = positionShape(fields);
  const base = {
    id: idField,
    text: glanceField,
    forMeans: lineField,
    terms: someIds,
    exchanges: listField(exchange, MOST_ITEMS.exchanges),
    remark: v.optional(prose),
  };
  const two = v.pipe(listField(position, 3), v.minLength(2, 'has fewer than two positions'));
  return v.variant('type', [
    fields({ ...base, type: v.literal('disputed'), positions: two }),
    fields({ ...base, type: v.literal('lone'), positions: someField(position, 3), why: prose }),
  ]);
}

/** A Note of a pack file. */
export function noteShape(fields: FieldsOf) {
  return fields({
    id: idField,
    source: idField,
    paragraphs: someField(paragraphField, MOST_ITEMS.links),
    kind: v.picklist(['error', 'contested', 'outdated', 'simplification', 'imprecise', 'context', 'typo']),
    says: proseField,
    fact: proseField,
    records: recordsShape(fields).some,
    certainty: v.picklist(['certain', 'high', 'medium', 'low']),
    severity: v.picklist([1, 2, 3]),
    terms: idsField,
    claims: idsField,
  });
}

/** A TimelineEvent of a pack file. */
export function eventShape(fields: FieldsOf) {
  return fields({
    id: idField,
    date: dateField,
    text: glanceField,
    terms: someIds,
    records: recordsShape(fields).some,
  });
}

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case'));
const base64 = v.pipe(
  v.string(),
  v.maxLength(400, 'has more than 400 characters'),
  v.regex(/^[A-Za-z0-9+/]{16,}={0,2}$/, 'must be base64'),
);

/** What stands in a pack file beside its lists. */
export function headEntries(fields: FieldsOf) {
  return {
    format: countField(1, PACK_FORMAT),
    id: idField,
    version: textField(40),
    title: textField(80),
    description: v.optional(proseField),
    language: languageField,
    licence: lineField,
    publisher: textField(80),
    homepage: v.optional(linkField),
    key: v.optional(base64),
    seal: v.optional(fields({ sha256, index: sha256, signature: v.optional(base64) })),
  };
}
