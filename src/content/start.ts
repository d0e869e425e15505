// Runs in every frame of every page: small, and silent where there is nothing to read.
import { isConnectedToExtension } from '../browser/page-api.ts';
import { createWalker, findBody, findContentType, isWholeEditor } from '../dom/safe-document.ts';
import { Session } from './session.ts';

const READABLE = new Set(['text/html', 'application/xhtml+xml']);
/** Frames with less text than the shortest name are buttons, counters and adverts. */
const MIN_UNITS = 3;

function isReadable(): boolean {
  if (!READABLE.has(findContentType()) || isWholeEditor()) return false;
  return window === window.top || hasText(findBody());
}

/** Stops as soon as there is enough; a frame may be as large as any page. */
function hasText(body: Element | undefined): boolean {
  const walker = body && createWalker(body, NodeFilter.SHOW_TEXT);
  let units = 0;
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
    units += (node as Text).length;
    if (units >= MIN_UNITS) return true;
  }
  return false;
}

if (isReadable() && isConnectedToExtension()) void new Session().start();
