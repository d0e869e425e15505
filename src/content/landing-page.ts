import {
  ask,
  isConnectedToExtension,
  readSettings,
  watchMessages,
  watchSettings,
} from '../browser/page-api.ts';
import { preparePageWords } from '../browser/page-words.ts';
import { findQuoteIn, type Landing } from '../core/landing.ts';
import { markStyle } from '../core/mark-style.ts';
import type { LandingState, ToPage } from '../core/messages.ts';
import { findQuote } from '../core/quote.ts';
import { quoteStyle } from '../core/quote-style.ts';
import { isActiveOn, type Settings } from '../core/settings.ts';
import { randomMarkNames } from '../dom/marks.ts';
import { readPagePassage } from '../dom/page-passage.ts';
import { type Passage, rangeOf } from '../dom/text-runs.ts';
import { watchChanges } from '../dom/watch.ts';
import { showGoneNotice } from './gone-notice.tsx';
import { createLandedQuote, type LandedQuote } from './landed-quote.ts';
import { siteOf } from './session.ts';

/** Pages that build themselves by script have this long after loading until the words count as gone, ms. */
const patienceMs = 2500;

/** Sidelight on the page of a Source itself; leaves it as it was when stopped. */
export class LandingPage {
  readonly #life = new AbortController();
  readonly #names = { ...randomMarkNames(), quote: randomMarkNames().plain };
  #settings: Settings | undefined;
  #landing: Landing | undefined;
  #quote: LandedQuote | undefined;
  #isFound = false;
  #isGone = false;
  #closeNotice = (): void => {};

  stop(): void {
    this.#life.abort();
  }

  async start(): Promise<void> {
    const { signal } = this.#life;
    this.#settings = await readSettings();
    watchSettings((settings) => this.#follow(settings), signal);
    const landing = await ask({ type: 'source.at', url: location.href });
    if (!landing) return;
    this.#landing = landing;
    this.#follow(this.#settings);
    await preparePageWords(this.#settings.language);
    if (signal.aborted) return;
    await this.#style();
    watchMessages((message) => this.#answer(message), signal);
    this.#seek(readPagePassage());
    watchChanges(() => this.#look(), signal);
    this.#waitToGiveUp();
  }

  #follow(settings: Settings): void {
    this.#settings = settings;
    const isOff = this.#landing !== undefined && settings.packsOff.includes(this.#landing.pack);
    if (isOff || !isActiveOn(settings, siteOf(location))) this.stop();
  }

  #look(): void {
    if (isConnectedToExtension()) this.#seek(readPagePassage());
    else this.stop();
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
    const giveUp = (): void => {
      if (signal.aborted) return;
      this.#look();
      if (this.#wanted !== undefined && !this.#isFound) this.#showGone();
    };
    const wait = (): void => {
      const timer = setTimeout(giveUp, patienceMs);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    };
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true, signal });
  }

  #showGone(): void {
    if (!this.#settings) return;
    this.#closeNotice();
    this.#isGone = true;
    this.#closeNotice = showGoneNotice(this.#landing?.archivedUrl, this.#settings, this.#life.signal);
  }

  async #style(): Promise<void> {
    if (await ask({ type: 'page.style', ...this.#names })) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(markStyle(this.#names) + quoteStyle(this.#names.quote));
    document.adoptedStyleSheets.push(sheet);
    this.#life.signal.addEventListener('abort', () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    });
  }

  #answer(message: ToPage): unknown {
    if (message.type === 'landing.query') return this.#state;
    if (message.type !== 'landing.go') return undefined;
    return this.#goToQuote();
  }

  get #state(): LandingState {
    if (this.#wanted === undefined) return { disputed: 0 };
    return { disputed: 0, quote: this.#isFound ? 'found' : this.#isGone ? 'gone' : 'sought' };
  }

  /** What cannot be gone to is said again. */
  #goToQuote(): boolean {
    if (this.#isGone) this.#showGone();
    return this.#isGone || (this.#quote?.go() ?? false);
  }
}
