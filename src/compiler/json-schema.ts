import { toJsonSchema } from '@valibot/to-json-schema';
import { WordingFile } from './alias-file.ts';
import { NotesFile, PackFile, QuestionFile, SourceFile, TermFile, TimelineFile } from './authored.ts';

const FILES = {
  'pack.json': ['A pack', PackFile],
  'source.json': ['A source of a pack', SourceFile],
  'term.json': ['A term of a pack', TermFile],
  'question.json': ['A question of a pack', QuestionFile],
  'notes.json': ['The notes on one source', NotesFile],
  'wording.json': ['What the names of a pack share', WordingFile],
  'timeline.json': ['The timeline of a pack', TimelineFile],
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
