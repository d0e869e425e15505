import * as v from 'valibot';
import { ID_FORM, MOST_UNITS } from '../core/pack-limits.ts';
import { linkFault } from '../core/web-link.ts';
import { nameFields } from './alias-file.ts';
import { authoredText } from './authored-text.ts';

const field = <T>(description: string): v.DescriptionAction<T, string> => v.description(description);
const prose = authoredText(MOST_UNITS.prose);
const text = authoredText(MOST_UNITS.line);
const id = v.pipe(text, v.regex(ID_FORM, 'must be lower-case letters, digits and single hyphens'));
const ids = v.array(id, 'must be a list of ids');
const date = v.pipe(
  v.string("must be a quoted date such as '2012-12-14'"),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "must be a date such as '2012', '2012-12' or '2012-12-14'"),
);
const paragraph = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number'),
  v.minValue(1, 'counts from 1'),
);
const url = v.pipe(
  v.string('must be text'),
  v.trim(),
  v.check(
    (link) => linkFault(link) === undefined,
    ({ input }) => linkFault(input) ?? '',
  ),
);

const record = v.pipe(
  v.strictObject({
    cite: v.pipe(text, field('How one would cite it, such as "Pub. L. 112-208, title IV".')),
    url: v.optional(v.pipe(url, field('https only; leave it out where the citation is enough.'))),
  }),
  field('A public fact that a statement rests on.'),
);
const records = v.array(record, 'must be a list of records');

const termFields = {
  label: v.pipe(text, field('What a card shows as its headline.')),
  kind: v.picklist(['law', 'person', 'organisation', 'outlet', 'event', 'concept', 'programme', 'place']),
  kindLine: v.pipe(text, field('The kind in plain words, such as "Law of the United States, 2012".')),
  priority: v.pipe(
    v.picklist([1, 2, 3]),
    field('1: marked. 2: first mention only. 3: off unless asked for.'),
  ),
  gloss: v.pipe(prose, field('Background in our words, at most 240 characters.')),
  records: v.optional(records),
  status: v.optional(v.strictObject({ text, tone: v.picklist(['current', 'ended', 'changed']) })),
  related: v.optional(ids),
  sources: v.optional(
    v.pipe(ids, field('For authors, outlets and publishers: the sources that are theirs.')),
  ),
  ...nameFields,
};

/** `terms/*.yaml`: one Term a file; the file name is its id. */
export const TermFile = v.strictObject(termFields);
/** Many short terms in one file, each with its id. */
export const TermsFile = v.array(v.strictObject({ id, ...termFields }));

const author = v.strictObject({ given: v.optional(text), family: text, role: text });

/** `sources/*.yaml`: one Source a file. */
export const SourceFile = v.strictObject({
  title: text,
  authors: v.array(author),
  shortName: text,
  outlet: text,
  publisher: text,
  date,
  dateCertainty: v.picklist(['certain', 'inferred']),
  url,
  archivedUrl: v.optional(url),
  language: text,
  position: v.pipe(text, field('What it argues, in one line of ours.')),
  reception: v.optional(v.strictObject({ text: prose, records })),
  remarks: v.pipe(v.array(prose), field('What is certain about this record and what is inferred.')),
  paragraphCount: v.pipe(paragraph, field('Non-empty lines of the text that paragraphs are counted in.')),
  sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')),
});

const claim = v.strictObject({
  id,
  says: v.pipe(prose, field('One sentence that the source asserts, in our words.')),
  cite: v.pipe(text, field("Where, as in '[@calingaert-2017, ¶22]'.")),
  quote: v.pipe(text, field('Three to seven words that stand in that paragraph, to land on.')),
  strength: v.picklist(['strong', 'moderate', 'slight']),
  basis: v.optional(
    v.pipe(v.picklist(['explicit', 'implied']), field('implied: the source does not put the question.')),
  ),
  opposedBy: v.optional(v.pipe(ids, field('Claims of other sources that answer it; listed on both sides.'))),
});

const exchange = v.strictObject({ claim: id, objection: id, reply: v.optional(id) });

/** `questions/*.yaml`: one Question a file, with its Positions and their Claims. */
export const QuestionFile = v.strictObject({
  text,
  forMeans: v.pipe(text, field('What answering "for" means.')),
  lone: v.optional(v.pipe(prose, field('Why only one voice here speaks to it; no debate is staged.'))),
  remark: v.optional(prose),
  unbalanced: v.optional(v.pipe(prose, field('Why one side is allowed to be much longer than the other.'))),
  terms: ids,
  positions: v.array(
    v.strictObject({
      stance: v.picklist(['for', 'against', 'mixed']),
      answer: v.pipe(text, field('The answer in words.')),
      claims: v.array(claim),
    }),
  ),
  exchanges: v.optional(v.array(exchange)),
});

const noteKinds = [
  'error',
  'contested',
  'outdated',
  'simplification',
  'imprecise',
  'context',
  'typo',
] as const;

/** `notes/*.yaml`: the Notes on one Source. */
export const NotesFile = v.array(
  v.strictObject({
    id,
    paragraphs: v.array(paragraph),
    kind: v.picklist(noteKinds),
    says: v.pipe(prose, field('What the source says, in our words.')),
    fact: v.pipe(prose, field('What the record says.')),
    records,
    certainty: v.picklist(['certain', 'high', 'medium', 'low']),
    severity: v.pipe(v.picklist([1, 2, 3]), field('1 is the gravest.')),
    terms: v.optional(ids),
    claims: v.optional(v.pipe(ids, field('The claims that it concerns; it is shown with them.'))),
  }),
);

/** `timeline.yaml`: dated events with their Records. */
export const TimelineFile = v.array(v.strictObject({ id, date, text, terms: ids, records }));

/** `pack.yaml`: what a Pack says of itself. */
export const PackYaml = v.strictObject({
  title: text,
  version: v.pipe(text, field('Sorts as a date or as numbers: 2026.11.21, 1.4.0. Updates have a later one.')),
  description: v.optional(v.pipe(prose, field('What it is about, in a few sentences.'))),
  language: text,
  licence: v.pipe(text, field('Such as CC-BY-4.0.')),
  publisher: v.pipe(text, field('Who wrote it and answers for it.')),
  homepage: v.optional(url),
  key: v.optional(v.pipe(text, field('Public key of its updates; see "pack key" in data/FORMAT.md.'))),
});

/** A Term as it was written. */
export type AuthoredTerm = v.InferOutput<typeof TermFile>;
/** An Alias as it was written. */
export type AuthoredAlias = AuthoredTerm['aliases'][number];
/** A Source as it was written. */
export type AuthoredSource = v.InferOutput<typeof SourceFile>;
/** A Question as it was written. */
export type AuthoredQuestion = v.InferOutput<typeof QuestionFile>;
/** A Position as it was written. */
export type AuthoredPosition = AuthoredQuestion['positions'][number];
/** A Claim as it was written. */
export type AuthoredClaim = AuthoredPosition['claims'][number];
/** A Note as it was written. */
export type AuthoredNote = v.InferOutput<typeof NotesFile>[number];
/** An event of the timeline as it was written. */
export type AuthoredEvent = v.InferOutput<typeof TimelineFile>[number];
/** A `pack.yaml` as it was written. */
export type AuthoredPack = v.InferOutput<typeof PackYaml>;
