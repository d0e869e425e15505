import { ask, isConnectedToExtension } from '../browser/page-api.ts';
import { type Candidate, chooseMarks } from '../core/density.ts';
import { markStyle } from '../core/mark-style.ts';
import type { MentionSummary, PageState } from '../core/messages.ts';
import type { PageFinder } from '../core/page-finder.ts';
import type { Settings } from '../core/settings.ts';
import { siteOf } from '../core/site.ts';
import type { CardContext, TermKey } from '../core/types.ts';
import { type MarkPlace, Marks, randomMarkNames } from '../dom/marks.ts';
import { findPageDate } from '../dom/page-date.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { adoptedSheets } from '../dom/safe-document.ts';
import { scrollToElement } from '../dom/safe-dom.ts';
import { type Heading, isInHeading, titleOf } from '../dom/sections.ts';
import { findLink, rangeOf } from '../dom/text-runs.ts';
import { hostElementOf } from '../dom/text-walk.ts';
import { type Visibility, watchVisibility } from '../dom/visibility.ts';
import { type Change, watchChanges } from '../dom/watch.ts';
import { PageText, type PlacedMention } from './page-text.ts';
import { createTurn, type Turn } from './turn.ts';

interface Listed extends PlacedMention {
  readonly isMarked: boolean;
}

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
  #isStyled = false;
  readonly #styledRoots = new WeakSet<Node>();
  #reported = 0;
  #painting: Promise<void> = Promise.resolve();
  #due: Promise<void> | undefined;
  readonly #read = new Set<TermKey>();
  #alsoWatch: (root: Node) => void = () => {};

  constructor(
    finder: PageFinder,
    settings: Settings,
    signal: AbortSignal,
    onError: (error: unknown) => void,
  ) {
    this.#onError = onError;
    this.#settings = settings;
    this.#signal = signal;
    this.marks = new Marks(this.#names, (root) => this.#styleRoot(root));
    this.#reading = new PageText(finder, (root) => this.#alsoWatch(root));
    this.#visibility = watchVisibility(() => void this.#paint().catch(this.#onError), signal);
    signal.addEventListener('abort', () => this.marks.clear());
  }

  get settings(): Settings {
    return this.#settings;
  }

  async start(): Promise<void> {
    const watch = watchChanges((change) => this.#update(change).catch(this.#onError), this.#signal);
    this.#alsoWatch = watch.also;
    await this.#reading.read({ roots: [document], removed: false }, this.#signal);
    await this.#paint();
    this.#readAdded();
  }

  /** Takes new settings over at once. */
  async apply(settings: Settings): Promise<void> {
    this.#settings = settings;
    await this.#paint();
  }

  get state(): PageState {
    return {
      status: 'active',
      hostname: siteOf(location.href, self.origin),
      mentions: this.#listed.map((listed) => this.#summary(listed)),
      capped: this.#capped || this.#reading.isCapped,
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
      nearbyWords: [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])].slice(0, 200),
    };
  }

  /** Brings a Mention into view; false when it is gone. */
  jump(mention: number): boolean {
    const listed = this.#listed.find((one) => this.marks.idOf(one.mention) === mention);
    const range = listed && rangeOf(listed.passage, listed.mention.start, listed.mention.end);
    const element = range && hostElementOf(range.startContainer);
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

  async #update(change: Change): Promise<void> {
    if (!isConnectedToExtension()) throw new Error('the extension was updated or removed');
    await this.#reading.read(change, this.#signal);
    await this.#paint();
    this.#readAdded();
  }

  /** Not waited for: the names of added Packs come from a worker that may have to wake. */
  #readAdded(): void {
    const read = async (): Promise<void> => {
      if (await this.#reading.readAdded(this.#signal)) await this.#paint();
    };
    read().catch(this.#onError);
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
    const turn = createTurn();
    const placed = await this.#findVisible(turn);
    const chosen = chooseMarks(placed.map(toCandidate(numberHeadings())), this.#settings);
    const places: MarkPlace[] = [];
    this.#listed = placed.map((item, at) => ({ ...item, isMarked: chosen.marked[at] ?? false }));
    this.#capped = chosen.capped;
    for (const item of this.#listed) {
      if (item.isMarked) places.push(...placeOf(item));
      await turn.rest();
    }
    if (places.length > 0) await this.#style();
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

  /** The badge counts terms; it is told only when the count changes. */
  #report(): void {
    const count = new Set(this.#listed.map(({ mention }) => mention.term)).size;
    if (count === this.#reported) return;
    this.#reported = count;
    void ask({ type: 'page.changed', count });
  }

  /** The style comes from outside the page, which cannot list it then; where that fails the document is given it. */
  async #style(): Promise<void> {
    if (this.#isStyled) return;
    this.#isStyled = true;
    if (!(await ask({ type: 'page.style', ...this.#names }))) this.#styleRoot(document);
  }

  /** Firefox does not apply a document's highlight rules in shadow roots; one sheet each, however often it is painted. */
  #styleRoot(root: Node): void {
    if (!(root instanceof ShadowRoot) && !(root instanceof Document)) return;
    if (this.#styledRoots.has(root)) return;
    this.#styledRoots.add(root);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(markStyle(this.#names));
    const sheets = adoptedSheets(root);
    sheets.set([...sheets.get(), sheet]);
    this.#signal.addEventListener('abort', () => sheets.set(sheets.get().filter((other) => other !== sheet)));
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

function placeOf({ mention, passage }: PlacedMention): readonly MarkPlace[] {
  const range = rangeOf(passage, mention.start, mention.end);
  if (!range) return [];
  return [{ mention, range, inLink: findLink(range.startContainer) !== undefined }];
}

/** One number for each heading, in any order; only whether two are the same counts. */
function numberHeadings(): (heading: Heading) => number {
  const numbers = new Map<Heading, number>();
  return (heading) => {
    const number = numbers.get(heading) ?? numbers.size;
    numbers.set(heading, number);
    return number;
  };
}

function toCandidate(numberOf: (heading: Heading) => number) {
  return ({ mention, passage, heading }: PlacedMention): Candidate => ({
    mention,
    surface: passage.text.slice(mention.start, mention.end),
    section: numberOf(heading),
    isHeading: isInHeading(passage.block, heading),
  });
}
