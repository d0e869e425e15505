import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { encodeIndex, type IndexParts } from '../../src/core/encode-index.ts';
import type { TermKey } from '../../src/core/ids.ts';
import { readScriptIndex, type ScriptIndex } from '../../src/core/script-index.ts';
import { writeScriptIndex } from '../../src/core/write-script-index.ts';

const person = { surname: true, given: ['x', 'y'], others: [], weak: false };
const parts: IndexParts = {
  terms: [
    { key: 'p/a' as TermKey, label: 'Ä', priority: 1 },
    { key: 'p/b' as TermKey, label: 'B – b', priority: 3 },
  ],
  senses: [
    [{ term: 1, rule: { needs: [1, [2, -1]], within: 'page', cut: [1, 0] } }, { term: 0 }],
    [{}],
    [{ term: 1, rule: { person, home: ['of two words', 'one'] } }],
  ],
  pageCues: 1,
  subject: 'minist* US',
  matcher: buildMatcher(['one', 'two', 'three']),
};
const written = writeScriptIndex(parts);
const carried = (index: ScriptIndex) => JSON.parse(JSON.stringify(index)) as ScriptIndex;

test('what is written is what is encoded', () => {
  const index = readScriptIndex(carried(written));
  const bytes = decodeIndex(encodeIndex(parts));
  for (const at of [0, 1, 2, 3]) {
    expect(index.sensesOf(at)).toEqual(bytes.sensesOf(at));
    expect(index.termAt(at)).toEqual(bytes.termAt(at));
    expect(index.isPageCue(at)).toBe(bytes.isPageCue(at));
  }
  expect(index.matcher).toEqual(bytes.matcher);
  expect([index.subject, bytes.subject]).toEqual(['minist* US', 'minist* US']);
});

test('the same parts give the same data', () => expect(writeScriptIndex(parts)).toEqual(written));

test('an index without terms is one, too', () => {
  const none = readScriptIndex(
    writeScriptIndex({ terms: [], senses: [], pageCues: 0, matcher: buildMatcher([]) }),
  );
  expect([none.termAt(0), none.sensesOf(0)]).toEqual([undefined, []]);
});

test.each([[undefined], [{}], ['AAAA'], [{ ...written, mark: 'sidelight index 4' }]])(
  '%j is refused',
  (given) => {
    expect(() => readScriptIndex(given as ScriptIndex)).toThrow(
      RangeError('not a script index of this version'),
    );
  },
);

test.each([
  ['readings', /^.*\n/],
  ['nodes', /^./],
  ['tokens', /^./],
] as const)('fewer %s are refused', (name, first) => {
  const cut = { ...written, [name]: written[name].replace(first, '') };
  expect(() => readScriptIndex(cut)).toThrow(RangeError('the script index is damaged'));
});
