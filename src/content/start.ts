// Runs in every frame of every page: small, and silent where there is nothing to read.
import { isConnectedToExtension } from '../browser/page-api.ts';
import { findContentType, findFilledBody, isWholeEditor } from '../dom/safe-document.ts';
import { Session } from './session.ts';
import { waitForText } from './wait-for-text.ts';

const READABLE = new Set(['text/html', 'application/xhtml+xml']);

function isReadable(): boolean {
  if (!READABLE.has(findContentType()) || isWholeEditor()) return false;
  // An empty frame is there for its address: a counter, or a place for an advert.
  return window === window.top || findFilledBody() !== undefined;
}

if (isReadable())
  waitForText(() => {
    if (isConnectedToExtension()) void new Session().start();
  });
