import { createTurn, type Turn } from '../browser/turn.ts';
import type { DecidedPassage } from '../core/decide-passages.ts';
import { createFindPlaces } from '../core/find-places.ts';
import type { Change } from '../dom/change-watch.ts';
import { holdsElements } from '../dom/safe-document.ts';
import { isAttached, isElement } from '../dom/safe-dom.ts';
import { type Passage, readPassage } from '../dom/text-runs.ts';
import { type FindCandidates, TextScan } from '../dom/text-scan.ts';
import { isUnread } from '../dom/text-walk.ts';
import { batchesOf, MOST_PASSAGES } from './batches.ts';
import { BlockOrder } from './block-order.ts';
import { Decider } from './decider.ts';
import { findEnclosingBlock } from './enclosing-block.ts';
import { hasLost } from './has-lost.ts';
import { keepKnown } from './keep-known.ts';
import type { PageStart } from './page-door.ts';
import { createPageLook } from './page-look.ts';
import { isTooLarge, MAX_MENTIONS } from './page-size.ts';
import { type Entry, type PlacedMention, placeMentions } from './placed-mentions.ts';

interface ScanOptions {
  readonly findCandidates?: FindCandidates;
  /** Blocks that were read in this reading already: one that spans many chunks, or holds many roots, is read once. */
  readonly read?: Set<Node>;
}

/** All that was read on one page: the blocks with candidates, and the Mentions that were decided there. */
export class PageText {
  readonly #decider: Decider;
  readonly #findCandidates: FindCandidates;
  readonly #entries = new Map<Node, Entry>();
  readonly #order = new BlockOrder();
  readonly #onRoot: (root: ShadowRoot) => void;
  readonly #meter: PageStart['meter'];
  readonly #life: AbortSignal;
  /** Units of page text looked through since the page last began anew or took something out, for the cap. */
  #unitsRead = 0;
  #isCut = false;
  /** Nothing is looked for in the page as a whole any more. */
  isNarrow = false;
  /** Read and not decided yet. */
  readonly #undecided = new Set<Node>();
  /** Decided without the added Packs, which were too late, and asked about with the next reading. */
  readonly #late = new Set<Node>();
  /** How often to: a store that never opens must not have the whole page decided again and again. */
  #lateLeft = 2;
  #mentionCount = 0;
  /** Nobody answered: the rest of this reading is not asked about, and all of it with the next. */
  isUnanswered = false;
  #fresh: Node[] = [];
  #last: Promise<void> = Promise.resolve();

  /** `onRoot` is told of each open shadow root that was read. */
  constructor(start: PageStart, onRoot: (root: ShadowRoot) => void) {
    this.#decider = new Decider(start);
    this.#findCandidates = createPageLook(start, () => this.#decider.forms);
    this.#meter = start.meter;
    this.#life = start.signal;
    this.#onRoot = onRoot;
  }

  /** Whether reading stopped early because the page is larger than anybody reads. */
  get isCapped(): boolean {
    return this.#isCut || this.#isFull();
  }

  /** Whether to read no further; the page counts as cut from then on. */
  #isFull(): boolean {
    const isFull = isTooLarge(this.#unitsRead, this.#mentionCount, this.#entries.size);
    this.#isCut ||= isFull;
    return isFull;
  }

  /** Takes over what changed, in slices; one change after the other. */
  read(change: Change, signal: AbortSignal): Promise<void> {
    this.#last = this.#last.then(() => this.#readChange(change, signal));
    return this.#last;
  }

  /** Every Mention of the page in document order. */
  findAll(turn: Turn): Promise<readonly PlacedMention[]> {
    return placeMentions([...this.#order.blocks], this.#entries, turn);
  }

  async #readChange({ roots, removed }: Change, signal: AbortSignal): Promise<void> {
    const turn = createTurn(this.#meter);
    this.isUnanswered = false;
    this.#takeUpLate();
    // Once each: of a list every space between two new items is a change of its own.
    const read = new Set<Node>();
    if (removed) await this.#forget(read, turn);
    // What came to stand where something was taken out makes a page no larger; nor does what is looked at once more.
    if (removed || this.isNarrow) this.#unitsRead = 0;
    for (const root of roots) {
      if (signal.aborted || this.#isFull()) break;
      const block = findEnclosingBlock(root);
      if (block && !read.has(block)) await this.#readChanged(block, turn);
      if (block) read.add(block);
      if (!block || (isElement(root) && holdsElements(root))) await this.#scan(root, turn, signal, { read });
      await turn.rest();
    }
    await this.#decideAll(turn, signal);
    this.isUnanswered ||= this.#late.size > 0;
    const fresh = this.#fresh;
    this.#fresh = [];
    await this.#order.place(
      fresh.filter((block) => this.#entries.has(block) && isAttached(block)),
      turn,
    );
    turn.pause();
  }

  #takeUpLate(): void {
    if (this.#late.size > 0) this.#lateLeft -= 1;
    for (const block of this.#late) this.#undecided.add(block);
    this.#late.clear();
  }

  /** Drops what is no longer in the page, and reads blocks again that lost a part. */
  async #forget(read: Set<Node>, turn: Turn): Promise<void> {
    for (const [block, entry] of [...this.#entries]) {
      await turn.rest();
      if (!isAttached(block)) this.#drop(block);
      else if (hasLost(block, entry)) {
        await this.#readChanged(block, turn);
        read.add(block);
      }
    }
  }

  async #scan(
    root: Node,
    turn: Turn,
    signal: AbortSignal,
    // What changes meanwhile is reported by itself.
    { findCandidates = this.#findCandidates, read = new Set() }: ScanOptions = {},
  ): Promise<void> {
    if (root === document) {
      this.#unitsRead = 0;
      this.#isCut = false;
    }
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
        for (const block of found) {
          if (!read.has(block) && !isUnread(block) && !this.#isFull())
            await this.#take(block, readPassage(block), turn);
          read.add(block);
          await turn.rest();
        }
        this.#unitsRead += scan.unitsRead - before;
        if (this.#isFull()) return;
      }
    }
  }

  /** A clock that ticks must not be asked about again and again. */
  async #readChanged(block: Node, turn: Turn): Promise<void> {
    // What became an editor or was hidden keeps what was found there, unseen, until it shows again.
    if (isUnread(block)) return;
    const passage = readPassage(block);
    const mayName = passage && this.#findCandidates(passage.text).length > 0;
    await this.#take(block, mayName ? passage : undefined, turn);
  }

  async #take(block: Node, passage: Passage | undefined, turn: Turn): Promise<void> {
    if (!passage) return this.#drop(block);
    const { shown = passage, mentions = [], decidedAt } = this.#entries.get(block) ?? {};
    this.#fresh.push(block);
    // Put there anew with the same words, as frameworks do, or come upon once more.
    if (decidedAt === this.#decider.version && shown.text === passage.text) {
      this.#entries.set(block, { passage, decidedAt, shown: passage, mentions });
      return;
    }
    this.#entries.set(block, { passage, decidedAt: undefined, shown, mentions });
    this.#undecided.add(block);
    if (this.#undecided.size >= MOST_PASSAGES) await this.#decide([...this.#undecided], turn);
  }

  #drop(block: Node): void {
    this.#mentionCount -= this.#entries.get(block)?.mentions.length ?? 0;
    this.#entries.delete(block);
    this.#undecided.delete(block);
    this.#late.delete(block);
    this.#order.remove(block);
  }

  /** What the page as a whole has told may change what was decided before. */
  async #decideAll(turn: Turn, signal: AbortSignal): Promise<void> {
    await this.#decide([...this.#undecided], turn);
    // Blocks that say no more than "the Act" were passed over before the page had said what it means.
    for (let forms = this.#decider.takeNewForms(); forms.length > 0; forms = this.#decider.takeNewForms()) {
      if (this.isNarrow || signal.aborted) break;
      await this.#scan(document, turn, signal, { findCandidates: createFindPlaces(forms) });
      await this.#decide([...this.#undecided], turn);
    }
    const { version } = this.#decider;
    const before = [...this.#entries].filter(([, { decidedAt = version }]) => decidedAt < version);
    await this.#decide(
      before.map(([block]) => block),
      turn,
      signal,
    );
  }

  async #decide(blocks: readonly Node[], turn: Turn, signal?: AbortSignal): Promise<void> {
    for (const batch of batchesOf(blocks, this.#entries)) {
      if (signal?.aborted || this.#life.aborted || this.isUnanswered) return;
      const texts = batch.map(([, { passage }]) => passage.text);
      const decided = await this.#decider.decide(texts, turn);
      if (!decided) {
        this.isUnanswered = !this.#life.aborted;
        return;
      }
      const isLate = decided.isLate && this.#lateLeft > 0;
      for (const [at, [block, entry]] of batch.entries())
        this.#takeOver(block, entry, decided.passages[at], isLate);
      await turn.rest();
    }
  }

  #takeOver(block: Node, entry: Entry, decided: DecidedPassage | undefined, isLate: boolean): void {
    if (!decided || this.#entries.get(block) !== entry) return;
    this.#undecided.delete(block);
    this.#late.delete(block);
    this.#mentionCount -= entry.mentions.length;
    // One block may bring more than a whole page may have.
    const room = Math.max(0, MAX_MENTIONS - this.#mentionCount);
    entry.mentions = keepKnown(entry.mentions, decided.mentions.slice(0, room));
    this.#mentionCount += entry.mentions.length;
    entry.shown = entry.passage;
    if (isLate) {
      this.#late.add(block);
      return;
    }
    entry.decidedAt = this.#decider.version;
    if (decided.mentions.length === 0 && !decided.mayMean) this.#drop(block);
  }
}
