import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import type * as v from 'valibot';
import { ID_FORM } from '../core/pack-limits.ts';
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
import { checkShape } from './check-shape.ts';
import type { ClaimEntry, Corpus, Entry } from './corpus.ts';
import { type Problem, problemAt } from './problem.ts';
import { findUnreadFiles } from './unread-files.ts';
import { parseYamlFile, type YamlFile, type YamlPath } from './yaml-file.ts';

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;
interface Shaped<T> {
  readonly name: string;
  readonly yaml: YamlFile;
  readonly value: T;
}

/** Told between files and rules: what is being done, and how far it is. */
export type CompileProgress = (stage: string, done: number, total: number) => void;

/** Reads a pack's folder. With Problems of shape, the corpus holds only what is in shape. */
export async function readCorpus(
  dir: string,
  onProgress: CompileProgress = () => {},
): Promise<{ readonly corpus?: Corpus; readonly problems: readonly Problem[] }> {
  const reader = createReader(onProgress);
  const { readAll, problems, broken } = reader;
  const folder = async (name: string) => filesIn(join(dir, name));
  const packs = await readAll(PackYaml, [join(dir, 'pack.yaml')]);
  const sources = (await readAll(SourceFile, await folder('sources'))).map(wholeFile);
  const terms = await reader.readTerms(await folder('terms'));
  const questions = (await readAll(QuestionFile, await folder('questions'))).map(wholeFile);
  const notes = (await readAll(NotesFile, await folder('notes'))).flatMap((file) =>
    listEntries(file).map((entry) => ({ ...entry, source: file.name })),
  );
  const events = (await readAll(TimelineFile, await optionalFile(dir, 'timeline'))).flatMap(listEntries);
  const wording = (await readAll(WordingFile, await optionalFile(dir, 'wording')))[0]?.value ?? {};
  for (const unread of await findUnreadFiles(dir)) problems.push(unread);
  const pack = packs.map(wholeFile)[0];
  if (pack === undefined) return { problems };
  const id = basename(resolve(dir));
  if (!ID_FORM.test(id)) {
    const message = `the folder's name, "${id}", is the pack's id: lower-case letters, digits and single hyphens`;
    problems.push(problemAt(pack.at(), message));
  }
  const claims = questions.flatMap(claimsOf);
  return {
    corpus: { id, pack, wording, sources, terms, questions, claims, notes, events, broken },
    problems,
  };
}

function createReader(onProgress: CompileProgress) {
  const problems: Problem[] = [];
  const broken = new Set<string>();
  const read = <S extends Schema>(schema: S, yaml: YamlFile): Shaped<v.InferOutput<S>> | undefined => {
    const { value, problems: faults } = checkShape(schema, yaml);
    // One by one: a long list as arguments would be too long for one call.
    for (const fault of faults) problems.push(fault);
    const name = nameOf(yaml.file);
    if (value === undefined) broken.add(name);
    return value === undefined ? undefined : { name, yaml, value };
  };
  const readAll = async <S extends Schema>(schema: S, files: readonly string[]) => {
    const shaped: Shaped<v.InferOutput<S>>[] = [];
    for (const [at, file] of files.entries()) {
      const one = read(schema, await readYaml(file));
      if (one !== undefined) shaped.push(one);
      onProgress('reading', at + 1, files.length);
    }
    return shaped;
  };
  /** A file of `terms/` holds one term, or a list of terms with their ids. */
  const readTerms = async (files: readonly string[]) => {
    const terms: Entry<v.InferOutput<typeof TermFile>>[] = [];
    for (const [at, file] of files.entries()) {
      const yaml = await readYaml(file);
      if (Array.isArray(yaml.value)) {
        const list = read(TermsFile, yaml);
        for (const entry of list === undefined ? [] : listEntries(list)) terms.push(entry);
      } else {
        const one = read(TermFile, yaml);
        if (one !== undefined) terms.push(wholeFile(one));
      }
      onProgress('reading', at + 1, files.length);
    }
    return terms;
  };
  return { problems, broken, readAll, readTerms };
}

function nameOf(file: string): string {
  return basename(file, extname(file));
}

async function filesIn(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => []);
  return names
    .filter((name) => /\.(yaml|json)$/.test(name))
    .sort()
    .map((name) => join(dir, name));
}

async function optionalFile(dir: string, name: string): Promise<string[]> {
  const names: readonly string[] = await readdir(dir).catch(() => []);
  return names.includes(`${name}.yaml`) ? [join(dir, `${name}.yaml`)] : [];
}

async function readYaml(path: string): Promise<YamlFile> {
  const file = relative(process.cwd(), path);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) return parseYamlFile(file, text);
  const missing = { file, line: 1, message: 'the file is missing or cannot be read' };
  return { file, value: undefined, problems: [missing], placeOf: () => ({ file, line: 1 }) };
}

function wholeFile<T>({ name, yaml, value }: Shaped<T>): Entry<T> {
  return { id: name, value, at: (...path) => yaml.placeOf(path) };
}

function listEntries<T extends { readonly id: string }>({ yaml, value }: Shaped<T[]>): Entry<T>[] {
  return value.map((item, index) => ({
    id: item.id,
    value: item,
    at: (...path: YamlPath) => yaml.placeOf([index, ...path]),
  }));
}

function claimsOf(question: Corpus['questions'][number]): ClaimEntry[] {
  return question.value.positions.flatMap((position, p) =>
    position.claims.map((claim, c) => ({
      id: claim.id,
      value: claim,
      question: question.id,
      stance: position.stance,
      at: (...path: YamlPath) => question.at('positions', p, 'claims', c, ...path),
    })),
  );
}
