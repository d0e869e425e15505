import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { buildFirstLook, tellingIn } from '../../src/core/build-first-look.ts';
import { createNameLook } from '../../src/core/first-look.ts';
import { createPlainLook } from '../../src/core/plain-look.ts';

const ALIASES = ['CAATSA', 'EU', 'State Department', 'end of the Cold War', 'São Paulo', 'Путин', '刘晓波'];

/** Whether a name may stand in a text: by the expression, and by reading unit by unit. */
function looksFor(aliases: readonly string[]) {
  const { pattern, words, keys } = buildFirstLook(aliases);
  const known = new Set(new Int32Array(keys.slice().buffer));
  const plain = { expression: new RegExp(pattern, 'g'), words };
  const look = createNameLook(known);
  return { mayName: createPlainLook(plain, () => known), isNamed: (text: string) => look(text).length > 0 };
}

const { mayName, isNamed } = looksFor(ALIASES);

describe('createPlainLook', () => {
  test.each([
    ['CAATSA', true],
    ['C.A.A.T.S.A.', true],
    ['c.a.a.t.s.a', true],
    ['CAATSAs', false],
    ['XC.A.A.T.S.A.', false],
    ['in the E.U.', true],
    ['in the e\u00adu', true],
    ['Europe', false],
    ['the State\n   Department said', true],
    ['a state\u00a0– department', true],
    ['a state. Department', true],
    ['a department of state', false],
    ['a state of departments', false],
    ['The end of the line', true],
    ['the end\nof a line', false],
    ['SAO PAULO', true],
    ['São Paulo', true],
    ['Sa\u0303o Pau\u200blo', true],
    ['Sŋo Paulo', false],
    ['“naïve” œuvre, 5 °C, 👍🏽 €3 …', false],
    ['', false],
    // Not plain: for somebody else to read.
    ['hat er gesagt: Привет', true],
    ['Ｅｎｄ', true],
    ['e\u2024u', true],
  ])('in %j a name may stand: %s', (text, expected) => {
    expect(mayName(text)).toBe(expected);
  });

  test('many words that are parts of names are left to somebody else', () => {
    expect(mayName('department '.repeat(64))).toBe(false);
    expect(mayName('department '.repeat(65))).toBe(true);
  });

  test('asks for the keys only where one of the words stands', () => {
    const { pattern, words } = buildFirstLook(ALIASES);
    const look = createPlainLook({ expression: new RegExp(pattern, 'g'), words }, () => {
      throw new Error('asked');
    });
    expect(look('nothing of the kind')).toBe(false);
    expect(() => look('a department')).toThrow('asked');
  });

  test('says nothing where there are no plain names', () => {
    expect(looksFor(['Путин']).mayName('the rule of law')).toBe(false);
    expect(looksFor([]).mayName('the rule of law')).toBe(false);
  });

  test('misses no name whatever single character stands in or beside it', () => {
    const missed: string[] = [];
    for (let code = 0; code < 0x20000; code += 1) {
      if (code === 0x10000) code = 0x1f000;
      const at = String.fromCodePoint(code);
      const texts = [
        `E${at}U`,
        `${at}E.${at}U`,
        `E${at}.U.${at}`,
        `State${at}Department`,
        `,S${at}ao Paulo${at}`,
      ];
      for (const text of texts) if (!mayName(text) && isNamed(text)) missed.push(text);
    }
    expect(missed).toEqual([]);
  });

  test('misses no name in any text', () => {
    const word = fc.constantFrom(
      ...ALIASES.flatMap((alias) => alias.split(' ')),
      ...'a.ebuBµßłŋ_2_².-'.split(''),
      'of',
    );
    const gap = fc.constantFrom(
      '',
      '',
      ' ',
      '.',
      '. ',
      '\u00ad',
      '\u0301',
      ' - ',
      '\n\n',
      '’',
      '🙂',
      '\ufe0f',
      '·',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { maxLength: 30 }), (parts) => {
        const text = parts.flat().join('');
        if (isNamed(text)) expect(mayName(text)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('with the names of the bundled pack', () => {
  let names: readonly string[] = [];
  let looks = looksFor([]);

  beforeAll(async () => {
    const compiled = await compilePack('data/human-rights-sanctions');
    names = compiled.names ? tellingIn(compiled.names) : [];
    looks = looksFor(names);
  });

  const WRITTEN: readonly (readonly [string, (name: string) => string])[] = [
    ['as they are', (name) => name],
    ['in capitals', (name) => name.toUpperCase()],
    ['in small letters', (name) => name.toLowerCase()],
    ['with dots', (name) => name.replace(/[A-Z]{2,}/g, (letters) => `${letters.split('').join('.')}.`)],
    ['in quotes', (name) => `“${name}”’s`],
    ['with hyphens', (name) => name.replaceAll(' ', '-')],
    ['with spaces', (name) => name.replaceAll('-', '\n \u00a0')],
    ['with soft hyphens', (name) => name.replace(/(?<=\w)(?=\w)/g, '\u00ad')],
    ['with accents', (name) => name.replace(/[aeiouAEIOU]/g, '$&\u0301')],
    ['with letters that have accents', (name) => name.replace(/[aeiouAEIOU]/g, '$&\u0301').normalize('NFC')],
    [
      'in full width',
      (name) => name.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
  ];

  test.each(WRITTEN)('finds all of them %s', (_, write) => {
    expect(names.length).toBeGreaterThan(1_000);
    const texts = names.map((name) => `They spoke of ${write(name)} then.`);
    expect(texts.filter((text) => looks.isNamed(text)).length).toBeGreaterThan(1_000);
    expect(texts.filter((text) => looks.isNamed(text) && !looks.mayName(text))).toEqual([]);
  });

  test('passes most of what has none', () => {
    const prose = readFileSync('README.md', 'utf8').split('\n\n');
    const none = prose.filter((text) => !looks.isNamed(text));
    expect(none.length).toBeGreaterThan(20);
    expect(none.filter(looks.mayName)).toEqual([]);
  });
});
