import { describeProblem, sortProblems } from '../compiler/problem.ts';
import { readBundle } from '../compiler/read-bundle.ts';
import { readCorpus } from '../compiler/read-corpus.ts';
import { checkRules } from '../compiler/rules.ts';
import { verifyTexts } from '../compiler/verify-texts.ts';
import { PlainError, runCommand } from './project.ts';
import { readTexts } from './source-texts.ts';

/** The folder of texts, then the pack; the first that is on when none is named. */
async function main([dir, pack]: readonly string[]): Promise<number> {
  if (dir === undefined) {
    throw new PlainError(
      'Usage: npm run corpus:verify -- FOLDER [PACK], where FOLDER holds the texts as <source-id>.txt',
    );
  }
  const texts = await readTexts(dir);
  const { corpus, problems } = await readCorpus(pack ?? `data/${(await readBundle('data')).on[0]}`);
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

await runCommand(() => main(process.argv.slice(2)));
