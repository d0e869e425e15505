import { expect, test } from 'vitest';
import { isInMachineText } from '../../src/core/machine-text.ts';

/** The place is written between bars. */
const isMachineTextAt = (marked: string): boolean => {
  const [before = '', inside = '', after = ''] = marked.split('|');
  return isInMachineText(before + inside + after, before.length, before.length + inside.length);
};

test.each([
  'https://www.|jenner|.org/x',
  'see |jenner|.com/page',
  '#|Jenner|',
  '@|jenner|',
  'edward@|jenner|.org',
  '|jenner|@mail.example.org',
  'C:\\|jenner|\\x',
  'the_|jenner|_id',
  '/usr/share/|jenner|/x',
  'list.|jenner|.x',
  '|jenner|.sections[231]',
  '|jenner|()',
  '<|jenner|>',
  '|ASP|.NET',
  'docket |ASP|-2019-0147',
  'model |ASP|-X20',
  'default.|asp|?id=4',
  'see |thehill.com|/opinion',
])('%s is one', (marked) => expect(isMachineTextAt(marked)).toBe(true));

test.each([
  'so |Jenner| wrote',
  '(|Jenner|)',
  'it was |Jenner|.',
  '“|Jenner|,” he said',
  'pro-|Jenner| doctors',
  '|Jenner|/Cutter',
  'the |EU|-27',
  'the U.S.-|Jenner| pact',
  'told U.S. |Jenner|',
  'Fund—|Jenner|—said',
  '(|thehill.com|)',
  'on |thehill.com|.',
  'worth $|230 million|',
])('%s is none', (marked) => expect(isMachineTextAt(marked)).toBe(false));
