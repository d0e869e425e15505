import { describe, expect, test } from 'vitest';
import type { TermKey } from '../../src/core/ids.ts';
import type { Mention } from '../../src/core/mention.ts';
import { mergeMentions } from '../../src/core/merge-mentions.ts';

/** `a/act@4-7` as a Mention. */
function read(text: string): Mention {
  const [, term = '', start, end] = /^(.+)@(\d+)-(\d+)$/.exec(text) ?? [];
  const why = { rule: 'name', evidence: [] };
  return { term: term as TermKey, label: term, priority: 1, why, start: Number(start), end: Number(end) };
}

const show = ({ term, start, end, also }: Mention): string =>
  `${term}@${start}-${end}${also ? ` also ${also.join()}` : ''}`;

type Lists = readonly (readonly string[])[];

describe('mergeMentions', () => {
  test.each<[string, Lists, Lists, readonly string[]]>([
    ['one bundled list is as it is', [['b/x@0-5']], [], ['b/x@0-5']],
    ['side by side both stand', [['b/x@9-12']], [['p/y@0-5']], ['p/y@0-5', 'b/x@9-12']],
    ['P53 the same words stay the bundled ones', [['b/x@0-5']], [['p/y@0-5']], ['b/x@0-5 also p/y']],
    ['P53 longer words around them change nothing', [['b/x@4-9']], [['p/y@0-20']], ['b/x@4-9 also p/y']],
    ['of added packs the longer stands', [[]], [['p/y@0-5'], ['q/z@0-9']], ['q/z@0-9 also p/y']],
    ['of equal ones the earlier pack', [[]], [['p/y@0-5'], ['q/z@0-5']], ['p/y@0-5 also q/z']],
    [
      'one over two is told by both',
      [['b/x@0-3', 'b/y@4-8']],
      [['p/z@0-8']],
      ['b/x@0-3 also p/z', 'b/y@4-8 also p/z'],
    ],
    ['of two bundled ones the longer', [['b/x@0-3'], ['c/y@0-8']], [], ['c/y@0-8 also b/x']],
    ['nothing is nothing', [], [], []],
  ])('%s', (_, bundled, added, merged) => {
    const lists = (all: Lists) => all.map((list) => list.map(read));
    expect(mergeMentions(lists(bundled), lists(added)).map(show)).toEqual(merged);
  });

  test('tells of eight others at most', () => {
    const added = Array.from({ length: 20 }, (_, at) => [read(`p${at}/x@0-5`)]);
    expect(mergeMentions([[read('b/x@0-5')]], added)[0]?.also?.length).toBe(8);
  });
});
