import {
  ask,
  isConnectedToExtension,
  readSettings,
  watchAddedLook,
  watchMessages,
  watchSettings,
} from '../browser/page-api.ts';
import { createPageWords, preparePageWords } from '../browser/page-words.ts';
import { findQuoteIn, type Landing } from '../core/landing.ts';
import { markStyle } from '../core/mark-style.ts';
import type { LandingState, ToPage } from '../core/messages.ts';
import { findQuote } from '../core/quote.ts';
import { quoteStyle } from '../core/quote-style.ts';
import { DEFAULT_SETTINGS, isActiveOn, type Settings } from '../core/settings.ts';
import { siteOf } from '../core/site.ts';
import { type Change, watchChanges } from '../dom/change-watch.ts';
import { findHit } from '../dom/hit-test.ts';
import { randomMarkNames } from '../dom/marks.ts';
import { readPagePassage } from '../dom/page-passage.ts';
import { isElement } from '../dom/safe-dom.ts';
import { type Passage, rangeOf } from '../dom/text-runs.ts';
import { CardOpener } from './card-opener.ts';
import { DisputedMarks } from './disputed-marks.ts';
import { createLandedQuote, type LandedQuote } from './landed-quote.ts';
import { findLandingDoor, type LandingViews } from './landing-door.ts';
import { findMarks } from './page-door.ts';
import { createPageStyle } from './page-style.ts';

/** Pages that build themselves by script have this long after loading until the words count as gone, ms. */
const patienceMs = 2500;

/** Sidelight on the page of a Source itself; leaves it as it was when stopped. */
export class LandingPage {
  readonly #life = new AbortController();
  readonly #names = { ...randomMarkNames(), quote: randomMarkNames().plain };
  #settings: Settings | undefined;
  #landing: Landing | undefined;
  #quote: LandedQuote | undefined;
  #disputed: DisputedMarks | undefined;
  #opener: CardOpener | undefined;
  #isFound = false;
  /** Once it is, passages are looked for again only where the page has drawn them anew. */
  #isSettled = false;
  #isGone = false;
  #closeNotice = (): void => {};

  stop(): void {
    this.#life.abort();
  }

  async start(): Promise<void> {
    const { signal } = this.#life;
    this.#settings = await readSettings();
    watchSettings((settings) => this.#follow(settings), signal);
    watchAddedLook(() => void this.#askAgain(), signal);
    const landing = await ask({ type: 'source.at', url: location.href });
    if (!landing) return;
    this.#landing = landing;
    this.#follow(this.#settings);
    await preparePageWords(this.#settings.language);
    if (signal.aborted) return;
    const rules = markStyle(this.#names) + quoteStyle(this.#names.quote);
    await createPageStyle(this.#names, rules, signal).bring();
    if (signal.aborted) return;
    watchMessages((message) => this.#answer(message), signal);
    const label = createPageWords().t('landing_disputed');
    this.#disputed = new DisputedMarks(landing, this.#names, label);
    this.#opener = this.#openAnswers(this.#disputed);
    await this.#look();
    watchChanges((change) => this.#timeLook(change), signal);
    this.#waitToGiveUp();
  }

  #follow(settings: Settings): void {
    this.#settings = settings;
    const isOff = this.#landing !== undefined && settings.packsOff.includes(this.#landing.pack);
    if (isOff || !isActiveOn(settings, siteOf(location.href, self.origin))) this.stop();
  }

  /** The Pack that has this Source may have been removed or switched off. */
  async #askAgain(): Promise<void> {
    const landing = await ask({ type: 'source.at', url: location.href });
    if (landing?.pack !== this.#landing?.pack) this.stop();
  }

  /** Gives how long a look took, ms. */
  async #timeLook({ roots }: Change): Promise<number> {
    const startMs = performance.now();
    await this.#look(roots.some(isElement));
    return performance.now() - startMs;
  }

  /** `mayShowMore`: what covered the page, or stood in its place, may have gone. */
  async #look(mayShowMore = false): Promise<void> {
    const { signal } = this.#life;
    if (!isConnectedToExtension()) return this.stop();
    const isQuoteDue = this.#wanted !== undefined && this.#quote?.isStale() !== false;
    const isMore = mayShowMore && this.#disputed?.isWhole === false;
    const isPaintDue = !this.#isSettled || this.#disputed?.isStale === true || isMore;
    if (!isQuoteDue && !isPaintDue) return;
    const page = readPagePassage();
    this.#seek(page);
    if (isPaintDue) await this.#disputed?.paint(page, signal);
  }

  /** Over a term's own Mark the pointer opens the term's card. */
  #openAnswers(disputed: DisputedMarks): CardOpener {
    const { signal } = this.#life;
    signal.addEventListener('abort', () => disputed.marks.clear(), { once: true });
    return new CardOpener({
      marks: disputed.marks,
      contextOf: () => ({ nearbyWords: [] }),
      findSettings: () => this.#settings ?? DEFAULT_SETTINGS,
      onShown: () => {},
      signal,
      load: async () => (await loadViews())?.createDisputedCards((mention) => disputed.findPlace(mention)),
      isTaken: (point, target) => {
        const terms = findMarks();
        return terms !== undefined && findHit(terms, point, target) !== undefined;
      },
    });
  }

  /** Finds the words that the reader came for, where they have not been found yet or have been drawn anew. */
  #seek(page: Passage): void {
    const wanted = this.#wanted;
    if (wanted === undefined || this.#quote?.isStale() === false) return;
    const found = findQuote(page.text, { quote: wanted });
    const range = found && rangeOf(page, found.start, found.end);
    if (!range) return;
    this.#quote ??= createLandedQuote(this.#names.quote, this.#life.signal);
    this.#quote.show(range);
    if (!this.#isFound) this.#quote.go();
    this.#isFound = true;
    this.#isGone = false;
    this.#closeNotice();
  }

  /** Some browsers still name the fragment in the timing of the page's own loading. */
  get #wanted(): string | undefined {
    return this.#landing?.wanted ?? findQuoteIn(performance.getEntriesByType('navigation')[0]?.name ?? '');
  }

  #waitToGiveUp(): void {
    const { signal } = this.#life;
    const giveUp = async (): Promise<void> => {
      await this.#look();
      this.#isSettled = true;
      if (signal.aborted) return;
      if (this.#wanted !== undefined && !this.#isFound) await this.#showGone();
    };
    const wait = (): void => {
      const timer = setTimeout(() => void giveUp(), patienceMs);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    };
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true, signal });
  }

  async #showGone(): Promise<void> {
    this.#isGone = true;
    const views = await loadViews();
    await preparePageWords(this.#settings?.language ?? 'browser');
    const { signal } = this.#life;
    if (!this.#settings || !this.#isGone || signal.aborted) return;
    this.#closeNotice();
    this.#closeNotice =
      views?.showGoneNotice(this.#landing?.archivedUrl, this.#settings, signal) ?? (() => {});
  }

  #answer(message: ToPage): unknown {
    if (message.type === 'landing.query') return this.#state;
    if (message.type !== 'landing.go') return undefined;
    return message.to === 'quote' ? this.#goToQuote() : (this.#opener?.step('next') ?? false);
  }

  get #state(): LandingState {
    const disputed = this.#disputed?.marks.findAll().length ?? 0;
    if (this.#wanted === undefined) return { disputed };
    return { disputed, quote: this.#isFound ? 'found' : this.#isGone ? 'gone' : 'sought' };
  }

  /** What cannot be gone to is said again. */
  #goToQuote(): boolean {
    if (this.#isGone) void this.#showGone();
    return this.#isGone || (this.#quote?.go() ?? false);
  }
}

/** The code that draws goes into the page when there is something to draw. */
async function loadViews(): Promise<LandingViews | undefined> {
  if (!findLandingDoor()) await ask({ type: 'landing.load' });
  return findLandingDoor();
}
