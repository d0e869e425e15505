import { type FollowedCitation, isSameAddress, stillWanted } from '../core/landing.ts';
import { browser } from './api.ts';

/** Kept for the session only, never on disk; wanted for a minute, and gone with the next that is followed or the browser. */
const FOLLOWED = 'citations.followed';

/** Nothing where the browser's storage fails. */
async function read(): Promise<readonly FollowedCitation[]> {
  try {
    const stored = await browser.storage.session.get(FOLLOWED);
    const list = stored[FOLLOWED];
    return Array.isArray(list) ? stillWanted(list as FollowedCitation[], Date.now()) : [];
  } catch {
    return [];
  }
}

/** False where the browser keeps nothing: then a citation opens at its passage all the same, but is not sought. */
async function write(followed: readonly FollowedCitation[]): Promise<boolean> {
  try {
    await browser.storage.session.set({ [FOLLOWED]: followed });
    return true;
  } catch {
    return false;
  }
}

/** More than a reader follows within that minute. */
const MOST_KEPT = 20;

/** Remembers which words a reader goes to read. */
export async function followCitation(url: string, quote: string): Promise<boolean> {
  const followed = [...(await read()), { url, quote, at: Date.now() }].slice(-MOST_KEPT);
  return write(followed);
}

/** The words that were wanted of the page at this address, once; nothing when no citation led there. */
export async function takeQuote(url: string): Promise<string | undefined> {
  const followed = await read();
  const found = followed.findLast((one) => isSameAddress(one.url, url));
  if (!found) return undefined;
  await write(followed.filter((one) => one !== found));
  return found.quote;
}
