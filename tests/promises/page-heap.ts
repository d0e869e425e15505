import type { CDPSession, Page } from 'puppeteer-core';

/** What the scripts of a page hold, of all their worlds, once nothing is left to be collected. */
export interface PageHeap {
  /** Of objects, lists and texts; machine code, which an engine goes on making for long, is left out. */
  readonly bytes: number;
  readonly objects: number;
  /** Nodes of the document and of what is attached nowhere. */
  readonly nodes: number;
}

interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
}

/** Kinds of entries that are the engine's own, or of the tools that look into it. */
const NOT_DATA = new Set(['code', 'native', 'synthetic', 'hidden', 'object shape']);

/** In Chromium. */
export async function measureHeap(page: Page): Promise<PageHeap> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  const { snapshot, nodes } = await takeSnapshot(client);
  const { nodes: documentNodes } = await client.send('Memory.getDOMCounters');
  await client.detach();
  const { node_fields: fields, node_types } = snapshot.meta;
  const typeAt = fields.indexOf('type');
  const sizeAt = fields.indexOf('self_size');
  let bytes = 0;
  let objects = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (NOT_DATA.has(node_types[0][nodes[node + typeAt] ?? 0] ?? '')) continue;
    bytes += nodes[node + sizeAt] ?? 0;
    objects += 1;
  }
  return { bytes, objects, nodes: documentNodes };
}

async function takeSnapshot(client: CDPSession): Promise<HeapSnapshot> {
  const chunks: string[] = [];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return JSON.parse(chunks.join(''));
}
