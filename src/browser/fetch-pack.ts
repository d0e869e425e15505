import { MOST_FILE_BYTES } from '../core/pack-limits.ts';
import { linkFault } from '../core/web-link.ts';
import { readCapped, TooLarge } from './read-capped.ts';

/** What came of asking an address for a Pack. */
export type FetchedPack =
  | { readonly type: 'same' }
  | {
      readonly type: 'fresh';
      readonly bytes: Uint8Array;
      readonly etag?: string;
      readonly lastModified?: string;
    }
  | { readonly type: 'failed'; readonly fault: FetchFault };

/** Why there is no Pack from an address: a part of a message key. */
export type FetchFault = 'address' | 'redirect' | 'status' | 'type' | 'too-large' | 'too-slow' | 'network';

/** What is known already, and what may be spent. */
export interface FetchPackOptions {
  /** What the server said of the version at hand. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly signal?: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
  readonly fetch?: typeof fetch;
  readonly most?: number;
  readonly timeMs?: number;
}

/** A large pack over a slow line takes a minute; who drips for longer does not mean well. */
const TIME_MS = 120_000;

/** What servers call a pack, or any file. A page is none. */
const TYPES =
  /^(?:application\/(?:[\w.-]+\+)?json|application\/(?:octet-stream|gzip|x-gzip)|text\/plain)\s*(?:;|$)/i;

/**
 * Asks an https address for a Pack: without credentials or referrer, following no redirect, within caps of bytes and
 * time, and only for what has changed. Never throws.
 */
export async function fetchPack(url: string, options: FetchPackOptions = {}): Promise<FetchedPack> {
  if (linkFault(url) !== undefined) return failed('address');
  const { most = MOST_FILE_BYTES, timeMs = TIME_MS, signal, fetch: ask = fetch } = options;
  const slow = AbortSignal.timeout(timeMs);
  try {
    const response = await ask(url, {
      method: 'GET',
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
      headers: conditions(options),
      signal: signal ? AbortSignal.any([slow, signal]) : slow,
    });
    return await read(response, most, options.onBytes);
  } catch (error) {
    if (slow.aborted) return failed('too-slow');
    return failed(error instanceof TooLarge ? 'too-large' : 'network');
  }
}

function conditions({ etag, lastModified }: FetchPackOptions): Record<string, string> {
  if (etag !== undefined) return { 'If-None-Match': etag };
  return lastModified === undefined ? {} : { 'If-Modified-Since': lastModified };
}

async function read(
  response: Response,
  most: number,
  onBytes?: (bytes: number) => void,
): Promise<FetchedPack> {
  const { status, headers, body } = response;
  const fault = faultOf(response, most);
  if (status === 304) return { type: 'same' };
  if (fault || !body) {
    body?.cancel().catch(() => undefined);
    return failed(fault ?? 'network');
  }
  const bytes = await readCapped(body, { most, ...(onBytes && { onBytes }) });
  const etag = shortHeader(headers, 'etag');
  const lastModified = shortHeader(headers, 'last-modified');
  return { type: 'fresh', bytes, ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

function faultOf({ type, status, headers }: Response, most: number): FetchFault | undefined {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'redirect';
  if (status !== 200) return 'status';
  if (!TYPES.test(headers.get('content-type') ?? '')) return 'type';
  return Number(headers.get('content-length') ?? 0) > most ? 'too-large' : undefined;
}

/** A mark longer than this is no mark, and would be kept and sent back every day. */
const MOST_MARK_UNITS = 200;

function shortHeader(headers: Headers, name: string): string | undefined {
  const value = headers.get(name) ?? '';
  return value !== '' && value.length <= MOST_MARK_UNITS ? value : undefined;
}

function failed(fault: FetchFault): FetchedPack {
  return { type: 'failed', fault };
}
