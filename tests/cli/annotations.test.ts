import { expect, test } from 'vitest';
import { annotationsOf, readableLines } from '../../src/cli/annotations.ts';
import type { TermKey } from '../../src/core/ids.ts';
import type { Mention } from '../../src/core/mention.ts';

const input = { id: 'a.txt', text: 'First.\nThe Vac\u00adcine Act.' };
const start = input.text.indexOf('Vac');
const mention: Mention = {
  start,
  end: start + 12,
  term: 'p/vaccine-act' as TermKey,
  label: 'Vaccine Act',
  priority: 1,
  why: { rule: 'near', evidence: ['jab'] },
};
const texts = { why_near: { message: '“$1” stands near “$2”.' } };

test('an annotation names the bare term and why', () => {
  expect(annotationsOf(input, [mention], texts)).toEqual([
    {
      id: 'a.txt',
      term: 'vaccine-act',
      label: 'Vaccine Act',
      surface: 'Vac\u00adcine Act',
      start,
      end: start + 12,
      why: '“Vaccine Act” stands near “jab”.',
    },
  ]);
});

test('lines are counted on from one mention to the next', () => {
  const text = 'Act\n\nAct Act\nAct';
  const at = (start: number) => ({ ...mention, start, end: start + 3 });
  const lines = readableLines({ id: 1, text }, annotationsOf({ id: 1, text }, [0, 5, 9, 13].map(at), texts));
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['1:1:1', '1:3:1', '1:3:5', '1:4:1']);
});

test('a readable line says where', () => {
  expect(readableLines(input, annotationsOf(input, [mention], texts))).toEqual([
    'a.txt:2:5  Vaccine Act  →  Vaccine Act  (“Vaccine Act” stands near “jab”.)',
  ]);
});
