import type { NameHit } from './first-look.ts';
import type { MentionFinder } from './mentions.ts';
import { createPageEvidence, type PageEvidence } from './page-evidence.ts';

/** What a page needs of the Packs that a reader has added. */
export interface AddedNames {
  /** Where a name of one of them may stand. */
  readonly look: (text: string) => readonly NameHit[];
  /**
   * Finders for the names with these keys, by Pack, in the reader's order; nothing when they cannot be had. More
   * keys at the end of the list must leave the numbers in a Pack's finder as they were.
   */
  readonly fetch: (keys: readonly number[]) => Promise<readonly FetchedFinder[] | undefined>;
}

/** The finder of one added Pack, cut down to this page's words. */
export interface FetchedFinder {
  readonly pack: string;
  readonly finder: MentionFinder;
}

/** One Pack's finder, and what the page as a whole has told it. */
export interface PackOnPage {
  readonly evidence: PageEvidence;
  finder: MentionFinder;
}

/** The added Packs on one page: each is there once a name of it has been come upon. */
export interface AddedFinders {
  readonly pages: readonly PackOnPage[];
  /** `later`: only once the names that were come upon here have been fetched. */
  findCandidates(text: string): readonly (NameHit & { readonly later: boolean })[];
  /** Whether keys stand in the text that have not been fetched yet; they are noted. */
  isPartial(text: string): boolean;
  /** Fetches the keys that were noted. False when nothing new came. */
  fetchNames(): Promise<boolean>;
}

/** A page with more different names than this is no text; the rest of them are left alone. */
export const MOST_KEYS = 20_000;

/** The keys that a page has come upon, in the order of coming, and how many of them have been answered. */
function createKeyList() {
  const places = new Map<number, number>();
  let answered = 0;
  return {
    note(key: number): void {
      if (!places.has(key) && places.size < MOST_KEYS) places.set(key, places.size);
    },
    has: (key: number): boolean => places.has(key),
    isAnswered: (key: number): boolean => (places.get(key) ?? answered) < answered,
    all: (): readonly number[] => [...places.keys()],
    /** False when as many or more have been answered already. */
    answer(count: number): boolean {
      if (count <= answered) return false;
      answered = count;
      return true;
    },
    isDue: (): boolean => places.size > answered,
  };
}

/** Keeps which keys a page has come upon and the finders that were fetched for them. */
export function createAddedFinders({ look, fetch }: AddedNames): AddedFinders {
  const keys = createKeyList();
  const known = new Map<string, PackOnPage>();
  let pages: readonly PackOnPage[] = [];

  const take = ({ pack, finder }: FetchedFinder): PackOnPage => {
    const page = known.get(pack) ?? { finder, evidence: createPageEvidence() };
    page.finder = finder;
    known.set(pack, page);
    return page;
  };

  return {
    get pages() {
      return pages;
    },
    findCandidates: (text) =>
      look(text).flatMap((hit) => {
        keys.note(hit.key);
        return keys.has(hit.key) ? [{ ...hit, later: !keys.isAnswered(hit.key) }] : [];
      }),
    isPartial(text) {
      const found = look(text);
      for (const { key } of found) keys.note(key);
      return found.some(({ key }) => keys.has(key) && !keys.isAnswered(key));
    },
    async fetchNames() {
      if (!keys.isDue()) return false;
      const wanted = keys.all();
      const found = await fetch(wanted);
      // A later question may have been answered before this one.
      if (found === undefined || !keys.answer(wanted.length)) return false;
      pages = found.map(take);
      return true;
    },
  };
}
