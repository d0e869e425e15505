// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { createTurn } from '../../src/browser/turn.ts';
import { Decider } from '../../src/content/decider.ts';
import { NO_MEMORY } from '../../src/core/page-memory.ts';
import { decodeSettings } from '../../src/core/settings.ts';
import { installFakeBackground } from './fake-background.ts';

const listened = vi.spyOn(globalThis, 'addEventListener');
const background = installFakeBackground(['Act']);
let life = new AbortController();

beforeEach(() => {
  background.asked.length = 0;
  listened.mockClear();
  background.instead = undefined;
  life = new AbortController();
});

const start = () => ({
  settings: decodeSettings({ packsOff: ['other'] }),
  signal: life.signal,
  meter: () => {},
});
const ask = (decider: Decider, ...texts: readonly string[]) => decider.decide(texts, createTurn());
const stopped = () => {
  throw new Error('the worker was stopped');
};

test('what the page has told goes along with the next question', async () => {
  const decider = new Decider(start());
  await ask(decider, 'the Act (Law)');
  await ask(decider, 'the Act');
  const [first, second] = background.asked;
  expect(first).toMatchObject({ texts: ['the Act (Law)'], memory: NO_MEMORY, packsOff: ['other'] });
  expect(second?.memory.packs).toMatchObject({ a: { shorts: [['Law', [0]]] } });
});

test('answers come in the order of the passages', async () => {
  const decided = await ask(new Decider(start()), 'none', 'the Act', 'Act, Act');
  expect(decided?.passages.map(({ mentions }) => mentions.length)).toEqual([0, 1, 2]);
});

test('a short form is new once', async () => {
  const decider = new Decider(start());
  await ask(decider, 'the Act (Law)');
  await ask(decider, 'the Act (Law)', 'the Act (Bill)');
  expect(decider.takeNewForms()).toEqual(['Law', 'Bill']);
  await ask(decider, 'the Act (Bill)');
  expect(decider.takeNewForms()).toEqual([]);
  expect(decider.forms).toEqual(['Law', 'Bill']);
});

test('the version grows when the page tells something, and only then', async () => {
  const decider = new Decider(start());
  const versions: number[] = [];
  for (const text of ['the Act', 'the Act (Law)', 'the Act (Law)', 'none', 'the Act (Bill)']) {
    await ask(decider, text);
    versions.push(decider.version);
  }
  expect(versions).toEqual([0, 1, 1, 1, 2]);
});

test.each<[string, () => unknown]>([
  ['nobody answers', stopped],
  ['another list of packs is in force', () => undefined],
  ['nothing is answered, as Chromium puts it,', () => null],
])('P57 while %s there is no answer, and nothing told before is lost', async (_, instead) => {
  const decider = new Decider(start());
  await ask(decider, 'the Act (Law)');
  background.instead = instead;
  expect(await ask(decider, 'the Act (Bill)')).toBeUndefined();
  expect([decider.version, decider.forms]).toEqual([1, ['Law']]);
  background.instead = undefined;
  expect((await ask(decider, 'the Act (Bill)'))?.passages).toHaveLength(1);
  expect(background.asked.at(-1)?.memory.packs).toMatchObject({ a: { shorts: [['Law', [0]]] } });
  expect(decider.forms).toEqual(['Law', 'Bill']);
});

test('P57 a worker that was stopped over the question is asked once more', async () => {
  let stops = 1;
  const passages = [{ mentions: [], mayMean: true }];
  background.instead = () => {
    stops -= 1;
    return stops < 0 ? { passages, memory: NO_MEMORY, grew: false, forms: [] } : stopped();
  };
  expect(await ask(new Decider(start()), 'the Act')).toMatchObject({ passages });
  expect(background.asked).toHaveLength(2);
  expect(background.asked[1]).toEqual(background.asked[0]);
});

test('a page that ended meanwhile takes nothing over', async () => {
  const decider = new Decider(start());
  const asked = ask(decider, 'the Act (Law)');
  life.abort();
  expect(await asked).toBeUndefined();
  expect([decider.version, decider.forms]).toEqual([0, []]);
});

test('with added packs the stamp of their list goes along', async () => {
  const added = { stamp: 's', first: () => [], createWhole: () => () => [] };
  await ask(new Decider({ ...start(), added }), 'the Act');
  await ask(new Decider(start()), 'the Act');
  expect(background.asked.map((one) => [Object.hasOwn(one, 'stamp'), one.stamp])).toEqual([
    [true, 's'],
    [false, undefined],
  ]);
});

test('what the background worked counts as work on this page', async () => {
  const metered: number[] = [];
  const decider = new Decider({ ...start(), meter: (ms) => metered.push(ms) });
  background.instead = () => ({ passages: [], memory: NO_MEMORY, grew: false, forms: [], workedMs: 1_000 });
  await ask(decider);
  expect(metered).toContain(1_000);
});

/** Tells those who listen now of a page that is shown; an event of a test's own would not be trusted. */
function show(event: { readonly isTrusted: boolean; readonly persisted: boolean }): void {
  for (const [type, listener] of listened.mock.calls)
    if (type === 'pageshow') (listener as (event: unknown) => void)(event);
}

test('P34 a page that says itself that it was kept for "back" has nothing asked again', async () => {
  background.instead = () =>
    new Promise((resolve) => {
      show({ isTrusted: false, persisted: true });
      setTimeout(() => resolve({ passages: [], memory: NO_MEMORY, grew: false, forms: [], workedMs: 0 }));
    });
  expect(await ask(new Decider(start()), 'the Act')).toMatchObject({ passages: [] });
  expect(background.asked.length).toBe(1);
});

test('P22 a page that was kept for "back" over a question asks it again', async () => {
  let isHeld = true;
  background.instead = () => {
    if (!isHeld)
      return { passages: [{ mentions: [], mayMean: true }], memory: NO_MEMORY, grew: false, forms: [] };
    isHeld = false;
    setTimeout(() => show({ isTrusted: true, persisted: true }));
    return new Promise(() => {});
  };
  expect(await ask(new Decider(start()), 'the Act')).toMatchObject({
    passages: [{ mentions: [], mayMean: true }],
  });
  expect(background.asked.length).toBe(2);
});
