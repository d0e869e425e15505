import { expect, test } from 'vitest';
import { buildCard, type Card } from '../../src/core/card.ts';
import type { CardContext } from '../../src/core/card-context.ts';
import type { PartialDate, TermKey } from '../../src/core/ids.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const small = createPackLookUp(smallPack);
const NOTHING: CardContext = { nearbyWords: [] };

function cardOf(term: string, context: CardContext = NOTHING): Card {
  const card = buildCard([small], `small/${term}` as TermKey, context);
  if (!card) throw new Error(`no card for ${term}`);
  return card;
}

test.each(['small/no-such-term', 'other/magnitsky-act', 'small', ''])('no card for "%s"', (key) => {
  expect(buildCard([small], key as TermKey, NOTHING)).toBeUndefined();
});

test('the first pack that has the term gives the card', () => {
  const later = createPackLookUp({ ...smallPack, title: 'Later' });
  expect(buildCard([small, later], 'small/asset-freeze' as TermKey, NOTHING)?.pack.title).toBe('Small');
});

test('a card survives its way as JSON', () => {
  const card = cardOf('magnitsky-act', {
    surface: 'Magnitsky law',
    why: { rule: 'alias', evidence: ['x'] },
    pageDate: { date: '2013-01-11' as PartialDate, from: 'meta' },
    nearbyWords: ['anger'],
  });
  expect(JSON.parse(JSON.stringify(card))).toStrictEqual(card);
});

test.each([
  ['Magnitsky Act', undefined],
  ['MAGNITSKY ACT', undefined],
  ['Magnitsky Act’s', undefined],
  ['Magnitsky Acts', undefined],
  ['Magnitsky law', 'Magnitsky law'],
  ['the Act', 'the Act'],
  ['закон Магнитского', 'закон Магнитского'],
])('the page’s name "%s" shows as %s', (surface, shown) => {
  expect(cardOf('magnitsky-act', { ...NOTHING, surface }).pageName).toBe(shown);
});

test('a dash in another form is the same name', () => {
  expect(
    cardOf('jackson-vanik', { ...NOTHING, surface: 'Jackson-Vanik amendment' }).pageName,
  ).toBeUndefined();
});

test('notes come gravest first; those that the first claims show are not said twice', () => {
  const card = cardOf('magnitsky-act');
  expect(card.questions[0]?.positions[1]?.lead.notes.map(({ id }) => id)).toEqual(['on-claim']);
  expect(card.notes.map(({ id }) => id)).toEqual(['grave', 'light']);
});

test('a note shows in the record when its claim is not in front', () => {
  const card = cardOf('magnitsky-act', { ...NOTHING, nearbyWords: ['washington', 'alone', 'others'] });
  expect(card.questions[0]?.id).toBe('alone');
  expect(card.notes.map(({ id }) => id)).toEqual(['grave', 'on-claim', 'light']);
});

test('related terms keep the published order and carry their key', () => {
  expect(cardOf('magnitsky-act').related.map(({ key }) => key)).toEqual([
    'small/jackson-vanik',
    'small/daniel-calingaert',
  ]);
});

test('an author’s card names the works and what they argue', () => {
  const [work] = cardOf('daniel-calingaert').works;
  expect(work).toMatchObject({
    position: 'What Calingaert argues.',
    href: 'https://example.org/calingaert-2017',
  });
});

test('why: the words and the rule, and nothing for a term opened inside a card', () => {
  const why = { rule: 'needs-context', evidence: ['Magnitsky'] };
  expect(cardOf('magnitsky-act', { ...NOTHING, surface: 'the Act', why }).why).toEqual({
    ...why,
    surface: 'the Act',
  });
  expect(cardOf('magnitsky-act').why).toBeUndefined();
});
