// Runs in every frame of every page: small, and silent where there is nothing to read.
import { isConnectedToExtension } from '../browser/page-api.ts';
import { findBody, findContentType, isWholeEditor } from '../dom/safe-document.ts';
import { textOf } from '../dom/safe-dom.ts';
import { Session } from './session.ts';

const READABLE = new Set(['text/html', 'application/xhtml+xml']);
/** Frames with less text than the shortest name are buttons, counters and adverts. */
const MIN_UNITS = 3;

function isReadable(): boolean {
  if (!READABLE.has(findContentType()) || isWholeEditor()) return false;
  const body = findBody();
  return window === window.top || (body !== undefined && textOf(body).length >= MIN_UNITS);
}

if (isReadable() && isConnectedToExtension()) void new Session().start();
