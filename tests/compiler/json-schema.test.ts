import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/compiler/json-schema.ts';

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
