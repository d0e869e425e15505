import { expect, test } from 'vitest';
import { buildByline, buildClaim, gatherMaterial } from '../../src/core/card-claim.ts';
import type { Claim, Source, SourceId } from '../../src/core/types.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const material = gatherMaterial(smallPack);

function sourceOf(id: string): Source {
  const source = material.sources.get(id as SourceId);
  if (!source) throw new Error(id);
  return source;
}

function claimOf(id: string): Claim {
  const claims = smallPack.questions.flatMap((question) =>
    question.positions.flatMap(({ claims }) => claims),
  );
  const claim = claims.find((entry) => entry.id === id);
  if (!claim) throw new Error(id);
  return claim;
}

test('a byline says each thing once', () => {
  expect(buildByline(sourceOf('calingaert-2017'))).toMatchObject({
    authors: ['Daniel Calingaert'],
    roles: ['Freedom House'],
    outlet: 'The Hill',
    year: '2017',
  });
  expect(buildByline(sourceOf('smoler-2017')).outlet).toBeUndefined();
});

test('two authors of one house name it once, an organisation not at all', () => {
  const source = sourceOf('smoler-2017');
  const [author] = source.authors;
  const pair = buildByline({ ...source, authors: [author, { ...author, given: 'Another' }] });
  expect(pair.authors).toEqual(['Michelle Smoler', 'Another Smoler']);
  expect(pair.roles).toEqual(['Human Rights First']);
  const house = buildByline({ ...source, authors: [{ family: 'A House', role: 'A House' }] });
  expect(house).toMatchObject({ authors: ['A House'], roles: [] });
});

test('a place lands on the words: dash and comma do not break the fragment', () => {
  const [place] = buildClaim(claimOf('ka-c1'), material)?.places ?? [];
  expect(place).toEqual({
    paragraph: 22,
    quote: 'well-known words, here',
    href: 'https://example.org/calingaert-2017#:~:text=well%2Dknown%20words%2C%20here',
  });
});

test('a note stands with the claim it concerns', () => {
  expect(buildClaim(claimOf('ka-l1'), material)?.notes).toMatchObject([
    { id: 'on-claim', source: 'Lester', paragraphs: [5, 8], kind: 'error' },
  ]);
  expect(buildClaim(claimOf('ka-c1'), material)?.notes).toEqual([]);
});

test('a claim of a source that is not there is left out', () => {
  expect(buildClaim({ ...claimOf('ka-c1'), source: 'gone' as SourceId }, material)).toBeUndefined();
});
