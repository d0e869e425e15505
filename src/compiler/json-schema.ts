import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { closedFields, countField, listField } from '../core/pack-fields.ts';
import { MOST_ITEMS, PACK_FORMAT } from '../core/pack-limits.ts';
import { aliasShape, ruleShape } from '../core/pack-names.ts';
import {
  eventShape,
  headEntries,
  noteShape,
  questionShape,
  sourceShape,
  termShape,
} from '../core/pack-shape.ts';
import { WordingFile } from './alias-file.ts';
import {
  NotesFile,
  PackYaml,
  QuestionFile,
  SourceFile,
  TermFile,
  TermsFile,
  TimelineFile,
} from './authored.ts';

/** The pieces that `decodePackFile` reads one by one, as one. */
export const PackFileShape = v.strictObject({
  ...headEntries(closedFields),
  compatibleWith: v.optional(countField(1, PACK_FORMAT)),
  terms: listField(termShape(closedFields), MOST_ITEMS.terms),
  sources: listField(sourceShape(closedFields), MOST_ITEMS.sources),
  questions: listField(questionShape(closedFields), MOST_ITEMS.questions),
  notes: listField(noteShape(closedFields), MOST_ITEMS.notes),
  events: listField(eventShape(closedFields), MOST_ITEMS.events),
  names: v.strictObject({
    pageCues: countField(0, MOST_ITEMS.aliases),
    aliases: listField(aliasShape, MOST_ITEMS.aliases),
    rules: listField(ruleShape(closedFields), MOST_ITEMS.rules),
  }),
});

const FILES = {
  'pack.json': ['A pack', PackYaml],
  'source.json': ['A source of a pack', SourceFile],
  'term.json': ['A term of a pack', TermFile],
  'terms.json': ['Several terms of a pack', TermsFile],
  'question.json': ['A question of a pack', QuestionFile],
  'notes.json': ['The notes on one source', NotesFile],
  'wording.json': ['What the names of a pack share', WordingFile],
  'timeline.json': ['The timeline of a pack', TimelineFile],
  'pack-file.json': ['A pack file, format 2', PackFileShape],
} as const;

/** The JSON Schemas that editors complete from, as text by file name; made from the shapes that the compiler checks. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(FILES).map(([name, [title, shape]]) => {
      // Trimming has no counterpart in JSON Schema, and an editor needs none.
      const schema = toJsonSchema(shape, { errorMode: 'ignore' });
      return [name, `${JSON.stringify({ title, ...schema }, undefined, 2)}\n`];
    }),
  );
}
