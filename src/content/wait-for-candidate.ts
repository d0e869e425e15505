import { isConnectedToExtension } from '../browser/page-api.ts';
import { createTurn, type Meter, type Turn, WorkCount, waitForTurn } from '../browser/turn.ts';
import { watchChanges } from '../dom/change-watch.ts';
import { isText, textOf } from '../dom/safe-dom.ts';
import { type FindCandidates, TextScan } from '../dom/text-scan.ts';
import { isUnread } from '../dom/text-walk.ts';
import { findEnclosingBlock } from './enclosing-block.ts';

/**
 * Settles once something on the page may be a Mention; until then the page is only looked through, and after that
 * only what changes in it. Never settles on a page without one, nor after its signal has aborted.
 */
export async function waitForCandidate(
  findCandidates: FindCandidates,
  signal: AbortSignal,
  meter: Meter,
): Promise<void> {
  const looking = new AbortController();
  // Ends with the look, or its tables would be kept for as long as the page is open.
  signal.addEventListener('abort', () => looking.abort(), { signal: looking.signal });
  await new Promise<void>((resolve, reject) => {
    const look = async (roots: Iterable<Node>): Promise<number> => {
      const work = new WorkCount(meter);
      const turn = createTurn(work.meter);
      const onHost = (shadow: ShadowRoot) => watch.also(shadow);
      if (await hasCandidate(roots, { findCandidates, onHost, signal: looking.signal }, turn)) resolve();
      turn.pause();
      return work.ms;
    };
    const watch = watchChanges(async ({ roots }) => {
      // After an update of the extension somebody newer looks.
      if (!isConnectedToExtension()) looking.abort();
      return look(new Set(roots.map(findPlace))).catch((error: unknown) => {
        reject(error);
        return 0;
      });
    }, looking.signal);
    // What this needs was set up in this turn, and none of it has run before.
    waitForTurn()
      .then(() => look([document]))
      .catch(reject);
  }).finally(() => looking.abort());
}

/** A block with more text, units, holds others, and is not looked through again for each word that changes in it. */
const MOST_BESIDE = 10_000;
/** Of a text that changes in such a block so many units are looked at, in one piece. */
const MOST_TEXT = 50_000;

/** Words that are put beside others make a name with them; what lies between blocks does not. */
function findPlace(root: Node): Node {
  const isBlank = isText(root) && root.data.trim() === '';
  const block = isBlank ? undefined : findEnclosingBlock(root);
  return block && textOf(block).length <= MOST_BESIDE ? block : root;
}

interface Look {
  readonly findCandidates: FindCandidates;
  /** Told of each open shadow root, which is looked through after the rest. */
  readonly onHost: (shadow: ShadowRoot) => void;
  readonly signal: AbortSignal;
}

async function hasCandidate(
  roots: Iterable<Node>,
  { findCandidates, onHost, signal }: Look,
  turn: Turn,
): Promise<boolean> {
  const pending = [...roots];
  for (let root = pending.shift(); root; root = pending.shift()) {
    if (isText(root) && !isUnread(root) && findCandidates(root.data.slice(0, MOST_TEXT)).length > 0)
      return true;
    const scan = new TextScan(root, findCandidates, (shadow) => {
      onHost(shadow);
      pending.push(shadow);
    });
    while (!scan.done && !signal.aborted) {
      if (scan.next().size > 0) return true;
      await turn.rest();
    }
  }
  return false;
}
