import { isConnectedToExtension } from '../browser/page-api.ts';
import { createTurn, type Meter, type Turn } from '../browser/turn.ts';
import { watchChanges } from '../dom/change-watch.ts';
import { type FindCandidates, TextScan } from '../dom/text-scan.ts';

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
    const look = async (roots: readonly Node[]): Promise<void> => {
      const turn = createTurn(meter);
      const pending = [...roots];
      const onHost = (shadow: ShadowRoot): void => {
        watch.also(shadow);
        pending.push(shadow);
      };
      for (let root = pending.shift(); root; root = pending.shift()) {
        const scan = new TextScan(root, findCandidates, onHost);
        if (await hasCandidate(scan, turn, looking.signal)) return resolve();
      }
      turn.pause();
    };
    const watch = watchChanges(({ roots }) => {
      // After an update of the extension somebody newer looks.
      if (!isConnectedToExtension()) return looking.abort();
      return look(roots).catch(reject);
    }, looking.signal);
    look([document]).catch(reject);
  }).finally(() => looking.abort());
}

async function hasCandidate(scan: TextScan, turn: Turn, signal: AbortSignal): Promise<boolean> {
  while (!scan.done && !signal.aborted) {
    if (scan.next().size > 0) return true;
    await turn.rest();
  }
  return false;
}
