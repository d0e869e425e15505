/** The text that a pack file's seal is over: the whole document without its seal, as compact JSON in its own order. */
export function sealedText(value: Readonly<Record<string, unknown>>): string {
  const { seal: _, ...rest } = value;
  return JSON.stringify(rest);
}
