// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { Skimmed } from '../../src/content/skimmed.ts';

const addTo = (skimmed: Skimmed, count: number): Element[] => {
  const added = Array.from({ length: count }, () => document.body.appendChild(document.createElement('p')));
  for (const root of added) skimmed.add(root);
  return added;
};

test('what was added is given once, and what has left the document is not', () => {
  const skimmed = new Skimmed();
  const [first, second] = addTo(skimmed, 2);
  first?.remove();
  expect(skimmed.take()).toEqual([second]);
  expect(skimmed.take()).toEqual([]);
});

test('of a page that changes on and on no more is kept than its document', () => {
  const skimmed = new Skimmed();
  addTo(skimmed, 1_000);
  expect(skimmed.take()).toEqual([document]);
});
