import { expect, test } from 'vitest';
import { createPackLookUp } from '../../src/core/look-up.ts';
import { readSource } from '../../src/core/source-reading.ts';
import type { Source } from '../../src/core/types.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const pack = structuredClone(smallPack);
const claims = pack.questions[0]?.positions.flatMap((position) => position.claims) ?? [];
for (const claim of claims) {
  if (claim.id === 'ka-c1') Object.assign(claim, { opposedBy: ['ka-l1', 'gone'] });
}
const look = createPackLookUp(pack);
const sourceAt = (place: number) => pack.sources[place] as Source;

test('paragraphs in order, each with its claims and the notes that no claim carries', () => {
  const read = readSource(sourceAt(0), look).map(({ paragraph, claims: own, notes }) => [
    paragraph,
    own.map(({ claim }) => claim.id).join(),
    notes.map(({ id }) => id).join(),
  ]);
  expect(read).toEqual([
    [5, '', 'light,grave'],
    [7, 'ka-l1', ''],
    [9, 'jv-l1', ''],
    [12, 'al-l1', ''],
  ]);
});

test('what other sources answer stands with the claim; an answer that is gone is left out', () => {
  const read = readSource(sourceAt(2), look).flatMap(({ claims: own }) => own);
  const answered = read.find(({ claim }) => claim.id === 'ka-c1');
  expect(answered?.answers.map(({ id }) => id)).toEqual(['ka-l1']);
  expect(answered?.question.id).toBe('kremlin-anger');
});
