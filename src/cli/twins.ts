import type { BrowserKind } from './browsers.ts';
import { areEqual, compareVisits } from './compare-visits.ts';
import type { PageResult } from './pages-state.ts';
import { openSession, type Session } from './session.ts';
import { type Visit, visitPage } from './visit-page.ts';
import { within } from './within.ts';

/** One browser with Sidelight and one without, alike in all else. */
export interface Twins {
  /** Visits the page in both, again and again while they still seem to differ. */
  compare(url: string): Promise<Omit<PageResult, 'file' | 'stamp'>>;
  close(): Promise<void>;
}

/** Two sides of eight values part by chance once in 6,000: then it is no chance. */
const mostRounds = 8;

/** Tabs leave traces in a browser; after so many it is started anew. */
const visitsPerBrowser = 60;

/** No page may hold up the run; a browser that hangs is started anew. */
const visitLimitMs = 60_000;

export function createTwins(kind: BrowserKind, executablePath: string): Twins {
  const withIt = createVisitor(() => openSession(kind, { executablePath }));
  const without = createVisitor(() => openSession(kind, { executablePath, extensionDir: null }));
  return {
    async compare(url) {
      const ours: Visit[] = [];
      const theirs: Visit[] = [];
      for (let round = 0; round < mostRounds; round++) {
        theirs.push(await without.visit(url));
        ours.push(await withIt.visit(url));
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

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function createVisitor(start: () => Promise<Session>) {
  let session: Session | undefined;
  let visits = 0;
  const close = async () => {
    const old = session;
    session = undefined;
    visits = 0;
    await old?.close().catch(() => {});
  };
  return {
    close,
    async visit(url: string): Promise<Visit> {
      if (visits >= visitsPerBrowser) await close();
      session ??= await start();
      visits++;
      try {
        return await within(visitLimitMs, visitPage(session, url));
      } catch (error) {
        await close();
        const problem = error instanceof Error ? error.message : String(error);
        return { problem, html: [], console: [], errors: [], requests: [], loadMs: 0 };
      }
    },
  };
}
