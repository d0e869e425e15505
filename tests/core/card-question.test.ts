import { expect, test } from 'vitest';
import { buildQuestion, type CardQuestion } from '../../src/core/card-question.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import type { Question } from '../../src/core/types.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const pack = createPackLookUp(smallPack);

function published(id: string): Question {
  const question = smallPack.questions.find((entry) => entry.id === id);
  if (!question) throw new Error(id);
  return question;
}

const build = (id: string): CardQuestion => buildQuestion(published(id), pack);
const standsOf = (question: CardQuestion) =>
  question.stands.map(({ source, stance }) => `${source} ${stance}`);

test('each position brings its first claim forward and keeps the order of the others', () => {
  const positions = build('kremlin-anger').positions.map(({ lead, more }) => [
    lead.id,
    ...more.map(({ id }) => id),
  ]);
  expect(positions).toEqual([['ka-c1', 'ka-c3'], ['ka-l1']]);
});

test('every source is counted, also the one that says nothing', () => {
  expect(standsOf(build('kremlin-anger'))).toEqual(['Calingaert for', 'Lester against', 'Smoler silent']);
  expect(standsOf(build('alone'))).toEqual(['Smoler for', 'Lester against', 'Calingaert mixed']);
});

test.each([
  ['strong for, slight against', 'strong', 'explicit', 'slight', 'explicit', 'for'],
  ['equal in both', 'moderate', 'explicit', 'moderate', 'explicit', 'mixed'],
  ['said outright against, strongly implied for', 'strong', 'implied', 'slight', 'explicit', 'against'],
] as const)(
  'a source with claims on both sides: %s',
  (_, forStrength, forBasis, noStrength, noBasis, stand) => {
    const question = structuredClone(published('kremlin-anger'));
    const [yes, no] = question.positions.map(({ claims }) => claims[0]);
    if (!yes || !no) throw new Error('two positions');
    Object.assign(yes, { strength: forStrength, basis: forBasis });
    Object.assign(no, { strength: noStrength, basis: noBasis, source: yes.source });
    Reflect.set(question.positions[0], 'claims', [yes]);
    expect(standsOf(buildQuestion(question, pack))).toContain(`Calingaert ${stand}`);
  },
);

test('an exchange without a reply stays open', () => {
  const [answered, open] = build('kremlin-anger').exchanges;
  expect([answered?.claim.id, answered?.objection.id, answered?.reply?.id]).toEqual([
    'ka-c1',
    'ka-l1',
    'ka-c3',
  ]);
  expect(open && 'reply' in open).toBe(false);
});

test.each([
  ['kremlin-anger', 'yes-no'],
  ['alone', 'which'],
  ['soviet-trade', 'yes-no'],
])('%s asks %s', (id, asks) => {
  expect(build(id).asks).toBe(asks);
});

test('a lone question says why', () => {
  expect(build('soviet-trade')).toMatchObject({
    type: 'lone',
    why: ['The others name the amendment without judging it.'],
  });
  expect(build('kremlin-anger').why).toBeUndefined();
});

test('a remark keeps its pointers as links', () => {
  const pointer = { source: 'Lester', paragraph: 7, href: 'https://example.org/lester-2013' };
  expect(build('kremlin-anger').remark).toEqual(['The sharpest pair here: ', pointer, '.']);
});
