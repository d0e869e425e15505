import { expect, test } from 'vitest';
import { decodePackList, encodePackList } from '../../src/core/added-packs.ts';
import {
  DEFAULT_SETTINGS,
  decodeSettings,
  findBadSettings,
  withEntry,
  withSite,
} from '../../src/core/settings.ts';

// src/core/settings.ts and src/core/added-packs.ts against what a disk, an older version or a hand may leave in the store.

const odd: readonly unknown[] = [
  null,
  undefined,
  NaN,
  -1,
  1e308,
  '',
  'x'.repeat(1e5),
  [],
  [[]],
  {},
  [null],
  true,
  'normal',
  [1, 'a'],
];

/** The same corruptions in every run. */
function createChance(seed: number) {
  let state = seed;
  return (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

test('P61 a thousand corruptions: what holds is kept, the rest falls back, nothing throws', () => {
  const fields = Object.keys(DEFAULT_SETTINGS);
  const chance = createChance(7);
  for (let run = 0; run < 1_000; run++) {
    const stored: Record<string, unknown> = { ...DEFAULT_SETTINGS, pace: 'calm', muted: ['a/b'] };
    const hit = new Set(Array.from({ length: 1 + chance(4) }, () => fields[chance(fields.length)] ?? ''));
    for (const field of hit) stored[field] = odd[chance(odd.length)];
    const settings = decodeSettings(stored);
    expect(findBadSettings(settings)).toEqual([]);
    if (!hit.has('pace')) expect(settings.pace).toBe('calm');
    if (!hit.has('muted')) expect(settings.muted).toEqual(['a/b']);
  }
  for (const stored of odd) expect(decodeSettings(stored)).toEqual(DEFAULT_SETTINGS);
});

test('P61 a thousand corruptions of the list of packs: whole ones are kept, each other is set aside, nothing throws', () => {
  const version = {
    ...{ content: 'a'.repeat(64), version: '1', title: 'T', publisher: 'P', language: 'en', licence: 'CC0' },
    ...{ terms: 1, sources: 0, questions: 0, bytes: 10, at: 0 },
  };
  const origin = { type: 'address', url: 'https://packs.example/a' };
  const packOf = (id: string) => ({ id, on: true, origin, now: version });
  const inner = ['id', 'on', 'origin', 'now'] as const;
  const chance = createChance(11);
  let damagedOnes = 0;
  for (let run = 0; run < 1_000; run++) {
    const packs: unknown[] = ['a', 'b', 'c'].map(packOf);
    const hit = chance(3);
    const value = odd[chance(odd.length)];
    const place = chance(6);
    // The entry as a whole, one of its fields, or a field within its version.
    const whole = packOf('bad');
    if (place === 0) packs[hit] = value;
    else if (place === 1)
      packs[hit] = { ...whole, now: { ...version, [chance(2) ? 'content' : 'at']: value } };
    else packs[hit] = { ...whole, [inner[chance(inner.length)] ?? 'on']: value };
    const list = decodePackList({ stamp: 's', packs });
    const ids = list.packs.map(({ id }) => String(id));
    expect(ids).toEqual(expect.arrayContaining(['a', 'b', 'c'].filter((_, at) => at !== hit)));
    expect(list.packs.length + (list.damaged?.length ?? 0)).toBe(3);
    damagedOnes += list.damaged?.length ?? 0;
    // Stored and read again nothing of it is lost, and nothing is added.
    expect(decodePackList(encodePackList(list))).toEqual(list);
  }
  expect(damagedOnes).toBeGreaterThan(500);
  for (const stored of odd) expect(decodePackList(stored).packs).toEqual([]);
});

test('P62 what version 0.1.0 stored opens unchanged', () => {
  // As written by that version; a later one adds its own line and never edits this one.
  const stored =
    '{"on":true,"pace":"calm","density":"all","showMinor":true,"markHeadings":false,"appearance":"dark",' +
    '"fontSize":120,"cardWidth":100,"language":"de","sites":"only","offSites":["a.example"],"onlySites":["b.example"],' +
    '"muted":["human-rights-sanctions/kremlin"],"notThis":["human-rights-sanctions/cia|cia"],"packsOff":[]}';
  expect(decodeSettings(JSON.parse(stored))).toMatchObject(JSON.parse(stored));
});

test('P38 P61 an entry that could not be read again is not stored, and the list stays whole', () => {
  const list = ['a/b'];
  for (const entry of ['', 'x'.repeat(301)]) {
    expect(withEntry(list, entry, true)).toEqual(list);
    expect(withSite({ ...DEFAULT_SETTINGS, offSites: ['a.example'] }, entry, false).offSites).toEqual([
      'a.example',
    ]);
  }
  const full = Array.from({ length: 10_000 }, (_, i) => `a/${i}`);
  expect(withEntry(full, 'a/new', true)).toEqual(full);
  expect(withEntry(list, 'a/c', true)).toEqual(['a/b', 'a/c']);
  expect(withEntry(list, 'a/b', false)).toEqual([]);
});
