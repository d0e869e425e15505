import { useState } from 'preact/hooks';
import { fetchPack } from '../../browser/fetch-pack.ts';
import { giveUpSite, requestSite } from '../../browser/site-permission.ts';
import { type PackOrigin, plainFileName } from '../../core/added-packs.ts';
import { useWords } from '../../ui/words.ts';
import type { ImportPreview } from './import-messages.ts';
import { type PackImport, startImport } from './pack-import.ts';

/** A pack on its way in, and how far it is. */
export interface Doing {
  readonly phase: 'fetching' | 'reading' | 'checking' | 'naming' | 'keeping';
  /** From 0 to 1; left out where nobody can tell. */
  readonly done?: number;
  readonly cancel?: () => void;
}

/** A pack that the reader is asked about. */
export interface Offered {
  readonly preview: ImportPreview;
  readonly origin: PackOrigin;
  readonly running: PackImport;
}

/** Where adding a pack stands, and what can be done next. */
export interface PackAdding {
  readonly doing: Doing | undefined;
  readonly offered: Offered | undefined;
  /** What is wrong with a refused file, each with its path. */
  readonly faults: readonly string[];
  readonly readFile: (file: File) => void;
  /** Call it straight from a click: the browser may have to ask. */
  readonly readAddress: (url: string) => void;
  readonly take: () => void;
  readonly leave: () => void;
}

/** What a reader sees of it, and how the steps below say how they fare. */
function useStage(onSay: (said: string) => void) {
  const { t } = useWords();
  const [doing, setDoing] = useState<Doing>();
  const [offered, setOffered] = useState<Offered>();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const begin = (next: Doing): void => {
    setOffered(undefined);
    setFaults([]);
    onSay('');
    setDoing(next);
  };
  const refuse = (fault: string, lines: readonly string[] = []): void => {
    setDoing(undefined);
    setFaults(lines);
    onSay(t('packs_refused', t(`packs_fault_${fault.replaceAll('-', '_')}`)));
  };
  const cancel = (): void => {
    setDoing(undefined);
    setOffered(undefined);
    onSay(t('packs_cancelled'));
  };
  const finish = (title: string): void => {
    setDoing(undefined);
    onSay(t('packs_was_added', title));
  };
  return { doing, offered, faults, setDoing, setOffered, begin, refuse, cancel, finish };
}

type Stage = ReturnType<typeof useStage>;

async function readPack(stage: Stage, source: Blob, origin: PackOrigin): Promise<void> {
  const cancel = (): void => {
    running.cancel();
    stage.cancel();
  };
  const running = startImport(source, {
    mustBeSealed: origin.type === 'address',
    onProgress: ({ phase, done }) => stage.setDoing({ phase, done, cancel }),
  });
  stage.begin({ phase: 'reading', cancel });
  const result = await running.result;
  stage.setDoing(undefined);
  if ('id' in result) return stage.setOffered({ preview: result, origin, running });
  running.cancel();
  stage.refuse(result.fault, 'faults' in result ? result.faults : []);
}

async function fetchAndRead(stage: Stage, url: string): Promise<void> {
  const asked = await requestSite(url);
  if (!asked.given) return stage.refuse('permission');
  const life = new AbortController();
  const cancel = (): void => {
    life.abort();
    stage.cancel();
  };
  stage.begin({ phase: 'fetching', cancel });
  const fetched = await fetchPack(url, { signal: life.signal });
  if (fetched.type === 'fresh') {
    const { bytes, type: _, ...marks } = fetched;
    const origin = { type: 'address', url, ...marks, checkedAt: Date.now() } as const;
    const source = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    return readPack(stage, source, asked.askedFor ? { ...origin, askedFor: true } : origin);
  }
  if (asked.askedFor) await giveUpSite(url);
  if (!life.signal.aborted) stage.refuse(fetched.type === 'failed' ? fetched.fault : 'network');
}

async function keepPack(stage: Stage, { running, preview, origin }: Offered): Promise<void> {
  stage.setOffered(undefined);
  stage.setDoing({ phase: 'keeping' });
  if (await running.keep(origin)) stage.finish(preview.version.title);
  else stage.refuse('full');
}

function leavePack(stage: Stage, { running, origin }: Offered): void {
  running.cancel();
  if (origin.type === 'address' && origin.askedFor) void giveUpSite(origin.url);
  stage.cancel();
}

/** Reads, offers and keeps one pack at a time; says in words what came of it. */
export function usePackAdding(onSay: (said: string) => void): PackAdding {
  const stage = useStage(onSay);
  const { doing, offered, faults } = stage;
  return {
    doing,
    offered,
    faults,
    readFile: (file) => void readPack(stage, file, { type: 'file', name: plainFileName(file.name) }),
    readAddress: (url) => void fetchAndRead(stage, url),
    take: () => offered && void keepPack(stage, offered),
    leave: () => offered && leavePack(stage, offered),
  };
}
