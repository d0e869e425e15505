import { isConnectedToExtension, readSettings, watchMessages, watchSettings } from '../browser/page-api.ts';
import type { PageState, ToPage } from '../core/messages.ts';
import { isActiveOn, type Settings } from '../core/settings.ts';
import { Annotator } from './annotator.ts';
import { loadFinder } from './bundled-index.ts';

/** What runs on a page while Sidelight is active there; given a signal, it stops with it. */
export type StartControllers = (annotator: Annotator, signal: AbortSignal) => void;

/**
 * The life of Sidelight in one document: follows the settings, starts and stops the annotator, answers questions.
 * Here is the one catch on a page: whatever goes wrong stops everything, undoes it and is said once.
 */
export class Session {
  readonly #life = new AbortController();
  readonly #startControllers: StartControllers;
  #active: AbortController | undefined;
  #annotator: Annotator | undefined;
  #settings: Settings | undefined;
  #hasFailed = false;

  constructor(startControllers: StartControllers) {
    this.#startControllers = startControllers;
  }

  async start(): Promise<void> {
    const { signal } = this.#life;
    watchMessages((message) => this.#answer(message), signal);
    watchSettings((settings) => this.#follow(settings), signal);
    // While a page is kept for "back", it hears of no change: it asks when it comes back.
    addEventListener('pageshow', (event) => event.persisted && this.#refresh(), { signal });
    await this.#refresh();
  }

  /** Goes quiet for good and leaves the page as it was found. */
  stop(): void {
    this.#active?.abort();
    this.#life.abort();
  }

  async #refresh(): Promise<void> {
    if (!isConnectedToExtension()) return this.stop();
    await this.#follow(await readSettings());
  }

  async #follow(settings: Settings): Promise<void> {
    this.#settings = settings;
    try {
      if (!isActiveOn(settings, siteOf(location))) return this.#deactivate();
      if (this.#annotator) return await this.#annotator.apply(settings);
      await this.#activate(settings);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #activate(settings: Settings): Promise<void> {
    const active = new AbortController();
    this.#active = active;
    const annotator = new Annotator(loadFinder(settings.packsOff), settings, active.signal);
    annotator.onError = (error) => this.#fail(error);
    this.#annotator = annotator;
    this.#startControllers(annotator, active.signal);
    await annotator.start();
  }

  #deactivate(): void {
    this.#active?.abort();
    this.#active = undefined;
    this.#annotator = undefined;
  }

  #fail(error: unknown): void {
    this.#hasFailed = true;
    this.#deactivate();
    // An updated or removed extension is no fault of the page's: then nothing is said at all.
    if (isConnectedToExtension()) console.debug('Sidelight stopped on this page:', error);
    else this.stop();
  }

  #answer(message: ToPage): unknown {
    if (message.type === 'page.query') return this.#annotator?.state ?? this.#quietState();
    if (!this.#annotator) return false;
    if (message.type === 'page.jump') return this.#annotator.onJump?.(message.mention) ?? false;
    return this.#annotator.onStep?.(message.direction) ?? false;
  }

  #quietState(): PageState {
    const off = this.#settings?.on === false ? 'off' : 'off-here';
    return {
      status: this.#hasFailed ? 'stopped' : off,
      hostname: siteOf(location),
      mentions: [],
      capped: false,
    };
  }
}

/** The site a reader switches on or off: the host name, or `file` for files. */
export function siteOf({ hostname, protocol }: Location): string {
  return hostname || protocol.replace(':', '');
}
