import { tmpdir } from 'node:os';
import type { BrowserKind } from './browsers.ts';
import { areEqual, compareVisits } from './compare-visits.ts';
import { median } from './median.ts';
import type { PageResult } from './pages-state.ts';
import { openSession, type Session, type SessionOptions } from './session.ts';
import { type Visit, type VisitLimits, visitPage } from './visit-page.ts';
import { within } from './within.ts';

/** One browser with Sidelight and one without, alike in all else. */
export interface Twins {
  /** Visits the page in both, again and again while they still seem to differ. */
  compare(url: string, bytes: number): Promise<Omit<PageResult, 'file' | 'stamp'>>;
  close(): Promise<void>;
}

/** Two sides of eight values part by chance once in 6,000: then it is no chance. */
const mostRounds = 8;

/** All visits to a page are held against each other at once: of a giant one there can be fewer, bytes and rounds. */
const giantBytes = 4e6;
const mostGiantRounds = 3;

/** Tabs leave traces in a browser; after so many it is started anew. */
const visitsPerBrowser = 60;

/** What a page of the usual size may take. */
const usualLimits: VisitLimits = { loadMs: 20_000, answerMs: 20_000 };

/** No page may hold up the run: what it may take beyond its limits before the browser is started anew. */
const graceMs = 20_000;

/** A giant page may take so much longer, ms a megabyte. */
const moreMsPerMb = 6_000;

/** A browser that does not close by then is ended. */
const closeLimitMs = 10_000;

/** Times that a browser is started again before the run is given up. */
const mostStarts = 3;

export function createTwins(kind: BrowserKind, executablePath: string, limits = usualLimits): Twins {
  const start = async (options: SessionOptions) => {
    const prefs = { 'browser.download.folderList': 2, 'browser.download.dir': tmpdir() };
    const session = await openSession(kind, { executablePath, prefs, ...options });
    if (kind === 'chromium') await refuseDownloads(session);
    return session;
  };
  const withIt = createVisitor(() => start({}), limits);
  const without = createVisitor(() => start({ extensionDir: null }), limits);
  return {
    async compare(url, bytes) {
      const ours: Visit[] = [];
      const theirs: Visit[] = [];
      const rounds = bytes > giantBytes ? mostGiantRounds : mostRounds;
      for (let round = 0; round < rounds; round++) {
        theirs.push(await without.visit(url, bytes));
        ours.push(await withIt.visit(url, bytes));
        if (round === 0 && ours[0] && theirs[0] && areEqual(ours[0], theirs[0])) break;
        if (round > 0 && compareVisits(ours, theirs).length === 0) break;
      }
      return summarise(ours, theirs);
    },
    async close() {
      await Promise.all([withIt.close(), without.close()]);
    },
  };
}

async function refuseDownloads({ browser }: Session): Promise<void> {
  const client = await browser.target().createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'deny' });
}

function summarise(ours: readonly Visit[], theirs: readonly Visit[]): Omit<PageResult, 'file' | 'stamp'> {
  const [first] = theirs;
  const unopened = [...ours, ...theirs].every((visit) => visit.problem) ? first?.problem : undefined;
  return {
    differences: unopened ? [] : compareVisits(ours, theirs),
    unstable: theirs.some((visit) => first && !areEqual(visit, first)) || ours.length > 1,
    ...(unopened ? { unopened } : {}),
    mentions: Math.max(0, ...ours.map((visit) => visit.mentions ?? 0)),
    visits: ours.length + theirs.length,
    loadMs: [median(ours.map((visit) => visit.loadMs)), median(theirs.map((visit) => visit.loadMs))],
    layouts: [
      median(ours.map((visit) => visit.layouts ?? 0)),
      median(theirs.map((visit) => visit.layouts ?? 0)),
    ],
  };
}

function createVisitor(start: () => Promise<Session>, limits: VisitLimits) {
  let session: Session | undefined;
  let visits = 0;
  const close = async () => {
    const old = session;
    session = undefined;
    visits = 0;
    if (old) await closeFirmly(old);
  };
  return {
    close,
    async visit(url: string, bytes: number): Promise<Visit> {
      if (visits >= visitsPerBrowser) await close();
      session ??= await startPatiently(start);
      visits++;
      const moreMs = Math.round((bytes / 1e6) * moreMsPerMb);
      const loadMs = limits.loadMs + moreMs;
      const answerMs = limits.answerMs + moreMs;
      try {
        const visit = visitPage(session, url, bytes, { loadMs, answerMs });
        return await within(loadMs + answerMs + graceMs, visit);
      } catch (error) {
        await close();
        const problem = error instanceof Error ? error.message : String(error);
        return { problem, html: [], console: [], errors: [], requests: [], loadMs: 0 };
      }
    },
  };
}

/** A machine with much to do may let a start fail. */
async function startPatiently(start: () => Promise<Session>): Promise<Session> {
  for (let left = mostStarts - 1; left > 0; left--) {
    try {
      return await start();
    } catch {
      // The last attempt says what is wrong.
    }
  }
  return start();
}

/** A browser in which a page hangs may not answer any more. */
async function closeFirmly({ browser, close }: Session): Promise<void> {
  try {
    await within(closeLimitMs, close());
  } catch {
    browser.process()?.kill('SIGKILL');
  }
}
