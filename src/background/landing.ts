import type { Sender } from '../browser/api.ts';
import { takeQuote } from '../browser/followed-citations.ts';
import { loadPacksWithSource } from '../browser/pack-parts.ts';
import { findLanding, isSameAddress, type Landing } from '../core/landing.ts';
import { loadScripts } from './injection.ts';

/** Brings the code for a Source's own page, where the frame that asks is one. */
export async function loadLanding(sender: Sender): Promise<void> {
  const { url, frameId } = sender;
  if (frameId !== 0 || url === undefined) return;
  const packs = await loadPacksWithSource(url);
  const isSource = packs.some(({ pack }) => pack.sources.some((source) => isSameAddress(source.url, url)));
  if (isSource) await loadScripts(sender, ['content/landing.js']);
}

/** What is known of the page at this address, and the words that the reader came for. */
export async function getLanding(url: string): Promise<Landing | undefined> {
  const landing = findLanding(await loadPacksWithSource(url), url);
  const wanted = landing && (await takeQuote(url));
  return landing && wanted !== undefined ? { ...landing, wanted } : landing;
}
