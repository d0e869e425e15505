import { findPlaces } from '../core/page-finder.ts';
import type { Change } from '../dom/change-watch.ts';
import { isAttached, isWithin } from '../dom/safe-dom.ts';
import { type Passage, readPassage } from '../dom/text-runs.ts';
import { type FindCandidates, TextScan } from '../dom/text-scan.ts';
import { BlockOrder } from './block-order.ts';
import { findEnclosingBlock } from './enclosing-block.ts';
import type { FinderAtHand } from './finder-at-hand.ts';
import { keepKnown } from './keep-known.ts';
import { isTooLarge } from './page-size.ts';
import { type Entry, type PlacedMention, placeMentions } from './placed-mentions.ts';
import { Skimmed } from './skimmed.ts';
import { createTurn, type Meter, type Turn } from './turn.ts';

/** Passages read before the first of them are decided, so that most are decided once; a news article has fewer. */
const MOST_UNDECIDED = 200;

/** All that was read on one page: the blocks with candidates, what the page as a whole says, the Mentions decided. */
export class PageText {
  readonly #finder: FinderAtHand;
  readonly #entries = new Map<Node, Entry>();
  readonly #order = new BlockOrder();
  readonly #onRoot: (root: ShadowRoot) => void;
  readonly #meter: Meter;
  /** Blocks in which names of added Packs may stand that are yet to be fetched. */
  readonly #partial = new Set<Node>();
  readonly #skimmed = new Skimmed();
  /** Units of page text looked through, for the bench and the cap. */
  unitsRead = 0;
  /** Nothing is looked for in the page as a whole any more. */
  isNarrow = false;
  /** Read, and decided once the page has told more: at the latest when there are so many. */
  readonly #undecided = new Set<Node>();
  #mentionCount = 0;
  #fresh: Node[] = [];
  #last: Promise<void> = Promise.resolve();

  /** `onRoot` is told of each open shadow root that was read. */
  constructor(finder: FinderAtHand, onRoot: (root: ShadowRoot) => void, meter: Meter) {
    this.#finder = finder;
    this.#meter = meter;
    this.#onRoot = onRoot;
  }

  /** Whether reading stopped early because the page is larger than anybody reads. */
  get isCapped(): boolean {
    return isTooLarge(this.unitsRead, this.#mentionCount, this.#entries.size);
  }

  /** Takes over what changed, in slices; one change after the other. */
  read(change: Change, signal: AbortSignal): Promise<void> {
    this.#last = this.#last.then(() => this.#readChange(change, signal));
    return this.#last;
  }

  /** How long reading has waited for code that had been let go, ms. */
  get waitedMs(): number {
    return this.#finder.waitedMs;
  }

  /** Every Mention of the page in document order. */
  findAll(turn: Turn): Promise<readonly PlacedMention[]> {
    return placeMentions([...this.#order.blocks], this.#entries, turn);
  }

  async #readChange({ roots, removed }: Change, signal: AbortSignal): Promise<void> {
    const turn = this.#beginTurn();
    let grew = removed && (await this.#forget(turn));
    for (const root of roots) {
      if (signal.aborted || this.isCapped) break;
      const enclosing = findEnclosingBlock(root);
      if (enclosing) grew = (await this.#readBlock(enclosing, turn)) || grew;
      else grew = (await this.#scan(root, turn, signal)) || grew;
      await turn.rest();
    }
    if (this.#finder.isHere)
      for (const root of this.#skimmed.take()) grew = (await this.#scan(root, turn, signal)) || grew;
    await this.#readAgain(grew, turn, signal);
  }

  /**
   * Fetches the names of added Packs that stand in what was read, and reads those blocks again. False when nothing
   * came.
   */
  async readAdded(signal: AbortSignal): Promise<boolean> {
    // Whatever changes meanwhile is read without waiting for the answer.
    if (!(await this.#finder.fetchNames()) || signal.aborted) return false;
    this.#last = this.#last.then(() => this.#readPartial(signal));
    await this.#last;
    return !signal.aborted;
  }

  async #readPartial(signal: AbortSignal): Promise<void> {
    const turn = this.#beginTurn();
    const blocks = [...this.#partial].filter(isAttached);
    this.#partial.clear();
    let grew = false;
    for (const block of blocks) {
      if (signal.aborted || this.isCapped) break;
      grew = (await this.#readBlock(block, turn)) || grew;
      await turn.rest();
    }
    await this.#readAgain(grew, turn, signal);
  }

  /** What the page as a whole has told may change what was decided before. */
  async #readAgain(grew: boolean, turn: Turn, signal: AbortSignal): Promise<void> {
    const forms = this.#finder.takeNewShortForms();
    // Blocks that say no more than "the Act" were passed over before the page had said what it means.
    if (forms.length > 0 && !this.isNarrow)
      await this.#scan(document, turn, signal, (text) => findPlaces(text, forms));
    if (grew) await this.#decideAll(this.#entries.keys(), turn, signal);
    await this.#decideAll(this.#undecided, turn);
    const fresh = this.#fresh;
    this.#fresh = [];
    await this.#order.place(
      fresh.filter((block) => this.#entries.has(block) && isAttached(block)),
      turn,
    );
    turn.pause();
    this.#finder.rest();
  }

  #beginTurn(): Turn {
    this.#finder.stay();
    return createTurn(this.#meter);
  }

  async #decideAll(blocks: Iterable<Node>, turn: Turn, signal?: AbortSignal): Promise<void> {
    for (const block of [...blocks]) {
      if (signal?.aborted) return;
      const entry = this.#entries.get(block);
      if (entry) await this.#decide(block, entry, turn);
      await turn.rest();
    }
  }

  /** Drops what is no longer in the page, and reads blocks again that lost a part; whether the page says more by it. */
  async #forget(turn: Turn): Promise<boolean> {
    let grew = false;
    for (const [block, { passage }] of [...this.#entries]) {
      await turn.rest();
      if (!isAttached(block)) this.#drop(block);
      else if (passage.runs.some(({ node }) => !isAttached(node) || !isWithin(node, block)))
        grew = (await this.#readBlock(block, turn)) || grew;
    }
    return grew;
  }

  async #scan(
    root: Node,
    turn: Turn,
    signal: AbortSignal,
    findCandidates: FindCandidates = (text) => this.#finder.findCandidates(text),
  ): Promise<boolean> {
    let grew = false;
    if (!this.#finder.isHere) this.#skimmed.add(root);
    // What changes meanwhile is reported by itself: a block that spans many chunks is read once.
    const read = new Set<Node>();
    const pending: Node[] = [root];
    const onHost = (shadow: ShadowRoot): void => {
      this.#onRoot(shadow);
      pending.push(shadow);
    };
    for (let part = pending.shift(); part; part = pending.shift()) {
      const scan = new TextScan(part, findCandidates, onHost);
      while (!scan.done && !signal.aborted) {
        const before = scan.unitsRead;
        const found = scan.next();
        await turn.rest();
        for (const [block, isForLater] of found) {
          if (isForLater) this.#partial.add(block);
          else if (!read.has(block)) grew = (!this.isCapped && (await this.#readBlock(block, turn))) || grew;
          if (!isForLater) read.add(block);
          await turn.rest();
        }
        this.unitsRead += scan.unitsRead - before;
        if (this.isCapped) return grew;
        await turn.rest();
      }
    }
    return grew;
  }

  /** Whether what the page says has grown by it. */
  async #readBlock(block: Node, turn: Turn): Promise<boolean> {
    const passage = readPassage(block);
    const finder = passage && this.#mayName(passage) ? await this.#finder.bring(turn) : undefined;
    if (!passage || !finder) {
      this.#drop(block);
      return false;
    }
    const { reading, grew, isPartial } = await turn.finish(finder.read(passage.text));
    if (isPartial) this.#partial.add(block);
    await turn.rest();
    const { shown = passage, mentions = [] } = this.#entries.get(block) ?? {};
    this.#entries.set(block, { passage, reading, shown, mentions });
    this.#fresh.push(block);
    this.#undecided.add(block);
    if (this.#undecided.size >= MOST_UNDECIDED) await this.#decideAll(this.#undecided, turn);
    return grew;
  }

  /** A clock that ticks in a page at rest must not bring the finder again and again. */
  #mayName({ block, text }: Passage): boolean {
    if (this.#finder.isHere || this.#finder.findCandidates(text).length > 0) return true;
    this.#skimmed.add(block);
    return false;
  }

  #drop(block: Node): void {
    this.#mentionCount -= this.#entries.get(block)?.mentions.length ?? 0;
    this.#entries.delete(block);
    this.#undecided.delete(block);
    this.#order.remove(block);
  }

  async #decide(block: Node, entry: Entry, turn: Turn): Promise<void> {
    const finder = await this.#finder.bring(turn);
    if (!finder) return;
    this.#undecided.delete(block);
    const fresh = await turn.finish(finder.decide(entry.reading));
    this.#mentionCount += fresh.length - entry.mentions.length;
    entry.mentions = keepKnown(entry.mentions, fresh);
    entry.shown = entry.passage;
    if (fresh.length === 0 && !finder.mayMean(entry.reading)) this.#drop(block);
  }
}
