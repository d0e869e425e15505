import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { compilePackFile } from '../../src/compiler/compile-pack-file.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { createMentionFinder, findMentions } from '../../src/core/mentions.ts';
import { decodePackFile } from '../../src/core/pack-file.ts';

// A busy machine takes ten times as long.
vi.setConfig({ testTimeout: 60_000 });

const folder = (name: string): string =>
  join(import.meta.dirname, '..', 'fixtures', 'packs-by-language', name);

/** The text with every mention in brackets, behind its term's id. */
async function marked(name: string, text: string): Promise<string> {
  const { index, problems } = await compilePack(folder(name));
  expect(problems).toEqual([]);
  const finder = createMentionFinder(decodeIndex(index ?? new Uint8Array()));
  return findMentions(finder, text).reduceRight(
    (whole, { start, end, term }) =>
      `${whole.slice(0, start)}[${term.split('/')[1]}|${whole.slice(start, end)}]${whole.slice(end)}`,
    text,
  );
}

describe('a pack in German', () => {
  test.each([
    ['Der Nord-Ostsee-Kanal beginnt hier.', 'Der [nord-ostsee-kanal|Nord-Ostsee-Kanal] beginnt hier.'],
    ['Am NOK, dem Kanal von Kiel.', 'Am [nord-ostsee-kanal|NOK], dem [nord-ostsee-kanal|Kanal] von Kiel.'],
    ['Der Kanal von Suez.', 'Der Kanal von Suez.'],
    ['Aber Bismarck sagte nein.', 'Aber [bismarck|Bismarck] sagte nein.'],
    ['Reichskanzler Bismarck sprach.', 'Reichskanzler [bismarck|Bismarck] sprach.'],
    ['Otto von Bismarck sprach.', '[bismarck|Otto von Bismarck] sprach.'],
    ['Herbert Bismarck schwieg.', 'Herbert Bismarck schwieg.'],
    ['In Brunsbuettel? In Brunsbüttel.', 'In Brunsbuettel? In [brunsbuettel|Brunsbüttel].'],
    ['Die FREIE DURCHFAHRT der Schiffe.', 'Die [freiheit|FREIE DURCHFAHRT] der Schiffe.'],
  ])('%s', async (text, wanted) => expect(await marked('kanal', text)).toBe(wanted));

  test('makes up no English forms', async () => {
    const { names } = await compilePack(folder('kanal'));
    expect(names?.aliases.map(([text]) => text)).toEqual(
      expect.not.arrayContaining(['freie Durchfahrts', 'Freiheit der Schifffahrts']),
    );
  });
});

describe('a pack in Russian', () => {
  test.each([
    ['Но Витте настоял.', 'Но [vitte|Витте] настоял.'],
    ['Министр Витте настоял.', 'Министр [vitte|Витте] настоял.'],
    ['Матильда Витте уехала.', 'Матильда Витте уехала.'],
    ['От Транссиба до Байкала.', 'От [transsib|Транссиба] до [bajkal|Байкала].'],
    ['Эта дорога пыльная.', 'Эта дорога пыльная.'],
    ['Дорога через Сибирь.', '[transsib|Дорога] через Сибирь.'],
  ])('%s', async (text, wanted) => expect(await marked('transsib', text)).toBe(wanted));
});

test.each(['kanal', 'transsib'])('%s builds, and the file is taken', async (name) => {
  const { built, problems } = await compilePackFile(folder(name));
  expect(problems).toEqual([]);
  expect(decodePackFile(JSON.parse(built?.text ?? ''))).toHaveProperty('file');
});

test.each([
  ['kanal', 'brunsbuettel', 'Brunsbüttel', 'Regierung', 'is a common word'],
  ['kanal', 'brunsbuettel', 'Brunsbüttel', 'für die', 'stands in every paragraph'],
  ['transsib', 'bajkal', 'Байкала', 'закон', 'is a common word'],
])('P51 %s: what is common in that language is told with its line', async (name, term, from, to, words) => {
  const dir = join(await mkdtemp(join(tmpdir(), 'language-')), name);
  await cp(folder(name), dir, { recursive: true });
  const file = join(dir, 'terms', `${term}.yaml`);
  await writeFile(file, (await readFile(file, 'utf8')).replace(`  - ${from}\n`, `  - ${to}\n`));
  const { problems } = await compilePack(dir);
  expect(problems.map(({ message, line }) => [message.includes(words), line > 5])).toEqual([[true, true]]);
  await rm(dir, { recursive: true });
});
