import { describe, expect, test } from 'vitest';
import type { FetchedPack } from '../../src/browser/fetch-pack.ts';
import type { PackKeeper } from '../../src/browser/pack-keeper.ts';
import { createPackUpdater, judgeUpdate } from '../../src/browser/pack-updater.ts';
import { preparePack, sha256 } from '../../src/browser/prepare-pack.ts';
import { type AddedPack, NO_PACKS, type PackList, withPack } from '../../src/core/added-packs.ts';
import { sealedText } from '../../src/core/pack-seal.ts';
import { rawPack } from '../core/raw-pack.ts';

const URL_OF_PACK = 'https://packs.example.org/small.json';

/** The file of a version, sealed. */
async function fileOf(version: string, fields: object = {}): Promise<Uint8Array> {
  const content = { ...rawPack(), publisher: 'A school', version, ...fields };
  const seal = {
    sha256: await sha256(new TextEncoder().encode(sealedText(content))),
    index: '0'.repeat(64),
  };
  return new TextEncoder().encode(JSON.stringify({ ...content, seal }));
}

async function packOf(version: string): Promise<AddedPack> {
  const prepared = await preparePack(await fileOf(version), { bundled: [], nowMs: 1 });
  if ('fault' in prepared) throw new Error(prepared.fault);
  const origin = { type: 'address', url: URL_OF_PACK, etag: '"v1"', checkedAt: 1 } as const;
  return { id: prepared.id, on: true, origin, now: prepared.version };
}

interface Bed {
  list: PackList;
  answer: FetchedPack;
  mayReach: boolean;
  isFull: boolean;
  readonly asked: unknown[];
  readonly kept: string[];
}

/** A reader with version 2 of the small pack; `check` looks at its address. */
async function setUp(
  change: Partial<Bed> = {},
): Promise<{ bed: Bed; check: () => Promise<AddedPack | undefined> }> {
  const bed: Bed = {
    list: withPack(NO_PACKS, await packOf('2')),
    answer: { type: 'same' },
    mayReach: true,
    isFull: false,
    asked: [],
    kept: [],
    ...change,
  };
  const find = () => bed.list.packs[0];
  const keeper = {
    list: async () => bed.list,
    async note(_id: string, step: (pack: AddedPack) => AddedPack) {
      const pack = find();
      if (pack) bed.list = withPack(bed.list, step(pack));
    },
    async update(pack: AddedPack, from: string, write: () => Promise<void>) {
      if (find()?.now.content !== from) return;
      await write();
      bed.list = withPack(bed.list, pack);
    },
  } as unknown as PackKeeper;
  const check = createPackUpdater({
    keeper,
    contents: {
      keep: async (content: string) => {
        if (bed.isFull) throw new DOMException('full', 'QuotaExceededError');
        bed.kept.push(content);
      },
    } as never,
    fetchPack: async (url, { etag, lastModified }) => {
      bed.asked.push({ url, etag, lastModified });
      return bed.answer;
    },
    mayReach: async () => bed.mayReach,
    findBundled: async () => [{ id: 'ours', title: 'Ours', publisher: 'Sidelight' }],
    nowMs: () => 99,
  });
  return {
    bed,
    check: async () => {
      await check('small');
      return find();
    },
  };
}

const fresh = (bytes: Uint8Array, etag = '"v3"'): FetchedPack => ({ type: 'fresh', bytes, etag });

describe('createPackUpdater', () => {
  test('takes a later version, keeps the one before and the new marks', async () => {
    const { bed, check } = await setUp({ answer: fresh(await fileOf('3')) });
    const pack = await check();
    expect([pack?.now.version, pack?.before?.version]).toEqual(['3', '2']);
    expect(pack?.origin).toEqual({ type: 'address', url: URL_OF_PACK, etag: '"v3"', checkedAt: 99 });
    expect(bed.asked).toEqual([{ url: URL_OF_PACK, etag: '"v1"', lastModified: undefined }]);
    expect(bed.kept).toEqual([pack?.now.content]);
  });

  test('notes that nothing has changed, and a fault is over then', async () => {
    const { bed, check } = await setUp({ answer: { type: 'failed', fault: 'network' } });
    expect((await check())?.origin).toMatchObject({ fault: 'network', checkedAt: 99 });
    bed.answer = { type: 'same' };
    expect((await check())?.origin).toEqual({
      type: 'address',
      url: URL_OF_PACK,
      etag: '"v1"',
      checkedAt: 99,
    });
  });

  test.each<[string, () => Promise<Partial<Bed>>, string]>([
    ['an older version', async () => ({ answer: fresh(await fileOf('1')) }), 'older'],
    [
      'other words under the same number',
      async () => ({ answer: fresh(await fileOf('2', { title: 'New' })) }),
      'older',
    ],
    ['another pack', async () => ({ answer: fresh(await fileOf('3', { id: 'other' })) }), 'other-pack'],
    [
      'a pack that passes for ours',
      async () => ({ answer: fresh(await fileOf('3', { title: 'Ours' })) }),
      'passes-for',
    ],
    ['a cut file', async () => ({ answer: fresh((await fileOf('3')).subarray(0, 500)) }), 'not-json'],
    [
      'a changed hash',
      async () => ({
        answer: fresh(
          new TextEncoder().encode(new TextDecoder().decode(await fileOf('3')).replace('A school', 'A fool')),
        ),
      }),
      'seal',
    ],
    ['a redirect', async () => ({ answer: { type: 'failed', fault: 'redirect' } }), 'redirect'],
    ['a site that is not allowed', async () => ({ mayReach: false }), 'permission'],
    ['a full disk', async () => ({ answer: fresh(await fileOf('3')), isFull: true }), 'full'],
  ])('P54 %s: the version at hand stays, and the reader is told why', async (_, change, fault) => {
    const { bed, check } = await setUp(await change());
    const before = bed.list.packs[0];
    const pack = await check();
    expect(pack?.origin).toMatchObject({ fault, checkedAt: 99 });
    expect([pack?.now, pack?.before]).toEqual([before?.now, undefined]);
    expect(bed.kept).toEqual([]);
  });

  test('a version that the reader has undone is not taken again', async () => {
    const { bed, check } = await setUp({ answer: fresh(await fileOf('3')) });
    const skipped = await sha256(await fileOf('3'));
    const [pack] = bed.list.packs;
    if (pack?.origin.type !== 'address') throw new Error('no address');
    bed.list = withPack(bed.list, { ...pack, origin: { ...pack.origin, skipped } });
    expect((await check())?.now.version).toBe('2');
    bed.answer = fresh(await fileOf('4'));
    expect((await check())?.now.version).toBe('4');
  });

  test('a pack removed while it was asked for does not come back', async () => {
    const { bed, check } = await setUp({ answer: fresh(await fileOf('3')) });
    const file = bed.answer;
    Object.defineProperty(bed, 'answer', {
      get() {
        bed.list = NO_PACKS;
        return file;
      },
    });
    expect(await check()).toBeUndefined();
    expect(bed.list).toBe(NO_PACKS);
  });
});

test.each([
  ['small', 'b', '3', 'later'],
  ['small', 'a', '2', 'same'],
  ['small', 'f', '9', 'same'],
  ['small', 'b', '2', 'older'],
  ['other', 'b', '3', 'other-pack'],
])('P54 %s with contents %s at version %s is %s', async (id, letter, version, verdict) => {
  const pack = await packOf('2');
  const known = { ...pack, now: { ...pack.now, content: 'a'.repeat(64) } };
  const given = { id: id as AddedPack['id'], version: { ...pack.now, content: letter.repeat(64), version } };
  expect(judgeUpdate(given, known, { skipped: 'f'.repeat(64) })).toBe(verdict);
});
