// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { ClaimId } from '../../src/core/ids.ts';
import { CARD_TITLE_ID } from '../../src/ui/card-view.tsx';
import { cardOf, drawCard, englishWords } from './draw-card.tsx';

const WHY = { rule: 'no_such_rule', evidence: [] };

test('the title names the dialog around it', () => {
  const { find } = drawCard(cardOf('magnitsky-act'));
  expect(find(`#${CARD_TITLE_ID}`).textContent).toBe('Magnitsky Act');
});

test('both foremost claims show without a press, each with its author and its place', () => {
  const { texts } = drawCard(cardOf('magnitsky-act'));
  expect(texts('.dispute .positions .stance')).toEqual(['Yes, plainly', 'No, plainly']);
  expect(texts('.dispute .positions .byline')).toEqual([
    'Daniel Calingaert, Freedom House, in The Hill, 2017\u00a0¶22 ↗ (opens a new tab)',
    'Simon Lester, Cato Institute, in The Huffington Post, 2013\u00a0¶7 ↗ (opens a new tab)',
  ]);
});

test('silence is counted', () => {
  const { texts } = drawCard(cardOf('magnitsky-act'));
  expect(texts('.dispute .tally')).toEqual(['1 source argues yes, 1 argues no, 1 does not say']);
});

test('a claim that several answer is said once', () => {
  const card = cardOf('magnitsky-act');
  const [exchange] = card.questions[0]?.exchanges ?? [];
  if (!exchange) throw new Error('no exchange');
  const other = { ...exchange, objection: { ...exchange.objection, id: 'other' as ClaimId } };
  const { texts, press } = drawCard({
    ...card,
    questions: card.questions.map((question) => ({ ...question, exchanges: [exchange, other] })),
  });
  press('Replies and 1 further claim');
  expect(texts('.exchange:not(.same) li:first-child b')).toEqual(['Calingaert argues:']);
  expect(texts('.same li + li b')).toHaveLength(2);
});

test('a question that is no yes-or-no speaks in its answers’ own words', () => {
  const { texts } = drawCard(cardOf('magnitsky-act', { nearbyWords: ['washington', 'alone'] }));
  expect(texts('.dispute .positions .stance')).toEqual([
    'It can act alone, with limits',
    'It must act with others, plainly',
    'Sides with neither, in passing',
  ]);
  expect(texts('.dispute .tally')).toEqual(['1 source gives the first answer, 1 the second, 1 with neither']);
});

test('a lone question says that it is', () => {
  const { texts } = drawCard(cardOf('jackson-vanik'));
  expect(texts('.dispute h3')).toEqual(['Only one source here speaks to this']);
  expect(texts('.lone')).toEqual(['The others name the amendment without judging it.']);
});

test('the first note stands with its claim, unfolded or not', () => {
  const { texts } = drawCard(cardOf('magnitsky-act'));
  expect(texts('.dispute .positions .note-kind')).toEqual(['The record differs.']);
});

test('an unfolded question shows further claims and exchanges; an open one says so', () => {
  const { press, button, texts } = drawCard(cardOf('magnitsky-act'));
  expect(texts('.exchange')).toEqual([]);
  press('Replies and 1 further claim');
  expect(button('Replies and 1 further claim').getAttribute('aria-expanded')).toBe('true');
  expect(texts('.claims .stance')).toEqual(['Yes, by implication']);
  expect(texts('.exchange li b')).toEqual([
    'Calingaert argues:',
    'Lester answers:',
    'Calingaert replies:',
    'Lester argues:',
    'Calingaert answers:',
  ]);
  expect(texts('.exchange i')).toEqual(['No source here replies to that.']);
  press('Replies and 1 further claim');
  expect(texts('.exchange')).toEqual([]);
});

test('each turn of an exchange says in words which way it goes, and has the notes on its claim', () => {
  const { press, texts } = drawCard(cardOf('magnitsky-act'));
  press('Replies and 1 further claim');
  expect(texts('.exchange li > div > p > .unseen')).toEqual([
    'Yes, plainly',
    'No, plainly',
    'Yes, by implication',
    'No, plainly',
    'Yes, plainly',
  ]);
  expect(texts('.exchange .note-kind')).toEqual(['The record differs.', 'The record differs.']);
});

test('what the corpus says is in its language, and the words of the interface in theirs', () => {
  const pageDate = { date: '2013-06-01', from: 'json-ld' };
  const words = { ...englishWords, language: 'de' };
  const { find, press, root } = drawCard(cardOf('magnitsky-act', { pageDate } as never), { words });
  press('Replies and 1 further claim');
  const languageOf = (selector: string) => find(selector).closest('[lang]')?.getAttribute('lang');
  const said = 'h2, .kind bdi, .gloss, h4, .argument, .note p, .words, .events bdi, .related button, h5[dir]';
  const ours = 'h3, .gloss .small, .stance, .note-kind, .byline, .tally, .unfold > span, .row button';
  expect(Object.fromEntries(said.split(', ').map((each) => [each, languageOf(each)]))).toEqual(
    Object.fromEntries(said.split(', ').map((each) => [each, 'en'])),
  );
  expect(Object.fromEntries(ours.split(', ').map((each) => [each, languageOf(each)]))).toEqual(
    Object.fromEntries(ours.split(', ').map((each) => [each, 'de'])),
  );
  expect(root.querySelectorAll('.others, .since, .related')).toHaveLength(3);
});

test('what has happened since the page was written comes first and says what dated the page', () => {
  const pageDate = { date: '2013-06-01', from: 'json-ld' };
  const { texts } = drawCard(cardOf('magnitsky-act', { pageDate } as never));
  expect(texts('.since h3')).toEqual(['Since this page was written, 1 June 2013']);
  expect(texts('.since time')).toEqual(['23 Dec 2016', '8 Apr 2022']);
  expect(texts('.since > .small')).toEqual(['Date from the page’s own data.']);
  expect(texts('.timeline .unfold')).toEqual(['Before that, 2 events']);
});

test('the page’s own name shows where it differs', () => {
  const { texts } = drawCard(cardOf('magnitsky-act', { surface: 'Magnitsky law' }));
  expect(texts('.standing')).toEqual(['Here as “Magnitsky law”']);
});

test('a related term is asked for by its key, and reading goes on at its title', () => {
  const { press, log, draw } = drawCard(cardOf('magnitsky-act'));
  press('Jackson–Vanik amendment');
  expect(log).toEqual([['term', 'small/jackson-vanik']]);
  draw(cardOf('jackson-vanik'), { canBack: true });
  expect(document.activeElement?.textContent).toBe('Jackson–Vanik amendment');
});

test('back and forward show once there is somewhere to go', () => {
  const first = drawCard(cardOf('magnitsky-act'));
  expect(first.texts('.steps')).toEqual([]);
  const { press, button, log } = drawCard(cardOf('jackson-vanik'), { canBack: true });
  expect(button('Forward')).toHaveProperty('disabled', true);
  press('Back');
  expect(log).toEqual([['back']]);
});

test('a pinned card says so', () => {
  const { button, press, log } = drawCard(cardOf('magnitsky-act'), { pinned: true });
  expect(button('Pin').getAttribute('aria-pressed')).toBe('true');
  press('Pin');
  expect(log).toEqual([['pin']]);
});

test.each(['Plain text', 'Markdown', 'BibTeX', 'CSL-JSON'])('copies the sources as %s', (label) => {
  const card = cardOf('magnitsky-act');
  const { press, log } = drawCard(card);
  press('Cite');
  press(label);
  const [[name, text, format] = []] = log;
  expect(name).toBe('copy');
  expect(text).toBe(card.citations?.[format as 'plain']);
});

test('a card that rests on no source has nothing to cite', () => {
  expect(drawCard(cardOf('asset-freeze')).texts('footer button')).not.toContain('Cite');
});

test.each([
  ['Not this meaning', 'not-this-meaning'],
  ['Mute this term', 'mute'],
  ['Off on this site', 'site-off'],
])('%s: the drawer gives way and focus stays in the card', (label, name) => {
  const { press, log, texts } = drawCard(cardOf('magnitsky-act', { surface: 'the Act', why: WHY }));
  press('Why this?');
  press(label);
  expect(log).toEqual([[name]]);
  expect(texts('.choices')).toEqual([]);
  expect(document.activeElement?.textContent).toBe('Why this?');
});

test('why: without words for the rule, the plain ones', () => {
  const { press, texts } = drawCard(cardOf('magnitsky-act', { surface: 'the Act', why: WHY }));
  press('Why this?');
  expect(texts('.drawer > p')[0]).toBe('“the Act” on this page was read as this term.');
});

test.each([
  ['muted', true],
  ['site-off', true],
  ['not-this-meaning', true],
  ['copied', false],
  ['copy-failed', false],
] as const)('the notice "%s" is told politely; undo: %s', (type, canUndo) => {
  const { find, texts, log, press } = drawCard(cardOf('magnitsky-act'), { notice: { type } });
  expect(find('.notice').getAttribute('role')).toBe('status');
  expect(texts('.notice span')[0]).not.toBe('');
  expect(texts('.notice button')).toEqual(canUndo ? ['Undo'] : []);
  if (canUndo) press('Undo');
  expect(log).toEqual(canUndo ? [['undo']] : []);
});

test('what the host cannot do has no control', () => {
  const nothing = () => undefined;
  const actions = { onTerm: nothing, onBack: nothing, onForward: nothing, onClose: nothing };
  expect(drawCard(cardOf('magnitsky-act'), { actions }).texts('footer button')).toEqual([]);
});
