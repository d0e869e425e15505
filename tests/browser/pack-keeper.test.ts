import { describe, expect, test } from 'vitest';
import type { PackContents, PackContentsStore } from '../../src/browser/pack-contents.ts';
import { createPackKeeper, type PackKeeper } from '../../src/browser/pack-keeper.ts';
import type { AddedPack, PackList } from '../../src/core/added-packs.ts';
import type { PackId } from '../../src/core/ids.ts';
import { readNameKeys } from '../../src/core/name-keys.ts';
import type { Pack } from '../../src/core/types.ts';

const hash = (letter: string) => letter.repeat(64);

function contentsOf(word: string): PackContents {
  const pack = { id: 'p', title: word, terms: [] } as unknown as Pack;
  const names = readNameKeys(pack, { pageCues: 0, aliases: [[word, []]], rules: [] });
  return { pack, names, file: new TextEncoder().encode(word) };
}

function packOf(id: string, letter: string): AddedPack {
  const now = {
    ...{ content: hash(letter), version: letter, title: id, publisher: 'P', language: 'en', licence: 'CC0' },
    ...{ terms: 1, sources: 0, questions: 0, bytes: 10, at: 0 },
  };
  return { id: id as PackId, on: true, origin: { type: 'file', name: 'x.json' }, now };
}

/** What lies in the browser, and a death after so many steps: from then on nothing is written any more. */
interface Disk {
  readonly contents: Map<string, PackContents>;
  stored: Record<string, unknown>;
  stepsLeft: number;
  /** Counts every moment at which a death can strike. */
  steps: number;
  /** Where pages read there is no room. */
  isLookFull: boolean;
  /** How often others were told of a change. */
  told: number;
}

const freshDisk = (): Disk => ({
  contents: new Map(),
  stored: {},
  stepsLeft: Number.POSITIVE_INFINITY,
  steps: 0,
  isLookFull: false,
  told: 0,
});

class Dead extends Error {}

interface TestKeeper extends Omit<PackKeeper, 'keep' | 'replace'> {
  replace(packs: readonly (readonly [AddedPack, PackContents])[]): Promise<void>;
  keep(pack: AddedPack, contents: PackContents): Promise<void>;
}

function openKeeper(disk: Disk, room = Number.POSITIVE_INFINITY): TestKeeper {
  const step = async (): Promise<void> => {
    disk.steps += 1;
    disk.stepsLeft -= 1;
    if (disk.stepsLeft < 0) throw new Dead();
  };
  const contents: PackContentsStore = {
    async keep(content, given) {
      await step();
      if (disk.contents.size >= room) throw new DOMException('full', 'QuotaExceededError');
      disk.contents.set(content, given);
      await step();
    },
    has: async (content) => disk.contents.has(content),
    isWhole: async (content) => disk.contents.has(content),
    findFile: async (content) => disk.contents.get(content)?.file,
    findPart: async () => undefined,
    findWhole: async (content) => disk.contents.get(content)?.pack,
    findAddresses: async () => undefined,
    findNames: async (content) => disk.contents.get(content)?.names,
    async findKeys(content) {
      await step();
      return disk.contents.get(content)?.names;
    },
    async dropAllBut(kept) {
      await step();
      for (const content of [...disk.contents.keys()]) if (!kept.has(content)) disk.contents.delete(content);
      await step();
    },
    async dropAll() {
      await step();
      disk.contents.clear();
      const { look } = disk.stored;
      disk.stored = { ...(look !== undefined && { look }) };
      await step();
    },
  };
  const set = async (values: Record<string, unknown>): Promise<void> => {
    await step();
    disk.stored = { ...disk.stored, ...structuredClone(values) };
    await step();
  };
  let last: Promise<unknown> = Promise.resolve();
  const keeper = createPackKeeper({
    contents,
    list: {
      isKnown: async () => Object.hasOwn(disk.stored, 'list') || disk.contents.size > 0,
      read: async () => disk.stored['list'],
      readLook: async () => disk.stored['copy'],
      write: (list) => set({ list }),
      writeAll: (list, copy) => set({ list, copy }),
    },
    look: {
      read: async () => disk.stored['look'],
      async write(look) {
        if (look !== undefined && disk.isLookFull) throw new DOMException('full', 'QuotaExceededError');
        await set({ look });
      },
    },
    tell: () => {
      disk.told += 1;
    },
    alone: (work) => {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
    makeStamp: () => `stamp ${disk.steps}`,
  });
  return {
    ...keeper,
    replace: (packs) =>
      keeper.replace(
        packs.map(([pack]) => pack),
        async () => {
          for (const [pack, given] of packs) await contents.keep(pack.now.content, given);
        },
      ),
    keep: (pack, given) => keeper.keep(pack, () => contents.keep(pack.now.content, given)),
  };
}

/** The versions that are in force, each with its contents; a version without them would be a mix. */
async function seen(disk: Disk): Promise<string> {
  const { packs } = await openKeeper({ ...disk, stepsLeft: Number.POSITIVE_INFINITY }).list();
  return packs
    .map(({ id, now, on }) => `${id}${now.version}${on ? '' : '-'}:${disk.contents.has(now.content)}`)
    .join();
}

describe('createPackKeeper', () => {
  test('keeps, replaces, switches, moves and undoes', async () => {
    const disk = freshDisk();
    const keeper = openKeeper(disk);
    await keeper.keep(packOf('p', 'a'), contentsOf('one'));
    await keeper.keep(packOf('q', 'b'), contentsOf('two'));
    await keeper.keep({ ...packOf('p', 'c'), before: packOf('p', 'a').now }, contentsOf('three'));
    expect(await seen(disk)).toBe('pc:true,qb:true');
    await keeper.move('q', -1);
    await keeper.setOn('p', false);
    expect(await seen(disk)).toBe('qb:true,pc-:true');
    await keeper.undo('p');
    expect(await seen(disk)).toBe('qb:true,pa-:true');
    expect([...disk.contents.keys()]).toEqual([hash('a'), hash('b')]);
  });

  test('P55 what is removed leaves nothing', async () => {
    const disk = freshDisk();
    const keeper = openKeeper(disk);
    await keeper.keep(packOf('q', 'b'), contentsOf('two'));
    const before = JSON.stringify([disk.stored['list'], [...disk.contents.keys()]]).replace(/stamp \d+/, '');
    const look = JSON.stringify(disk.stored['look']).replace(/stamp \d+/, '');
    await keeper.keep(packOf('p', 'a'), contentsOf('one'));
    await keeper.remove('p');
    expect(JSON.stringify([disk.stored['list'], [...disk.contents.keys()]]).replace(/stamp \d+/, '')).toBe(
      before,
    );
    expect(JSON.stringify(disk.stored['look']).replace(/stamp \d+/, '')).toBe(look);
    await keeper.remove('q');
    expect([disk.stored['list'], disk.stored['look'], disk.contents.size]).toEqual([undefined, undefined, 0]);
  });

  test('a pack that is off is not looked for in pages', async () => {
    const disk = freshDisk();
    const keeper = openKeeper(disk);
    await keeper.keep(packOf('p', 'a'), contentsOf('one'));
    expect(disk.stored['look']).toMatchObject({ telling: '', other: expect.stringMatching(/./) });
    await keeper.setOn('p', false);
    expect(disk.stored['look']).toMatchObject({ telling: '', other: '' });
  });

  test('P62 what pages read is made anew for another version of Sidelight, and nothing where nothing is', async () => {
    const disk = freshDisk();
    const keeper = openKeeper(disk);
    await keeper.renew();
    expect(disk.stored).toEqual({});
    expect(disk.told).toBe(0);
    await keeper.keep(packOf('p', 'a'), contentsOf('one'));
    const { look } = disk.stored;
    disk.stored = { ...disk.stored, look: { stamp: 'x', telling: 'of an earlier version' } };
    await keeper.renew();
    expect(disk.stored['look']).toMatchObject({
      ...(look as object),
      stamp: expect.stringMatching(/^stamp/),
    });
    expect(await seen(disk)).toBe('pa:true');
  });

  const changes: Record<string, (keeper: TestKeeper) => Promise<void>> = {
    add: (keeper) => keeper.keep(packOf('q', 'b'), contentsOf('two')),
    update: (keeper) =>
      keeper.keep({ ...packOf('p', 'c'), before: packOf('p', 'a').now }, contentsOf('three')),
    remove: (keeper) => keeper.remove('p'),
    switch: (keeper) => keeper.setOn('p', false),
    'putting others in their place': (keeper) =>
      keeper.replace([
        [packOf('q', 'b'), contentsOf('two')],
        [packOf('r', 'c'), contentsOf('three')],
      ]),
    'taking all away': (keeper) => keeper.replace([]),
    note: (keeper) => keeper.note('p', (pack) => ({ ...pack, on: pack.on })),
  };

  test.each(Object.entries(changes))(
    'P56 death at any step of %s: old or new, never mixed',
    async (_, change) => {
      const start = async (): Promise<Disk> => {
        const disk = freshDisk();
        await openKeeper(disk).keep(packOf('p', 'a'), contentsOf('one'));
        disk.steps = 0;
        return disk;
      };
      const whole = await start();
      const old = await seen(whole);
      await change(openKeeper(whole));
      const fresh = await seen(whole);
      const outcomes = new Set<string>();
      for (let steps = 0; steps < whole.steps; steps += 1) {
        const disk = await start();
        disk.stepsLeft = steps;
        await change(openKeeper(disk)).catch((error: unknown) => expect(error).toBeInstanceOf(Dead));
        const found = await seen(disk);
        expect([old, fresh]).toContain(found);
        outcomes.add(found);
        // The next start clears away what was left, and only that; pages get what belongs to the list.
        disk.stepsLeft = Number.POSITIVE_INFINITY;
        await openKeeper(disk).sweep();
        expect(await seen(disk)).toBe(found);
        const list = disk.stored['list'] as PackList | undefined;
        expect((disk.stored['look'] as { stamp?: string } | undefined)?.stamp).toBe(list?.stamp);
        expect(disk.contents.size).toBeLessThanOrEqual(2);
      }
      expect(whole.steps).toBeGreaterThan(1);
      expect(outcomes.has(old)).toBe(true);
    },
  );

  test('P63 a store that fails shows no packs, and no change is made upon that', async () => {
    let isBroken = true;
    let written = 0;
    const keeper = createPackKeeper({
      contents: {
        findKeys: async () => undefined,
        dropAllBut: async () => {},
        dropAll: async () => {},
      } as never,
      list: {
        isKnown: async () => true,
        read: async () => {
          if (isBroken) throw new Error('broken');
          return { stamp: 's', packs: [packOf('p', 'a')] };
        },
        readLook: async () => undefined,
        write: async () => {},
        writeAll: async () => {
          written += 1;
        },
      },
      look: { read: async () => undefined, write: async () => {} },
      alone: (work) => work(),
      makeStamp: () => 't',
      tell: () => {},
    });
    expect((await keeper.list()).packs).toEqual([]);
    await expect(keeper.read()).rejects.toThrow('broken');
    await expect(keeper.remove('p')).rejects.toThrow('broken');
    expect(written).toBe(0);
    isBroken = false;
    await keeper.remove('p');
    expect(written).toBe(1);
  });

  test('P60 a full disk refuses the pack and keeps what was there', async () => {
    const disk = freshDisk();
    await openKeeper(disk).keep(packOf('p', 'a'), contentsOf('one'));
    const keeper = openKeeper(disk, 1);
    await expect(keeper.keep(packOf('q', 'b'), contentsOf('two'))).rejects.toThrow('full');
    expect(await seen(disk)).toBe('pa:true');
  });

  test('P60 where pages have no room for what they read, nothing is changed', async () => {
    const disk = freshDisk();
    await openKeeper(disk).keep(packOf('p', 'a'), contentsOf('one'));
    const { stored, told } = disk;
    disk.isLookFull = true;
    const keeper = openKeeper(disk);
    await expect(keeper.keep(packOf('q', 'b'), contentsOf('two'))).rejects.toThrow('full');
    await expect(keeper.setOn('p', false)).rejects.toThrow('full');
    expect([disk.stored, [...disk.contents.keys()], disk.told]).toEqual([stored, [hash('a')], told]);
  });

  test.each([
    ['another stamp', { stamp: 'mine', telling: 'AAAA', other: '' }],
    ['another filter', { telling: 'AAAA' }],
    ['no look at all', undefined],
    ['nonsense', 7],
  ])('P38 %s in the place where pages read is put right, and the list is as it was', async (_, forged) => {
    const disk = freshDisk();
    await openKeeper(disk).keep(packOf('p', 'a'), contentsOf('one'));
    const { list, look } = disk.stored;
    const isPart = typeof forged === 'object' && !('stamp' in forged);
    disk.stored = { ...disk.stored, look: isPart ? { ...(look as object), ...forged } : forged };
    await openKeeper(disk).sweep();
    expect([disk.stored['look'], disk.stored['list']]).toEqual([look, list]);
    await openKeeper(disk).remove('p');
    disk.stored = { look: forged };
    await openKeeper(disk).sweep();
    expect(disk.stored['look']).toBeUndefined();
  });

  test('P61 a damaged entry outlasts every other change, and goes when it is removed or added again', async () => {
    const disk = freshDisk();
    await openKeeper(disk).keep(packOf('p', 'a'), contentsOf('one'));
    const damage = (id: string) => ({ ...packOf(id, 'd'), on: 'perhaps' });
    const list = disk.stored['list'] as PackList;
    const packs = [damage('q'), ...list.packs, damage('r')];
    disk.stored = { ...disk.stored, list: { ...list, packs } };
    const keeper = openKeeper(disk);
    const damaged = async () => ((await keeper.list()).damaged ?? []).map(({ id }) => id);
    await keeper.setOn('p', false);
    await keeper.move('p', 1);
    await keeper.note('p', (pack) => pack);
    await keeper.sweep();
    expect([await seen(disk), await damaged()]).toEqual(['pa-:true', ['q', 'r']]);
    await keeper.keep(packOf('q', 'b'), contentsOf('two'));
    expect([await seen(disk), await damaged()]).toEqual(['pa-:true,qb:true', ['r']]);
    await keeper.remove('p');
    await keeper.remove('q');
    const [left] = (await keeper.list()).damaged ?? [];
    expect(left).toMatchObject({ id: 'r', title: 'r' });
    if (left) await keeper.removeDamaged(left);
    expect(Object.values(disk.stored).filter((value) => value !== undefined)).toEqual([]);
  });

  test('P61 contents that a damaged entry speaks of outlast a sweep, and go with it', async () => {
    const disk = freshDisk();
    const keeper = openKeeper(disk);
    await keeper.keep(packOf('p', 'a'), contentsOf('one'));
    await keeper.keep({ ...packOf('p', 'b'), before: packOf('p', 'a').now }, contentsOf('two'));
    const list = disk.stored['list'] as PackList;
    const spoilt = list.packs.map((pack) => ({ ...pack, on: 'perhaps' }));
    disk.stored = { ...disk.stored, list: { ...list, packs: spoilt } };
    await keeper.sweep();
    expect([...disk.contents.keys()]).toEqual([hash('a'), hash('b')]);
    const [damaged] = (await keeper.list()).damaged ?? [];
    if (damaged) await keeper.removeDamaged(damaged);
    expect(disk.contents.size).toBe(0);
  });

  test('P56 the look of a first pack that pages never got is made up for, and nothing where nothing is', async () => {
    const disk = freshDisk();
    await openKeeper(disk).sweepKnown();
    expect(disk.steps).toBe(0);
    await openKeeper(disk).keep(packOf('p', 'a'), contentsOf('one'));
    const { look, ...rest } = disk.stored;
    disk.stored = rest;
    await openKeeper(disk).sweepKnown();
    expect(disk.stored['look']).toEqual(look);
  });

  test('one pack too many is refused before anything is written', async () => {
    const disk = freshDisk();
    const keeper = openKeeper(disk);
    for (let at = 0; at < 30; at += 1) await keeper.keep(packOf(`p${at}`, 'a'), contentsOf('one'));
    await expect(keeper.keep(packOf('more', 'b'), contentsOf('two'))).rejects.toThrow('more than 30 packs');
    expect(disk.contents.has(hash('b'))).toBe(false);
  });

  test('two changes at once are made one after the other', async () => {
    const disk = freshDisk();
    const keeper = openKeeper(disk);
    await Promise.all([
      keeper.keep(packOf('p', 'a'), contentsOf('one')),
      keeper.keep(packOf('q', 'b'), contentsOf('two')),
      keeper.setOn('p', false),
    ]);
    expect(await seen(disk)).toBe('pa-:true,qb:true');
  });
});
