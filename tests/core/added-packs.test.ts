import { describe, expect, test } from 'vitest';
import {
  type AddedPack,
  askedForDamaged,
  contentsOf,
  decodePackList,
  describeOrigin,
  encodePackList,
  isEmptyList,
  movePack,
  NO_PACKS,
  type PackList,
  plainFileName,
  undoUpdate,
  withAsking,
  withoutDamaged,
  withoutPack,
  withPack,
  withSwitch,
} from '../../src/core/added-packs.ts';
import type { PackId } from '../../src/core/ids.ts';

const hash = (digit: string) => digit.repeat(64);

function packOf(id: string, content = 'a', before?: string): AddedPack {
  const version = (digit: string) => ({
    content: hash(digit),
    version: '1',
    title: id,
    publisher: 'P',
    language: 'en',
    licence: 'CC0',
    terms: 1,
    sources: 0,
    questions: 0,
    bytes: 10,
    at: 0,
  });
  return {
    id: id as PackId,
    on: true,
    origin: { type: 'file', name: 'x.json' },
    now: version(content),
    ...(before && { before: version(before) }),
  };
}

const listOf = (...packs: AddedPack[]): PackList => ({ stamp: 's', packs });
const idsOf = ({ packs }: PackList) => packs.map(({ id }) => id).join('');

describe('the list of added packs', () => {
  test.each([
    ['a', 1, 'bac'],
    ['a', 9, 'bca'],
    ['c', -1, 'acb'],
    ['c', -9, 'cab'],
    ['b', 0, 'abc'],
    ['x', 1, 'abc'],
  ])('%s moved by %i gives %s', (id, by, order) => {
    expect(idsOf(movePack(listOf(packOf('a'), packOf('b'), packOf('c')), id, by))).toBe(order);
  });

  test('a new version takes the place of the old one, another id comes last', () => {
    const list = listOf(packOf('a'), packOf('b'));
    expect(withPack(list, packOf('a', 'f')).packs[0]?.now.content).toBe(hash('f'));
    expect(idsOf(withPack(list, packOf('c')))).toBe('abc');
    expect(idsOf(withoutPack(list, 'a'))).toBe('b');
    expect(withSwitch(list, 'b', false).packs.map(({ on }) => on)).toEqual([true, false]);
    expect(withSwitch(list, 'c', false)).toEqual(list);
  });

  test('an update is undone once', () => {
    const undone = undoUpdate(listOf(packOf('a', 'b', 'a')), 'a');
    expect(undone.packs[0]).toEqual(packOf('a', 'a'));
    expect(undoUpdate(undone, 'a')).toEqual(undone);
  });

  test('contents of the version before are still spoken of', () => {
    expect([...contentsOf(listOf(packOf('a', 'b', 'a'), packOf('c', 'b')))]).toEqual([hash('b'), hash('a')]);
  });
});

describe('a damaged entry', () => {
  const { now, ...rest } = packOf('a', 'b', 'a');
  test.each<[string, unknown, string]>([
    ['whole but for its switch', { ...rest, now, on: 'yes' }, 'ba'],
    ['with versions that have lost the rest', { now: { content: hash('b') }, before: 7 }, 'b'],
    ['with another name for its contents', { now: { content: 'b' }, before: { content: hash('a') } }, 'a'],
    ['without versions', {}, ''],
    ['no object', 7, ''],
  ])('P61 %s: its contents are still spoken of', (_, entry, letters) => {
    expect([...contentsOf({ ...listOf(), damaged: [{ entry }] })]).toEqual([...letters].map(hash));
  });

  test.each<[unknown, string | undefined]>([
    [{ origin: { url: 'https://packs.example/a', askedFor: true } }, 'https://packs.example/a'],
    [{ origin: { url: 'https://packs.example/a' } }, undefined],
    [{ origin: { url: 'http://packs.example/a', askedFor: true } }, undefined],
    [{ origin: { url: 'https://', askedFor: true } }, undefined],
    [{ origin: 7 }, undefined],
    [null, undefined],
  ])('P55 %j gives the site %s back', (entry, url) => {
    expect(askedForDamaged({ entry })).toBe(url);
  });
});

describe('decodePackList', () => {
  test('gives back what was stored', () => {
    const list = listOf(packOf('a', 'b', 'a'), packOf('c'));
    expect(decodePackList(JSON.parse(JSON.stringify(list)))).toEqual(list);
  });

  test('P61 a damaged entry costs no other', () => {
    const good = packOf('a');
    const bad = [null, 7, {}, { ...good, id: '../x' }, { ...good, now: {} }, { ...good, on: 'yes' }, good];
    const origins = [{ type: 'address', url: 'http://x.example/' }, { type: 'elsewhere' }];
    const stored = {
      stamp: 's',
      packs: [good, ...bad, ...origins.map((origin, at) => ({ ...packOf(`o${at}`), origin })), packOf('z')],
    };
    const list = decodePackList(stored);
    expect(idsOf(list)).toBe('az');
    expect(list.damaged?.map(({ id, title }) => `${id} ${title}`)).toEqual([
      ...['undefined undefined', 'undefined undefined', 'undefined undefined', 'undefined a'],
      ...['o0 o0', 'o1 o1'],
    ]);
  });

  test.each([[undefined], [{ packs: [] }], [{ stamp: 1, packs: [] }]])('P61 %j is an empty list', (value) => {
    expect(decodePackList(value)).toEqual(NO_PACKS);
    expect(isEmptyList(decodePackList(value))).toBe(true);
  });

  test.each([[null], [[]], ['x'], [{ packs: {} }]])('P61 %j is set aside as it is', (value) => {
    const list = decodePackList(value);
    expect(list).toEqual({ ...NO_PACKS, damaged: [{ entry: value }] });
    expect(isEmptyList(list)).toBe(false);
    expect(encodePackList(list)).toEqual({ stamp: '', packs: [value] });
  });

  test('P61 what is set aside is stored as it was, and known by a name that can be shown', () => {
    const bad = { ...packOf('b'), on: 'yes', now: { title: `B\u202e${'x'.repeat(100)}` } };
    const list = decodePackList({ stamp: 's', packs: [bad, packOf('a')] });
    expect(list.damaged).toEqual([{ id: 'b', title: `B${'x'.repeat(79)}`, entry: bad }]);
    expect(encodePackList(list)).toEqual({ stamp: 's', packs: [packOf('a'), bad] });
    expect(withPack(list, packOf('b')).packs).toHaveLength(2);
    expect(decodePackList(encodePackList(withPack(list, packOf('b'))))).toEqual(
      listOf(packOf('a'), packOf('b')),
    );
    expect(withoutDamaged(list, { id: 'b', entry: 0 })).toEqual(list);
    expect(withoutDamaged(list, list.damaged?.[0] ?? { entry: 0 })).toEqual(listOf(packOf('a')));
  });
});

test.each([
  [{ type: 'bundled' } as const, undefined],
  [{ type: 'file', name: 'my pack.json' } as const, 'my pack.json'],
  [{ type: 'address', url: 'https://packs.example:8443/a?b' } as const, 'packs.example:8443'],
])('%j is from %s', (origin, from) => {
  expect(describeOrigin(origin)).toBe(from);
});

test.each([
  ['telegraph.json', 'telegraph.json'],
  ['\u202Enosj.hpargelet', 'nosj.hpargelet'],
  ['a\u200Bb\nc\u0000.json', 'abc.json'],
  ['x'.repeat(300), 'x'.repeat(80)],
  ['日本.json', '日本.json'],
])('P52 of a file’s name %j only what can be seen is kept', (name, shown) => {
  expect(plainFileName(name)).toBe(shown);
});

test('P55 the site of a pack that is gone is the next one’s to give back', () => {
  const pack = packOf('p');
  const origin = { type: 'address', url: 'https://packs.example.org/p.json', etag: '"1"' } as const;
  expect(withAsking({ ...pack, origin }).origin).toEqual({ ...origin, askedFor: true });
  expect(withAsking({ ...pack, origin: { type: 'bundled' } }).origin).toEqual({ type: 'bundled' });
});
