import type { Turn } from '../browser/turn.ts';
import { isBefore } from '../dom/document-order.ts';
import { isAttached } from '../dom/safe-dom.ts';

type Rest = Pick<Turn, 'rest'>;

/**
 * Blocks of a page in document order. Browsers compare two places by going from one to the other, which on a page of
 * 100,000 paragraphs takes milliseconds: so a block is compared with its likely neighbours first, and never sorted.
 */
export class BlockOrder {
  #blocks: Node[] = [];
  /** All of them as they stood, while some are being put in their places. */
  #before: readonly Node[] | undefined;
  readonly #known = new Set<Node>();

  get blocks(): readonly Node[] {
    return this.#before ?? this.#blocks;
  }

  /** Puts blocks where they belong; cheapest when they come in document order. */
  async place(fresh: Iterable<Node>, turn: Rest): Promise<void> {
    const moving = new Set(fresh);
    if (moving.size === 0) return;
    this.#before = this.#blocks;
    const places = this.#takeOut(moving);
    let hint = this.#blocks.length;
    let placed = 0;
    for (const block of moving) {
      await turn.rest();
      const was = places.get(block);
      const at = await this.#findPlace(block, was === undefined ? hint : was + placed, turn);
      this.#blocks.splice(at, 0, block);
      this.#known.add(block);
      placed += 1;
      hint = at + 1;
    }
    this.#before = undefined;
  }

  /**
   * Takes out blocks that may have moved, since others are not to be compared with them where they stood, and all that
   * has left the page. Gives where each of them stood among the rest.
   */
  #takeOut(moving: ReadonlySet<Node>): ReadonlyMap<Node, number> {
    const places = new Map<Node, number>();
    const rest: Node[] = [];
    for (const block of this.#blocks) {
      if (!moving.has(block) && isAttached(block)) rest.push(block);
      else {
        places.set(block, rest.length);
        this.#known.delete(block);
      }
    }
    this.#blocks = rest;
    return places;
  }

  remove(block: Node): void {
    if (!this.#known.delete(block)) return;
    this.#blocks.splice(this.#blocks.indexOf(block), 1);
  }

  async #findPlace(block: Node, hint: number, turn: Rest): Promise<number> {
    if (this.#fits(block, hint)) return hint;
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      await turn.rest();
      const middle = (low + high) >> 1;
      const other = this.#blocks[middle];
      if (other && isBefore(other, block)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #fits(block: Node, at: number): boolean {
    const [before, after] = [this.#blocks[at - 1], this.#blocks[at]];
    return (!before || isBefore(before, block)) && (!after || isBefore(block, after));
  }
}
