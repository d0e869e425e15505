import type { CDPSession, Page } from 'puppeteer-core';

/** What the page's main thread did while it was watched, ms of CPU time. */
export interface MainThread {
  /** All of it, whoever it worked for. */
  readonly totalMs: number;
  /** Tasks that ran scripts of an extension and no others, and our share of those that ran both. */
  readonly ownMs: number;
  /** Each task of ours, ms, the longest last; what collecting garbage took is left out. */
  readonly ownTasksMs: readonly number[];
}

/** One event of Chromium's trace, of those that last. */
export interface TraceEvent {
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
    readonly fileName?: string;
    readonly name?: string;
  };
}

// No more: each further one doubles the events, and reading them takes longer than the visit.
const categories = ['devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'];

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
const taskEvents = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const told = new Set([
  ...frameEvents,
  ...collections,
  ...taskEvents,
  'TracingStartedInBrowser',
  'thread_name',
]);

/** Watches a page of Chromium while `act` runs. */
export async function traceMainThread(page: Page, act: () => Promise<unknown>): Promise<MainThread> {
  return readMainThread(await traceEvents(page, act));
}

/** The events of the page's main thread that tell whose work it did, while `act` ran. */
export async function traceEvents(page: Page, act: () => Promise<unknown>): Promise<readonly TraceEvent[]> {
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
  const events = await readEvents(client, await done);
  await client.detach();
  return events;
}

/** Chromium writes one event a line; a trace of a large page is longer than a string may be. */
async function readEvents(client: CDPSession, handle: string): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const decoder = new TextDecoder();
  let open = '';
  for (let eof = false; !eof; ) {
    const part = await client.send('IO.read', { handle, size: 2 ** 22 });
    eof = part.eof;
    const text = part.base64Encoded
      ? decoder.decode(Buffer.from(part.data, 'base64'), { stream: true })
      : part.data;
    const lines = (open + text).split('\n');
    open = eof ? '' : (lines.pop() ?? '');
    events.push(...lines.flatMap(readEvent));
  }
  await client.send('IO.close', { handle });
  return events;
}

function readEvent(line: string): readonly TraceEvent[] {
  const name = /.*"name":"([^"]*)"/.exec(line)?.[1] ?? '';
  if (!told.has(name)) return [];
  const event = line.replace(/^\{"traceEvents":\[/, '').replace(/(,|\],"metadata":.*|\]\}?)\s*$/, '');
  return [JSON.parse(event) as TraceEvent];
}

/** What those events say of the thread that runs the page. */
export function readMainThread(events: readonly TraceEvent[]): MainThread {
  const lane = pickLane(events);
  const ownTasksMs: number[] = [];
  let totalMs = 0;
  for (const [task, ...within] of splitAtTasks(lane)) {
    if (!task) continue;
    totalMs += cpuOf(task);
    const own = ownShareOf(within);
    if (own > 0) ownTasksMs.push(own);
  }
  const ownMs = ownTasksMs.reduce((sum, own) => sum + own, 0);
  return { totalMs, ownMs, ownTasksMs: ownTasksMs.sort((a, b) => a - b) };
}

/** The page's main thread, in order, what lies around before what lies within. */
function pickLane(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const pid = events.findLast(({ name }) => name === 'TracingStartedInBrowser')?.args?.data?.frames?.[0]
    ?.processId;
  const main = events.find(
    ({ name, args, ...event }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' && event.pid === pid,
  );
  return events
    .filter((event) => event.pid === main?.pid && event.tid === main?.tid && event.ph === 'X')
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/** The outermost tasks, each with what ran in it; what ran in none is left out. */
function splitAtTasks(lane: readonly TraceEvent[]): readonly (readonly TraceEvent[])[] {
  const groups: TraceEvent[][] = [];
  let end = 0;
  for (const event of lane) {
    if (event.ts < end) {
      if (!taskEvents.has(event.name)) groups.at(-1)?.push(event);
    } else if (taskEvents.has(event.name)) {
      groups.push([event]);
      end = endOf(event);
    }
  }
  return groups;
}

/** Collecting garbage serves whoever made it; on a page with a twin that is the page. */
function ownShareOf(within: readonly TraceEvent[]): number {
  const scripts = within.filter(({ name }) => scriptEvents.has(name));
  const own = scripts.filter(({ args }) => args?.data?.url?.includes('extension://'));
  if (own.length === 0) return 0;
  const counted = own.length === scripts.length ? within.filter(({ name }) => frameEvents.has(name)) : own;
  const frames = outermost(counted);
  const collecting = outermost(within.filter(({ name }) => collections.has(name))).filter((collection) =>
    frames.some((frame) => collection.ts >= frame.ts && endOf(collection) <= endOf(frame)),
  );
  return Math.max(0.001, sumOf(frames) - sumOf(collecting));
}

/** Of events in order; what lies in another is part of that. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = 0;
  return events.filter((event) => {
    const isOutermost = event.ts >= end;
    if (isOutermost) end = endOf(event);
    return isOutermost;
  });
}

function sumOf(events: readonly TraceEvent[]): number {
  return events.reduce((sum, event) => sum + cpuOf(event), 0);
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}

function cpuOf({ dur = 0, tdur }: TraceEvent): number {
  return (tdur ?? dur) / 1_000;
}
