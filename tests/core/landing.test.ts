import { describe, expect, test } from 'vitest';
import {
  findLanding,
  findQuoteIn,
  followedForMs,
  isSameAddress,
  stillWanted,
} from '../../src/core/landing.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import type { Pack } from '../../src/core/types.ts';
import { smallPack } from '../fixtures/small-pack.ts';

test.each([
  ['https://www.example.org/a/', 'https://example.org/a', true],
  ['http://example.org/a#part', 'https://example.org/a', true],
  ['https://example.org/a#:~:text=some%20words', 'https://example.org/a', true],
  ['https://EXAMPLE.org/a', 'https://example.org/a', true],
  ['https://example.org', 'https://example.org/', true],
  ['https://example.org/a?page=2', 'https://example.org/a', false],
  ['https://example.org/a/b', 'https://example.org/a', false],
  ['https://example.org/A', 'https://example.org/a', false],
  ['https://example.org:8080/a', 'https://example.org/a', false],
  ['https://example.org.evil.test/a', 'https://example.org/a', false],
  ['https://web.archive.org/web/2017/https://example.org/a', 'https://example.org/a', false],
  ['file:///a', 'file:///a', false],
  ['', '', false],
])('%s and %s are the same page: %s', (one, other, same) => {
  expect(isSameAddress(one, other)).toBe(same);
  expect(isSameAddress(other, one)).toBe(same);
});

test.each([
  ['https://example.org/a#:~:text=some%20well%2Dknown%20words', 'some well-known words'],
  ['https://example.org/a#part:~:text=some%20words', 'some words'],
  ['https://example.org/a#:~:text=some%20words&text=others', 'some words'],
  ['https://example.org/a#part', undefined],
  ['https://example.org/a', undefined],
  ['https://example.org/a#:~:text=%E0%A4%A', undefined],
])('%s lands on %s', (address, quote) => {
  expect(findQuoteIn(address)).toBe(quote);
});

test('a citation is waited for a minute and no longer', () => {
  const followed = [0, 1, 2].map((at) => ({ url: 'https://example.org/a', quote: 'some words', at }));
  expect(stillWanted(followed, followedForMs + 1).map(({ at }) => at)).toEqual([1, 2]);
});

/** The small Pack with two Claims that answer each other. */
const disputing = structuredClone(smallPack) as unknown as {
  questions: { positions: { claims: { id: string; opposedBy: string[]; citations: object[] }[] }[] }[];
};
for (const claim of disputing.questions.flatMap(({ positions }) =>
  positions.flatMap(({ claims }) => claims),
)) {
  if (claim.id === 'ka-c1') claim.opposedBy = ['ka-l1'];
  if (claim.id === 'ka-c3') claim.opposedBy = ['ka-l1', 'gone'];
  if (claim.id === 'ka-l1') claim.opposedBy = ['ka-c1', 'ka-c3'];
  if (claim.id === 'jv-l1') claim.opposedBy = ['gone'];
}
const packs = [createPackLookUp(disputing as unknown as Pack)];

describe('a page that is a Source itself', () => {
  test('no other page is one', () => {
    expect(findLanding(packs, 'https://example.org/other')).toBeUndefined();
  });

  test('its title and Pack are known', () => {
    const landing = findLanding(packs, 'http://www.example.org/lester-2013/#top');
    expect(landing).toMatchObject({ pack: 'small', source: 'lester-2013', title: 'An article by Lester' });
    expect(landing).not.toHaveProperty('wanted');
  });

  test('disputed is what others answer, in the order of its paragraphs', () => {
    const places = findLanding(packs, 'https://example.org/calingaert-2017')?.disputed ?? [];
    expect(places.map(({ paragraph, claims }) => [paragraph, claims.map(({ claim }) => claim.id)])).toEqual([
      [14, ['ka-c3']],
      [22, ['ka-c1']],
    ]);
    expect(places[0]?.claims[0]?.answers.map(({ id }) => id)).toEqual(['ka-l1']);
    expect(places[0]?.claims[0]?.question).toContain('Kremlin');
  });

  test('what only a missing Claim answers is not disputed', () => {
    const places = findLanding(packs, 'https://example.org/lester-2013')?.disputed ?? [];
    expect(places.flatMap(({ claims }) => claims.map(({ claim }) => claim.id))).toEqual(['ka-l1']);
    expect(findLanding(packs, 'https://example.org/smoler-2017')?.disputed).toEqual([]);
  });

  test('P53 what an added Pack disputes says whose it is', () => {
    const added = packs.map((pack) => ({ ...pack, from: 'packs.example.org' }));
    const by = (from: typeof packs) =>
      findLanding(from, 'https://example.org/calingaert-2017')?.disputed.map((place) => place.by?.from);
    expect(by(added)).toEqual(['packs.example.org', 'packs.example.org']);
    expect(by([...packs, ...added])).toEqual([undefined, undefined]);
  });

  test('Claims on the same words stand at one place', () => {
    const shared = structuredClone(disputing);
    for (const claim of shared.questions.flatMap(({ positions }) =>
      positions.flatMap(({ claims }) => claims),
    ))
      claim.citations = [{ paragraph: 4, quote: 'the same few words' }];
    const places = findLanding(
      [createPackLookUp(shared as unknown as Pack)],
      'https://example.org/calingaert-2017',
    )?.disputed;
    expect(places?.map(({ claims }) => claims.length)).toEqual([2]);
  });
});
