import { expect, test } from 'vitest';
import { loadAddedLooks } from '../../src/content/added-look.ts';
import { buildFirstLook } from '../../src/core/build-first-look.ts';
import { buildNameFilter } from '../../src/core/name-filter.ts';

// What pages are looked through with for the names of added packs, as a disk may leave it in the store.

const text = 'The harbour lay quiet in the evening, and the boats came home one after another. '.repeat(5);

test('P61 a thousand damaged looks: none throws, and what is no base64 knows no name', () => {
  const whole = Buffer.from(buildNameFilter(Int32Array.from({ length: 200 }, (_, i) => i * 7919))).toString(
    'base64',
  );
  const junk = ['\u0000', '%', '=', '\ud800', 'é', ''];
  let refused = 0;
  for (let run = 0; run < 1_000; run++) {
    const at = (run * 7_907) % whole.length;
    const telling = whole.slice(0, at) + junk[run % junk.length] + whole.slice(at + (run % 5));
    const found = loadAddedLooks({ stamp: 'x', telling, other: '' }).first(text);
    loadAddedLooks({ stamp: 'x', telling: '', other: telling }).createWhole()(text);
    if (run % junk.length === 1) {
      expect(found).toEqual([]);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(100);
});

test('the whole look knows what either filter does; without others it is the first one, made once', () => {
  const keysIn = (words: string) => [...new Int32Array(buildFirstLook([words]).keys.slice().buffer)];
  const filterOf = (words: string) =>
    Buffer.from(buildNameFilter(Int32Array.from(keysIn(words)))).toString('base64');
  const telling = filterOf('harbour lay quiet');
  const { first, createWhole } = loadAddedLooks({ stamp: 'x', telling, other: filterOf('the boats came') });
  const found = (look: typeof first) => new Set(look(text).map(({ key }) => key)).size;
  expect([found(first), found(createWhole())]).toEqual([1, 2]);
  const alone = loadAddedLooks({ stamp: 'x', telling, other: '' });
  expect(alone.createWhole()).toBe(alone.first);
});
