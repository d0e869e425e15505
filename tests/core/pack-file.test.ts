import { describe, expect, test, vi } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { decodePackFile } from '../../src/core/pack-file.ts';
import { MOST_ITEMS } from '../../src/core/pack-limits.ts';
import { smallPack } from '../fixtures/small-pack.ts';
import { type Path, rawPack, rawWith } from './raw-pack.ts';

// A busy machine takes ten times as long.
vi.setConfig({ testTimeout: 60_000 });

const faultsOf = (value: unknown): readonly string[] => {
  const decoded = decodePackFile(value);
  return 'faults' in decoded ? decoded.faults : [];
};

test('a pack file comes back from JSON as it was', () => {
  const { format: _, names, ...pack } = rawPack();
  expect(pack).toEqual(smallPack);
  expect(decodePackFile(rawPack())).toEqual({ file: { format: 2, pack, names } });
});

test('what `pack build` makes of the bundled corpus is a pack file', async () => {
  const { pack, names } = await compilePack('data/human-rights-sanctions');
  const raw = JSON.parse(JSON.stringify({ format: 2, ...pack, names }));
  expect(faultsOf(raw)).toEqual([]);
});

const P: Path = ['questions', 0, 'positions', 0];
const C: Path = [...P, 'claims', 0];
const idWords = 'must be an id: lower-case letters, digits and single hyphens';
const dateWords = "must be a date such as '2012', '2012-12' or '2012-12-14'";
const link = (path: Path, value: unknown, fault = 'must be an https link') => [path, value, fault] as const;

/** Where, what is put there (nothing: taken out), and all that is said of it behind that path. */
const oneFault: readonly (readonly [path: Path, value: unknown, fault: string])[] = [
  [['format'], undefined, 'must be a whole number from 1'],
  [['format'], '2', 'must be a whole number from 1'],
  [['format'], 0, 'must be a whole number from 1'],
  [['format'], 3, 'is 3, and this version of Sidelight reads up to 2; update Sidelight'],
  [['compatibleWith'], 'all', 'must be a whole number, at most the format'],
  [['compatibleWith'], 3, 'must be a whole number, at most the format'],
  [['script'], 'x', 'there is no field "script" here; check its spelling'],
  [['id'], undefined, 'the field "id" is missing'],
  [['id'], 'Not an id', idWords],
  [['id'], 'a'.repeat(65), 'has 65 characters; at most 64'],
  [['title'], '', 'must not be empty'],
  [['title'], 'x'.repeat(81), 'has 81 characters; at most 80'],
  [['title'], 7, 'must be text'],
  [['version'], 'v'.repeat(41), 'has 41 characters; at most 40'],
  [['language'], 'English', 'must be a language tag such as "en" or "pt-BR"'],
  link(['homepage'], 'http://example.org/'),
  [['key'], 'not base64!', 'must be base64'],
  [['seal'], 'x', 'must be fields with values'],
  [['seal'], { sha256: 'ff', index: 'a'.repeat(64) }, 'must be 64 hexadecimal digits in lower case'],
  [['terms'], {}, 'must be a list'],
  [['terms'], undefined, 'the field "terms" is missing'],
  [['terms', 3, 'id'], 'magnitsky-act', '"magnitsky-act" is used twice'],
  [
    ['terms', 0, 'kind'],
    'statute',
    'must be one of "law", "person", "organisation", "outlet", "event", "concept", "programme", "place"',
  ],
  [['terms', 0, 'label'], 'x'.repeat(49), 'has 49 characters; at most 48'],
  [['terms', 0, 'gloss'], 'x'.repeat(241), 'has 241 characters; at most 240'],
  [
    ['terms', 0, 'gloss'],
    'see \u202Etxt.exe',
    'holds the character U+202E, which cannot be seen or changes how text is read; take it out',
  ],
  [['terms', 0, 'priority'], 4, 'must be one of 1, 2, 3'],
  [['terms', 0, 'colour'], 'red', 'there is no field "colour" here; check its spelling'],
  link(['terms', 0, 'records', 0, 'url'], 'javascript:alert(1)'),
  link(['terms', 0, 'records', 0, 'url'], 'https://localhost/', 'must be an https link'),
  [['terms', 0, 'related'], ['nobody'], 'there is no term "nobody"'],
  [['terms', 0, 'sources'], ['nobody-1900'], 'there is no source "nobody-1900"'],
  [['terms', 0, 'status', 'tone'], 'red', 'must be one of "current", "ended", "changed"'],
  [['terms', 0, 'aliases'], Array(201).fill('x'), 'has 201 entries; at most 200'],
  [['sources', 0, 'authors'], [], 'must not be empty'],
  [['sources', 0, 'date'], '11 January 2013', dateWords],
  link(['sources', 0, 'url'], 'https://user@example.org/'),
  [['sources', 0, 'paragraphCount'], 0, 'must be a whole number from 1 to 100000'],
  [['sources', 0, 'paragraphCount'], 1.5, 'must be a whole number from 1 to 100000'],
  [['questions', 0, 'terms'], [], 'must not be empty'],
  [['questions', 0, 'terms'], ['nobody'], 'there is no term "nobody"'],
  [['questions', 1, 'type'], 'open', 'must be ("disputed" | "lone")'],
  [['questions', 2, 'why'], undefined, 'the field "why" is missing'],
  [[...P, 'claims'], [], 'must not be empty'],
  [[...C, 'citations'], [], 'must not be empty'],
  [[...C, 'citations'], [{ paragraph: 31, quote: 'a b c' }], 'calingaert-2017 has 30 paragraphs, so no ¶31'],
  [[...C, 'stance'], 'against', 'is "against" in a position "for"'],
  [[...C, 'opposedBy'], ['zz-1'], 'there is no claim "zz-1"'],
  [['questions', 0, 'exchanges', 1], { claim: 'ka-l1', objection: 'zz-1' }, 'there is no claim "zz-1"'],
  [['notes', 0, 'paragraphs'], [31], 'lester-2013 has 30 paragraphs, so no ¶31'],
  [['notes', 0, 'claims'], ['zz-1'], 'there is no claim "zz-1"'],
  [['notes', 0, 'severity'], 0, 'must be one of 1, 2, 3'],
  [['events', 0, 'date'], 'spring', dateWords],
  [['events', 0, 'records'], [], 'must not be empty'],
  [['names', 'pageCues'], 9, 'there are only 5 aliases'],
  [['names', 'aliases', 0], 'Congress', 'must be a list'],
  [
    ['names', 'aliases', 1],
    ['Magnitsky Act', [[4, 0]]],
    '"Magnitsky Act" means a term or has a rule that is not there',
  ],
  [
    ['names', 'aliases', 1],
    ['Magnitsky Act', [[0, 2]]],
    '"Magnitsky Act" means a term or has a rule that is not there',
  ],
  [['names', 'aliases', 1], ['…', [[0, 0]]], '"…" holds no word'],
  [['names', 'aliases', 1], ['the', [[0, 1]]], '"the" stands in every paragraph (P51)'],
  [
    ['names', 'aliases', 1],
    ['market', [[0, 0]]],
    '"market" is a common word without words that must be near (P51)',
  ],
  [['names', 'aliases', 1], ['EU', [[0, 0]]], '"EU" is too short without words that must be near (P51)'],
  [['names', 'rules', 0], { needs: [5] }, 'asks for an alias or a term that is not there'],
  [['names', 'rules', 0], { pattern: '.*' }, 'there is no field "pattern" here; check its spelling'],
];

describe('P46 a file that breaks one rule is refused, with the place and the reason', () => {
  test.each(
    oneFault.map((row) => [`${row[0].join('.')} = ${JSON.stringify(row[1])?.slice(0, 60)}`, row] as const),
  )('%s', (_, [path, value, fault]) => {
    const faults = faultsOf(rawWith(path, value));
    expect(faults).toHaveLength(1);
    const [where = '', ...said] = (faults[0] ?? '').split(': ');
    expect(said.join(': ')).toBe(fault);
    expect(where.startsWith(path.slice(0, 2).join('.'))).toBe(true);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', '{}'],
    ['a list', [rawPack()]],
  ])('%s is refused', (_, value) => {
    expect(faultsOf(value)).toEqual(['pack: must be fields with values']);
  });

  test('a question with one position says so', () => {
    const positions = (rawPack()['questions'] as { positions: unknown[] }[])[0]?.positions.slice(0, 1);
    expect(faultsOf(rawWith(['questions', 0, 'positions'], positions))).toEqual([
      'questions.0.positions: has fewer than two positions',
    ]);
  });
});

test('a later format is refused with the advice to update, whatever else it holds', () => {
  const later = { ...rawPack(), format: 3, deep: JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`) };
  const advice = ['format: is 3, and this version of Sidelight reads up to 2; update Sidelight'];
  expect(faultsOf(later)).toEqual(advice);
  expect(faultsOf({ ...later, ...JSON.parse('{ "x": { "__proto__": 1 } }') })).toEqual(advice);
  expect(faultsOf({ ...later, compatibleWith: 2 })[0]).toMatch(/^deep.*lies more than 16 levels deep$/);
  expect(faultsOf({ ...rawPack(), format: 3, compatibleWith: 2, new: { x: 1 } })).toEqual([]);
});

describe('P45 no field reaches behind an object', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('%s is refused at any depth', (name) => {
    const hostile = JSON.parse(`{ "${name}": { "polluted": true } }`);
    expect(faultsOf({ ...rawPack(), ...JSON.parse(`{ "x": { "${name}": 1 } }`) })).toEqual([
      `x.${name}: no field may have this name`,
    ]);
    expect(faultsOf(rawWith(['terms', 0, 'status'], hostile))).toEqual([
      `terms.0.status.${name}: no field may have this name`,
    ]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('P48 sizes', () => {
  const [, , , model] = rawPack()['terms'] as object[];
  const term = (id: number) => ({ ...model, id: `t${id + 10}` });

  test('as many terms as there may be are read, one more is refused with the number', () => {
    const terms = Array.from({ length: MOST_ITEMS.terms - 4 }, (_, id) => term(id));
    const all = [...(rawPack()['terms'] as object[]), ...terms];
    expect(faultsOf(rawWith(['terms'], all))).toEqual([]);
    expect(faultsOf(rawWith(['terms'], [...all, term(-1)]))).toEqual([
      `terms: has ${MOST_ITEMS.terms + 1} entries; at most ${MOST_ITEMS.terms}`,
    ]);
  }, 60_000);

  test('a flood of faults is cut off', () => {
    expect(faultsOf(rawWith(['terms'], Array(100_000).fill({})))).toHaveLength(200);
  });

  test('deep nesting is refused early', () => {
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(faultsOf(rawWith(['terms', 0, 'gloss'], deep))[0]).toMatch(/: lies more than 16 levels deep$/);
  });
});

test('progress only grows, and is told', () => {
  const aliases = Array.from({ length: 9000 }, (_, at) => [`Magnitsky Act ${at}`, [[0, 0]]]);
  const told: number[] = [];
  decodePackFile(rawWith(['names', 'aliases'], [...Array(5).fill(['Congress', []]), ...aliases]), (done) =>
    told.push(done),
  );
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(Math.max(...told)).toBeLessThanOrEqual(1);
});
