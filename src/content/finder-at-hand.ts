import { keepWeakly } from '../core/keep-weakly.ts';
import { createPageMemory, findPlaces, type PageFinder, type Span } from '../core/page-finder.ts';
import { loadIndexes } from './bundled-data.ts';
import { type PageStart, takeFinderDoor } from './page-door.ts';
import type { Turn } from './turn.ts';

/** A page that has been still for so long is likely to stay so; each time it was not, it gets twice as long. */
const REST_MS = 1_000;

/**
 * The finder of one page, brought on need and let go while the page is still: its code and tables are half of what
 * Sidelight keeps in a page's memory. What the page has told stays, and so do its Mentions; meanwhile the first look
 * tells whether what is new is worth bringing it again.
 */
export class FinderAtHand {
  readonly #start: Pick<PageStart, 'settings' | 'added' | 'signal' | 'loadLooks'>;
  readonly #loadAgain: () => Promise<boolean | undefined>;
  readonly #memory = createPageMemory();
  readonly #looks: PageStart['loadLooks'];
  #finder: PageFinder | undefined;
  #restMs = REST_MS;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isReading = false;
  #isDue = false;
  /** Asked once in each reading, not for each of its blocks. */
  #isRefused = false;
  /** How long it was waited for, ms. */
  waitedMs = 0;

  /** `loadAgain` brings the script that decides once more; false or nothing where the browser refuses. */
  constructor(
    start: Pick<PageStart, 'settings' | 'added' | 'signal' | 'loadLooks'>,
    loadAgain: () => Promise<boolean | undefined>,
  ) {
    this.#start = start;
    this.#loadAgain = loadAgain;
    this.#looks = keepWeakly(start.loadLooks);
    start.signal.addEventListener('abort', () => clearTimeout(this.#resting));
  }

  get isHere(): boolean {
    return this.#finder !== undefined;
  }

  /** Where something may be mentioned in a stretch of text. */
  findCandidates(text: string): readonly Span[] {
    const names = this.#finder?.findCandidates(text) ?? this.#looks().flatMap((look) => look(text));
    // Short forms such as "the Act" are names here and on no other page.
    return [...names, ...findPlaces(text, [...this.#memory.forms])];
  }

  /**
   * The finder itself, for the work at hand: it may be let go once `rest` has been called. Nothing where the browser
   * refuses it or the page has ended meanwhile; what was found before stays then.
   */
  async bring(turn: Turn): Promise<PageFinder | undefined> {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#isDue = false;
    this.#finder ??= await this.#make(turn);
    return this.#finder;
  }

  /** Short forms such as "the Act" that the page has introduced since the last call. */
  takeNewShortForms(): readonly string[] {
    return this.#finder?.takeNewShortForms() ?? [];
  }

  /** Fetches the names of added Packs that were come upon. False when nothing new came. */
  async fetchNames(): Promise<boolean> {
    return (await this.#finder?.fetchNames()) ?? false;
  }

  /** Something is to be read: the finder stays until `rest` is called. */
  stay(): void {
    this.#isReading = true;
    this.#isRefused = false;
  }

  /**
   * Everything has been read. What was read without the finder does not put off its going. With added Packs it stays:
   * what they told it is not in the page's memory.
   */
  rest(): void {
    this.#isReading = false;
    if (this.#start.added || !this.#finder || this.#start.signal.aborted) return;
    if (this.#isDue) this.#letGo();
    else this.#resting ??= setTimeout(() => this.#letGo(), this.#restMs);
  }

  #letGo(): void {
    this.#isDue = this.#isReading;
    if (this.#isReading) return;
    this.#resting = undefined;
    this.#finder = undefined;
    this.#restMs *= 2;
  }

  async #make(turn: Turn): Promise<PageFinder | undefined> {
    const { settings, added, signal } = this.#start;
    if (signal.aborted || this.#isRefused) return undefined;
    let create = takeFinderDoor();
    if (!create) {
      const startMs = performance.now();
      const isLoaded = await turn.wait(this.#loadAgain());
      this.waitedMs += performance.now() - startMs;
      // What has come meanwhile is for whoever came after: its tables are there once.
      if (signal.aborted) return undefined;
      create = isLoaded ? takeFinderDoor() : undefined;
    }
    this.#isRefused = !create;
    return create && turn.finish(create(loadIndexes(settings.packsOff), this.#memory, added));
  }
}
