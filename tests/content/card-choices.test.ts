import { expect, test } from 'vitest';
import type { ask } from '../../src/browser/page-api.ts';
import { type CardChoicesOptions, createCardChoices } from '../../src/content/card-choices.ts';
import type { Card } from '../../src/core/card.ts';
import type { FromPage } from '../../src/core/messages.ts';

const card = { key: 'pack/act', why: { rule: 'alias', surface: 'the Act', evidence: [] } } as unknown as Card;

/** Choices whose background answers this, with what it was asked and what the card was told. */
function choicesThatAnswer(answer: boolean | undefined, options: Partial<CardChoicesOptions> = {}) {
  const asked: FromPage[] = [];
  const told: (string | undefined)[] = [];
  const choices = createCardChoices({
    ask: ((message: FromPage) => {
      asked.push(message);
      return Promise.resolve(answer);
    }) as typeof ask,
    findCard: () => card,
    tell: (notice) => void told.push(notice?.type),
    onUndone: () => void told.push('undone'),
    ...options,
  });
  return { choices, asked, told };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

const cases = [
  ['onMute', 'muted', { type: 'term.mute', term: 'pack/act', muted: true }, { muted: false }],
  ['onSiteOff', 'site-off', { type: 'site.set', active: false }, { active: true }],
  [
    'onNotThisMeaning',
    'not-this-meaning',
    { type: 'term.notThis', term: 'pack/act', surface: 'the Act', not: true },
    { not: false },
  ],
] as const;

test.each(cases)('%s is told, stored, and taken back by undo', async (name, notice, message, undone) => {
  const { choices, asked, told } = choicesThatAnswer(true);
  choices[name]();
  await settled();
  expect(told).toEqual([notice]);
  choices.onUndo();
  await settled();
  expect(asked).toEqual([message, { ...message, ...undone }]);
  expect(told).toEqual([notice, undefined, 'undone']);
});

test.each(cases)(
  'P60 %s that was not stored is said, and undo has nothing to take back',
  async (name, notice) => {
    for (const answer of [false, undefined]) {
      const { choices, asked, told } = choicesThatAnswer(answer);
      choices[name]();
      await settled();
      expect(told).toEqual([notice, 'not-stored']);
      choices.onUndo();
      await settled();
      expect(asked).toHaveLength(1);
    }
  },
);

test('P60 an undo that was not stored is said', async () => {
  let answer = true;
  const told: (string | undefined)[] = [];
  const { choices } = choicesThatAnswer(true, {
    ask: (() => Promise.resolve(answer)) as never,
    tell: (notice) => void told.push(notice?.type),
  });
  choices.onMute();
  await settled();
  answer = false;
  choices.onUndo();
  await settled();
  expect(told).toEqual(['muted', undefined, 'not-stored']);
});

test('a card that stands for nothing on the page has no meaning to refuse', () => {
  const { choices, asked, told } = choicesThatAnswer(true, { findCard: () => undefined });
  choices.onNotThisMeaning();
  choices.onMute();
  expect([asked, told]).toEqual([[], []]);
});
