import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readSourceText, type SourceText } from '../compiler/source-text.ts';
import { PlainError } from './project.ts';

/** The texts of a folder, `<source-id>.txt`, by source id. */
export async function readTexts(dir: string): Promise<ReadonlyMap<string, SourceText>> {
  const names = (await readdir(dir).catch(() => [])).filter((file) => file.endsWith('.txt')).sort();
  if (names.length === 0) {
    throw new PlainError(
      `There are no .txt files in ${dir}. Give the folder that holds the texts as <source-id>.txt.`,
    );
  }
  const texts = new Map<string, SourceText>();
  for (const name of names)
    texts.set(basename(name, '.txt'), readSourceText(await readFile(join(dir, name))));
  return texts;
}
