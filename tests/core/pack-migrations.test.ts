import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { createMentionFinder, findMentions } from '../../src/core/mentions.ts';
import { decodePackFile } from '../../src/core/pack-file.ts';
import { buildPackIndex } from '../../src/core/pack-index.ts';
import { PACK_FORMAT } from '../../src/core/pack-limits.ts';
import { migratePack } from '../../src/core/pack-migrations.ts';
import { rawPack } from './raw-pack.ts';

const DIR = 'tests/fixtures/pack-formats';
const files = (await readdir(DIR)).sort();

test('there is a fixture for each format up to the newest', () => {
  expect(files).toEqual(Array.from({ length: PACK_FORMAT }, (_, at) => `format-${at + 1}.json`));
});

describe.each(files)('P62 %s', (name) => {
  test('opens, and its terms are found', async () => {
    const decoded = decodePackFile(JSON.parse(await readFile(`${DIR}/${name}`, 'utf8')));
    if ('faults' in decoded) throw new Error(decoded.faults.join('\n'));
    const { pack, names } = decoded.file;
    expect(pack.id).toBe('harbour');
    expect(pack.questions[0]?.positions).toHaveLength(2);
    const finder = createMentionFinder(decodeIndex(buildPackIndex(pack, names)));
    const found = findMentions(finder, 'The Harbour Act of 2000 was passed for Great Bay.');
    expect(found.map(({ term }) => term)).toEqual(['harbour/harbour-act', 'harbour/great-bay']);
    // Format 1 has no rules, so its names keep to their capitals.
    expect(findMentions(finder, 'It is a great bay.')).toHaveLength(name === 'format-1.json' ? 0 : 1);
  });
});

test('a format 1 file of any shape is migrated without a throw', () => {
  for (const terms of [
    undefined,
    7,
    [null, 1, 'x', [], { label: 4 }, { aliases: 'x' }, { aliases: [1, '[x]', 'the'] }],
  ])
    expect(migratePack({ terms }, 1, 2)).toMatchObject({ format: 2, names: { pageCues: 0, aliases: [] } });
});

describe('a later format', () => {
  const later = { ...rawPack(), format: 7, mood: 'calm' };

  test('is refused, with what to do', () => {
    expect(decodePackFile(later)).toEqual({
      faults: ['format: is 7, and this version of Sidelight reads up to 2; update Sidelight'],
    });
  });

  test('is read without what is unknown where it says that it may be', () => {
    const terms = (later as unknown as { terms: object[] }).terms.map((term) => ({
      ...term,
      colour: 'blue',
    }));
    const decoded = decodePackFile({ ...later, terms, compatibleWith: 2 });
    const expected = decodePackFile(rawPack());
    if (!('file' in decoded) || !('file' in expected)) throw new Error('refused');
    expect(decoded.file).toEqual({ ...expected.file, format: 7 });
  });

  test('is held to the rules all the same', () => {
    expect(decodePackFile({ ...later, compatibleWith: 2, title: '' })).toEqual({
      faults: ['title: must not be empty'],
    });
  });
});
