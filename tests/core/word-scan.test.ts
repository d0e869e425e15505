import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEPT_WORDS } from '../../src/core/plain-scan.ts';
import { readToken } from '../../src/core/read-token.ts';
import { TokenCursor } from '../../src/core/token-cursor.ts';
import { WordScan } from '../../src/core/word-scan.ts';
import { soup } from './text-soup.ts';

/** The words of a text by the scan, as [hash, next] pairs. */
function scanned(text: string): number[][] {
  const scan = new WordScan();
  const found: number[][] = [];
  scan.begin(text);
  for (let from = 0; from < text.length; ) {
    from = scan.step(from);
    for (let word = KEPT_WORDS; word < scan.count; word += 1)
      found.push([scan.hashes[word] ?? 0, scan.nexts[word] ?? 0]);
  }
  return found;
}

/** The same, token by token. */
function read(text: string): number[][] {
  const cursor = new TokenCursor(1);
  const found: number[][] = [];
  for (readToken(text, 0, cursor); cursor.start >= 0; readToken(text, cursor.next, cursor)) {
    if (cursor.isWord) found.push([cursor.hash, cursor.next]);
  }
  return found;
}

test.each([
  '',
  'one two',
  'The U.S. Congress, J. Smith; 3.5 (a.m.)',
  'America’s “naïve” café',
  'Straße ﬁne Mag\u00adnit\u200bsky e\u0301te\u0301 x\u0301.y.',
  'Закон Магнитского С.Ш.А. й',
  '刘晓波 ｶﾅ 한국 𠀀',
  'a😀b 👩\u200d🔬, 😀. \ud800x\udc00 \ufffd',
  `${'x'.repeat(8190)} yz ${'w'.repeat(20000)} v`,
  `${', '.repeat(8000)}end 😀${'.'.repeat(9000)}U.S.`,
  `${'刘'.repeat(8191)}😀${'é'.repeat(8200)} \u00ad`,
  `${'a'.repeat(8191)}.b.c`,
])('the scan agrees with readToken on %.40j', (text) => {
  expect(scanned(text)).toEqual(read(text));
});

test('the words of the step before stand before the step', () => {
  const scan = new WordScan();
  scan.begin(`${'ab '.repeat(4000)}`);
  const from = scan.step(0);
  const last = [scan.hashes[scan.count - 1], scan.nexts[scan.count - 1]];
  scan.step(from);
  expect([scan.hashes[KEPT_WORDS - 1], scan.nexts[KEPT_WORDS - 1]]).toEqual(last);
});

const RUNS = Number(process.env.FUZZ_RUNS ?? 3_000);

test('the scan agrees with readToken on any text', { timeout: 60_000 + RUNS * 10 }, () => {
  const dotted = fc.constantFrom(
    'U.S.',
    'a.',
    'ab.',
    'é.b.',
    '.c.d',
    'й.',
    'слово.',
    '1.x.',
    '\u00ad.',
    'e\u0301.f',
  );
  const text = fc.array(fc.oneof(soup(6), dotted), { maxLength: 8 }).map((parts) => parts.join(''));
  const before = fc.oneof(
    { weight: 30, arbitrary: fc.constant('') },
    fc.integer({ min: 8170, max: 8195 }).map((length) => 'x '.repeat(length).slice(0, length)),
  );
  fc.assert(
    fc.property(before, text, (pad, sample) => {
      expect(scanned(pad + sample)).toEqual(read(pad + sample));
    }),
    { numRuns: RUNS },
  );
});
