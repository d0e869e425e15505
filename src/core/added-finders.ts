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
const MOST_KEYS = 20_000;

/** Keeps which keys a page has come upon and the finders that were fetched for them. */
export function createAddedFinders({ look, fetch }: AddedNames): AddedFinders {
  /** Every key come upon, with its place in the order of coming. */
  const keys = new Map<number, number>();
  const known = new Map<string, PackOnPage>();
  let pages: readonly PackOnPage[] = [];
  /** So many of the keys, in the order in which they came, have been answered. */
  let answered = 0;

  const take = (found: readonly FetchedFinder[]): void => {
    pages = found.map(({ pack, finder }) => {
      const page = known.get(pack) ?? { finder, evidence: createPageEvidence() };
      page.finder = finder;
      known.set(pack, page);
      return page;
    });
  };
  const note = (key: number): void => {
    if (!keys.has(key) && keys.size < MOST_KEYS) keys.set(key, keys.size);
  };
  const isKnown = (key: number): boolean => (keys.get(key) ?? answered) < answered;

  return {
    get pages() {
      return pages;
    },
    findCandidates: (text) =>
      look(text).flatMap((hit) => {
        note(hit.key);
        return keys.has(hit.key) ? [{ ...hit, later: !isKnown(hit.key) }] : [];
      }),
    isPartial(text) {
      const found = look(text);
      for (const { key } of found) note(key);
      return found.some(({ key }) => keys.has(key) && !isKnown(key));
    },
    async fetchNames() {
      const wanted = [...keys.keys()];
      if (wanted.length === answered) return false;
      const found = await fetch(wanted);
      // A later question may have been answered before this one.
      if (found === undefined || wanted.length <= answered) return false;
      answered = wanted.length;
      take(found);
      return true;
    },
  };
}
