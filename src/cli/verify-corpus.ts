import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describeProblem, sortProblems } from '../compiler/problem.ts';
import { readCorpus } from '../compiler/read-corpus.ts';
import { checkRules } from '../compiler/rules.ts';
import { readSourceText, type SourceText } from '../compiler/source-text.ts';
import { verifyTexts } from '../compiler/verify-texts.ts';

const CORPUS = 'data/human-rights-sanctions';

async function readTexts(dir: string): Promise<Map<string, SourceText>> {
  const texts = new Map<string, SourceText>();
  for (const name of (await readdir(dir)).filter((file) => file.endsWith('.txt')).sort()) {
    texts.set(basename(name, '.txt'), readSourceText(await readFile(join(dir, name))));
  }
  return texts;
}

async function main([dir]: readonly string[]): Promise<number> {
  if (dir === undefined) {
    console.error('Usage: npm run corpus:verify -- FOLDER, where FOLDER holds the texts as <source-id>.txt');
    return 2;
  }
  const texts = await readTexts(dir).catch(() => undefined);
  if (texts === undefined || texts.size === 0) {
    console.error(
      `There are no .txt files in ${dir}. Give the folder that holds the texts as <source-id>.txt.`,
    );
    return 2;
  }
  const { corpus, problems } = await readCorpus(CORPUS);
  const found = corpus === undefined ? [] : [...checkRules(corpus), ...verifyTexts(corpus, texts)];
  const all = sortProblems([...problems, ...found]);
  for (const problem of all) console.log(describeProblem(problem));
  if (corpus !== undefined) {
    const { sources, terms, questions, claims, notes, events } = corpus;
    console.log(
      `${all.length} problems over ${sources.length} sources, ${terms.length} terms, ${questions.length} questions, ` +
        `${claims.length} claims, ${notes.length} notes, ${events.length} events`,
    );
  }
  return all.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
