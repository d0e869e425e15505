import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import { expect, test, vi } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import {
  authorName,
  briefCitation,
  citationUrl,
  cslItem,
  dateInWords,
  formatCitation,
} from '../../src/core/cite.ts';
import type { PartialDate } from '../../src/core/ids.ts';
import type { Citation, Source } from '../../src/core/types.ts';

// The citation processor compiles its styles on first use, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const { pack } = await compilePack('data/human-rights-sanctions');
const sources = pack?.sources ?? [];
const citation: Citation = { paragraph: 7, quote: 'unilateral penalties, 20 of them' };

function source(id: string): Source {
  const found = sources.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no source ${id}`);
  return found;
}

test.each([
  ['lester-2013', 'Lester 2013'],
  ['ashford-burrows-2021', 'Ashford and Burrows 2021'],
  ['asp-2019', 'American Security Project 2019'],
])('%s in brief is %s', (id, brief) => {
  expect(briefCitation(source(id))).toBe(brief);
});

test.each([
  ['2012-12-14', 'December 14, 2012'],
  ['2017-07', 'July 2017'],
  ['1974', '1974'],
])('the date %s is %s in words', (date, words) => {
  expect(dateInWords(date as PartialDate)).toBe(words);
});

test('the link lands on the quoted words', () => {
  expect(citationUrl(source('lester-2013'), citation)).toBe(
    'https://www.cato.org/commentary/wrong-way-do-human-rights#:~:text=unilateral%20penalties%2C%2020%20of%20them',
  );
  expect(citationUrl(source('lester-2013'))).toBe(
    'https://www.cato.org/commentary/wrong-way-do-human-rights',
  );
});

test('plain', () => {
  expect(formatCitation('plain', source('lester-2013'), { paragraph: 7, quote: 'a b c' })).toBe(
    'Simon Lester, “The Wrong Way to Do Human Rights”, The Huffington Post, January 11, 2013, ¶7, https://www.cato.org/commentary/wrong-way-do-human-rights#:~:text=a%20b%20c.',
  );
  expect(formatCitation('plain', source('calingaert-2017'))).toContain('July 25, 2017 (date inferred)');
});

test('Markdown escapes what would be read as markup and links the title', () => {
  const odd: Source = { ...source('asp-2019'), title: 'A [b] *c*' };
  expect(formatCitation('markdown', odd)).toBe(
    'American Security Project, “[A \\[b\\] \\*c\\*](<https://www.americansecurityproject.org/magnitskys-memory-an-example-of-american-global-leadership/>)”, *American Security Project blog*, August 28, 2019 (date inferred).',
  );
});

test.each(sources.map((each) => [each.id, each] as const))('%s: BibTeX is read back as it was', (_, each) => {
  const [item] = new Cite(formatCitation('bibtex', each, citation)).data;
  const csl = cslItem(each, citation);
  expect(item?.id).toBe(each.id);
  expect(item?.title).toBe(each.title);
  expect(item?.author).toEqual(
    csl.author.map((name) => ('literal' in name ? { family: name.literal } : name)),
  );
  expect(item?.issued?.['date-parts']).toEqual(csl.issued['date-parts']);
  expect(item?.URL).toBe(csl.URL);
  expect(item?.note).toContain('Paragraph 7');
});

test.each(sources.map((each) => [each.id, each] as const))(
  '%s: CSL-JSON makes an APA reference',
  (_, each) => {
    const [item] = JSON.parse(formatCitation('csl-json', each));
    expect(item).toEqual(cslItem(each));
    const apa: string = new Cite(item).format('bibliography', { template: 'apa' });
    for (const { family } of each.authors) expect(apa).toContain(family);
    expect(apa).toContain(each.date.slice(0, 4));
    expect(apa).toContain(each.title);
    expect(apa).toContain(each.url);
  },
);

test.each([
  [{ given: 'Simon', family: 'Lester', role: '' }, 'Simon Lester'],
  [{ family: 'American Security Project', role: '' }, 'American Security Project'],
])('%o is %s', (author, name) => {
  expect(authorName(author)).toBe(name);
});
