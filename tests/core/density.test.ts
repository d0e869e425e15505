import { describe, expect, test } from 'vitest';
import { chooseMarks, MAX_MARKS, type MarkCandidate } from '../../src/core/density.ts';
import type { TermKey } from '../../src/core/ids.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import type { Priority } from '../../src/core/types.ts';

/** `act1@0` is a Mention of the Term `act`, priority 1, in section 0; `!` at the end puts it in a heading. */
function candidate(code: string): MarkCandidate {
  const [, term = '', priority, section, heading] = /^([a-z]+)(\d)@(\d+)(!?)$/.exec(code) ?? [];
  return {
    mention: {
      start: 0,
      end: 1,
      term: term as TermKey,
      label: term,
      priority: Number(priority) as Priority,
      why: { rule: 'name', evidence: [] },
    },
    surface: term.toUpperCase(),
    section: Number(section),
    isHeading: heading === '!',
  };
}

const marksOf = (codes: string, settings: Partial<Settings> = {}): string => {
  const list = codes.split(' ');
  const { marked } = chooseMarks(list.map(candidate), { ...DEFAULT_SETTINGS, ...settings });
  return list.filter((_, at) => marked[at]).join(' ');
};

describe('chooseMarks', () => {
  test.each<[string, Partial<Settings>, string]>([
    ['act1@0 act1@0 act1@1', {}, 'act1@0 act1@1'],
    ['act1@0 law1@0 act1@0', {}, 'act1@0 law1@0'],
    ['act2@0 act2@1', {}, 'act2@0'],
    ['act3@0', {}, ''],
    ['act3@0 act3@1', { showMinor: true }, 'act3@0'],
    ['act1@0 act1@1', { density: 'page' }, 'act1@0'],
    ['act1@0 act1@0 law2@0 law2@0', { density: 'all' }, 'act1@0 act1@0 law2@0 law2@0'],
    ['act1@1! act1@1', {}, 'act1@1'],
    ['act1@1! law1@1', { markHeadings: true }, 'act1@1! law1@1'],
    ['act1@0 law1@0', { muted: ['act'] }, 'law1@0'],
    ['act1@0 law1@0', { notThis: ['act|act'] }, 'law1@0'],
    ['act1@0 law1@0', { notThis: ['act|other'] }, 'act1@0 law1@0'],
  ])('of %s with %j marks %s', (codes, settings, marks) => {
    const kept = marksOf(codes, settings).split(' ').sort().join(' ');
    expect(kept).toBe(marks.split(' ').sort().join(' '));
  });

  test('the first of several equal ones is the one that is marked', () => {
    const { marked } = chooseMarks(['act1@0', 'act1@0'].map(candidate), DEFAULT_SETTINGS);
    expect(marked).toEqual([true, false]);
  });

  test.each([
    [MAX_MARKS, false],
    [MAX_MARKS + 1, true],
    [MAX_MARKS * 3, true],
  ])('P41 of %d mentions no more than the cap are marked, and it says so: %s', (count, capped) => {
    const choice = chooseMarks(
      Array.from({ length: count }, () => candidate('act1@0')),
      { ...DEFAULT_SETTINGS, density: 'all' },
    );
    expect(choice.capped).toBe(capped);
    expect(choice.marked.filter(Boolean)).toHaveLength(Math.min(count, MAX_MARKS));
  });
});
