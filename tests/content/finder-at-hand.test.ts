import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FinderAtHand } from '../../src/content/finder-at-hand.ts';
import { openFinderDoor, takeFinderDoor } from '../../src/content/page-door.ts';
import { createTurn } from '../../src/content/turn.ts';
import { finish } from '../../src/core/in-turns.ts';
import { createPageFinder, findPlaces } from '../../src/core/page-finder.ts';
import { decodeSettings } from '../../src/core/settings.ts';
import { createWordFinder } from '../core/word-finder.ts';

let brought = 0;
let looked = 0;
let life = new AbortController();

/** As the script does: leaves what makes a finder. */
function openDoor(): void {
  openFinderDoor(function* (_, memory) {
    brought += 1;
    yield;
    return createPageFinder([createWordFinder('a', ['Act'])], memory);
  });
}

function createAtHand(loadAgain: () => Promise<boolean | undefined>, added?: 'added'): FinderAtHand {
  const look = (text: string) => {
    looked += 1;
    return findPlaces(text, ['Act']);
  };
  const looks = { stamp: '', first: () => [], createWhole: () => () => [] };
  const start = {
    settings: decodeSettings(undefined),
    signal: life.signal,
    loadLooks: () => [look],
    ...(added && { added: looks }),
  };
  return new FinderAtHand(start, loadAgain);
}

const loadAgain = vi.fn(async () => {
  openDoor();
  return true;
});

const use = async (hand: FinderAtHand) => {
  const finder = await hand.bring(createTurn());
  if (!finder) throw new Error('no finder');
  return finder;
};

const rested = async (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  brought = 0;
  looked = 0;
  life = new AbortController();
  loadAgain.mockClear();
  openDoor();
});

afterEach(() => {
  life.abort();
  takeFinderDoor();
  vi.useRealTimers();
});

test('a finder is made once, of what its script left', async () => {
  const hand = createAtHand(loadAgain);
  const first = await use(hand);
  expect(await use(hand)).toBe(first);
  expect([brought, loadAgain.mock.calls.length]).toEqual([1, 0]);
  expect(takeFinderDoor()).toBeUndefined();
});

test('a still page lets it go, looks with the first look, and brings it again on need', async () => {
  const hand = createAtHand(loadAgain);
  await use(hand);
  hand.rest();
  expect(hand.findCandidates('an Act')).toHaveLength(1);
  expect(looked).toBe(0);
  await rested(1_000);
  expect(hand.findCandidates('an Act')).toHaveLength(1);
  expect(looked).toBe(1);
  expect(await hand.fetchNames()).toBe(false);
  await use(hand);
  expect([brought, loadAgain.mock.calls.length]).toEqual([2, 1]);
});

test('what the page has told is known to the next finder, and told once', async () => {
  const hand = createAtHand(loadAgain);
  const before = finish((await use(hand)).read('the Act (law)'));
  expect([before.grew, hand.takeNewShortForms()]).toEqual([true, ['law']]);
  hand.rest();
  await rested(1_000);
  expect(hand.takeNewShortForms()).toEqual([]);
  expect(hand.findCandidates('the law')).toEqual([{ start: 4, end: 7 }]);
  const finder = await use(hand);
  const after = finish(finder.read('the Act (law)'));
  expect([after.grew, hand.takeNewShortForms()]).toEqual([false, []]);
  expect(finish(finder.decide(before.reading))).toHaveLength(1);
});

test('it stays while something is read, and twice as long each time it was needed after all', async () => {
  const hand = createAtHand(loadAgain);
  await use(hand);
  hand.rest();
  await rested(500);
  hand.stay();
  await rested(60_000);
  await use(hand);
  expect(brought).toBe(1);
  hand.rest();
  await rested(1_000);
  await use(hand);
  hand.rest();
  await rested(1_999);
  await use(hand);
  expect(brought).toBe(2);
  hand.rest();
  await rested(2_000);
  await use(hand);
  expect(brought).toBe(3);
});

test('what is read without it does not put off its going', async () => {
  const hand = createAtHand(loadAgain);
  await use(hand);
  hand.rest();
  for (let tick = 0; tick < 3; tick += 1) {
    await rested(300);
    hand.stay();
    hand.rest();
  }
  hand.stay();
  await rested(100);
  hand.rest();
  await use(hand);
  expect(brought).toBe(2);
});

test('an ended page asks for nothing, and leaves to its successor what comes', async () => {
  takeFinderDoor();
  const hand = createAtHand(async () => {
    openDoor();
    life.abort();
    return true;
  });
  expect(await hand.bring(createTurn())).toBeUndefined();
  expect([brought, takeFinderDoor() !== undefined]).toEqual([0, true]);
  expect(await createAtHand(loadAgain).bring(createTurn())).toBeUndefined();
  expect(loadAgain).not.toHaveBeenCalled();
});

test('with added Packs it stays', async () => {
  const hand = createAtHand(loadAgain, 'added');
  await use(hand);
  hand.rest();
  expect(vi.getTimerCount()).toBe(0);
});

test('no timer outlives the page', async () => {
  const hand = createAtHand(loadAgain);
  await use(hand);
  hand.rest();
  life.abort();
  expect(vi.getTimerCount()).toBe(0);
  hand.rest();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([false, undefined, true])(
  'answered %s and nothing left, it is asked once a reading',
  async (answer) => {
    takeFinderDoor();
    const load = vi.fn(async () => answer);
    const hand = createAtHand(load);
    for (let block = 0; block < 3; block += 1) expect(await hand.bring(createTurn())).toBeUndefined();
    expect(load).toHaveBeenCalledTimes(1);
    hand.stay();
    openDoor();
    expect(await hand.bring(createTurn())).toBeDefined();
  },
);
