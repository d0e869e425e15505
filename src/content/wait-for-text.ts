import { findFilledBody } from '../dom/safe-document.ts';
import { isUnread, TextWalk } from '../dom/text-walk.ts';

/** Shorter than the shortest name: what has less is a button, a counter or an advert. */
const MIN_UNITS = 3;
/** A page with so many nodes before its first words is looked through like any other, a slice at a time. */
const MAX_VISITS = 1_000;
/** Changes of a page without words are looked at so seldom, ms: some 1 % of the main thread at most. */
const GATHER_MS = 120;
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
    Reflect.deleteProperty(globalThis, wake);
    onText();
    return true;
  };
  const look = (): void => {
    timer = undefined;
    if (hasText()) begin();
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, GATHER_MS);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  Reflect.set(globalThis, wake, begin);
}

function hasText(): boolean {
  const body = findFilledBody();
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
  return isEnough;
}
