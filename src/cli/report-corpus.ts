import { describeProblem } from '../compiler/problem.ts';
import { readCorpus } from '../compiler/read-corpus.ts';
import { reportCorpus } from '../compiler/report.ts';

const { corpus, problems } = await readCorpus('data/human-rights-sanctions');
for (const problem of problems) console.error(describeProblem(problem));
if (corpus !== undefined) console.log(reportCorpus(corpus));
process.exitCode = problems.length === 0 ? 0 : 1;
