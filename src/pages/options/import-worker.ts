// Reads, checks and keeps Packs off the page's thread; ended with `terminate` whenever the reader has enough of it.
import { createPackContents } from '../../browser/pack-contents.ts';
import { type PreparedPack, preparePack } from '../../browser/prepare-pack.ts';
import { readCapped, TooLarge } from '../../browser/read-capped.ts';
import { DIFF_LISTS, diffPacks } from '../../core/pack-diff.ts';
import { MOST_FILE_BYTES } from '../../core/pack-limits.ts';
import type { Pack } from '../../core/types.ts';
import type { FromImportWorker, ImportPreview, ShownDiff, ToImportWorker } from './import-messages.ts';

/** As much of a worker's global as is used; the types at hand are those of pages. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToImportWorker>) => void) | null;
  postMessage(message: FromImportWorker): void;
}

const scope = globalThis as unknown as WorkerScope;
const contents = createPackContents();
let prepared: PreparedPack | undefined;

scope.onmessage = ({ data }) => void answer(data).then((message) => scope.postMessage(message));

function answer(message: ToImportWorker): Promise<FromImportWorker> {
  switch (message.type) {
    case 'prepare':
      return prepare(message);
    case 'keep':
      return keep();
    case 'compare':
      return compare(message.before, message.now);
  }
}

async function prepare(wanted: Extract<ToImportWorker, { type: 'prepare' }>): Promise<FromImportWorker> {
  const { source, bundled, mustBeSealed, known } = wanted;
  try {
    const bytes = await readCapped(source.stream(), {
      most: MOST_FILE_BYTES,
      onBytes: (read) => tell('reading', Math.min(1, read / source.size)),
    });
    const find = (id: string) => known.find((pack) => pack.id === id);
    const result = await preparePack(bytes, {
      ...{ bundled, mustBeSealed, nowMs: Date.now(), onProgress: tell },
      findKey: (id) => find(id)?.key,
    });
    if ('fault' in result) return { type: 'refused', fault: result };
    prepared = result;
    return { type: 'prepared', preview: await previewOf(result, find(result.id)?.content) };
  } catch (error) {
    return { type: 'refused', fault: { fault: error instanceof TooLarge ? 'too-large' : 'damaged' } };
  }
}

let told = '';

/** Only whole percents: more often nobody sees, and the page would draw for nothing. */
function tell(phase: Extract<FromImportWorker, { type: 'progress' }>['phase'], done: number): void {
  const percent = `${phase} ${Math.floor(done * 100)}`;
  if (percent === told) return;
  told = percent;
  scope.postMessage({ type: 'progress', phase, done });
}

const EXAMPLES = 6;

async function previewOf(
  { id, version, isSealed, contents: { pack } }: PreparedPack,
  known: string | undefined,
): Promise<ImportPreview> {
  const old = known === undefined ? undefined : await contents.findWhole(known);
  return {
    id,
    version,
    isSealed,
    examples: pack.terms.slice(0, EXAMPLES).map(({ label }) => label),
    ...(pack.description !== undefined && { description: pack.description }),
    ...(old && { diff: diff(old, pack) }),
  };
}

async function keep(): Promise<FromImportWorker> {
  try {
    if (!prepared) return { type: 'not-kept' };
    tell('keeping', 0);
    await contents.keep(prepared.version.content, prepared.contents);
    return { type: 'kept' };
  } catch {
    return { type: 'not-kept' };
  }
}

async function compare(before: string, now: string): Promise<FromImportWorker> {
  const [old, fresh] = await Promise.all([contents.findWhole(before), contents.findWhole(now)]);
  return { type: 'compared', ...(old && fresh && { diff: diff(old, fresh) }) };
}

/** More than this nobody reads through, and a page would be slow to show. */
const MOST_SHOWN = 100;

/** The ways to write a Term are compared by what the Pack lists of them; its rules are not kept. */
function diff(before: Pack, now: Pack): ShownDiff {
  const names = { pageCues: 0, aliases: [], rules: [] };
  const { about, lists } = diffPacks({ pack: before, names }, { pack: now, names });
  const parts = DIFF_LISTS.flatMap((list) =>
    (['added', 'removed', 'changed'] as const).map((kind) => {
      const items = lists[list][kind];
      return { list, kind, total: items.length, items: items.slice(0, MOST_SHOWN) };
    }),
  );
  return { about, parts: parts.filter(({ total }) => total > 0) };
}
