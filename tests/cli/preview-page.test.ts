import { expect, test } from 'vitest';
import { previewPage } from '../../src/cli/preview-page.ts';
import { smallPack } from '../fixtures/small-pack.ts';

test('a preview names every term, as text', () => {
  const [first, ...rest] = smallPack.terms;
  if (first === undefined) throw new Error('the small pack is empty');
  const page = previewPage({ ...smallPack, terms: [{ ...first, label: '<img onerror="x">' }, ...rest] });
  for (const { label } of rest) expect(page).toContain(label);
  expect(page).toContain('&lt;img onerror=&quot;x&quot;&gt;');
  expect(page).not.toContain('<img');
});
