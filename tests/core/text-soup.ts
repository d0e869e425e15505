import fc from 'fast-check';
import { buildMatcher } from '../../src/core/build-matcher.ts';

const letters = [
  'a',
  'b',
  'A',
  'ab',
  'act',
  'é',
  'e\u0301',
  'ß',
  'ss',
  'ﬁ',
  'İ',
  'ı',
  '_',
  '1',
  '\u0663',
  'Ж',
  'й',
  'σ',
  'ς',
];
const rare = ['𝐌', 'Ⅷ', 'ª', 'ʼ', 'ŉ', 'ا', 'ّ', 'क', 'ि', '\u0345', '\u{10400}', 'Ǆ', 'ﷺ', '²', '™', '℡'];
const characters = ['刘', '晓', '波', 'が', 'か\u3099', 'ｶ', '한', 'ก', '\u{20000}', '豈'];
const spaces = [
  ' ',
  ' ',
  ' ',
  '\u00a0',
  '\u2009',
  '\n',
  '\r\n',
  '\t',
  '\u3000',
  '\u0000',
  '\u0085',
  '\u2028',
];
const joints = ['-', '‐', '–', '—', '\u2212', '/', "'", '’', '“', '"', '·', '\u05be'];
const signs = [
  '.',
  '.',
  ',',
  '$',
  '&',
  '(',
  '…',
  '！',
  '．',
  '\u2024',
  '😀',
  '👩\u200d🔬',
  '\ud800',
  '\udc00',
  '\ufffd',
  'Ⓐ',
  'ⓑ',
  '①',
];
const invisible = [
  '\u00ad',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u2066',
  '\ufe0f',
  '\u{e0041}',
  '\u0301',
  '\u0640',
];

/** A letter, a sign, a space or a part of one, as odd as they come. */
export const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...letters) },
  { weight: 2, arbitrary: fc.constantFrom(...rare) },
  { weight: 2, arbitrary: fc.constantFrom(...characters) },
  { weight: 6, arbitrary: fc.constantFrom(...spaces) },
  { weight: 2, arbitrary: fc.constantFrom(...joints) },
  { weight: 3, arbitrary: fc.constantFrom(...signs) },
  { weight: 2, arbitrary: fc.constantFrom(...invisible) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
/** So many pieces at most. */
export const soup = (maxLength: number) => fc.array(piece, { maxLength }).map((pieces) => pieces.join(''));
const alias = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => `a${pieces.join('')}`);
/** A text that `buildMatcher` takes. */
export const anyAlias = fc.oneof(alias, alias.map((text) => text.slice(1)).filter(hasWord));

function hasWord(text: string): boolean {
  try {
    buildMatcher([text]);
    return true;
  } catch {
    return false;
  }
}
