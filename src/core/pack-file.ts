import * as v from 'valibot';
import { namesFaults } from './names-fault.ts';
import { closedFields, countField, type FieldsOf, openFields, textField } from './pack-fields.ts';
import { MOST_FAULTS, MOST_ITEMS, MOST_UNITS, PACK_FORMAT } from './pack-limits.ts';
import { migratePack, type RawPack } from './pack-migrations.ts';
import { aliasShape, type PackNames, ruleShape } from './pack-names.ts';
import { referenceFaults } from './pack-references.ts';
import { eventShape, headEntries, noteShape, questionShape, sourceShape, termShape } from './pack-shape.ts';
import { treeFault } from './pack-tree.ts';
import { createQuickCheck } from './quick-check.ts';
import { wordsForIssue } from './shape-words.ts';
import type { Pack } from './types.ts';

/** What `pack build` says of the file, and the publisher's signature. See `sealedText`. */
export interface PackSeal {
  /** Of `sealedText`, in hexadecimal. */
  readonly sha256: string;
  /** Of the tables that these names make. */
  readonly index: string;
  readonly signature?: string;
}

/** A pack as it travels: what cards are drawn from, how pages name it, and its seal. */
export interface PackFile {
  readonly pack: Pack;
  readonly names: PackNames;
  readonly seal?: PackSeal;
  /** The format that it was written in. */
  readonly format: number;
}

/** A PackFile, or what is wrong with the value: each fault with its path, the first MOST_FAULTS of them. */
export type DecodedPackFile = { readonly file: PackFile } | { readonly faults: readonly string[] };

/** How far a long piece of work is, from 0 to 1. */
export type Progress = (done: number) => void;

const LISTS = ['terms', 'sources', 'questions', 'notes', 'events'] as const;

/** Takes anything, such as parsed JSON, and gives a PackFile in which every rule of the format holds. Never throws. */
export function decodePackFile(value: unknown, onProgress: Progress = () => {}): DecodedPackFile {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { faults: ['pack: must be fields with values'] };
  const read = readFormat(value as RawPack);
  if ('fault' in read) return { faults: [read.fault] };
  // Where every field is known, nothing unknown can pass, however deep; elsewhere it is looked for first.
  const fault = read.fields === openFields ? treeFault(value) : undefined;
  const decoded = fault ? { faults: [fault] } : decodeCurrent(read, onProgress);
  if ('file' in decoded) return decoded;
  const first = treeFault(value);
  return first === undefined ? decoded : { faults: [first] };
}

interface ReadFormat {
  readonly raw: RawPack;
  readonly format: number;
  readonly fields: FieldsOf;
}

/** Earlier formats are brought up to date; a later one is read where it says that this reader may. */
function readFormat({ compatibleWith, ...raw }: RawPack): ReadFormat | { readonly fault: string } {
  const format = raw['format'];
  if (!isFormat(format)) return { fault: 'format: must be a whole number from 1' };
  if (compatibleWith !== undefined && !(isFormat(compatibleWith) && compatibleWith <= format))
    return { fault: 'compatibleWith: must be a whole number, at most the format' };
  if (format <= PACK_FORMAT)
    return { raw: migratePack(raw, format, PACK_FORMAT), format, fields: closedFields };
  if (isFormat(compatibleWith) && compatibleWith <= PACK_FORMAT)
    return { raw: { ...raw, format: PACK_FORMAT }, format, fields: openFields };
  return {
    fault: `format: is ${format}, and this version of Sidelight reads up to ${PACK_FORMAT}; update Sidelight`,
  };
}

function isFormat(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function decodeCurrent({ raw, format, fields }: ReadFormat, onProgress: Progress): DecodedPackFile {
  const reader = createReader(onProgress, countItems(raw));
  const { terms, sources, questions, notes, events, names, ...rest } = raw;
  const head = reader.value(fields(headEntries(fields)), rest, '');
  const lists = {
    terms: reader.list(termShape(fields), terms, 'terms', MOST_ITEMS.terms),
    sources: reader.list(sourceShape(fields), sources, 'sources', MOST_ITEMS.sources),
    questions: reader.list(questionShape(fields), questions, 'questions', MOST_ITEMS.questions),
    notes: reader.list(noteShape(fields), notes, 'notes', MOST_ITEMS.notes),
    events: reader.list(eventShape(fields), events, 'events', MOST_ITEMS.events),
  };
  const named = readNames(reader, fields, names);
  if (head === undefined || named === undefined || reader.faults.length > 0) return { faults: reader.faults };
  const { seal, format: _, ...meta } = head;
  // The brands of ids exist for the compiler only; the shapes are checked above.
  const pack = { ...meta, ...lists } as unknown as Pack;
  const faults = [
    ...referenceFaults(pack, MOST_FAULTS),
    ...namesFaults(named, { terms: pack.terms.length, language: pack.language }, MOST_FAULTS),
  ].slice(0, MOST_FAULTS);
  if (faults.length > 0) return { faults };
  return { file: { pack, names: named, format, ...(seal && { seal: seal as PackSeal }) } };
}

function readNames(reader: Reader, fields: FieldsOf, names: unknown): PackNames | undefined {
  const { aliases, rules, ...rest } = (typeof names === 'object' && names !== null ? names : {}) as RawPack;
  const counts = reader.value(
    fields({
      pageCues: countField(0, MOST_ITEMS.aliases),
      subject: v.optional(textField(MOST_UNITS.subject)),
    }),
    rest,
    'names',
  );
  const read = {
    aliases: reader.list(aliasShape, aliases, 'names.aliases', MOST_ITEMS.aliases),
    rules: reader.list(ruleShape(fields), rules, 'names.rules', MOST_ITEMS.rules),
  };
  return counts && ({ ...counts, ...read } as unknown as PackNames);
}

interface Reader {
  readonly faults: string[];
  value<S extends v.GenericSchema>(shape: S, value: unknown, path: string): v.InferOutput<S> | undefined;
  list<S extends v.GenericSchema>(shape: S, value: unknown, path: string, most: number): v.InferOutput<S>[];
}

/** Items one by one, so that a list of a million faults is left after the first few, and progress can be told. */
function createReader(onProgress: Progress, total: number): Reader {
  const faults: string[] = [];
  let done = 0;
  const value: Reader['value'] = (shape, given, path) => {
    const result = v.safeParse(shape, given);
    if (result.success) return result.output;
    faults.push(...result.issues.slice(0, MOST_FAULTS - faults.length).map((one) => describe(one, path)));
    return undefined;
  };
  const list: Reader['list'] = (shape, given, path, most) => {
    if (faults.length >= MOST_FAULTS) return [];
    const fault = listFault(given, path, most);
    if (fault !== undefined) faults.push(fault);
    if (fault !== undefined || !Array.isArray(given)) return [];
    const read: v.InferOutput<typeof shape>[] = [];
    const isFit = createQuickCheck(shape);
    for (let at = 0; at < given.length && faults.length < MOST_FAULTS; at += 1) {
      read.push(isFit(given[at]) ? given[at] : value(shape, given[at], `${path}.${at}`));
      done += 1;
      if (done % PROGRESS_ITEMS === 0) onProgress(done / total);
    }
    return read;
  };
  return { faults, value, list };
}

/** Some hundred steps in a pack of 100,000 terms. */
const PROGRESS_ITEMS = 2_000;

function listFault(given: unknown, path: string, most: number): string | undefined {
  if (given === undefined) return `${path}: the field "${path.split('.').at(-1)}" is missing`;
  if (!Array.isArray(given)) return `${path}: must be a list`;
  return given.length > most ? `${path}: has ${given.length} entries; at most ${most}` : undefined;
}

function describe(issue: v.BaseIssue<unknown>, path: string): string {
  const below = (issue.path ?? []).map((item) => item.key as string | number);
  const whole = [...(path === '' ? [] : [path]), ...below].join('.');
  return `${whole === '' ? 'pack' : whole}: ${wordsForIssue(issue, below)}`;
}

function countItems(raw: RawPack): number {
  const names = raw['names'] as RawPack | undefined;
  const lists = [...LISTS.map((name) => raw[name]), names?.['aliases'], names?.['rules']];
  return lists.reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 1);
}
