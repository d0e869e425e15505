import { render } from 'preact';
import { act } from 'preact/test-utils';
import messages from '../../assets/_locales/en/messages.json' with { type: 'json' };
import { buildCard, type Card } from '../../src/core/card.ts';
import type { CardContext } from '../../src/core/card-context.ts';
import type { TermKey } from '../../src/core/ids.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import type { CardActions } from '../../src/ui/card-actions.ts';
import { CardView, type CardViewProps } from '../../src/ui/card-view.tsx';
import { smallPack } from '../fixtures/small-pack.ts';
import { createMessageWords } from './message-words.ts';

export const englishWords = createMessageWords(messages, 'en-GB');

const small = createPackLookUp(smallPack);

/** The Card of a term of the small pack, as it comes out of the background. */
export function cardOf(term: string, context: Partial<CardContext> = {}): Card {
  const card = buildCard([small], `small/${term}` as TermKey, { nearbyWords: [], ...context });
  if (!card) throw new Error(`no card for ${term}`);
  return JSON.parse(JSON.stringify(card));
}

/** Actions that write down their names and what they were given. */
export function recordActions(log: unknown[][]): Required<CardActions> {
  const record =
    (name: string) =>
    (...given: unknown[]) =>
      void log.push([name, ...given.filter((value) => !(value instanceof Event))]);
  return {
    onTerm: record('term'),
    onBack: record('back'),
    onForward: record('forward'),
    onClose: record('close'),
    onPin: record('pin'),
    onOpenPanel: record('panel'),
    onCopy: record('copy'),
    onMute: record('mute'),
    onSiteOff: record('site-off'),
    onNotThisMeaning: record('not-this-meaning'),
    onUndo: record('undo'),
  };
}

/** A card drawn into the document, and how to press and read it. */
export function drawCard(card: Card, props: Partial<CardViewProps> = {}) {
  const log: unknown[][] = [];
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('div'));
  const draw = (shown: Card, more: Partial<CardViewProps> = {}) => {
    const all = {
      words: englishWords,
      theme: 'light',
      layout: 'popover',
      actions: recordActions(log),
    } as const;
    act(() => render(<CardView {...all} {...props} {...more} card={shown} />, root));
  };
  const find = (selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  };
  const button = (label: string): HTMLElement => {
    const all = [...root.querySelectorAll<HTMLElement>('button')];
    const found = all.find((each) => (each.getAttribute('aria-label') ?? each.textContent)?.includes(label));
    if (!found) throw new Error(`no button "${label}"`);
    return found;
  };
  draw(card);
  return {
    root,
    log,
    draw,
    find,
    button,
    press: (label: string) => act(() => button(label).click()),
    texts: (selector: string) =>
      [...root.querySelectorAll(selector)].map((each) => each.textContent?.trim() ?? ''),
  };
}
