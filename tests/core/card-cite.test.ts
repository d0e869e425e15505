import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { citeTerm } from '../../src/core/card-cite.ts';
import type { TermKey } from '../../src/core/types.ts';

const { pack } = await compilePack(
  fileURLToPath(new URL('../../data/human-rights-sanctions', import.meta.url)),
);
if (!pack) throw new Error('the bundled pack does not compile');
const magnitsky = 'human-rights-sanctions/magnitsky-act' as TermKey;

test('every source that speaks on the card is cited once, in the same order in each format', () => {
  const items = JSON.parse(citeTerm([pack], magnitsky, 'csl-json') ?? '[]') as { id: string; URL: string }[];
  const term = pack.terms.find(({ id }) => id === 'magnitsky-act');
  const speaking = pack.questions
    .filter(({ terms }) => terms.some((id) => id === term?.id))
    .flatMap(({ positions }) =>
      positions.flatMap(({ claims }) => claims.map(({ source }) => source as string)),
    );
  expect(items.map(({ id }) => id)).toEqual([...new Set(speaking)]);
  expect(items.length).toBeGreaterThan(1);
  const plain = citeTerm([pack], magnitsky, 'plain')?.split('\n') ?? [];
  expect(plain).toHaveLength(items.length);
  for (const [i, { URL }] of items.entries()) expect(plain[i]).toContain(URL);
});

test.each(['human-rights-sanctions/no-such-term', 'other/magnitsky-act', ''])('nothing for %j', (key) => {
  expect(citeTerm([pack], key as TermKey, 'plain')).toBeUndefined();
});
