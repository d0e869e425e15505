import type { PackVersion } from '../core/added-packs.ts';
import type { PackId } from '../core/ids.ts';
import { findImpersonation, type PackFace } from '../core/impersonation.ts';
import { readNameKeys } from '../core/name-keys.ts';
import { decodePackFile, type PackFile } from '../core/pack-file.ts';
import { MOST_PARTS } from '../core/pack-limits.ts';
import { sealedBytes, sealedText } from '../core/pack-seal.ts';
import { decodeBase64 } from './base64.ts';
import type { PackContents } from './pack-contents.ts';

/** A Pack out of its file, checked and ready to be kept. */
export interface PreparedPack {
  readonly id: PackId;
  readonly version: PackVersion;
  readonly contents: PackContents;
  /** What `pack build` said of the file was there and is true. */
  readonly isSealed: boolean;
}

/** Why a file is no Pack that can be taken. `faults`: each with its path, in English, for whoever wrote the file. */
export type PackFault =
  | { readonly fault: 'not-json' | 'seal' | 'no-seal' | 'signature' | 'passes-for' }
  | { readonly fault: 'invalid'; readonly faults: readonly string[] };

/** The parts of the work, in order. */
export type PreparePhase = 'reading' | 'checking' | 'naming' | 'keeping';

/** What a Pack on its way in is held against. */
export interface PrepareOptions {
  /** Packs that no other may pass for. */
  readonly bundled: readonly PackFace[];
  readonly nowMs: number;
  readonly mustBeSealed?: boolean;
  /** The key that a Pack of this id must be signed with; the file's own where there is none. */
  readonly findKey?: (id: PackId) => string | undefined;
  readonly onProgress?: (phase: PreparePhase, done: number) => void;
}

/** Checks all of a file and builds what pages find its names with; nothing is kept yet. */
export async function preparePack(
  bytes: Uint8Array,
  options: PrepareOptions,
): Promise<PreparedPack | PackFault> {
  const { onProgress = () => {} } = options;
  if (countParts(bytes) > MOST_PARTS) return { fault: 'invalid', faults: [TOO_MANY_PARTS] };
  // The browser hashes beside this thread, while the file is read here.
  const hashes = startHashes(bytes);
  const value = parse(bytes);
  if (value === undefined) return { fault: 'not-json' };
  onProgress('checking', 0);
  const decoded = decodePackFile(value, (done) => onProgress('checking', done));
  if ('faults' in decoded) return { fault: 'invalid', faults: decoded.faults };
  const { file } = decoded;
  const fault = await sealFault(value as object, file, { ...options, hashes });
  if (fault) return { fault };
  if (findImpersonation(file.pack, options.bundled)) return { fault: 'passes-for' };
  onProgress('naming', 0);
  try {
    const names = readNameKeys(file.pack, file.names);
    const version = describe(await hashes.whole, bytes.length, file, options.nowMs);
    return {
      id: file.pack.id,
      version,
      contents: { pack: file.pack, names, file: bytes },
      isSealed: file.seal !== undefined,
    };
  } catch (error) {
    if (error instanceof RangeError) return { fault: 'invalid', faults: [`names: ${error.message}`] };
    throw error;
  }
}

const TOO_MANY_PARTS = `pack: holds more than ${MOST_PARTS} lists and fields with values`;
/** `{`, and `[` with one bit more. */
const OPENING = 0x7b;
const CASE_BIT = 0x20;

/**
 * How often a list or fields may open in it: before anything is read, since each takes ten times as many bytes when it
 * is. Those in texts are counted, too; so many are in none.
 */
function countParts(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) if (((bytes[at] as number) | CASE_BIT) === OPENING) count += 1;
  return count;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

interface Hashes {
  readonly whole: Promise<string>;
  /** The bytes that the seal seems to be over, and their hash. */
  readonly sealed?: { readonly bytes: Uint8Array; readonly hash: Promise<string> };
}

function startHashes(file: Uint8Array): Hashes {
  const bytes = sealedBytes(file);
  return { whole: sha256(file), ...(bytes && { sealed: { bytes, hash: sha256(bytes) } }) };
}

function describe(content: string, bytes: number, { pack }: PackFile, nowMs: number): PackVersion {
  const { version, title, publisher, language, licence, key } = pack;
  return {
    content,
    ...{ version, title, publisher, language, licence },
    terms: pack.terms.length,
    sources: pack.sources.length,
    questions: pack.questions.length,
    bytes,
    ...(key !== undefined && { key }),
    at: nowMs,
  };
}

/** The hash must be that of the file; where a key is known, the signature must be the key's. */
async function sealFault(
  value: object,
  { pack, seal }: PackFile,
  { mustBeSealed = false, findKey, hashes }: PrepareOptions & { readonly hashes: Hashes },
): Promise<'seal' | 'no-seal' | 'signature' | undefined> {
  const key = findKey?.(pack.id) ?? pack.key;
  if (!seal) return mustBeSealed || key !== undefined ? 'no-seal' : undefined;
  const text = await findSealed(value, seal.sha256, hashes);
  if (text === undefined) return 'seal';
  if (key === undefined) return undefined;
  return (await isSigned(text, key, seal.signature ?? '')) ? undefined : 'signature';
}

/** The sealed text, when its hash is this one; written anew only where the file itself is not the text. */
async function findSealed(
  value: object,
  wanted: string,
  { sealed }: Hashes,
): Promise<Uint8Array | undefined> {
  if (sealed && (await sealed.hash) === wanted) return sealed.bytes;
  const text = new TextEncoder().encode(sealedText(value as Record<string, unknown>));
  return (await sha256(text)) === wanted ? text : undefined;
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** ECDSA P-256, since every browser that Sidelight runs in has it. */
async function isSigned(text: Uint8Array, key: string, signature: string): Promise<boolean> {
  try {
    const [spki, signed] = [decodeBase64(key), decodeBase64(signature)] as Uint8Array<ArrayBuffer>[];
    if (!spki || !signed) return false;
    const imported = await crypto.subtle.importKey('spki', spki, ECDSA, false, ['verify']);
    return await crypto.subtle.verify(ECDSA, imported, signed, text as Uint8Array<ArrayBuffer>);
  } catch {
    return false;
  }
}
