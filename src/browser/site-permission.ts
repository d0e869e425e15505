import { browser } from './api.ts';

/** Whether the browser lets Sidelight reach the site of this address. */
export function mayReach(url: string): Promise<boolean> {
  return browser.permissions.contains(originsOf(url));
}

/** Asks the reader where needed; call it straight from a click. Says also whether it had to be asked for. */
export async function requestSite(
  url: string,
): Promise<{ readonly given: boolean; readonly askedFor: boolean }> {
  // Both are sent off within the click; the first is answered by what held before the second.
  const [held, given] = await Promise.all([mayReach(url), browser.permissions.request(originsOf(url))]);
  return { given, askedFor: given && !held };
}

/** Gives a site back that was asked for. */
export async function giveUpSite(url: string): Promise<void> {
  try {
    await browser.permissions.remove(originsOf(url));
  } catch {
    // What the reader grants for all sites cannot be taken back for one: nothing is left of the asking then.
  }
}

/** Match patterns know no port. */
function originsOf(url: string): { origins: string[] } {
  return { origins: [`https://${new URL(url).hostname}/*`] };
}
