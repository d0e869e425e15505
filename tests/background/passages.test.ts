import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import type { AddedPack, PackList } from '../../src/core/added-packs.ts';
import type { PackFinder } from '../../src/core/decide-passages.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { createMentionFinder } from '../../src/core/mentions.ts';
import type { Undecided } from '../../src/core/messages.ts';
import { type NameKeys, readNameKeys } from '../../src/core/name-keys.ts';
import type { PackNames } from '../../src/core/pack-names.ts';
import { NO_MEMORY } from '../../src/core/page-memory.ts';
import type { Pack } from '../../src/core/types.ts';
import { installFakeExtension } from './fake-extension.ts';

// Who decides, over a list of added packs that stays, changes or is damaged.

let createDecide: typeof import('../../src/background/passages.ts').createDecide;
let bundled: readonly PackFinder[] = [];

beforeAll(async () => {
  installFakeExtension(new Map());
  ({ createDecide } = await import('../../src/background/passages.ts'));
  const { pack, index } = await compilePack(inProject('tests', 'fixtures', 'small-pack'));
  if (!pack || !index) throw new Error('the small pack does not compile');
  bundled = [{ id: pack.id, finder: createMentionFinder(decodeIndex(index)) }];
});

const packOf = (id: string, on = true): AddedPack =>
  ({ id, on, now: { content: `content of ${id}` } }) as AddedPack;

/** A Pack of one Term with one name. */
function namesOf(id: string, name: string): NameKeys {
  const term = { id: 'one', label: name, priority: 1 };
  const names: PackNames = { pageCues: 0, aliases: [[name, [[0, 0]]]], rules: [] };
  return readNameKeys({ id, terms: [term] } as unknown as Pack, names);
}

const withFault = (names: NameKeys, fault: object): NameKeys => ({ ...names, ...fault });

/** What is asked of the store, and what stands there: names by Pack, or an error in their place. */
function setUp(
  packs: readonly AddedPack[],
  names: Readonly<Record<string, NameKeys | undefined | 'throws'>>,
) {
  const read: string[] = [];
  let mended = 0;
  let list: PackList = { stamp: 's', packs };
  const stored = new Map(Object.entries(names).map(([id, one]) => [`content of ${id}`, one]));
  const decide = createDecide({
    loadFinders: async () => bundled,
    list: async () => list,
    mend: () => {
      mended += 1;
    },
    findNames: async (content) => {
      read.push(content.slice('content of '.length));
      const found = stored.get(content);
      if (found === 'throws') throw new Error('the disk is broken');
      return found;
    },
  });
  const ask = async (text: string, more: Partial<Undecided> = { stamp: 's' }) =>
    decide({ texts: [text], memory: NO_MEMORY, packsOff: [], ...more });
  const terms = async (text: string, more?: Partial<Undecided>) => {
    const decision = await ask(text, more);
    return decision?.passages.flatMap(({ mentions }) => mentions.map(({ term }) => term));
  };
  const change = (next: PackList) => {
    list = next;
  };
  return { ask, terms, read, stored, change, mended: () => mended };
}

const text = 'The Harbour Act, the Quay Treaty and the Mole Report.';
const quay = () => namesOf('quays', 'Quay Treaty');
const mole = () => namesOf('moles', 'Mole Report');

test('bundled and added packs decide together, and names are read once', async () => {
  const { terms, read } = setUp([packOf('quays'), packOf('moles')], { quays: quay(), moles: mole() });
  for (let time = 0; time < 2; time += 1)
    expect(await terms(text)).toEqual(['small-pack/harbour-act', 'quays/one', 'moles/one']);
  expect(read).toEqual(['quays', 'moles']);
});

test('a page that knows of no added packs has none', async () => {
  const { terms, read } = setUp([packOf('quays')], { quays: quay() });
  expect(await terms(text, {})).toEqual(['small-pack/harbour-act']);
  expect(read).toEqual([]);
});

test.each(['', 'older'])(
  'P61 under the stamp %j, which is not that of the list, the bundled packs decide alone',
  async (stamp) => {
    const { terms, mended } = setUp([packOf('quays')], { quays: quay() });
    expect(await terms(text)).toEqual(['small-pack/harbour-act', 'quays/one']);
    expect(mended()).toBe(0);
    expect(await terms(text, { stamp })).toEqual(['small-pack/harbour-act']);
    expect(mended()).toBe(1);
  },
);

test('P61 a damaged pack works again once it was added again', async () => {
  const { terms, stored, change } = setUp([packOf('quays')], { quays: withFault(quay(), { texts: 7 }) });
  expect(await terms(text)).toEqual(['small-pack/harbour-act']);
  stored.set('content of quays', quay());
  const { now, ...pack } = packOf('quays');
  change({ stamp: 't', packs: [{ ...pack, now: { ...now, at: 1 } }] });
  expect(await terms(text, { stamp: 't' })).toEqual(['small-pack/harbour-act', 'quays/one']);
});

test('a bundled pack that is switched off decides nothing', async () => {
  const { terms } = setUp([packOf('quays')], { quays: quay() });
  expect(await terms(text, { packsOff: ['small-pack'], stamp: 's' })).toEqual(['quays/one']);
  // The readers' own are switched by their list.
  expect(await terms(text, { packsOff: ['quays'], stamp: 's' })).toContain('quays/one');
});

test('an added pack that is switched off is not even read', async () => {
  const { terms, read } = setUp([packOf('quays', false), packOf('moles')], { quays: quay(), moles: mole() });
  expect(await terms(text)).toEqual(['small-pack/harbour-act', 'moles/one']);
  expect(read).toEqual(['moles']);
});

test.each<[string, NameKeys | undefined | 'throws']>([
  ['gone', undefined],
  ['not to be read', 'throws'],
  ['without keys', withFault(quay(), { keys: undefined })],
  ['without texts', withFault(quay(), { texts: undefined })],
  ['without ends', withFault(quay(), { textEnds: undefined })],
  ['without readings', withFault(quay(), { senses: new Uint32Array() })],
  ['of a rule that is not there', withFault(quay(), { senses: Uint32Array.of(1, 9) })],
  ['of a Term that is not there', withFault(quay(), { senses: Uint32Array.of(9, 0) })],
])('P60 where the names of one pack are %s the others work', async (_, names) => {
  const { terms } = setUp([packOf('quays'), packOf('moles')], { quays: names, moles: mole() });
  const found = await terms(text);
  expect(found).toContain('small-pack/harbour-act');
  expect(found).toContain('moles/one');
});

test('names that could not be read are tried again with the next question', async () => {
  const { terms, stored } = setUp([packOf('quays')], { quays: 'throws' });
  expect(await terms(text)).not.toContain('quays/one');
  stored.set('content of quays', quay());
  expect(await terms(text)).toContain('quays/one');
});

test('names that were not there are asked for again: a pack may be added once more', async () => {
  const { terms, stored } = setUp([packOf('quays')], { quays: undefined });
  expect(await terms(text)).not.toContain('quays/one');
  stored.set('content of quays', quay());
  expect(await terms(text)).toContain('quays/one');
});

test('P60 a store that never opens keeps the bundled packs from nothing', async () => {
  const never = () => new Promise<never>(() => {});
  for (const fault of [{ findNames: never }, { list: never }]) {
    const parts = {
      loadFinders: async () => bundled,
      list: async () => ({ stamp: 's', packs: [packOf('quays')] }),
      findNames: async () => quay(),
      mend: () => {},
      ...fault,
    };
    const { passages, isLate } = await createDecide(
      parts,
      1,
    )({
      ...{ texts: [text], memory: NO_MEMORY, packsOff: [], stamp: 's' },
    });
    expect(passages[0]?.mentions.map(({ term }) => term)).toEqual(['small-pack/harbour-act']);
    expect(isLate).toBe(true);
  }
});

test('names of a pack that has left the list are let go', async () => {
  const { terms, read, change } = setUp([packOf('quays')], { quays: quay() });
  await terms(text);
  change({ stamp: 't', packs: [] });
  expect(await terms(text, { stamp: 't' })).toEqual(['small-pack/harbour-act']);
  change({ stamp: 'u', packs: [packOf('quays')] });
  expect(await terms(text, { stamp: 'u' })).toContain('quays/one');
  expect(read).toEqual(['quays', 'quays']);
});

test('what an added pack was asked about before holds with the next question', async () => {
  const { ask } = setUp([packOf('quays')], { quays: quay() });
  const first = await ask('The Quay Treaty (the “Treaty”) was signed.');
  expect(first?.forms).toEqual(['Treaty']);
  const second = await ask('The Treaty was signed.', { stamp: 's', memory: first?.memory ?? NO_MEMORY });
  expect(second?.passages[0]?.mentions.map(({ term, start }) => [term, start])).toEqual([['quays/one', 4]]);
});
