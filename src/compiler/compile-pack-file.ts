import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { decodePackFile, type PackFile } from '../core/pack-file.ts';
import { PACK_FORMAT } from '../core/pack-limits.ts';
import { sealedText } from '../core/pack-seal.ts';
import { type Compiled, compilePack } from './compile-pack.ts';
import type { Problem } from './problem.ts';
import type { CompileProgress } from './read-corpus.ts';

/** Signs bytes with the publisher's key; base64. */
export type Signer = (bytes: Uint8Array) => string;

/** What `pack build` writes. */
export interface BuiltPackFile {
  /** One JSON document: the same folder gives the same text, its signature aside. */
  readonly text: string;
  readonly file: PackFile;
  /** The tables that the file's names make. */
  readonly index: Uint8Array;
}

/** Compiles a pack's folder into a pack file, held against the rules of the format as a reader's browser would. */
export async function compilePackFile(
  dir: string,
  onProgress?: CompileProgress,
  sign?: Signer,
): Promise<{ readonly built?: BuiltPackFile; readonly problems: readonly Problem[] }> {
  const compiled = await compilePack(dir, onProgress);
  if (compiled.problems.length > 0) return { problems: compiled.problems };
  return sealPack(dir, compiled, onProgress, sign);
}

function sealPack(
  dir: string,
  { pack, names, index = new Uint8Array() }: Compiled,
  onProgress?: CompileProgress,
  sign?: Signer,
): { readonly built?: BuiltPackFile; readonly problems: readonly Problem[] } {
  const content = { format: PACK_FORMAT, ...pack, names };
  const sealed = new TextEncoder().encode(sealedText(content));
  const signature = sign && { signature: sign(sealed) };
  const seal = { sha256: sha256(sealed), index: sha256(index), ...signature };
  const decoded = decodePackFile({ ...content, seal }, (done) =>
    onProgress?.('checking the file', Math.floor(done * 100), 100),
  );
  if ('faults' in decoded) {
    const file = relative(process.cwd(), join(dir, 'pack.yaml'));
    return { problems: decoded.faults.map((message) => ({ file, line: 1, message })) };
  }
  return {
    built: { text: `${JSON.stringify({ ...content, seal })}\n`, file: decoded.file, index },
    problems: [],
  };
}

/** Of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
