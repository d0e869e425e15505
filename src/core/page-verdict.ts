import type { PageState } from './messages.ts';
import { isActiveOn, type Settings } from './settings.ts';

/** Everything that can be known of the page in a tab. */
export interface PageFacts {
  readonly settings: Settings;
  /** What the page itself answers; left out where nothing of Sidelight runs. */
  readonly state?: PageState;
  /** Left out where the browser hides it. */
  readonly url?: string;
  /** Whether the reader lets Sidelight read web pages at all. */
  readonly mayRead: boolean;
  /** The document's content type; left out where the browser lets no extension in. */
  readonly contentType?: string;
}

/** What Sidelight does on a page, or the one reason why it does nothing. */
export type PageVerdict =
  | 'marked'
  | 'off'
  | 'off-here'
  | 'not-listed'
  | 'no-terms'
  | 'none-marked'
  | 'stopped'
  | 'heavy'
  | 'stale'
  /** Nothing has come from the page yet. */
  | 'busy'
  | 'no-permission'
  | 'pdf'
  | 'store'
  | 'browser-page'
  | 'closed'
  | 'no-article';

const STORES = new Set(['chromewebstore.google.com', 'addons.mozilla.org']);
/** Of an address as the browser gives it, which is normalised. */
const HOST_AND_PATH = /^[a-z-]+:\/\/([^/?#:]*)[^/?#]*([^?#]*)/;
const READABLE = new Set(['text/html', 'application/xhtml+xml']);

/** The first reason that holds: the reader's own choice, then the browser's refusal, then the page. */
export function judgePage(facts: PageFacts): PageVerdict {
  const { settings, state, mayRead } = facts;
  if (!settings.on) return 'off';
  if (state) return judgeState(state, settings);
  if (!mayRead) return 'no-permission';
  const closed = judgeAddress(facts);
  if (closed) return closed;
  return facts.contentType !== undefined && READABLE.has(facts.contentType) ? 'stale' : 'no-article';
}

function judgeState(state: PageState, settings: Settings): PageVerdict {
  if (state.status === 'stopped') return state.effort === 'off' ? 'heavy' : 'stopped';
  if (!isActiveOn(settings, state.hostname)) return settings.sites === 'only' ? 'not-listed' : 'off-here';
  if (state.status === 'nothing-to-read') return 'no-article';
  if (state.mentions.length === 0) return 'no-terms';
  return state.mentions.some(({ marked }) => marked) ? 'marked' : 'none-marked';
}

function judgeAddress({ url, contentType }: PageFacts): PageVerdict | undefined {
  const [, host = '', path = ''] = HOST_AND_PATH.exec(url ?? '') ?? [];
  if (STORES.has(host)) return 'store';
  if (contentType === 'application/pdf' || path.toLowerCase().endsWith('.pdf')) return 'pdf';
  if (contentType !== undefined) return undefined;
  // Firefox's PDF viewer and both browsers' error pages stand at the address of what they show.
  return /^https?:/.test(url ?? '') ? 'closed' : 'browser-page';
}
