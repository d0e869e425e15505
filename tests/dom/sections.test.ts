// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findHeading, type Heading, isInHeading, titleOf } from '../../src/dom/sections.ts';

/** What each paragraph of a page stands under; a star where the paragraph is in the heading itself. */
function sectionsOf(html: string): readonly string[] {
  document.body.innerHTML = html;
  let before: { block: Node; heading: Heading } | undefined;
  return [...document.querySelectorAll('p')].map((block) => {
    const heading = findHeading(block, before);
    before = { block, heading };
    return `${isInHeading(block, heading) ? '*' : ''}${titleOf(heading)}`;
  });
}

test.each([
  ['<p>a</p><h1>One</h1><p>b</p>', ['', 'One']],
  ['<h1>One</h1><p>a</p><p>b</p><h2>Two</h2><p>c</p>', ['One', 'One', 'Two']],
  ['<section><h2>One</h2></section><div><div><p>a</p></div></div>', ['One']],
  ['<div role="heading">One<p>in it</p></div><p>a</p>', ['*Onein it', 'Onein it']],
  ['<form role="heading"><h2>Law</h2><p>a</p></form>', ['Law']],
  ['<h1>One</h1><dialog><h2>Two</h2><p>in it</p></dialog><p>a</p>', ['Two', 'One']],
  ['<h1>One</h1><aside><h2>Two</h2></aside><p>a</p>', ['One']],
  [`<h1>One</h1>${'<i></i>'.repeat(1_000)}<p>far</p>`, ['']],
  [`<h1>One</h1><p>near</p>${'<i></i>'.repeat(1_000)}<p>far</p>`, ['One', 'One']],
  [`<h1>${'long '.repeat(40)}</h1><p>a</p>`, ['long '.repeat(24)]],
])('%s', (html, titles) => {
  expect(sectionsOf(html)).toEqual(titles);
});
