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

  /** `loadAgain` brings the script that decides once more; false or nothing where the browser refuses. */
  constructor(
    start: Pick<PageStart, 'settings' | 'added' | 'signal' | 'loadLooks'>,
    loadAgain: () => Promise<boolean | undefined>,
  ) {
    this.#start = start;
    this.#loadAgain = loadAgain;
    this.#looks = keepWeakly(start.loadLooks);
    start.signal.addEventListener('abort', () => this.stay());
  }

  /** Where something may be mentioned in a stretch of text. */
  findCandidates(text: string): readonly Span[] {
    const names = this.#finder?.findCandidates(text) ?? this.#looks().flatMap((look) => look(text));
    // Short forms such as "the Act" are names here and on no other page.
    return [...names, ...findPlaces(text, [...this.#memory.forms])];
  }

  /** The finder itself, for the work at hand: it may be let go once `rest` has been called. */
  async bring(turn: Turn): Promise<PageFinder> {
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
    clearTimeout(this.#resting);
  }

  /** Everything has been read. With added Packs the finder stays: what they told it is not in the page's memory. */
  rest(): void {
    this.stay();
    if (this.#start.added || !this.#finder || this.#start.signal.aborted) return;
    this.#resting = setTimeout(() => {
      this.#finder = undefined;
      this.#restMs *= 2;
    }, this.#restMs);
  }

  async #make(turn: Turn): Promise<PageFinder> {
    const { settings, added } = this.#start;
    let create = takeFinderDoor();
    if (!create && (await turn.wait(this.#loadAgain()))) create = takeFinderDoor();
    if (!create) throw new Error('the code that decides could not be loaded');
    return turn.finish(create(loadIndexes(settings.packsOff), this.#memory, added));
  }
}
