import {
  type AddedLook,
  ask,
  isBack,
  isConnectedToExtension,
  readStart,
  watchAddedLook,
  watchMessages,
  watchSettings,
} from '../browser/page-api.ts';
import { waitForTurn } from '../browser/turn.ts';
import type { PageState, ToPage } from '../core/messages.ts';
import { reckonSlice, startSelfWatch } from '../core/self-watch.ts';
import { isActiveOn, type Settings } from '../core/settings.ts';
import { siteOf } from '../core/site.ts';
import { loadAddedLooks } from './added-look.ts';
import { loadFirstLooks } from './bundled-data.ts';
import { type OpenPage, takePageDoor } from './page-door.ts';
import { waitForReader, watchReader } from './reader-signs.ts';
import { shareCode } from './shared-code.ts';
import { waitForCandidate } from './wait-for-candidate.ts';

/**
 * The life of Sidelight in one document: follows the settings, looks for a first candidate, brings the rest of the
 * code then, answers questions. Here is the one catch on a page: whatever goes wrong stops everything, undoes it
 * and is said once.
 */
export class Session {
  readonly #life = new AbortController();
  #active: AbortController | undefined;
  #page: OpenPage | undefined;
  #settings: Settings | undefined;
  #added: AddedLook | undefined;
  #hasFailed = false;
  #mayTryAgain = true;
  #watch = startSelfWatch(performance.now());

  async start(): Promise<void> {
    const { signal } = this.#life;
    watchMessages((message) => this.#answer(message), signal);
    watchSettings((settings) => void this.#follow(settings, this.#added), signal);
    watchAddedLook(() => void this.#refresh(), signal);
    // While a page is kept for "back", it hears of no change: it asks when it comes back.
    addEventListener('pageshow', (event) => isBack(event) && void this.#refresh(), { signal });
    await this.#refresh();
  }

  /** Goes quiet for good and leaves the page as it was found. */
  stop(): void {
    this.#deactivate();
    this.#life.abort();
  }

  async #refresh(): Promise<void> {
    if (!isConnectedToExtension()) return this.stop();
    const { settings, added } = await readStart();
    await this.#follow(settings, added);
  }

  async #follow(settings: Settings, added: AddedLook | undefined): Promise<void> {
    const before = this.#settings;
    const isSameList = this.#added?.stamp === added?.stamp;
    this.#settings = settings;
    this.#added = added;
    try {
      const packsChanged =
        before !== undefined && (!isSameList || String(before.packsOff) !== String(settings.packsOff));
      if (packsChanged || !isActiveOn(settings, here())) this.#deactivate();
      if (!isActiveOn(settings, here())) return;
      if (this.#page) await this.#page.apply(settings);
      else if (!this.#active && this.#watch.effort !== 'off') await this.#activate(settings);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #activate(settings: Settings): Promise<void> {
    const active = new AbortController();
    this.#active = active;
    const added = this.#added && loadAddedLooks(this.#added);
    const looks = [...loadFirstLooks(settings.packsOff), ...(added ? [added.first] : [])];
    if (looks.length === 0) return;
    await waitForCandidate((text) => looks.flatMap((look) => look(text)), active.signal, this.#meter);
    this.#watchForUpdate(active.signal);
    shareCode();
    const loaded = await ask({ type: 'page.load' });
    await waitForTurn();
    if (active.signal.aborted) return;
    if (loaded === undefined && this.#mayTryAgain) return this.#tryLater(active);
    const start = loaded && takePageDoor();
    if (!start) return this.#giveUp();
    const known = this.#settings ?? settings;
    const page = await start({
      settings: known,
      ...(added && { added }),
      signal: active.signal,
      meter: this.#meter,
      onError: this.#onError,
    });
    if (!page || active.signal.aborted) return;
    this.#page = page;
    if (this.#settings && this.#settings !== known) await page.apply(this.#settings);
    if (this.#watch.effort !== 'all') this.#stepDown();
  }

  /** Nobody answered, as when a worker fails to start: what the reader does later begins anew, once. */
  #tryLater({ signal }: AbortController): void {
    this.#mayTryAgain = false;
    waitForReader(() => {
      this.#deactivate();
      void this.#refresh();
    }, signal);
  }

  /**
   * Nobody tells a page that the extension was updated or removed; the reader's next move shows it. Where nothing was
   * found yet there is nothing to take back, and the next look at the page shows it.
   */
  #watchForUpdate(signal: AbortSignal): void {
    watchReader(() => isConnectedToExtension() || this.stop(), signal);
  }

  /** Takes every slice of work into account. */
  readonly #meter = (workedMs: number): void => {
    const { effort } = this.#watch;
    this.#watch = reckonSlice(this.#watch, workedMs, performance.now());
    if (this.#watch.effort !== effort) this.#stepDown();
  };

  /** Of its own, since whoever has it would keep the first looks alive with a function made beside them. */
  readonly #onError = (error: unknown): void => this.#fail(error);

  /** A page that Sidelight costs too much gets less of it. */
  #stepDown(): void {
    const { effort } = this.#watch;
    if (effort === 'off') this.#giveUp();
    else this.#page?.limit(effort).catch((error: unknown) => this.#fail(error));
  }

  /** Nothing is marked here; also where the browser let the first look in but no more, as in some sandboxed frames. */
  #giveUp(): void {
    this.#hasFailed = true;
    this.#deactivate();
  }

  #deactivate(): void {
    // Badge and panel would go on with what was found before.
    if (this.#page) void ask({ type: 'page.changed', count: 0 });
    this.#active?.abort();
    this.#active = undefined;
    this.#page = undefined;
  }

  #fail(error: unknown): void {
    this.#hasFailed = true;
    this.#deactivate();
    // An updated or removed extension is no fault of the page's: then nothing is said at all.
    if (isConnectedToExtension()) console.debug('Sidelight stopped on this page:', error);
    else this.stop();
  }

  #answer(message: ToPage): unknown {
    if (message.type === 'page.query') return this.#page?.state ?? this.#findQuietState();
    if (message.type === 'page.jump') return this.#page?.jump(message.mention) ?? false;
    if (message.type === 'page.step') return this.#page?.step(message.direction) ?? false;
    if (message.type === 'page.read') return this.#page?.markRead(message.term) ?? false;
    return undefined;
  }

  /** Also for who asks before the settings have been read. */
  async #findQuietState(): Promise<PageState> {
    const { settings } = this.#settings ? { settings: this.#settings } : await readStart();
    const { effort } = this.#watch;
    return { status: this.#statusIn(settings), hostname: here(), mentions: [], capped: false, effort };
  }

  #statusIn(settings: Settings): PageState['status'] {
    if (this.#hasFailed) return 'stopped';
    if (isActiveOn(settings, here())) return 'active';
    return settings.on ? 'off-here' : 'off';
  }
}

function here(): string {
  return siteOf(location.href, self.origin);
}
