import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { decodeTables, encodeTables } from '../../src/core/matcher-tables.ts';
import { readScriptTables, type ScriptTables } from '../../src/core/script-tables.ts';
import { writeNumbers, writeScriptTables } from '../../src/core/write-script-tables.ts';
import { anyAlias } from './text-soup.ts';

const names = [
  'Magnitsky Act',
  'Magnitsky Acts',
  'закон Магнитского',
  'Jackson-Vanik',
  '$ for a',
  'Ⓐ plan',
  'the',
];
const matcher = buildMatcher(names);
const written = writeScriptTables(matcher);
const back = (tables: ScriptTables) => encodeTables(readScriptTables(tables));

test('written tables come back byte for byte', () => {
  fc.assert(
    fc.property(fc.array(anyAlias, { maxLength: 30 }), (aliases) => {
      const bytes = buildMatcher(aliases);
      expect(back(JSON.parse(JSON.stringify(writeScriptTables(bytes))))).toEqual(bytes);
    }),
    { numRuns: 500 },
  );
});

test('names of one language are a third of their tables or less', () => {
  const list = Array.from({ length: 500 }, (_, at) => `Committee number ${at * 7} of the House-Senate talks`);
  const bytes = buildMatcher(list);
  expect(Buffer.byteLength(JSON.stringify(writeScriptTables(bytes)))).toBeLessThan(bytes.length / 3);
});

describe('a text that is not as it was written', () => {
  const texts = ['tokens', 'nodes', 'labels', 'aliases', 'wides'] as const;

  test.each(texts)('cut %s are refused', (name) => {
    for (let length = 0; length < written[name].length; length += 1) {
      expect(() => readScriptTables({ ...written, [name]: written[name].slice(0, length) })).toThrow(
        RangeError,
      );
    }
  });

  test('one wrong character is refused, or changes no size', () => {
    const place = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(place, ([name, nat, other]) => {
        const at = nat % written[name].length;
        const changed = written[name].slice(0, at) + other + written[name].slice(at + 1);
        let length = matcher.length;
        try {
          length = back({ ...written, [name]: changed }).length;
        } catch (error) {
          expect(error).toEqual(new RangeError('the script index is damaged'));
        }
        expect(length).toBe(matcher.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('sizes that are too large or too small are refused', () => {
    for (const [at, size] of written.sizes.slice(0, 3).entries()) {
      const changed = [size - 1, size + 1].map((other) => written.sizes.with(at, other));
      for (const sizes of changed) {
        expect(() => readScriptTables({ ...written, sizes: sizes as never })).toThrow(RangeError);
      }
    }
  });
});

test('tables made otherwise are refused', () => {
  const tables = decodeTables(matcher);
  const other = encodeTables({ ...tables, pairs: tables.pairs.map(() => 0xffffffff) });
  expect(() => writeScriptTables(other)).toThrow('not made by buildMatcher');
});

test('a number too large for one character is refused', () => {
  expect(writeNumbers([0, 91, 92])).toBe('#~\u007f');
  expect(() => writeNumbers([1, 60_000])).toThrow('cannot number 60000');
});
