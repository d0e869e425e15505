import { expect, test } from 'vitest';
import { cslItem } from '../../src/core/cite.ts';
import { sourceFromCsl } from '../../src/core/csl-source.ts';
import { definedTermSet } from '../../src/core/defined-terms.ts';
import { claimsOf } from '../../src/core/look-up.ts';
import { citationFromAnnotation, packAnnotations } from '../../src/core/web-annotation.ts';
import { smallPack } from '../fixtures/small-pack.ts';

test('every citation goes out as a W3C annotation and comes back', () => {
  const claims = smallPack.questions.flatMap(claimsOf);
  const annotations = packAnnotations(smallPack);
  expect(annotations).toHaveLength(claims.length);
  for (const [at, annotation] of annotations.entries()) {
    const claim = claims[at];
    const source = smallPack.sources.find(({ id }) => id === claim?.source);
    expect(citationFromAnnotation(JSON.parse(JSON.stringify(annotation)))).toEqual({
      url: source?.url,
      ...claim?.citations[0],
    });
  }
  expect(annotations[0]).toMatchObject({
    type: 'Annotation',
    body: { value: claims[0]?.text, language: 'en' },
    target: {
      selector: [{ type: 'TextQuoteSelector' }, { value: ':~:text=well%2Dknown%20words%2C%20here' }],
    },
  });
});

test.each([
  [
    { target: { source: 'https://example.org/', selector: { type: 'TextQuoteSelector', exact: 'a b c' } } },
    'a b c',
  ],
  [
    { target: [{ source: 'https://example.org/', selector: [{ type: 'TextQuoteSelector', exact: 'x' }] }] },
    'x',
  ],
  [{ target: 'https://example.org/' }, undefined],
  [
    { target: { source: 'https://example.org/', selector: { type: 'TextPositionSelector', start: 1 } } },
    undefined,
  ],
  [undefined, undefined],
])('annotations as others write them: %j', (annotation, quote) => {
  expect(citationFromAnnotation(annotation)?.quote).toBe(quote);
});

test('a source goes out as CSL-JSON and what that holds comes back', () => {
  for (const source of smallPack.sources) {
    const back = sourceFromCsl(JSON.parse(JSON.stringify(cslItem(source, { paragraph: 3, quote: 'x y z' }))));
    expect(back?.id).toBe(source.id);
    for (const field of ['title', 'outlet', 'publisher', 'date', 'dateCertainty', 'url', 'language'] as const)
      expect([field, back?.fields[field]]).toEqual([field, source[field]]);
    expect(back?.fields['authors']).toEqual(source.authors.map(({ given, family }) => ({ given, family })));
  }
});

test.each([
  [
    { title: 'T', author: [{ literal: 'Bay Society' }], issued: { 'date-parts': [[2002, 5]], circa: true } },
    {
      id: 'bay-society-2002',
      fields: {
        title: 'T',
        authors: [{ family: 'Bay Society' }],
        shortName: 'Bay Society',
        date: '2002-05',
        dateCertainty: 'inferred',
      },
    },
  ],
  [
    { id: 'http://zotero.org/1', title: 'Über alles', issued: { 'date-parts': [['1999']] } },
    { id: 'uber-alles-1999', fields: { title: 'Über alles', date: '1999', dateCertainty: 'certain' } },
  ],
  [{ title: ' ' }, undefined],
  ['x', undefined],
])('CSL-JSON as others write it: %j', (item, expected) => {
  expect(sourceFromCsl(item)).toEqual(expected);
});

test('the terms go out as a schema.org set', () => {
  const set = definedTermSet(smallPack);
  expect(set).toMatchObject({
    '@type': 'DefinedTermSet',
    name: 'Small',
    inLanguage: 'en',
    license: 'CC-BY-4.0',
  });
  expect(set.hasDefinedTerm).toHaveLength(smallPack.terms.length);
  expect(set.hasDefinedTerm[0]).toEqual({
    '@type': 'DefinedTerm',
    '@id': 'urn:sidelight:small:magnitsky-act',
    termCode: 'magnitsky-act',
    name: 'Magnitsky Act',
    description: smallPack.terms[0]?.gloss,
    disambiguatingDescription: 'Law of the United States, 2012',
    alternateName: ['Sergei Magnitsky Rule of Law Accountability Act'],
    subjectOf: ['https://www.congress.gov/bill/112th-congress/house-bill/6156'],
  });
});
