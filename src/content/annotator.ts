import { isConnectedToExtension } from '../browser/page-api.ts';
import { createTurn, type Turn, WorkCount, waitForFrame, waitForTurn } from '../browser/turn.ts';
import type { CardContext } from '../core/card-context.ts';
import type { TermKey } from '../core/ids.ts';
import { markStyle } from '../core/mark-style.ts';
import type { MentionSummary, PageState } from '../core/messages.ts';
import type { Effort } from '../core/self-watch.ts';
import type { Settings } from '../core/settings.ts';
import { siteOf } from '../core/site.ts';
import { type Change, watchChanges } from '../dom/change-watch.ts';
import { type MarkPlace, Marks, randomMarkNames } from '../dom/marks.ts';
import { findPageDate } from '../dom/page-date.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { elementAround, scrollToElement } from '../dom/safe-dom.ts';
import { titleOf } from '../dom/sections.ts';
import { rangeOf } from '../dom/text-runs.ts';
import { findTextsInView, watchScrolled } from '../dom/view-texts.ts';
import { type Visibility, watchVisibility } from '../dom/visibility.ts';
import { chooseListed, type Listed, placesOf } from './choose-listed.ts';
import { findLongWords } from './long-words.ts';
import type { PageStart } from './page-door.ts';
import { createPageStyle, type PageStyle } from './page-style.ts';
import { PageText } from './page-text.ts';
import type { PlacedMention } from './placed-mentions.ts';
import { waitForReader } from './reader-signs.ts';
import { ToldTerms } from './told-terms.ts';

/** One page: reads, marks, answers the extension's questions. Everything stops with its signal. */
export class Annotator {
  readonly marks: Marks;
  readonly #reading: PageText;
  readonly #names = randomMarkNames();
  readonly #signal: AbortSignal;
  readonly #onError: (error: unknown) => void;
  readonly #visibility: Visibility;
  #settings: Settings;
  #listed: readonly Listed[] = [];
  #capped = false;
  readonly #style: PageStyle;
  readonly #work: WorkCount;
  /** Ends what reads the whole page, when that is too much. */
  readonly #wide = new AbortController();
  readonly #watching = new AbortController();
  #effort: Effort = 'all';
  readonly #terms: ToldTerms;
  #painting: Promise<void> = Promise.resolve();
  #due: Promise<void> | undefined;
  #isAskDue = false;
  readonly #read = new Set<TermKey>();
  #alsoWatch: (root: Node) => void = () => {};

  constructor(start: PageStart) {
    const { settings, signal, meter, onError } = start;
    this.#onError = onError;
    this.#settings = settings;
    this.#signal = signal;
    this.#work = new WorkCount(meter);
    this.#style = createPageStyle(this.#names, markStyle(this.#names), signal);
    this.marks = new Marks(this.#names, this.#style.giveTo);
    this.#reading = new PageText({ ...start, meter: this.#work.meter }, (root) => this.#alsoWatch(root));
    this.#visibility = watchVisibility(() => void this.#paint().catch(this.#onError), signal);
    this.#terms = new ToldTerms(signal);
    signal.addEventListener('abort', () => {
      this.#wide.abort();
      this.#watching.abort();
      this.marks.clear();
    });
  }

  get settings(): Settings {
    return this.#settings;
  }

  async start(): Promise<void> {
    const watch = watchChanges((change) => this.#updateSafely(change), this.#watching.signal);
    this.#alsoWatch = watch.also;
    // Until here the code and its tables were set up, which is a turn's work.
    await waitForTurn();
    await this.#reading.read({ roots: [document], removed: false }, this.#wide.signal);
    await this.#paint();
    this.#askLater();
  }

  /** Takes new settings over at once. */
  async apply(settings: Settings): Promise<void> {
    this.#settings = settings;
    await this.#paint();
  }

  /** From now on does less; nothing undoes it. */
  async limit(effort: Effort): Promise<void> {
    this.#effort = effort;
    this.#wide.abort();
    this.#reading.isNarrow = true;
    if (effort === 'list') {
      this.#watching.abort();
      return this.#paint();
    }
    watchScrolled(() => void this.#updateSafely(), this.#watching.signal);
    await this.#update();
  }

  get state(): PageState {
    return {
      status: 'active',
      hostname: siteOf(location.href, self.origin),
      mentions: this.#listed.map((listed) => this.#summary(listed)),
      capped: this.#capped || this.#reading.isCapped,
      effort: this.#effort,
    };
  }

  /** What a card needs to know of the place that it is opened from. */
  contextOf(painted: PaintedMention): CardContext {
    const placed = this.#listed.find(({ mention }) => mention === painted.mention);
    const text = placed?.passage.text ?? '';
    const pageDate = findPageDate();
    return {
      surface: text.slice(painted.mention.start, painted.mention.end).replace(/\s+/g, ' '),
      why: painted.mention.why,
      ...(painted.mention.also && { also: painted.mention.also }),
      ...(pageDate && { pageDate }),
      nearbyWords: findLongWords(text),
    };
  }

  /** Brings a Mention into view; false when it is gone. */
  jump(mention: number): boolean {
    const listed = this.#listed.find((one) => this.marks.idOf(one.mention) === mention);
    const range = listed && rangeOf(listed.passage, listed.mention.start, listed.mention.end);
    const element = range && elementAround(range.startContainer);
    if (!element) return false;
    scrollToElement(element, { block: 'center', behavior: prefersStillness() ? 'instant' : 'smooth' });
    return true;
  }

  /** A Term's card was opened; lists outside the page that show it are told. */
  markRead(term: TermKey): boolean {
    if (!this.#read.has(term)) this.#terms.tellAgain();
    this.#read.add(term);
    return true;
  }

  /** Gives how long it worked, ms. */
  async #update(change: Change = { roots: [], removed: false }): Promise<number> {
    if (this.#signal.aborted) return 0;
    const before = this.#work.ms;
    if (!isConnectedToExtension()) throw new Error('the extension was updated or removed');
    if (this.#effort === 'list') return 0;
    if (this.#effort === 'all') await this.#reading.read(change, this.#wide.signal);
    else {
      await waitForFrame();
      await this.#reading.read({ ...change, roots: findTextsInView() }, this.#signal);
    }
    await this.#paint();
    this.#askLater();
    return this.#work.ms - before;
  }

  /** A page on which nothing changes would wait for ever for what nobody answered. */
  #askLater(): void {
    if (this.#reading.isUnanswered && !this.#isAskDue) waitForReader(this.#onReader, this.#watching.signal);
    this.#isAskDue ||= this.#reading.isUnanswered;
  }

  readonly #onReader = (): void => {
    this.#isAskDue = false;
    void this.#updateSafely();
  };

  async #updateSafely(change?: Change): Promise<number> {
    try {
      return await this.#update(change);
    } catch (error) {
      this.#onError(error);
      return 0;
    }
  }

  /** One painting after the other; whoever asks while one waits is served by that. */
  #paint(): Promise<void> {
    this.#due ??= this.#painting.then(() => {
      this.#due = undefined;
      return this.#paintNow();
    });
    this.#painting = this.#due;
    return this.#due;
  }

  async #paintNow(): Promise<void> {
    if (this.#signal.aborted) return;
    const turn = createTurn(this.#work.meter);
    const { listed, capped } = chooseListed(await this.#findVisible(turn), this.#settings);
    const isListOnly = this.#effort === 'list';
    this.#listed = isListOnly ? listed.map((item) => ({ ...item, isMarked: false })) : listed;
    this.#capped = capped;
    const marked = this.#listed.filter(({ isMarked }) => isMarked);
    // The background brings it meanwhile.
    const style = marked.length > 0 ? this.#style.bring() : undefined;
    const places: MarkPlace[] = [];
    for (const item of marked) {
      places.push(...placesOf(item));
      await turn.rest();
    }
    if (style) await turn.wait(style);
    if (this.#signal.aborted) return;
    this.marks.paint(places);
    turn.pause();
    // Not waited for: a worker that has to wake is no work of this page, and must not hold up the next look.
    this.#report();
  }

  async #findVisible(turn: Turn): Promise<readonly PlacedMention[]> {
    const visible: PlacedMention[] = [];
    for (const placed of await this.#reading.findAll(turn)) {
      if (this.#visibility.isVisible(placed.passage.block)) visible.push(placed);
      await turn.rest();
    }
    return visible;
  }

  #report(): void {
    const firsts = new Map<TermKey, number>();
    for (const { mention } of this.#listed) {
      if (!firsts.has(mention.term)) firsts.set(mention.term, this.marks.idOf(mention));
    }
    this.#terms.tell(firsts);
  }

  #summary({ mention, passage, heading, isMarked }: Listed): MentionSummary {
    return {
      id: this.marks.idOf(mention),
      term: mention.term,
      label: mention.label,
      priority: mention.priority,
      surface: passage.text.slice(mention.start, mention.end),
      section: titleOf(heading),
      marked: isMarked,
      read: this.#read.has(mention.term),
    };
  }
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
