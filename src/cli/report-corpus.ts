import { describeProblem } from '../compiler/problem.ts';
import { readBundle } from '../compiler/read-bundle.ts';
import { readCorpus } from '../compiler/read-corpus.ts';
import { reportCorpus } from '../compiler/report.ts';

const { on, off } = await readBundle('data');
for (const id of [...on, ...off]) {
  const { corpus, problems } = await readCorpus(`data/${id}`);
  for (const problem of problems) console.error(describeProblem(problem));
  if (corpus !== undefined) console.log(`${id}\n\n${reportCorpus(corpus)}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
