import { findBody, findElement, findFilledBody } from '../dom/safe-document.ts';
import { isUnread, TextWalk } from '../dom/text-walk.ts';

/** The shortest names are of two letters; a page with less has none. */
const MIN_UNITS = 2;
/** A page with so many nodes before its first words is looked through like any other, a slice at a time. */
const MAX_VISITS = 1_000;
/** Changes of a page without words are looked at so seldom, ms: some 1 % of the main thread at most. */
const GATHER_MS = 120;
/** A body may hold all its words in a shadow tree, of which no change tells; asked once, when the page has loaded, ms. */
const SHADOW_LOOK_MS = 2_000;
/** An element of this kind is still to get its shadow tree, and no change will tell. */
const UPGRADED_LATER = ':not(:defined)';
/** Where the extension's own pages find what to call; see `queryPage`. */
const wake = Symbol.for('sidelight.wake');

/**
 * Calls back once the document has words to read, which on most pages is now, or once somebody asks what goes on here.
 * Until then nothing of the extension is touched: browsers make what a script of theirs can reach when it is first
 * asked for, and that takes longer than all else on an empty page.
 */
export function waitForText(onText: () => void): void {
  if (hasText()) {
    onText();
    return;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): true => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(late);
    Reflect.deleteProperty(globalThis, wake);
    onText();
    return true;
  };
  const look = (body: Element | undefined): void => {
    timer = undefined;
    if (hasText(body)) begin();
  };
  const late = setTimeout(() => look(findBody()), SHADOW_LOOK_MS);
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => look(findFilledBody()), GATHER_MS);
  });
  // Attributes, too: what was hidden may be shown.
  observer.observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
  Reflect.set(globalThis, wake, begin);
}

function hasText(body = findFilledBody()): boolean {
  if (!body || isUnread(body)) return false;
  let isEnough = false;
  // What a shadow root holds is looked at later, and with care.
  const walk = new TextWalk(body, () => {
    isEnough = true;
  });
  let units = 0;
  while (!walk.done && !isEnough) {
    units += walk.next(MAX_VISITS - walk.visits)?.data.trim().length ?? 0;
    isEnough ||= units >= MIN_UNITS || walk.visits >= MAX_VISITS;
  }
  // Last: to find none it has to go through the whole page.
  return isEnough || findElement(UPGRADED_LATER) !== undefined;
}
