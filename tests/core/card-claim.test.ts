import { expect, test } from 'vitest';
import { buildByline, buildClaim } from '../../src/core/card-claim.ts';
import type { SourceId } from '../../src/core/ids.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import type { Claim, Source } from '../../src/core/types.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const pack = createPackLookUp(smallPack);

function sourceOf(id: string): Source {
  const source = pack.findSource(id as SourceId);
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
    houses: ['Freedom House'],
    outlet: 'The Hill',
    year: '2017',
  });
  expect(buildByline(sourceOf('smoler-2017')).outlet).toBeUndefined();
});

test.each([
  ['role in brief', 'Executive vice president, Freedom House', 'The Hill', ['Freedom House'], 'The Hill'],
  ['outlet of the same house', 'Freedom House', 'Freedom House', ['Freedom House'], undefined],
  ['series of the same house', 'Fellow, Freedom House', 'Freedom House, Weekly', ['Freedom House'], 'Weekly'],
  ['blog of the same house', 'Fellow, Freedom House', 'Freedom House blog', ['Freedom House'], undefined],
  ['no role', '', 'The Hill', [], 'The Hill'],
])('byline: %s', (_, role, outlet, houses, shownOutlet) => {
  const source = sourceOf('calingaert-2017');
  const byline = buildByline({ ...source, outlet, authors: [{ ...source.authors[0], role }] });
  expect([byline.houses, byline.outlet]).toEqual([houses, shownOutlet]);
});

test('two authors of one house name it once', () => {
  const source = sourceOf('smoler-2017');
  const [author] = source.authors;
  const pair = buildByline({ ...source, authors: [author, { ...author, given: 'Another' }] });
  expect(pair.authors).toEqual(['Michelle Smoler', 'Another Smoler']);
  expect(pair.houses).toEqual(['Human Rights First']);
});

test('a place lands on the words: dash and comma do not break the fragment', () => {
  const [place] = buildClaim(claimOf('ka-c1'), pack)?.places ?? [];
  expect(place).toEqual({
    paragraph: 22,
    quote: 'well-known words, here',
    href: 'https://example.org/calingaert-2017#:~:text=well%2Dknown%20words%2C%20here',
  });
});

test('a note stands with the claim it concerns', () => {
  expect(buildClaim(claimOf('ka-l1'), pack)?.notes).toMatchObject([
    { id: 'on-claim', source: 'Lester', paragraphs: [5, 8], kind: 'error' },
  ]);
  expect(buildClaim(claimOf('ka-c1'), pack)?.notes).toEqual([]);
});

test('a claim on a question that is no yes-or-no carries the answer’s own words', () => {
  const answers = ['alone', 'kremlin-anger'].map((id) => {
    const question = smallPack.questions.find((one) => one.id === id);
    return question && buildClaim(question.positions[0].claims[0], pack)?.answer;
  });
  expect(answers).toEqual(['It can act alone', undefined]);
});

test('a claim of a source that is not there is left out', () => {
  expect(buildClaim({ ...claimOf('ka-c1'), source: 'gone' as SourceId }, pack)).toBeUndefined();
});
