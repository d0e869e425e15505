import { packKeeper } from '../../browser/added-packs.ts';
import { findBundledFaces } from '../../browser/bundled-packs.ts';
import { giveUpUnused } from '../../browser/subscribed-packs.ts';
import type { AddedPack, PackOrigin } from '../../core/added-packs.ts';
import type {
  FromImportWorker,
  ImportFault,
  ImportPreview,
  ShownDiff,
  ToImportWorker,
} from './import-messages.ts';

type Told = Extract<FromImportWorker, { type: 'progress' }>;

/** A Pack's file on its way in. */
export interface PackImport {
  /** What it is, or why it cannot be taken. Never settles once cancelled. */
  readonly result: Promise<ImportPreview | ImportFault>;
  /** Keeps it; call only after a preview. False when there is no room. */
  keep(origin: PackOrigin): Promise<boolean>;
  /** Keeps only its contents, for a list that is to speak of them; call only after a preview. Throws when there is no room. */
  write(): Promise<void>;
  /** Ends all work at once; nothing is kept. */
  cancel(): void;
}

interface ImportOptions {
  readonly mustBeSealed?: boolean;
  /** Comes with Sidelight, and so may pass for itself. */
  readonly isOwn?: boolean;
  readonly onProgress?: (told: Told) => void;
}

/** Reads a Pack in a worker of this page. */
export function startImport(
  source: Blob,
  { mustBeSealed = false, isOwn = false, onProgress = () => {} }: ImportOptions,
): PackImport {
  const worker = startWorker();
  let preview: ImportPreview | undefined;
  const prepare = async (): Promise<ImportPreview | ImportFault> => {
    const [bundled, { packs }] = await Promise.all([isOwn ? [] : findBundledFaces(), packKeeper.list()]);
    const known = packs.map(({ id, now: { content, key } }) => ({ id, content, ...(key && { key }) }));
    const answer = await worker.ask({ type: 'prepare', source, bundled, mustBeSealed, known }, onProgress);
    if (answer.type !== 'prepared') return answer.type === 'refused' ? answer.fault : { fault: 'damaged' };
    preview = answer.preview;
    return preview;
  };
  const write = async (): Promise<void> => {
    const answer = await worker.ask({ type: 'keep' }, onProgress);
    if (answer.type !== 'kept') throw new Error('there is no room for the pack');
  };
  return {
    result: prepare(),
    write,
    async keep(origin) {
      if (!preview) return false;
      const { id } = preview;
      try {
        const { packs, damaged = [] } = await packKeeper.read();
        const old = packs.find((pack) => pack.id === id);
        await packKeeper.keep(asAdded(preview, origin, old), write);
        for (const one of [...packs, ...damaged]) if (one.id === id) await giveUpUnused(one);
        return true;
      } catch {
        return false;
      } finally {
        worker.end();
      }
    },
    cancel: worker.end,
  };
}

/** A later version keeps the place, the switch and the way back of the one before. */
function asAdded({ id, version }: ImportPreview, origin: PackOrigin, old: AddedPack | undefined): AddedPack {
  const isAnother = old !== undefined && old.now.content !== version.content;
  return { id, on: old?.on ?? true, origin, now: version, ...(isAnother && { before: old.now }) };
}

/** What is different between two kept versions; nothing when one of them is gone. */
export async function compareVersionsOf(before: string, now: string): Promise<ShownDiff | undefined> {
  const worker = startWorker();
  try {
    const answer = await worker.ask({ type: 'compare', before, now }, () => {});
    return answer.type === 'compared' ? answer.diff : undefined;
  } finally {
    worker.end();
  }
}

function startWorker() {
  const worker = new Worker('import-worker.js');
  return {
    end: () => worker.terminate(),
    /** One question at a time; told of progress until it is answered. */
    ask: (message: ToImportWorker, onProgress: (told: Told) => void) =>
      new Promise<Exclude<FromImportWorker, Told>>((resolve) => {
        worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => {
          if (data.type === 'progress') onProgress(data);
          else resolve(data);
        };
        worker.onerror = () => resolve({ type: 'refused', fault: { fault: 'damaged' } });
        worker.postMessage(message);
      }),
  };
}
