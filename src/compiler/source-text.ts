import { createHash } from 'node:crypto';

/** A source's text as its claims are held against it. Kept outside the project. */
export interface SourceText {
  readonly text: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** The non-empty lines; paragraph 1 is the first. */
  readonly paragraphs: readonly string[];
}

/** Counts paragraphs as the corpus does: every line that is not blank. */
export function readSourceText(bytes: Uint8Array): SourceText {
  const text = new TextDecoder().decode(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { text, sha256, paragraphs: text.split('\n').filter((line) => line.trim() !== '') };
}
