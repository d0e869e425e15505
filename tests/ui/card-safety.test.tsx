// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Card } from '../../src/core/card.ts';
import { cardOf, drawCard } from './draw-card.tsx';

const FULL = {
  surface: 'the Act',
  why: { rule: 'x', evidence: [] },
  pageDate: { date: '2013-06-01', from: 'meta' },
} as const;

/** Opens every fold there is, then both drawers in turn; gives the card with everything on show. */
function drawOpen(card: Card, drawer: 'Cite' | 'Why this?') {
  const drawn = drawCard(card, { canBack: true, notice: { type: 'muted' } });
  for (let round = 0; round < 3; round++) {
    for (const label of drawn.texts('.unfold[aria-expanded="false"]')) drawn.press(label);
  }
  drawn.press(drawer);
  return drawn;
}

/** The card with every text of it replaced, ids and addresses aside. */
function fillTexts(card: Card, text: string): Card {
  const kept = new Set([
    'key',
    'id',
    'href',
    'url',
    'date',
    'from',
    'stance',
    'strength',
    'basis',
    'kind',
    'tone',
    'type',
  ]);
  const closed = new Set([
    'asks',
    'certainty',
    'rule',
    'language',
    'archivedHref',
    'source',
    'year',
    'quote',
  ]);
  const filled = JSON.stringify(card, (name, value) =>
    typeof value === 'string' && !kept.has(name) && !closed.has(name) ? `${text} ${value}` : value,
  );
  return JSON.parse(filled);
}

test.each(['Cite', 'Why this?'] as const)(
  'P35 links and buttons are all there is to press (%s)',
  (drawer) => {
    const { root } = drawOpen(cardOf('magnitsky-act', FULL as never), drawer);
    const pressable = root.querySelectorAll(
      'a, button, input, textarea, select, form, iframe, object, [contenteditable]',
    );
    expect(new Set([...pressable].map(({ localName }) => localName))).toEqual(new Set(['a', 'button']));
    expect(root.querySelectorAll('button:not([type="button"])')).toHaveLength(0);
  },
);

test('P35 every link goes to the web, in a new tab, without a way back', () => {
  const { root } = drawOpen(cardOf('magnitsky-act', FULL as never), 'Why this?');
  const links = [...root.querySelectorAll('a')];
  expect(links.length).toBeGreaterThan(8);
  for (const link of links) {
    expect([link.protocol, link.target, link.rel]).toEqual(['https:', '_blank', 'noopener noreferrer']);
  }
});

test('P35 only low-stake choices have a control', () => {
  const { texts } = drawOpen(cardOf('magnitsky-act', FULL as never), 'Why this?');
  expect(texts('footer button')).toEqual([
    'Not this meaning',
    'Mute this term',
    'Off on this site',
    'Pin',
    'Side panel',
    'Cite',
    'Why this?',
  ]);
});

test.each(['<img src=x onerror=alert(1)>', '</p><script>1</script>', '{{7*7}}', '<svg onload=1>'])(
  'P43 "%s" in every text stays text',
  (payload) => {
    const card = cardOf('magnitsky-act', FULL as never);
    const plain = drawOpen(card, 'Why this?').root.querySelectorAll('*').length;
    const { root } = drawOpen(fillTexts(card, payload), 'Why this?');
    expect(root.querySelectorAll('*')).toHaveLength(plain);
    expect(root.textContent).toContain(payload);
  },
);

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'blob:https://a.example/1',
  'not an address',
  '',
])('P44 "%s" becomes no link', (address) => {
  const card = cardOf('magnitsky-act', FULL as never);
  const text = JSON.stringify(card, (name, value) => (name === 'href' || name === 'url' ? address : value));
  expect(drawOpen(JSON.parse(text), 'Why this?').root.querySelectorAll('a')).toHaveLength(0);
});

test('P52 texts of the corpus are set apart from the words around them', () => {
  const { root } = drawCard(cardOf('magnitsky-act', FULL as never));
  for (const part of root.querySelectorAll('h2, h4, .gloss, .argument')) {
    expect([part.className, part.getAttribute('dir')]).toEqual([part.className, 'auto']);
  }
  for (const part of root.querySelectorAll('.stance, .gloss .small, .byline > :first-child')) {
    expect(part.localName).toBe('bdi');
  }
});
