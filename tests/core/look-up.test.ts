import { expect, test } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import type { ClaimId, PackId, QuestionId, SourceId, TermId, TermKey } from '../../src/core/ids.ts';
import { claimsOf, createPackLookUp, findTermByKey } from '../../src/core/look-up.ts';

const { pack } = await compilePack('data/human-rights-sanctions');
if (pack === undefined) throw new Error('the bundled pack does not compile');
const look = createPackLookUp(pack);

test('everything is found by its id', () => {
  expect(look.findTerm('caatsa' as TermId)?.label).toBe('CAATSA');
  expect(look.findSource('lester-2013' as SourceId)?.shortName).toBe('Lester');
  expect(look.findQuestion('jackson-vanik' as QuestionId)?.type).toBe('lone');
  expect(look.findClaim('cb-c1' as ClaimId)?.source).toBe('calingaert-2017');
  expect(look.findQuestionOf('cb-c1' as ClaimId)?.id).toBe('change-behaviour');
});

test('what is not there is nothing', () => {
  expect(look.findTerm('toString' as TermId)).toBeUndefined();
  expect(look.findClaim('' as ClaimId)).toBeUndefined();
  expect(look.questionsOn('nothing' as TermId)).toEqual([]);
  expect(look.eventsOn('nothing' as TermId)).toEqual([]);
});

test('a term leads to its questions, notes and events in order', () => {
  const term = 'magnitsky-act' as TermId;
  expect(look.questionsOn(term).map(({ id }) => id)).toContain('kremlin-anger');
  const severities = look.notesOn(term).map(({ severity }) => severity);
  expect(severities).toEqual([...severities].sort());
  const dates = look.eventsOn(term).map(({ date }) => date);
  expect(dates).toEqual([...dates].sort());
  expect(dates).toContain('2012-12-14');
});

test('every claim of every question is found', () => {
  for (const question of pack.questions) {
    for (const claim of claimsOf(question)) expect(look.findQuestionOf(claim.id)).toBe(question);
  }
});

test('a term is found by its key, in the pack that the key names', () => {
  const other = createPackLookUp({ ...pack, id: 'human-rights' as PackId, terms: pack.terms.slice(0, 1) });
  const find = (key: string) => findTermByKey([other, look], key as TermKey);
  expect(find('human-rights-sanctions/caatsa')?.pack).toBe(look);
  expect(find('human-rights-sanctions/caatsa')?.term.label).toBe('CAATSA');
  expect(find('human-rights/caatsa')).toBeUndefined();
  expect(find('caatsa')).toBeUndefined();
});
