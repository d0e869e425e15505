import { expect, test } from 'vitest';
import { loadAddedLook } from '../../src/content/added-look.ts';
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
    const found = loadAddedLook({ stamp: 'x', telling, other: '' })(text);
    if (run % junk.length === 1) {
      expect(found).toEqual([]);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(100);
});
