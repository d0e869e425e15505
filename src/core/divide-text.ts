/**
 * So that a text without an end costs no more a word than others: what is beside a name is looked at for each of its
 * words. Far more than any paragraph has.
 */
const MAX_PART_UNITS = 10_000;

/** The stretch itself, or parts of it that end with a line, a sentence or at least a word. */
export function divideText(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let from = start;
  while (end - from > MAX_PART_UNITS) {
    const part = text.slice(from, from + MAX_PART_UNITS);
    const ends = ['\n', '. ', ' '].map((mark) => part.lastIndexOf(mark) + mark.length);
    const length = ends.find((at) => at > MAX_PART_UNITS / 2) ?? MAX_PART_UNITS;
    parts.push([from, from + length]);
    from += length;
  }
  return [...parts, [from, end]];
}
