// Runs in every frame of every page: small, and silent where there is nothing to read.
import { isConnectedToExtension } from '../browser/page-api.ts';
import {
  findContentType,
  findFilledBody,
  isPrerendered,
  isWholeEditor,
  listenToDocument,
} from '../dom/safe-document.ts';
import { Session } from './session.ts';
import { waitForText } from './wait-for-text.ts';

const READABLE = new Set(['text/html', 'application/xhtml+xml']);

function isReadable(): boolean {
  if (!READABLE.has(findContentType()) || isWholeEditor()) return false;
  // An empty frame is there for its address: a counter, or a place for an advert.
  return window === window.top || findFilledBody() !== undefined;
}

function start(): void {
  if (isReadable())
    waitForText(() => {
      if (isConnectedToExtension()) void new Session().start();
    });
}

const started = Symbol.for('sidelight.started');

/** Whether this script is here already: it may be brought to a page that has it, as when one frame of many lets it in. */
function isStarted(): boolean {
  const isAtWork = Reflect.get(globalThis, started) as (() => boolean) | undefined;
  return isAtWork?.() === true;
}

if (!isStarted()) {
  // A window may outlive the empty document that it begins with.
  const begun = document;
  Reflect.set(globalThis, started, () => document === begun && isConnectedToExtension());
  const shown = new AbortController();
  // A page that was drawn in advance may never be seen.
  if (isPrerendered())
    listenToDocument(
      'prerenderingchange',
      () => {
        shown.abort();
        start();
      },
      shown.signal,
    );
  else start();
}
