import { isConnectedToExtension } from '../browser/page-api.ts';
import { createTurn, type Meter, type Turn, WorkCount, waitForTurn } from '../browser/turn.ts';
import { watchChanges } from '../dom/change-watch.ts';
import { createWalker, holdsElements } from '../dom/safe-document.ts';
import { isElement, isText } from '../dom/safe-dom.ts';
import { type FindCandidates, TextScan } from '../dom/text-scan.ts';
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
    const look = async (roots: readonly Node[]): Promise<number> => {
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
      return look(roots).catch((error: unknown) => {
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

interface Look {
  readonly findCandidates: FindCandidates;
  /** Told of each open shadow root, which is looked through after the rest. */
  readonly onHost: (shadow: ShadowRoot) => void;
  readonly signal: AbortSignal;
}

async function hasCandidate(
  roots: readonly Node[],
  { findCandidates, onHost, signal }: Look,
  turn: Turn,
): Promise<boolean> {
  const findPlaces = createPlaces();
  const pending = [...roots];
  for (let root = pending.shift(); root; root = pending.shift()) {
    for (const place of findPlaces(root)) {
      const scan = new TextScan(place, findCandidates, (shadow) => {
        onHost(shadow);
        pending.push(shadow);
      });
      while (!scan.done && !signal.aborted) {
        if (scan.next().size > 0) return true;
        await turn.rest();
      }
    }
    await turn.rest();
  }
  return false;
}

/** Where to look for what changed, each place once: words that are put beside others make a name with them. */
function createPlaces(): (root: Node) => readonly Node[] {
  const asked = new Map<Node, boolean>();
  return (root) => {
    // What lies between blocks makes no name.
    if (isText(root) && root.data.trim() === '') return [];
    const block = findEnclosingBlock(root);
    if (!block) return [root];
    const before = asked.get(block);
    const isLong = before ?? isLongerThan(block, MOST_BESIDE);
    asked.set(block, isLong);
    if (isLong) return [root];
    const rest = isElement(root) && holdsElements(root) ? [root] : [];
    return before === undefined ? [block, ...rest] : rest;
  };
}

/** Counted, since to put a long text together takes long. */
function isLongerThan(block: Node, units: number): boolean {
  const walker = createWalker(block, NodeFilter.SHOW_TEXT);
  let left = units;
  for (let text = walker.nextNode(); text && left >= 0; text = walker.nextNode())
    left -= (text as Text).length;
  return left < 0;
}
