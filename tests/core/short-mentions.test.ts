import { expect, test } from 'vitest';
import { createPageEvidence } from '../../src/core/page-evidence.ts';
import { shortMentions } from '../../src/core/short-mentions.ts';

const found = (text: string, meanings: readonly (number | undefined)[], short = 'Act') => {
  const page = createPageEvidence();
  page.shorts.set(short, new Set(meanings));
  const reading = { text, matches: [], cues: [], pageCues: [], names: [], shorts: [], mayMean: false };
  return shortMentions(reading, page, []).map(({ start, end }) => text.slice(start, end));
};

test.each([
  ['Under the Act, all is well.', 1],
  ['THE “Act” and the Act', 2],
  ['The Clean Air Act, an Act, Acting, the Act of Union', 0],
])('%s: %i', (text, count) => expect(found(text, [4])).toHaveLength(count));

test('a short form with two meanings means neither', () => expect(found('the Act', [4, 5])).toEqual([]));
test('nor does one that stands for something else', () => expect(found('the Act', [undefined])).toEqual([]));
test('a line may break between its words', () =>
  expect(found('the "2012\nAct"', [4], '2012 Act')).toEqual(['2012\nAct']));
test('an acronym needs no article', () => expect(found('so NVA says', [4], 'NVA')).toEqual(['NVA']));
