import { expect, test } from 'vitest';
import { describeProblem } from '../../src/compiler/problem.ts';
import { readCorpus } from '../../src/compiler/read-corpus.ts';
import { readSourceText, type SourceText } from '../../src/compiler/source-text.ts';
import { verifyTexts } from '../../src/compiler/verify-texts.ts';
import { SMALL_PACK } from './seeded.ts';

const NORTH = 'Build it\n\nWe say it will earn back its cost soon.\nDredging is paused in the spring.\n';
const SOUTH = 'Bay News\nOn cost\nNoise will drive the seals away.\nThe end\n';

function textOf(text: string, sha256: string): SourceText {
  return { ...readSourceText(new TextEncoder().encode(text)), sha256 };
}

async function verify(north: string, south: string, sha = 'a'): Promise<string[]> {
  const { corpus } = await readCorpus(SMALL_PACK);
  if (corpus === undefined) throw new Error('the small pack does not read');
  const texts = new Map([
    ['north-2001', textOf(north, sha.repeat(64))],
    ['south-2002', textOf(south, 'b'.repeat(64))],
  ]);
  return verifyTexts(corpus, texts).map((each) => describeProblem(each).replace(`${SMALL_PACK}/`, ''));
}

test('texts that are as the corpus says', async () => {
  expect(await verify(NORTH, SOUTH)).toEqual([]);
});

test('sha256 of the bytes and paragraphs without the blank lines', () => {
  const read = readSourceText(new TextEncoder().encode('one\n\n  \ntwo'));
  expect(read.paragraphs).toEqual(['one', 'two']);
  expect(readSourceText(new Uint8Array()).sha256).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  );
});

test.each([
  [
    'a changed text',
    NORTH,
    SOUTH,
    'c',
    [`sources/north-2001.yaml:15 the text has changed: its sha256 is ${'c'.repeat(64)}`],
  ],
  [
    'a lost paragraph',
    NORTH,
    SOUTH.replace('\nThe end', ''),
    'a',
    ['sources/south-2002.yaml:14 the text has 3 paragraphs, not 4'],
  ],
  [
    'a quote that is not there',
    NORTH.replace('earn back', 'repay'),
    SOUTH,
    'a',
    ['questions/build-it.yaml:12 "earn back its cost" is not in north-2001 ¶2; it stands nowhere in it'],
  ],
  [
    'a quote of another paragraph',
    NORTH.replace('Build it', 'paused in the spring').replace('is paused in the spring', 'stops'),
    SOUTH,
    'a',
    ['questions/build-it.yaml:18 "paused in the spring" is not in north-2001 ¶3; it stands in ¶1'],
  ],
  [
    'a quote that stands earlier too',
    NORTH.replace('Build it', 'Paused in the Spring'),
    SOUTH,
    'a',
    ['questions/build-it.yaml:18 "paused in the spring" stands first in north-2001 ¶1; choose other words'],
  ],
  [
    'a quote inside other words',
    NORTH.replace('its cost soon', 'its costs soon'),
    SOUTH,
    'a',
    ['questions/build-it.yaml:12 "earn back its cost" is not in north-2001 ¶2; it stands nowhere in it'],
  ],
  [
    'five words taken from a text',
    NORTH,
    SOUTH.replace('The end', 'Dredging would drive the seals mad'),
    'a',
    ['questions/build-it.yaml:25 takes "dredging would drive the seals" from south-2002 ¶4; reword it'],
  ],
])('%s is told', async (_, north, south, sha, said) => {
  expect(await verify(north, south, sha)).toEqual(said);
});

test('a text that is missing is told', async () => {
  const { corpus } = await readCorpus(SMALL_PACK);
  const problems = corpus === undefined ? [] : verifyTexts(corpus, new Map());
  expect(problems.map((each) => each.message)).toEqual([
    'there is no text north-2001.txt to check against',
    'there is no text south-2002.txt to check against',
  ]);
});
