import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../src/cli/session.ts';
import { inFirefoxWindow } from '../e2e/firefox-window.ts';

/** What the process of one tab has used so far. */
export interface TabCost {
  readonly cpuMs: number;
  /** Its own memory, not that which it shares with other processes. */
  readonly memoryMb: number;
}

/** CPU time and memory of the processes of pages; the extension's own is not counted. */
export function measureTab(session: Session, page: Page): Promise<TabCost> {
  return session.kind === 'firefox' ? measureInFirefox(session) : measureInChromium(session, page);
}

/** CPU time of the extension's own processes so far, ms. */
export async function measureExtension(session: Session): Promise<number> {
  if (session.kind === 'firefox') return (await readFirefox(session)).extensionMs;
  return cpuOf((await readProcesses(session)).filter(({ id }) => isOfExtension(id)));
}

/** All renderers but those of extensions; other tabs are blank and rest. */
async function measureInChromium(session: Session, page: Page): Promise<TabCost> {
  const pages = (await readProcesses(session)).filter(({ id }) => !isOfExtension(id));
  return { cpuMs: cpuOf(pages), memoryMb: await readHeap(page) };
}

interface Renderer {
  readonly id: number;
  /** Seconds. */
  readonly cpuTime: number;
}

async function readProcesses({ browser }: Session): Promise<readonly Renderer[]> {
  const client = await browser.target().createCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  return processInfo.filter(({ type }) => type === 'renderer');
}

function cpuOf(processes: readonly Renderer[]): number {
  return processes.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000;
}

function isOfExtension(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--extension-process');
}

/** What script holds after a collection, typed arrays and all worlds included. */
async function readHeap(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  const used = (await client.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await client.detach();
  return (used.usedSize + (used.backingStorageSize ?? 0)) / 1e6;
}

interface ChromeScope {
  readonly ChromeUtils: {
    requestProcInfo(): Promise<{
      readonly children: readonly {
        readonly type: string;
        readonly pid: number;
        readonly cpuTime: number;
        readonly memory: number;
      }[];
    }>;
  };
}

/** All processes of pages together: a test's one tab is all that there is beside the blank ones. */
async function measureInFirefox(session: Session): Promise<TabCost> {
  const { cpuMs, memoryMb } = await readFirefox(session);
  return { cpuMs, memoryMb };
}

function readFirefox(session: Session): Promise<TabCost & { readonly extensionMs: number }> {
  return inFirefoxWindow(session, async () => {
    const { ChromeUtils } = globalThis as unknown as ChromeScope;
    const { children } = await ChromeUtils.requestProcInfo();
    const pages = children.filter(({ type }) => type.startsWith('web'));
    const own = children.filter(({ type }) => type === 'extension');
    return {
      cpuMs: pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0) / 1e6,
      memoryMb: pages.reduce((sum, { memory }) => sum + memory, 0) / 1e6,
      extensionMs: own.reduce((sum, { cpuTime }) => sum + cpuTime, 0) / 1e6,
    };
  });
}
