import type { CDPSession, Page } from 'puppeteer-core';

/** What the page's main thread did while it was watched, ms of CPU time. */
export interface MainThread {
  /** All of it, whoever it worked for. */
  readonly totalMs: number;
  /** Tasks that ran scripts of an extension and no others, and our share of those that ran both. */
  readonly ownMs: number;
  readonly longestOwnMs: number;
  readonly ownTasks: number;
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time, where the system tells. */
  readonly tdur?: number;
  readonly args?: {
    readonly data?: {
      readonly url?: string;
      readonly frames?: readonly { readonly processId: number }[];
    };
    readonly name?: string;
  };
}

const categories = [
  'toplevel',
  'devtools.timeline',
  'v8',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.gc',
];

const scriptEvents = new Set(['FunctionCall', 'EvaluateScript']);
/** What stands around a script's own time; a task also parses, styles and lays out for the page. */
const frameEvents = new Set([
  ...scriptEvents,
  'TimerFire',
  'RunMicrotasks',
  'v8.compile',
  'V8.Execute',
  'v8.callFunction',
]);
const collections = new Set(['MinorGC', 'MajorGC', 'V8.GCScavenger', 'V8.GCMarkCompactor']);

/** Watches a page of Chromium while `act` runs. */
export async function traceMainThread(page: Page, act: () => Promise<unknown>): Promise<MainThread> {
  const client = await page.createCDPSession();
  await client.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    // The usual buffer is full after a few seconds of a large page, and what comes then is lost.
    traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: categories },
  });
  await act();
  const done = new Promise<string>((resolve) => {
    client.once('Tracing.tracingComplete', ({ stream = '' }) => resolve(stream));
  });
  await client.send('Tracing.end');
  const text = await readStream(client, await done);
  await client.detach();
  const { traceEvents } = JSON.parse(text) as { traceEvents: TraceEvent[] };
  return readMainThread(traceEvents);
}

async function readStream(client: CDPSession, handle: string): Promise<string> {
  const parts: string[] = [];
  for (;;) {
    const { data, eof, base64Encoded } = await client.send('IO.read', { handle, size: 2 ** 24 });
    parts.push(base64Encoded ? Buffer.from(data, 'base64').toString('utf8') : data);
    if (eof) break;
  }
  await client.send('IO.close', { handle });
  return parts.join('');
}

function readMainThread(events: readonly TraceEvent[]): MainThread {
  const pid = events.findLast(({ name }) => name === 'TracingStartedInBrowser')?.args?.data?.frames?.[0]
    ?.processId;
  // A navigation may change the process: then the newest renderer that loaded a page counts.
  const main = events.find(
    (event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain' && event.pid === pid,
  );
  const lane = events.filter(
    (event) => event.pid === main?.pid && event.tid === main?.tid && event.ph === 'X',
  );
  const tasks = lane.filter(({ name }) => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
  const outer = tasks.filter((task, at) => !tasks.some((other, i) => i !== at && isInside(task, other)));
  const inner = lane
    .filter(({ name }) => frameEvents.has(name) || collections.has(name))
    .sort((a, b) => a.ts - b.ts);
  let [totalMs, ownMs, longestOwnMs, ownTasks, next] = [0, 0, 0, 0, 0];
  for (const task of outer.sort((a, b) => a.ts - b.ts)) {
    totalMs += cpuOf(task);
    while (next < inner.length && (inner[next]?.ts ?? 0) < task.ts) next += 1;
    const within: TraceEvent[] = [];
    for (let at = next; at < inner.length && (inner[at]?.ts ?? 0) <= task.ts + (task.dur ?? 0); at += 1)
      within.push(inner[at] as TraceEvent);
    const own = ownShareOf(within);
    if (own === 0) continue;
    ownMs += own;
    ownTasks += 1;
    longestOwnMs = Math.max(longestOwnMs, own);
  }
  return { totalMs, ownMs, longestOwnMs, ownTasks };
}

/** Collecting garbage serves whoever made it; on a page with a twin that is the page. */
function ownShareOf(within: readonly TraceEvent[]): number {
  const scripts = within.filter(({ name }) => scriptEvents.has(name));
  const own = scripts.filter(({ args }) => args?.data?.url?.includes('extension://'));
  if (own.length === 0) return 0;
  const collecting = within.filter(({ name }) => collections.has(name));
  const counted = own.length === scripts.length ? within.filter(({ name }) => frameEvents.has(name)) : own;
  return Math.max(0.001, sumOf(outermost(counted)) - sumOf(outermost(collecting)));
}

function sumOf(events: readonly TraceEvent[]): number {
  return events.reduce((sum, event) => sum + cpuOf(event), 0);
}

function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  return events.filter((event) => !events.some((other) => other !== event && isInside(event, other)));
}

function isInside(inner: TraceEvent, outer: TraceEvent): boolean {
  const end = (event: TraceEvent) => event.ts + (event.dur ?? 0);
  return inner.ts >= outer.ts && end(inner) <= end(outer) && (inner.dur ?? 0) < (outer.dur ?? 0);
}

function cpuOf({ dur = 0, tdur }: TraceEvent): number {
  return (tdur ?? dur) / 1_000;
}
