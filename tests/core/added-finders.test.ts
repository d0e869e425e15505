import { expect, test } from 'vitest';
import { type AddedNames, createAddedFinders } from '../../src/core/added-finders.ts';
import type { NameHit } from '../../src/core/first-look.ts';
import type { MentionFinder } from '../../src/core/mentions.ts';

const finder: MentionFinder = {
  findCandidates: () => [],
  readPassage: () => ({}) as never,
  *decide() {
    yield;
    return [];
  },
  asksPage: true,
};

/** Every digit of a text is a key; asking is answered by hand. */
function setUp() {
  const asked: { keys: readonly number[]; answer: (packs: readonly string[] | undefined) => void }[] = [];
  const names: AddedNames = {
    look: (text) =>
      [...text.matchAll(/\d/g)].map(
        ({ 0: key, index }): NameHit => ({ start: index, end: index + 1, key: Number(key) }),
      ),
    fetch: (keys) =>
      new Promise((resolve) => {
        const answer = (packs: readonly string[] | undefined) =>
          resolve(packs?.map((pack) => ({ pack, finder: { ...finder } })));
        asked.push({ keys, answer });
      }),
  };
  return { asked, added: createAddedFinders(names) };
}

test('asks once for what it came upon, and never when there is nothing new', async () => {
  const { asked, added } = setUp();
  expect(await added.fetchNames()).toBe(false);
  expect([added.isPartial('none'), added.isPartial('1 and 2, 1')]).toEqual([false, true]);
  const fetched = added.fetchNames();
  expect(asked.map(({ keys }) => keys)).toEqual([[1, 2]]);
  asked[0]?.answer(['p']);
  expect(await fetched).toBe(true);
  expect(added.isPartial('2 again')).toBe(false);
  expect(await added.fetchNames()).toBe(false);
  expect(asked.length).toBe(1);
});

test('asks for everything again with what is new at the end, and keeps what the page has told', async () => {
  const { asked, added } = setUp();
  added.isPartial('1');
  const first = added.fetchNames();
  asked[0]?.answer(['p']);
  await first;
  const [before] = added.pages;
  added.isPartial('3 1');
  const second = added.fetchNames();
  expect(asked[1]?.keys).toEqual([1, 3]);
  asked[1]?.answer(['q', 'p']);
  await second;
  expect(added.pages.length).toBe(2);
  expect(added.pages[1]?.evidence).toBe(before?.evidence);
});

test('an answer that is overtaken by a later one changes nothing', async () => {
  const { asked, added } = setUp();
  added.isPartial('1');
  const first = added.fetchNames();
  added.isPartial('2');
  const second = added.fetchNames();
  asked[1]?.answer(['p', 'q']);
  expect(await second).toBe(true);
  asked[0]?.answer([]);
  expect(await first).toBe(false);
  expect(added.pages.length).toBe(2);
});

test('without an answer the text stays partial', async () => {
  const { asked, added } = setUp();
  added.isPartial('1');
  const fetched = added.fetchNames();
  asked[0]?.answer(undefined);
  expect(await fetched).toBe(false);
  expect(added.isPartial('1')).toBe(true);
});

test('a place is for later until its name has been fetched', async () => {
  const { asked, added } = setUp();
  expect(added.findCandidates('1 and 2').map(({ later }) => later)).toEqual([true, true]);
  const fetched = added.fetchNames();
  asked[0]?.answer(['p']);
  await fetched;
  expect(added.findCandidates('2 and 3').map(({ later }) => later)).toEqual([false, true]);
});

test('P41 a flood of names is not asked for without end', async () => {
  const { asked } = setUp();
  const added = createAddedFinders({
    look: () => Array.from({ length: 50_000 }, (_, key) => ({ start: 0, end: 1, key })),
    fetch: async (keys) => {
      asked.push({ keys, answer: () => {} });
      return [];
    },
  });
  expect(added.isPartial('flood')).toBe(true);
  await added.fetchNames();
  expect(asked[0]?.keys.length).toBe(20_000);
  expect(added.isPartial('flood')).toBe(false);
});
