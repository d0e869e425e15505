import type { Card } from './card.ts';
import type { CardContext } from './card-context.ts';
import type { Decision } from './decide-passages.ts';
import type { TermKey } from './ids.ts';
import type { Landing } from './landing.ts';
import type { PageMemory } from './page-memory.ts';
import type { Effort } from './self-watch.ts';
import type { PlainTexts } from './translate.ts';
import type { Priority } from './types.ts';

/** One Mention as lists outside the page show it. */
export interface MentionSummary {
  /** Stable while the page is open; for `page.jump`. */
  readonly id: number;
  readonly term: TermKey;
  readonly label: string;
  readonly priority: Priority;
  readonly surface: string;
  /** The heading it stands under; empty before the first. */
  readonly section: string;
  readonly marked: boolean;
  /** Whether its Term's card was opened since the page was, on it or in the side panel. */
  readonly read: boolean;
}

/** What Sidelight does on one frame of a page. */
export interface PageState {
  readonly status: 'active' | 'off' | 'off-here' | 'nothing-to-read' | 'stopped';
  readonly hostname: string;
  readonly mentions: readonly MentionSummary[];
  /** More Mentions stood there than are marked at most. */
  readonly capped: boolean;
  /** Less than `all` where Sidelight would cost the page too much; left out where it is at rest. */
  readonly effort?: Effort;
}

/** Passages that are to be decided. */
export interface Undecided {
  readonly texts: readonly string[];
  readonly memory: PageMemory;
  /** Bundled Packs that are switched off. */
  readonly packsOff: readonly string[];
  /** Of the list of added Packs that the page knows of; left out where there are none. */
  readonly stamp?: string;
}

/** A decision, and how long the background has worked on it, ms: a page is to cost readers little there, too. */
export interface Decided extends Decision {
  readonly workedMs: number;
  /** Added Packs took too long to read: the bundled ones have decided alone, and to ask again is worth it. */
  readonly isLate: boolean;
}

/** From a content script to the background. */
export type FromPage =
  | { readonly type: 'page.changed'; readonly count: number }
  /** Asks for the style of the page's highlights; names of lower-case letters only. */
  | { readonly type: 'page.style'; readonly plain: string; readonly inLink: string; readonly quote?: string }
  /** Brings the code that reads and marks. */
  | { readonly type: 'page.load' }
  /** Passages of a page that may mention a Term: to be decided by what the page has told before. */
  | ({ readonly type: 'passages.decide' } & Undecided)
  | { readonly type: 'card.load' }
  /** Brings what is drawn on a Source's own page. */
  | { readonly type: 'landing.load' }
  | { readonly type: 'card.get'; readonly term: TermKey; readonly context: CardContext }
  /** The texts of a language that the reader prefers to the browser's. */
  | { readonly type: 'words.get'; readonly language: string }
  | { readonly type: 'term.mute'; readonly term: TermKey; readonly muted: boolean }
  | { readonly type: 'term.notThis'; readonly term: TermKey; readonly surface: string; readonly not: boolean }
  /** Always for the site that the message comes from, as the browser says. */
  | { readonly type: 'site.set'; readonly active: boolean }
  /** A reader's own click on a citation. */
  | { readonly type: 'citation.follow'; readonly url: string; readonly quote: string }
  /** Asks whether the page at this address is a Source itself. */
  | { readonly type: 'source.at'; readonly url: string }
  /** Opens the side panel on this Term. */
  | { readonly type: 'panel.open'; readonly term: TermKey };

/** From the background or an extension page to a content script. */
export type ToPage =
  | { readonly type: 'page.query' }
  | { readonly type: 'page.jump'; readonly mention: number }
  | { readonly type: 'page.step'; readonly direction: 'next' | 'previous' }
  /** The reader opened this Term in the side panel. */
  | { readonly type: 'page.read'; readonly term: TermKey }
  /** For the page of a Source itself; no other answers. */
  | { readonly type: 'landing.query' }
  | { readonly type: 'landing.go'; readonly to: 'quote' | 'disputed' };

/** What a Source's own page offers. */
export interface LandingState {
  /** Whether the words that the reader came for are there; left out when no citation led here. */
  readonly quote?: 'found' | 'gone' | 'sought';
  /** Number of disputed passages that were found. */
  readonly disputed: number;
}

/** What each message answers. */
export interface Answers {
  'page.changed': undefined;
  'page.style': boolean;
  'page.load': boolean;
  'passages.decide': Decided;
  'card.load': boolean;
  'landing.load': boolean;
  /** Nothing when no Pack has the Term. */
  'card.get': Card | undefined;
  'words.get': PlainTexts | undefined;
  'term.mute': boolean;
  'term.notThis': boolean;
  'site.set': boolean;
  'citation.follow': boolean;
  'source.at': Landing | undefined;
  'panel.open': boolean;
  'page.query': PageState;
  'page.jump': boolean;
  'page.step': boolean;
  'page.read': boolean;
  'landing.query': LandingState;
  'landing.go': boolean;
}

/** What a message is answered with. */
export type Answer<M extends FromPage | ToPage> = Answers[M['type']];
