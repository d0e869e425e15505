import { watchChanges } from '../dom/change-watch.ts';
import { findFilledBody } from '../dom/safe-document.ts';
import { isUnread, TextWalk } from '../dom/text-walk.ts';

/** Shorter than the shortest name: what has less is a button, a counter or an advert. */
const MIN_UNITS = 3;
/** A page with so many nodes before its first words is looked through like any other, a slice at a time. */
const MAX_VISITS = 1_000;

/** Settles once the document has words to read: at once on most pages. Never settles after its signal has aborted. */
export async function waitForText(signal: AbortSignal): Promise<void> {
  if (hasText()) return;
  const waiting = new AbortController();
  signal.addEventListener('abort', () => waiting.abort(), { signal: waiting.signal });
  await new Promise<void>((resolve) => {
    watchChanges(() => {
      if (hasText()) resolve();
    }, waiting.signal);
  });
  waiting.abort();
}

function hasText(): boolean {
  const body = findFilledBody();
  if (!body || isUnread(body)) return false;
  let isEnough = false;
  // What a shadow root holds is looked at later, and with care.
  const walk = new TextWalk(body, () => (isEnough = true));
  let units = 0;
  while (!walk.done && !isEnough) {
    units += walk.next(MAX_VISITS - walk.visits)?.data.trim().length ?? 0;
    isEnough ||= units >= MIN_UNITS || walk.visits >= MAX_VISITS;
  }
  return isEnough;
}
