import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { jsonSchemas, PackFileShape } from '../../src/compiler/json-schema.ts';
import { decodePackFile } from '../../src/core/pack-file.ts';
import { type Path, rawPack, rawWith } from '../core/raw-pack.ts';

// A busy machine takes ten times as long.
vi.setConfig({ testTimeout: 60_000 });

test.each([...jsonSchemas()])(
  'data/schema/%s is as the shapes say (npm run corpus:schema)',
  async (name, text) => {
    expect(JSON.parse(await readFile(`data/schema/${name}`, 'utf8'))).toEqual(JSON.parse(text));
  },
);

test('every schema is closed: what it does not name or describe is refused', () => {
  for (const text of jsonSchemas().values()) {
    const objects = text.match(/"type": "object"/g)?.length ?? 0;
    const closed = text.match(/"additionalProperties": (false|\{)/g)?.length ?? 0;
    expect(objects).toBeGreaterThan(0);
    expect(closed).toBe(objects);
  }
});

test('the schema of pack files takes and refuses what the decoder does, shapes alone', () => {
  const takes = (value: unknown) => v.safeParse(PackFileShape, value).success;
  const refusals: readonly (readonly [Path, unknown])[] = [
    [['script'], 1],
    [['title'], ''],
    [['terms'], {}],
    [['terms', 0, 'gloss'], 'x'.repeat(241)],
    [['questions', 1, 'type'], 'open'],
    [['sources', 0, 'url'], 'http://example.org/'],
    [['notes', 0, 'records'], []],
    [['events', 0, 'date'], 'spring'],
    [['names'], {}],
    [['names', 'aliases', 0], ['Congress']],
    [['names', 'rules', 0], { pattern: 'x' }],
  ];
  expect(takes(rawPack())).toBe(true);
  for (const [path, value] of refusals) {
    expect([path, takes(rawWith(path, value))]).toEqual([path, false]);
    expect(decodePackFile(rawWith(path, value))).toHaveProperty('faults');
  }
});
