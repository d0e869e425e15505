import { isAttached, isElement, isText, parentOf } from './safe-dom.ts';
import { changesReading, UNREAD_BY } from './text-walk.ts';

/** Changes are gathered this long before anybody looks at them. */
const GATHER_MS = 120;
/** After a batch that took t ms nothing is looked at for `REST_FACTOR` × t: some 3 % of the main thread. */
const REST_FACTOR = 30;
/** More roots than this in one batch are taken as one change of everything. */
const MAX_ROOTS = 1_000;

/** What changed since the last batch. */
export interface Change {
  /** Subtrees with new or changed text, or that may be read now and were not, or the reverse; none inside another. */
  readonly roots: readonly Node[];
  /** Whether anything was taken out, or hidden. */
  readonly removed: boolean;
}

/** Handles one batch; may take its time. Gives how long it worked, ms, without what it waited for. */
export type OnChange = (change: Change) => Promise<number>;

/** What has changed and nobody has looked at yet. */
interface Gathered {
  roots: Set<Node>;
  removed: boolean;
}

/** Adds what the browser reports; true when there is something to look at. */
function gather(records: readonly MutationRecord[], gathered: Gathered): boolean {
  // Everything is to be looked at anyway: what a storm brings on top is not even counted.
  if (gathered.removed && gathered.roots.has(document)) return false;
  const { roots } = gathered;
  for (const record of records) {
    // Pages say again and again what was so before.
    if (record.type === 'attributes' && !changesReading(record)) continue;
    if (record.type !== 'childList') roots.add(record.target);
    if (record.addedNodes.length > MAX_ROOTS) roots.add(document);
    else for (const node of record.addedNodes) if (isElement(node) || isText(node)) roots.add(node);
    gathered.removed ||= record.removedNodes.length > 0 || record.type === 'attributes';
  }
  if (roots.size > MAX_ROOTS) gathered.roots = new Set([document]);
  return isWaiting(gathered);
}

function isWaiting({ roots, removed }: Gathered): boolean {
  return roots.size > 0 || removed;
}

/**
 * Reports changed subtrees of a document (and of shadow roots added with `also`) in batches until its signal aborts.
 * One observer for life. It sits on the document itself, so that it outlives `document.open()`.
 */
export function watchChanges(onChange: OnChange, signal: AbortSignal): { also(root: Node): void } {
  let gathered: Gathered = { roots: new Set(), removed: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restUntilMs = 0;

  const flush = async (): Promise<void> => {
    const change = { roots: outermost(gathered.roots), removed: gathered.removed };
    gathered = { roots: new Set(), removed: false };
    const workedMs = await onChange(change);
    restUntilMs = performance.now() + REST_FACTOR * workedMs;
    timer = undefined;
    if (isWaiting(gathered)) schedule();
  };
  const schedule = (): void => {
    if (timer !== undefined || signal.aborted) return;
    timer = setTimeout(flush, Math.max(GATHER_MS, restUntilMs - performance.now()));
  };
  const observer = new MutationObserver((records) => {
    if (gather(records, gathered)) schedule();
  });

  const options = {
    ...{ childList: true, characterData: true, subtree: true },
    ...{ attributeFilter: [...UNREAD_BY], attributeOldValue: true },
  };
  observer.observe(document, options);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return { also: (root) => observer.observe(root, options) };
}

/** The roots that are still attached and not inside another one. */
function outermost(roots: ReadonlySet<Node>): readonly Node[] {
  return [...roots].filter((node) => isAttached(node) && !hasAncestorIn(node, roots));
}

function hasAncestorIn(node: Node, roots: ReadonlySet<Node>): boolean {
  for (let at: Node | null = parentOf(node); at; at = parentOf(at)) if (roots.has(at)) return true;
  return false;
}
