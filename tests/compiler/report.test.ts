import { expect, test } from 'vitest';
import { readCorpus } from '../../src/compiler/read-corpus.ts';
import { reportCorpus } from '../../src/compiler/report.ts';
import { SMALL_PACK } from './seeded.ts';

test('the report counts what is there', async () => {
  const { corpus } = await readCorpus(SMALL_PACK);
  expect(
    corpus && reportCorpus(corpus),
  ).toBe(`source      claims  for  against  mixed  questions  ¶ cited  notes
----------  ------  ---  -------  -----  ---------  -------  -----
north-2001       2    2        0      0          1  2/3          1
south-2002       1    0        1      0          1  1/4          0

question  type      for  against  mixed  sources  opposed  replied  open  balance
--------  --------  ---  -------  -----  -------  -------  -------  ----  -------
build-it  disputed    2        1      0        2        1        1     0  1.6

term         kind    priority  gloss  records  status  aliases  questions  notes  events  links
-----------  ------  --------  -----  -------  ------  -------  ---------  -----  ------  -----
ada-north    person         2     31        1                1          0      0       0      2
great-bay    place          2     41        1                1          1      0       1      1
harbour-act  law            1     44        1                2          1      1       1      1

2 sources, 3 terms, 1 questions, 3 claims, 1 notes, 2 events`);
});
