// Runs in every frame of every page: small, and silent where there is nothing to read.
import { Session } from './session.ts';

const READABLE = new Set(['text/html', 'application/xhtml+xml']);
/** Frames with less text than the shortest name are buttons, counters and adverts. */
const MIN_UNITS = 3;

function isReadable(): boolean {
  if (!READABLE.has(document.contentType) || document.designMode === 'on') return false;
  return window === window.top || (document.body?.textContent?.length ?? 0) >= MIN_UNITS;
}

if (isReadable()) void new Session().start();
