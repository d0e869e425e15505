import { parentOf } from './safe-dom.ts';
import { findBlock } from './text-runs.ts';
import { isUnread, TextWalk } from './text-walk.ts';

/** Units read before anybody else gets a turn: some 1 ms, and with the overlap one step of the look. */
const CHUNK_UNITS = 7_800;
/** The first chunk, twice as many in each that follows: code that has hardly run takes several times as long. */
const FIRST_UNITS = 1_950;
/** The same for nodes, of which a page may have many with little text in them. */
const CHUNK_VISITS = 1_000;
/** Text carried from one chunk into the next, so that no Mention is cut in two: longer than any alias. */
const OVERLAP_UNITS = 300;

/** Tells where in a text something may be mentioned: a cheap first look. */
export type FindCandidates = (text: string) => readonly { readonly start: number; readonly end: number }[];

/**
 * Looks through the text under a root and finds the blocks in which something may be mentioned.
 * Only these few are then read with care, so that a page without a Mention costs little more than reading it.
 */
export class TextScan {
  readonly #walk: TextWalk;
  readonly #findCandidates: FindCandidates;
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';
  /** Its last unit: asked for one, an engine first copies a text that was put together into one piece. */
  #lastUnit = Number.NaN;
  /** What is left of a text that is longer than a chunk. */
  #left: { readonly node: Text; readonly text: string } | undefined;
  #chunkUnits = FIRST_UNITS;
  /** Units of page text read so far, overlaps not counted twice. */
  unitsRead = 0;
  done = false;

  /** `onHost` is told of each open shadow root on the way, which is not read with the rest. */
  constructor(root: Node, findCandidates: FindCandidates, onHost?: (shadow: ShadowRoot) => void) {
    this.#walk = new TextWalk(root, onHost);
    this.#findCandidates = findCandidates;
    this.done = isUnread(root);
  }

  /** Reads one chunk; the blocks in it that are worth reading, in document order. */
  next(): ReadonlySet<Node> {
    const carried = this.#carryOver();
    const fresh = this.#fill();
    const blocks = new Set<Node>();
    if (!fresh) return blocks;
    for (const hit of this.#findCandidates(this.#text)) {
      if (hit.end < carried) continue;
      const node = this.#nodeAt(hit.start);
      const block = node && findBlock(node);
      if (block) blocks.add(block);
    }
    return blocks;
  }

  #fill(): boolean {
    this.#walk.findPlace();
    const before = this.unitsRead;
    const limit = before + this.#chunkUnits;
    const lastVisit = this.#walk.visits + (CHUNK_VISITS * this.#chunkUnits) / CHUNK_UNITS;
    this.#chunkUnits = Math.min(CHUNK_UNITS, this.#chunkUnits * 2);
    while (this.unitsRead < limit && this.#walk.visits < lastVisit) {
      const left = this.#left ?? this.#readNode(lastVisit - this.#walk.visits);
      this.done = this.#walk.done && left === undefined;
      if (!left) break;
      this.#add(left.node, left.text, limit - this.unitsRead);
    }
    if (!this.done) this.#walk.keepPlace();
    return this.unitsRead > before;
  }

  #readNode(mostVisits: number): { readonly node: Text; readonly text: string } | undefined {
    const node = this.#walk.next(mostVisits);
    return node && { node, text: node.data };
  }

  #add(node: Text, text: string, most: number): void {
    const isRest = this.#left !== undefined;
    this.#left = text.length > most ? { node, text: text.slice(most) } : undefined;
    if (text.length === 0) return;
    const previous = this.#nodes.at(-1);
    if (!isRest && previous && this.#touches(text) && !readsOn(previous, node)) this.#text += '\n';
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    this.#text += this.#left ? text.slice(0, most) : text;
    const units = Math.min(most, text.length);
    this.#lastUnit = text.charCodeAt(units - 1);
    this.unitsRead += units;
  }

  /** Whether a text would read as one word with what was read before it. */
  #touches(text: string): boolean {
    return isWordLike(this.#lastUnit) && isWordLike(text.charCodeAt(0));
  }

  /** Keeps the end of the chunk before; how many units that is. */
  #carryOver(): number {
    const from = Math.max(0, this.#text.length - OVERLAP_UNITS);
    const keep = this.#nodeIndexAt(from);
    this.#text = this.#text.slice(from);
    this.#nodes = this.#nodes.slice(keep);
    this.#starts = this.#starts.slice(keep).map((start) => Math.max(0, start - from));
    return this.#text.length;
  }

  #nodeAt(offset: number): Text | undefined {
    return this.#nodes[this.#nodeIndexAt(offset)];
  }

  #nodeIndexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function isWordLike(unit: number): boolean {
  return (
    unit > 127 || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)
  );
}

/** Whether text runs on from one node to the next, with nothing but inline elements between them. */
function readsOn(before: Text, after: Text): boolean {
  return parentOf(before) === parentOf(after) || findBlock(before) === findBlock(after);
}
