/** What one reads must not grow beyond this, however it is packed. */
export interface Cap {
  /** Bytes that come out, counted and not as declared. */
  readonly most: number;
  /** Told of each piece with all bytes so far. */
  readonly onBytes?: (bytes: number) => void;
}

/** More came out of a stream than it was allowed to give. */
export class TooLarge extends RangeError {}

/** All bytes of a stream, unpacked where it is gzip. Throws TooLarge as soon as they are too many, and stops reading. */
export async function readCapped(stream: ReadableStream<Uint8Array>, cap: Cap): Promise<Uint8Array> {
  const reader = stream.getReader();
  const first = await readHead(reader);
  const rest = streamFrom(first, reader);
  const isGzip = first[0] === 0x1f && first[1] === 0x8b;
  return collect(isGzip ? rest.pipeThrough(gunzip()) : rest, cap);
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** The first bytes, two at least where there are as many. */
async function readHead(reader: Reader): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    const { value, done } = await reader.read();
    if (done) break;
    head = head.length === 0 ? value : joined([head, value], head.length + value.length);
  }
  return head;
}

function streamFrom(first: Uint8Array, reader: Reader): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (to) => {
      if (first.length > 0) to.enqueue(first);
    },
    async pull(to) {
      const { value, done } = await reader.read();
      if (done) to.close();
      else to.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function gunzip(): ReadableWritablePair<Uint8Array, Uint8Array> {
  return new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>;
}

async function collect(
  stream: ReadableStream<Uint8Array>,
  { most, onBytes = () => {} }: Cap,
): Promise<Uint8Array> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return joined(pieces, size);
    size += value.length;
    if (size > most) {
      // Not waited for: a stream that will not end must not hold this up.
      reader.cancel().catch(() => undefined);
      throw new TooLarge(`more than ${most} bytes`);
    }
    pieces.push(value);
    onBytes(size);
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
