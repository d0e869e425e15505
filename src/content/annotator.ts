import { ask, isConnectedToExtension } from '../browser/page-api.ts';
import { createTurn, type Meter, type Turn, waitForFrame, waitForTurn } from '../browser/turn.ts';
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
import type { PageStart } from './page-door.ts';
import { createPageStyle, type PageStyle } from './page-style.ts';
import { PageText } from './page-text.ts';
import type { PlacedMention } from './placed-mentions.ts';

/** Of four letters and more; of what is longer than any word, parts. By what no word holds: engines look the letters of all alphabets up at length. */
const longWords = /[^\s!-/:-@[-`{-\xbf\u2010-\u206f\u3000-\u303f]{4,40}/g;

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
  readonly #meter: Meter;
  /** Ends what reads the whole page, when that is too much. */
  readonly #wide = new AbortController();
  readonly #watching = new AbortController();
  #effort: Effort = 'all';
  #reported = 0;
  #told = '';
  #painting: Promise<void> = Promise.resolve();
  #due: Promise<void> | undefined;
  readonly #read = new Set<TermKey>();
  #alsoWatch: (root: Node) => void = () => {};

  constructor(start: PageStart) {
    const { settings, signal, meter, onError } = start;
    this.#onError = onError;
    this.#settings = settings;
    this.#signal = signal;
    this.#meter = meter;
    this.#style = createPageStyle(this.#names, markStyle(this.#names), signal);
    this.marks = new Marks(this.#names, this.#style.giveTo);
    this.#reading = new PageText(start, (root) => this.#alsoWatch(root));
    this.#visibility = watchVisibility(() => void this.#paint().catch(this.#onError), signal);
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
    const watch = watchChanges((change) => this.#update(change).catch(this.#onError), this.#watching.signal);
    this.#alsoWatch = watch.also;
    // Until here the code and its tables were set up, which is a turn's work.
    await waitForTurn();
    await this.#reading.read({ roots: [document], removed: false }, this.#wide.signal);
    await this.#paint();
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
    const look = (): Promise<unknown> => this.#update({ roots: [], removed: false });
    watchScrolled(() => void look().catch(this.#onError), this.#watching.signal);
    await look();
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
      nearbyWords: [...new Set(text.toLowerCase().match(longWords) ?? [])].slice(0, 200),
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
    if (!this.#read.has(term)) void ask({ type: 'page.changed', count: this.#reported });
    this.#read.add(term);
    return true;
  }

  /** Gives how long it waited for what decides, ms. */
  async #update(change: Change): Promise<number> {
    const before = this.#reading.waitedMs;
    if (!isConnectedToExtension()) throw new Error('the extension was updated or removed');
    if (this.#effort === 'list') return 0;
    if (this.#effort === 'all') await this.#reading.read(change, this.#wide.signal);
    else {
      await waitForFrame();
      await this.#reading.read({ ...change, roots: findTextsInView() }, this.#signal);
    }
    await this.#paint();
    return this.#reading.waitedMs - before;
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
    const turn = createTurn(this.#meter);
    const { listed, capped } = chooseListed(await this.#findVisible(turn), this.#settings);
    const isListOnly = this.#effort === 'list';
    this.#listed = isListOnly ? listed.map((item) => ({ ...item, isMarked: false })) : listed;
    this.#capped = capped;
    const places: MarkPlace[] = [];
    for (const item of this.#listed) {
      if (item.isMarked) places.push(...placesOf(item));
      await turn.rest();
    }
    turn.pause();
    if (places.length > 0) await this.#style.bring();
    if (this.#signal.aborted) return;
    this.marks.paint(places);
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

  /** The badge counts terms, the panel lists where each comes first: both are told only when that changes. */
  #report(): void {
    const firsts = new Map<TermKey, number>();
    for (const { mention } of this.#listed) {
      if (!firsts.has(mention.term)) firsts.set(mention.term, this.marks.idOf(mention));
    }
    const list = [...firsts].join();
    if (list === this.#told) return;
    this.#told = list;
    this.#reported = firsts.size;
    void ask({ type: 'page.changed', count: firsts.size });
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
