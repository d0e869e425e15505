import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type * as v from 'valibot';
import { WordingFile } from './alias-file.ts';
import { NotesFile, PackFile, QuestionFile, SourceFile, TermFile, TimelineFile } from './authored.ts';
import { checkShape } from './check-shape.ts';
import type { ClaimEntry, Corpus, Entry } from './corpus.ts';
import type { Problem } from './problem.ts';
import { parseYamlFile, type YamlFile, type YamlPath } from './yaml-file.ts';

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;
interface Shaped<T> {
  readonly name: string;
  readonly yaml: YamlFile;
  readonly value: T;
}

/** Reads a pack's folder. With Problems of shape, the corpus holds only what is in shape. */
export async function readCorpus(
  dir: string,
): Promise<{ readonly corpus?: Corpus; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const broken = new Set<string>();
  const readAll = async <S extends Schema>(schema: S, files: readonly string[]) => {
    const shaped: Shaped<v.InferOutput<S>>[] = [];
    for (const file of files) {
      const yaml = await readYaml(file);
      const { value, problems: faults } = checkShape(schema, yaml);
      problems.push(...faults);
      const name = basename(file, '.yaml');
      if (value === undefined) broken.add(name);
      else shaped.push({ name, yaml, value });
    }
    return shaped;
  };
  const folder = async (name: string) => yamlFilesIn(join(dir, name));
  const packs = await readAll(PackFile, [join(dir, 'pack.yaml')]);
  const sources = (await readAll(SourceFile, await folder('sources'))).map(wholeFile);
  const terms = (await readAll(TermFile, await folder('terms'))).map(wholeFile);
  const questions = (await readAll(QuestionFile, await folder('questions'))).map(wholeFile);
  const notes = (await readAll(NotesFile, await folder('notes'))).flatMap((file) =>
    listEntries(file).map((entry) => ({ ...entry, source: file.name })),
  );
  const events = (await readAll(TimelineFile, [join(dir, 'timeline.yaml')])).flatMap(listEntries);
  const wording = (await readAll(WordingFile, await wordingIn(dir)))[0]?.value ?? {};
  const pack = packs.map(wholeFile)[0];
  if (pack === undefined) return { problems };
  const claims = questions.flatMap(claimsOf);
  return {
    corpus: { id: basename(dir), pack, wording, sources, terms, questions, claims, notes, events, broken },
    problems,
  };
}

async function yamlFilesIn(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => []);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(dir, name));
}

async function wordingIn(dir: string): Promise<string[]> {
  const names: readonly string[] = await readdir(dir).catch(() => []);
  return names.includes('wording.yaml') ? [join(dir, 'wording.yaml')] : [];
}

async function readYaml(path: string): Promise<YamlFile> {
  const file = relative(process.cwd(), path);
  try {
    return parseYamlFile(file, await readFile(path, 'utf8'));
  } catch {
    const missing = { file, line: 1, message: 'the file is missing or cannot be read' };
    return { file, value: undefined, problems: [missing], placeOf: () => ({ file, line: 1 }) };
  }
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
