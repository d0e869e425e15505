import { createTurn } from '../browser/turn.ts';
import type { TermKey } from '../core/ids.ts';
import type { DisputedPlace, Landing } from '../core/landing.ts';
import type { MarkNames } from '../core/mark-style.ts';
import type { Mention } from '../core/mention.ts';
import { findQuote } from '../core/quote.ts';
import { findLiveRange } from '../dom/hit-test.ts';
import { type MarkPlace, Marks } from '../dom/marks.ts';
import { compareOrder } from '../dom/safe-dom.ts';
import { findLink, type Passage, rangeOf } from '../dom/text-runs.ts';

/** The marks on the disputed passages of a Source's own page. */
export class DisputedMarks {
  readonly marks: Marks;
  readonly #places: ReadonlyMap<Mention, DisputedPlace>;

  /** `label` names a passage to the keyboard's walk. */
  constructor(landing: Landing, names: MarkNames, label: string) {
    this.marks = new Marks(names, () => {});
    this.#places = new Map(
      landing.disputed.map((place) => [toMention(`${landing.pack}/${place.quote}`, label), place]),
    );
  }

  findPlace(mention: Mention): DisputedPlace | undefined {
    return this.#places.get(mention);
  }

  /** Whether the page has drawn a painted passage anew. */
  get isStale(): boolean {
    return this.marks.findAll().some(({ range }) => findLiveRange(range) === undefined);
  }

  /** Whether each passage was found when they were painted last. */
  isWhole = false;

  /** Finds each passage's words in the page and paints them, letting the page go first. */
  async paint(page: Passage, signal: AbortSignal): Promise<void> {
    const turn = createTurn();
    const places: MarkPlace[] = [];
    for (const [mention, { quote }] of this.#places) {
      const found = findQuote(page.text, { quote });
      const range = found && rangeOf(page, found.start, found.end);
      if (range) places.push({ mention, range, inLink: findLink(range.startContainer) !== undefined });
      await turn.rest();
      if (signal.aborted) return;
    }
    places.sort(byPlace);
    this.marks.paint(places);
    this.isWhole = places.length === this.#places.size;
  }
}

/** What is disputed is marked like a Mention, and opened like one. */
function toMention(key: string, label: string): Mention {
  return {
    start: 0,
    end: 0,
    term: key as TermKey,
    label,
    priority: 1,
    why: { rule: 'disputed', evidence: [] },
  };
}

function byPlace(a: MarkPlace, b: MarkPlace): number {
  const order = compareOrder(a.range.startContainer, b.range.startContainer);
  return order || a.range.startOffset - b.range.startOffset;
}
