/** The text that a pack file's seal is over: the whole document without its seal, as compact JSON in its own order. */
export function sealedText(value: Readonly<Record<string, unknown>>): string {
  const { seal: _, ...rest } = value;
  return JSON.stringify(rest);
}

/** A seal as `pack build` writes it: compact, and the last field of the document. */
const SEAL_AT_END =
  /,"seal":\{"sha256":"[0-9a-f]{64}","index":"[0-9a-f]{64}"(?:,"signature":"[\w+/=]{0,400}")?\}\}\s*$/;
/** No such seal is longer. */
const MOST_SEAL_BYTES = 700;
const CLOSING_BRACE = 0x7d;

/**
 * The bytes of `sealedText` as they stand in the file of a sealed pack, so that nothing has to be written anew to check
 * the hash of a large one. Nothing where the seal does not stand at the end; a file that is not compact gives other bytes.
 */
export function sealedBytes(file: Uint8Array): Uint8Array | undefined {
  const from = Math.max(0, file.length - MOST_SEAL_BYTES);
  const tail = String.fromCharCode(...file.subarray(from));
  const at = SEAL_AT_END.exec(tail)?.index;
  if (at === undefined) return undefined;
  const bytes = file.slice(0, from + at + 1);
  bytes[from + at] = CLOSING_BRACE;
  return bytes;
}
