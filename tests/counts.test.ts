import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../src/cli/project.ts';
import { compilePack } from '../src/compiler/compile-pack.ts';
import { readBundle } from '../src/compiler/read-bundle.ts';
import { createPackLookUp } from '../src/core/look-up.ts';
import { buildTimelineMap } from '../src/core/timeline-map.ts';

// The texts that tell how much the bundled pack holds, held against the pack: whoever adds a term is told here which
// line of which file to change.

const [id = ''] = (await readBundle(inProject('data'))).on;
const { pack } = await compilePack(inProject('data', id));
const years = pack && buildTimelineMap(createPackLookUp(pack));
if (!pack || !years) throw new Error('the bundled pack does not compile');
const counts = {
  terms: pack.terms.length,
  questions: pack.questions.length,
  sources: pack.sources.length,
  from: years.from,
  to: years.to - 1,
};

type Counted = Partial<Record<keyof typeof counts, RegExp>>;

/** What is counted in each text, and the words around the number. */
const texts: readonly (readonly [string, Counted])[] = [
  ['CHANGELOG.md', { terms: /(\d+)\s+terms/, questions: /(\d+)\s+questions/, sources: /(\d+)\s+sources/ }],
  [
    'assets/store/listings/de.md',
    listing('Begriffe', 'Fragen', 'veröffentlichte Artikel', /von (\d+) bis (\d+)/),
  ],
  ['assets/store/listings/en.md', listing('terms', 'questions', 'published articles', /from (\d+) to (\d+)/)],
  [
    'assets/store/listings/es.md',
    listing('términos', 'preguntas', 'artículos publicados', /de (\d+) a (\d+)/),
  ],
  ['assets/store/listings/fr.md', listing('termes', 'questions', 'articles publiés', /de (\d+) à (\d+)/)],
  ['assets/store/listings/ru.md', listing('термин', 'вопрос', 'опубликованн', /с (\d+) по (\d+)/)],
  ['assets/store/listings/uk.md', listing('термін', 'питан', 'опублікован', /з (\d+) до (\d+)/)],
];

function listing(terms: string, questions: string, sources: string, span: RegExp): Counted {
  const before = (words: string) => new RegExp(`(\\d+) ${words}`);
  return {
    terms: before(terms),
    questions: before(questions),
    sources: before(sources),
    from: span,
    to: new RegExp(span.source.replace('(\\d+)', '\\d+')),
  };
}

/** One line for each number that is not the pack's: where it stands, and what it must be. */
function findFaults(file: string, counted: Counted): string[] {
  const text = readFileSync(inProject(...file.split('/')), 'utf8');
  return Object.entries(counted).flatMap(([what, words]) => {
    const wanted = counts[what as keyof typeof counts];
    const found = words.exec(text);
    if (!found) return [`${file}: nothing in it reads like ${words} (${what}, ${wanted})`];
    const line = text.slice(0, found.index).split('\n').length;
    return Number(found[1]) === wanted
      ? []
      : [`${file}:${line} says "${found[0].replace(/\s+/g, ' ')}"; the pack ${id} has ${wanted} (${what})`];
  });
}

test.each(texts)('%s counts what the bundled pack has', (file, counted) => {
  expect(findFaults(file, counted)).toEqual([]);
});

test('a number that is wrong is told with its line', () => {
  const [first] = findFaults('assets/store/listings/en.md', { terms: /(\d+) questions/ });
  expect(first).toMatch(
    /^assets\/store\/listings\/en\.md:\d+ says "\d+ questions"; the pack .+ has \d+ \(terms\)$/,
  );
});

test('README tells the worst and the best batch of labelled texts, as in their table', () => {
  const read = (...path: string[]) => readFileSync(inProject(...path), 'utf8');
  const table = read('tests', 'fixtures', 'mentions', 'README.md');
  const scores = [...table.matchAll(/^\| `\S+` \| \d+ \| (\d\.\d+) \|/gm)].map(([, score]) => Number(score));
  const span = [Math.min(...scores), Math.max(...scores)].map((score) => score.toFixed(2)).join(' to ');
  expect(scores.length).toBeGreaterThan(10);
  expect(read('README.md'), 'the line "F1, by batch" under Figures').toContain(`F1, by batch | ${span} |`);
});
