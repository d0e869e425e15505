import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCapped, TooLarge } from '../../src/browser/read-capped.ts';

const MB = 1024 * 1024;
const streamOf = (...pieces: Uint8Array[]): ReadableStream<Uint8Array> =>
  new Blob(pieces as Uint8Array<ArrayBuffer>[]).stream();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = async (stream: ReadableStream<Uint8Array>, most = 1_000): Promise<string> =>
  new TextDecoder().decode(await readCapped(stream, { most }));

/** Gzip of so many zeros, a thousandth of them. */
function bomb(size: number): ReadableStream<Uint8Array> {
  const zeros = createReadStream('/dev/zero', { end: size - 1, highWaterMark: MB });
  return Readable.toWeb(zeros.pipe(createGzip({ level: 1 }))) as unknown as ReadableStream<Uint8Array>;
}

describe('readCapped', () => {
  test.each([['a pack'], [''], ['x'], ['é and 刘']])('gives %j back, packed or not', async (text) => {
    expect(await textOf(streamOf(bytes(text)))).toBe(text);
    expect(await textOf(streamOf(gzipSync(text)))).toBe(text);
  });

  test('knows gzip though it comes byte by byte', async () => {
    const packed = gzipSync('a pack');
    const drip = new ReadableStream<Uint8Array>({
      start(to) {
        for (const byte of packed) to.enqueue(Uint8Array.of(byte));
        to.close();
      },
    });
    expect(await textOf(drip)).toBe('a pack');
  });

  test('P48 exactly as much as allowed is read, one byte more is not', async () => {
    expect((await readCapped(streamOf(new Uint8Array(1_000)), { most: 1_000 })).length).toBe(1_000);
    await expect(readCapped(streamOf(new Uint8Array(1_001)), { most: 1_000 })).rejects.toThrow(TooLarge);
    await expect(readCapped(streamOf(gzipSync(new Uint8Array(1_001))), { most: 1_000 })).rejects.toThrow(
      TooLarge,
    );
  });

  test('P47 a bomb of 2 GB is left at the cap, within the memory that the cap allows', async () => {
    const most = 32 * MB;
    const before = process.memoryUsage().rss;
    let peak = 0;
    let read = 0;
    const onBytes = (all: number): void => {
      read = all;
      peak = Math.max(peak, process.memoryUsage().rss - before);
    };
    await expect(readCapped(bomb(2048 * MB), { most, onBytes })).rejects.toThrow(TooLarge);
    expect(read).toBeLessThanOrEqual(most);
    expect(peak).toBeLessThan(most + 64 * MB);
  });

  test('a stream that has too much is told to stop', async () => {
    let stopped = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (to) => to.enqueue(new Uint8Array(1_000)),
      cancel: () => {
        stopped = true;
      },
    });
    await expect(readCapped(endless, { most: 5_000 })).rejects.toThrow(TooLarge);
    expect(stopped).toBe(true);
  });

  test.each([
    ['cut short', gzipSync('a pack that is long enough').subarray(0, 20)],
    ['of nonsense', Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4, 5)],
  ])('gzip %s is refused', async (_, packed) => {
    await expect(readCapped(streamOf(packed), { most: 1_000 })).rejects.toThrow();
  });
});
