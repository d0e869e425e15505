import { browser, isFirefox, type Sender } from '../browser/api.ts';
import { type MarkNames, markStyle } from '../core/mark-style.ts';
import { quoteStyle } from '../core/quote-style.ts';

type ScriptFile =
  | 'content/second-look.js'
  | 'content/page.js'
  | 'content/card.js'
  | 'content/landing.js'
  | 'content/landing-views.js';

/** A name is random letters; anything else is not ours and could carry a rule of its own. */
const NAME = /^[a-z]{6,20}$/;

/** Gives a frame the style of its highlights, unseen by the page. False where the browser refuses. */
export async function insertMarkStyle(
  sender: Sender,
  { plain, inLink, quote }: MarkNames & { readonly quote?: string },
): Promise<boolean> {
  const target = targetOf(sender);
  const names = { plain, inLink, ...(quote !== undefined && { quote }) };
  if (!target || !Object.values(names).every((name) => NAME.test(name))) return false;
  const css = markStyle(names) + (quote === undefined ? '' : quoteStyle(quote));
  try {
    await browser.scripting.insertCSS({ target, css, origin: 'AUTHOR' });
    return true;
  } catch {
    // Some sandboxed frames belong to no site: there the content script styles its own document.
    return false;
  }
}

/** Brings more of Sidelight's code into the frame that asks, on first need. False where the browser refuses. */
export async function loadScripts(sender: Sender, files: readonly ScriptFile[]): Promise<boolean> {
  const target = targetOf(sender);
  if (!target) return false;
  try {
    // One by one: put in together, they would run as one long task of the page.
    for (const file of files)
      await browser.scripting.executeScript({ target, files: [file], injectImmediately: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * The document that asks, where the browser can tell it from one that has come into its frame since. In Firefox, of which
 * not every version can, that one may be given code that it has not asked for, which does nothing until it is called.
 */
function targetOf({ tab, frameId, documentId }: Sender) {
  if (tab?.id === undefined || frameId === undefined) return undefined;
  const isKnown = documentId !== undefined && !isFirefox();
  return { tabId: tab.id, ...(isKnown ? { documentIds: [documentId] } : { frameIds: [frameId] }) };
}
