import { render } from 'preact';
import { buildCard } from '../../src/core/card.ts';
import type { TermKey } from '../../src/core/ids.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import type { Pack } from '../../src/core/types.ts';
import { cardHostStyle } from '../../src/dom/card-host-style.ts';
import { cardStyles } from '../../src/ui/card-styles.ts';
import { CARD_TITLE_ID, CardView } from '../../src/ui/card-view.tsx';
import type { Words } from '../../src/ui/words.ts';
import { createMessageWords, lengthen, type Messages, turnAround } from '../ui/message-words.ts';
import { findContrastFaults } from './contrast.ts';
import { GALLERY_STATES, type GalleryState } from './states.ts';

/** Put there by the runner. */
declare const galleryData: {
  readonly pack: Pack;
  readonly messages: Readonly<Record<string, Messages>>;
};

const pack = createPackLookUp(galleryData.pack);
const nothing = () => undefined;
const actions = {
  onTerm: nothing,
  onBack: nothing,
  onForward: nothing,
  onClose: nothing,
  onPin: nothing,
  onOpenPanel: nothing,
  onCopy: nothing,
  onMute: nothing,
  onSiteOff: nothing,
  onNotThisMeaning: nothing,
  onUndo: nothing,
};

function wordsFor(speech: GalleryState['speech']): Words {
  const { en = {} } = galleryData.messages;
  if (speech === undefined) return createMessageWords(en, 'en-GB');
  if (speech === 'rtl') return { ...createMessageWords(en, 'he', turnAround), direction: 'rtl' };
  const own = galleryData.messages[speech];
  const whole = own && Object.keys(en).every((key) => !key.startsWith('card_') || key in own);
  return whole ? createMessageWords(own, speech) : createMessageWords(en, 'en-GB', lengthen);
}

function frameOf(layout: 'popover' | 'sheet', stop: 'first' | 'last') {
  document.querySelector('#host')?.remove();
  const host = document.createElement('div');
  host.id = 'host';
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'open' });
  for (const text of [cardHostStyle, cardStyles]) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    shadow.adoptedStyleSheets.push(sheet);
  }
  const frame = document.createElement('div');
  frame.className = 'frame';
  frame.dataset['shape'] = layout === 'sheet' ? 'sheet' : 'beside';
  if (stop === 'last') frame.dataset['stop'] = 'last';
  frame.setAttribute('role', 'dialog');
  frame.setAttribute('aria-labelledby', CARD_TITLE_ID);
  const body = document.createElement('div');
  body.className = 'body';
  frame.append(body);
  shadow.append(frame);
  document.documentElement.append(host);
  host.showPopover();
  return { shadow, frame, body };
}

function settle(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

interface Shown {
  /** The foremost claims of the first two answers show without scrolling. */
  readonly inSight: boolean;
  readonly faults: readonly string[];
}

/** Draws one state under the marked term of the page. */
async function show(name: string, theme: 'light' | 'dark'): Promise<Shown> {
  const state = GALLERY_STATES.find((entry) => entry.name === name);
  if (!state) throw new Error(`no state ${name}`);
  const key = `${galleryData.pack.id}/${state.term}` as TermKey;
  const card = buildCard([pack], key, { nearbyWords: [], ...state.context });
  if (!card) throw new Error(`no term ${state.term}`);
  document.body.dataset['theme'] = theme;
  const layout = innerWidth < SHEET_BELOW ? 'sheet' : (state.layout ?? 'popover');
  const { shadow, frame, body } = frameOf(layout, state.stop ?? 'last');
  const { canBack = false, canForward = false, pinned = false, notice, speech } = state;
  render(
    <CardView
      card={JSON.parse(JSON.stringify(card))}
      words={wordsFor(speech)}
      theme={theme}
      layout={layout}
      actions={actions}
      canBack={canBack}
      canForward={canForward}
      pinned={pinned}
      {...(notice ? { notice } : {})}
    />,
    body,
  );
  await settle();
  for (const selector of state.press ?? []) {
    shadow.querySelector<HTMLElement>(selector)?.click();
    await settle();
  }
  if (layout === 'popover') place(frame);
  if (state.reveal !== undefined) {
    shadow.querySelector(state.reveal)?.scrollIntoView({ block: 'start' });
  }
  await settle();
  // Forced colours are the system's, and computed styles do not tell them.
  const faults = state.forcedColors ? [] : findContrastFaults(shadow);
  return { inSight: isInSight(shadow), faults };
}

const GAP = 8;
/** As the host does it, CSS px. */
const SHEET_BELOW = 480;

function place(frame: HTMLElement) {
  const term = document.querySelector('mark')?.getBoundingClientRect();
  if (!term) return;
  const room = innerWidth - frame.offsetWidth - GAP;
  frame.style.insetInlineStart = `${Math.max(GAP, Math.min(term.left, room))}px`;
  frame.style.insetBlockStart = `${term.bottom + GAP}px`;
}

function isInSight(shadow: ShadowRoot): boolean {
  const floor = shadow.querySelector('.card > footer')?.getBoundingClientRect().top ?? 0;
  const leads = [...shadow.querySelectorAll('.dispute > .positions > li:nth-child(-n+2) .byline')];
  return leads.every((lead) => lead.getBoundingClientRect().bottom <= floor);
}

Reflect.set(globalThis, 'gallery', { show, states: GALLERY_STATES });
