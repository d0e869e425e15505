import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { holdsHostPermission } from '../browser/host-permission.ts';
import {
  askPage,
  findContentType,
  findTab,
  findTabBeside,
  queryPage,
  type ReaderTab,
  watchTabs,
} from '../browser/tabs.ts';
import type { LandingState, PageState } from '../core/messages.ts';
import { judgePage, type PageVerdict } from '../core/page-verdict.ts';
import type { Settings } from '../core/settings.ts';

/** The tab beside which a page of ours stands, what it says, and what that comes to. */
export interface TabPage {
  readonly tab: ReaderTab | undefined;
  readonly state: PageState | undefined;
  readonly verdict: PageVerdict;
  /** Left out where the page is no Source. */
  readonly landing?: LandingState;
}

/** A page marks within this time after a change of settings; asked again then. */
const settleMs = 250;
/** Longer nobody waits before an empty popup; a page that is loading or hard at work may answer later. */
const patienceMs = 700;

/** Follows the tab in front, or the one that the page's own address names (`?tab=12`). */
export function useTabPage(settings: Settings): TabPage | undefined {
  const [page, show] = useLatest();
  const refresh = useCallback(() => {
    const showNow = show();
    const patience = setTimeout(
      () => void readSilentPage(settings).then((next) => showNow(next, 'other-tab')),
      patienceMs,
    );
    void readTabPage(settings).then((next) => {
      clearTimeout(patience);
      showNow(next);
    });
  }, [settings, show]);
  useEffect(() => {
    const life = new AbortController();
    refresh();
    const again = setTimeout(refresh, settleMs);
    watchTabs(refresh, life.signal);
    return () => {
      clearTimeout(again);
      life.abort();
    };
  }, [refresh]);
  return page;
}

/** The page as last shown, and a way to show another. Answers may overtake each other: an older one is dropped. */
function useLatest() {
  const [page, setPage] = useState<TabPage>();
  const asked = useRef(0);
  const shown = useRef({ question: 0, tab: Number.NaN });
  const show = useCallback(() => {
    asked.current += 1;
    const question = asked.current;
    return (next: TabPage, only?: 'other-tab'): void => {
      const tab = next.tab?.id ?? -1;
      if (question < shown.current.question || (only && tab === shown.current.tab)) return;
      shown.current = { question, tab };
      setPage(next);
    };
  }, []);
  return [page, show] as const;
}

/** What there is to say while a page does not answer. */
async function readSilentPage({ on }: Settings): Promise<TabPage> {
  return { tab: await findReaderTab(), state: undefined, verdict: on ? 'busy' : 'off' };
}

async function readTabPage(settings: Settings): Promise<TabPage> {
  const tab = await findReaderTab();
  const state = tab && (await queryPage(tab.id));
  const contentType = tab && !state ? await findContentType(tab.id) : undefined;
  const verdict = judgePage({
    settings,
    mayRead: await holdsHostPermission(),
    ...(state && { state }),
    ...(tab?.url !== undefined && { url: tab.url }),
    ...(contentType !== undefined && { contentType }),
  });
  const landing = tab && state && (await askPage(tab.id, { type: 'landing.query' }));
  return { tab, state, verdict, ...(landing && { landing }) };
}

/** The key of the words that say what Sidelight does on a page, or why nothing. */
export function reasonKey(verdict: PageVerdict): string {
  return `toolbar_why_${verdict.replaceAll('-', '_')}`;
}

/** Whether the page belongs to one tab, whatever stands in front. */
export function isBesideNamedTab(): boolean {
  return new URLSearchParams(location.search).has('tab');
}

function findReaderTab(): Promise<ReaderTab | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(named) ? findTab(named) : findTabBeside();
}
