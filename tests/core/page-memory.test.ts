import { describe, expect, test } from 'vitest';
import { decodeFromPage } from '../../src/core/decode-from-page.ts';
import { createPageEvidence, MOST_FORMS, type PageEvidence } from '../../src/core/page-evidence.ts';
import { MAX_WORDS_UNITS, readEvidence, writeEvidence } from '../../src/core/page-memory.ts';

const evidenceOf = (parts: Partial<PageEvidence>): PageEvidence => ({ ...createPageEvidence(), ...parts });
const travelled = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const over = 'a'.repeat(MAX_WORDS_UNITS + 1);

describe('src/core/page-memory.ts', () => {
  test.each<[string, Partial<PageEvidence>]>([
    ['nothing', {}],
    [
      'cues',
      {
        cues: new Map([
          [3, 'court'],
          [1, 'the  law'],
        ]),
      },
    ],
    ['names', { named: new Map([[0, 'Harbour Act']]) }],
    ['rivals', { rivals: new Set(['stone', '__proto__']) }],
    [
      'short forms of a Term, of another thing, and of both',
      {
        shorts: new Map([
          ['Act', new Set([0])],
          ['HA', new Set([undefined])],
          ['Bill', new Set([2, undefined])],
        ]),
      },
    ],
  ])('%s that a page told comes back as it went', (_, parts) => {
    const evidence = evidenceOf(parts);
    expect(readEvidence(travelled(writeEvidence(evidence)))).toEqual(evidence);
  });

  test('a page that has told nothing has evidence of its own', () => {
    expect(readEvidence(undefined)).toEqual(createPageEvidence());
    expect(readEvidence(undefined)).not.toBe(readEvidence(undefined));
  });

  test('words are cut, and names that nobody bears left out', () => {
    const written = writeEvidence(
      evidenceOf({
        cues: new Map([[1, over]]),
        named: new Map([[2, over]]),
        rivals: new Set([over, 'stone']),
      }),
    );
    const cut = over.slice(1);
    expect(written).toEqual({
      cues: [[1, cut]],
      named: [[2, cut]],
      rivals: ['stone'],
      shorts: [],
    });
  });

  test('P41 a page that tells more than any text is still understood', () => {
    const many = Array.from({ length: 150_000 }, (_, at) => `n${at}`);
    const written = writeEvidence(
      evidenceOf({
        rivals: new Set(many),
        shorts: new Map(many.slice(0, MOST_FORMS).map((form) => [form, new Set([0])])),
      }),
    );
    expect([written.rivals.length, written.shorts.length]).toEqual([100_000, MOST_FORMS]);
    const memory = { packs: { p: written }, keys: [] };
    expect(decodeFromPage({ type: 'passages.decide', texts: [], memory, packsOff: [] })).toBeDefined();
  });
});
