// Arguments of one call; far below every engine's limit.
const SLICE = 1024;

/** One token of a text; filled by `readToken`, reused for the next. */
export class TokenCursor {
  /** Of the token, in the original text; start is -1 where there was no further token. */
  start = -1;
  end = 0;
  /** Where to look for the next token: past the dot of a lone initial. */
  next = 0;
  /** Whether it is a word (letters, digits, a CHARACTER), not a punctuation mark or symbol. */
  isWord = false;
  /** See `hashUnit`. */
  hash = 0;
  /** Number of folded units; the first of them, at most as many as the cursor keeps, are in `units`. */
  length = 0;
  units: Uint16Array;
  private readonly keeps: number;

  constructor(keeps: number) {
    this.keeps = keeps;
    this.units = new Uint16Array(64);
  }

  clear(start: number): void {
    this.start = start;
    this.end = start;
    this.hash = 0;
    this.length = 0;
  }

  add(unit: number): void {
    this.hash = hashUnit(this.hash, gearOf(unit));
    this.keepAt(this.length, unit);
    this.length += 1;
  }

  /** Keeps the unit as that of the place, unless the cursor is not meant to keep so many. */
  keepAt(place: number, unit: number): void {
    if (place >= this.keeps) return;
    if (place === this.units.length) this.grow();
    this.units[place] = unit;
  }

  private grow(): void {
    const more = new Uint16Array(this.units.length * 2);
    more.set(this.units);
    this.units = more;
  }

  /** The folded units that were kept. */
  text(): string {
    const { length } = this;
    let text = '';
    for (let at = 0; at < length; at += SLICE) {
      text += String.fromCharCode(...this.units.subarray(at, Math.min(at + SLICE, length)));
    }
    return text;
  }

  addAll(units: string): void {
    for (let at = 0; at < units.length; at += 1) this.add(units.charCodeAt(at));
  }
}

/** A number of 27 bits for each unit, never 0. Mixed twice: of multiples of one number the sums would often agree. */
export function gearOf(unit: number): number {
  const mixed = Math.imul(unit, 0x9e3779b1);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 5) | 1;
}

/** A token's hash goes on by the gear of one folded unit. Starts from 0, is never 0 again, fits a small integer. */
export function hashUnit(hash: number, gear: number): number {
  return (((hash << 1) + gear) & 0x7ffffff) | 0x8000000;
}
