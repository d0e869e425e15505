import type { CardContext } from '../../src/core/card-context.ts';
import type { PartialDate } from '../../src/core/ids.ts';
import type { CardNotice } from '../../src/ui/card-actions.ts';

/** One picture of the card: what it shows, what was pressed, and where it is scrolled to. */
export interface GalleryState {
  readonly name: string;
  readonly term: string;
  readonly context?: Partial<CardContext>;
  /** Narrow screens have a sheet anyway. */
  readonly layout?: 'sheet';
  /** How high a sheet stands; pulled up when not said. */
  readonly stop?: 'first' | 'last';
  readonly speech?: 'long' | 'rtl' | 'de' | 'ru';
  readonly canBack?: boolean;
  readonly canForward?: boolean;
  readonly pinned?: boolean;
  readonly notice?: CardNotice;
  /** Controls pressed in this order, by selector. */
  readonly press?: readonly string[];
  /** What is scrolled to the top. */
  readonly reveal?: string;
  readonly forcedColors?: boolean;
}

const LESTER: Partial<CardContext> = {
  surface: 'Magnitsky Act',
  why: { rule: 'alias', evidence: [] },
  pageDate: { date: '2013-01-11' as PartialDate, from: 'meta' },
  nearbyWords: ['kremlin', 'anger', 'reaction', 'moscow', 'adoptions'],
};

const HERE = {
  surface: 'Magnitsky Act',
  why: { rule: 'alias', evidence: [] },
  nearbyWords: ['kremlin', 'anger'],
};
const WHY = '.row .far';
const CITE = '.row button[aria-controls]:not(.far)';

export const GALLERY_STATES: readonly GalleryState[] = [
  { name: 'law-in-dispute', term: 'magnitsky-act', context: LESTER },
  { name: 'three-positions', term: 'smart-sanctions', context: { surface: 'smart sanctions' } },
  { name: 'which-question', term: 'unilateral-sanctions', context: { surface: 'unilateral sanctions' } },
  { name: 'other-name', term: 'magnitsky-act', context: { ...HERE, surface: 'закон Магнитского' } },
  { name: 'person', term: 'sergei-magnitsky' },
  { name: 'author', term: 'daniel-calingaert' },
  { name: 'author-pair', term: 'emma-ashford' },
  { name: 'lone', term: 'jackson-vanik' },
  { name: 'no-question', term: 'anna-politkovskaya' },
  { name: 'on-record', term: 'magnitsky-act', context: LESTER, reveal: '.record' },
  { name: 'since-page', term: 'magnitsky-act', context: LESTER, reveal: '.since' },
  {
    name: 'claims-unfolded',
    term: 'magnitsky-act',
    context: LESTER,
    press: ['.dispute .unfold'],
    reveal: '.further',
  },
  {
    name: 'exchange',
    term: 'magnitsky-act',
    context: LESTER,
    press: ['.dispute .unfold'],
    reveal: '.exchange',
  },
  {
    name: 'second-question',
    term: 'magnitsky-act',
    context: LESTER,
    press: ['.others .unfold'],
    reveal: '.others',
  },
  { name: 'related', term: 'magnitsky-act', context: LESTER, reveal: '.related' },
  { name: 'why', term: 'magnitsky-act', context: LESTER, press: [WHY] },
  { name: 'cite', term: 'magnitsky-act', context: LESTER, press: [CITE] },
  { name: 'copied', term: 'magnitsky-act', context: LESTER, press: [CITE], notice: { type: 'copied' } },
  { name: 'back', term: 'jackson-vanik', canBack: true },
  { name: 'back-and-forward', term: 'global-magnitsky-act', canBack: true, canForward: true, pinned: true },
  {
    name: 'muted',
    term: 'magnitsky-act',
    context: LESTER,
    press: [WHY, '.choices button:nth-child(2)'],
    notice: { type: 'muted' },
  },
  { name: 'site-off', term: 'caatsa', notice: { type: 'site-off' } },
  { name: 'sheet', term: 'magnitsky-act', context: LESTER, layout: 'sheet', stop: 'first' },
  { name: 'german', term: 'magnitsky-act', context: LESTER, speech: 'de', press: [WHY] },
  { name: 'russian', term: 'magnitsky-act', context: LESTER, speech: 'ru', canBack: true, press: [CITE] },
  { name: 'right-to-left', term: 'magnitsky-act', context: LESTER, speech: 'rtl', canBack: true },
  { name: 'forced-colors', term: 'magnitsky-act', context: LESTER, forcedColors: true },
];
