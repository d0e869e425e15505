import { expect, test } from 'vitest';
import { foldCodePoint, SOLO } from '../../src/core/fold-unit.ts';
import { KEPT_WORDS, letterGears } from '../../src/core/plain-scan.ts';
import { gearOf } from '../../src/core/token-cursor.ts';
import { WordScan } from '../../src/core/word-scan.ts';

function nextsOf(text: string): number[] {
  const scan = new WordScan();
  scan.begin(text);
  scan.step(0);
  return [...scan.nexts.subarray(KEPT_WORDS, scan.count)];
}

test('all that is read as emoji are symbols', () => {
  for (let code = 0x1f000; code < 0x1fb00; code += 1) expect(foldCodePoint(code).kind, `${code}`).toBe(SOLO);
});

test('a letter beyond ASCII is soon known, by what it folds to', () => {
  nextsOf('Ж ж Ж');
  expect(letterGears[0x416]).toBe(gearOf(0x436));
  nextsOf('×');
  expect(letterGears[0xd7]).toBe(0);
});

test.each([
  ['каз каз', [3, 7]],
  ['каз  каз,каз.', [3, 8, 12]],
  ['каз😀каз 😀 каз', [3, 8, 15]],
  ['é😀e', [1, 4]],
  ['😀', []],
])('a second reading of %j finds words up to %j', (text, nexts) => {
  nextsOf(text);
  expect(nextsOf(text)).toEqual(nexts);
});

test('two scans have one room, and none between texts', () => {
  const [one, other] = [new WordScan(), new WordScan()];
  one.begin('a');
  other.begin('b');
  expect(other.hashes).toBe(one.hashes);
  one.begin('');
  expect([one.hashes.length, one.nexts.length]).toEqual([0, 0]);
});
