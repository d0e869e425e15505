import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { closedFields, openFields } from '../../src/core/pack-fields.ts';
import { aliasShape, ruleShape } from '../../src/core/pack-names.ts';
import { eventShape, noteShape, questionShape, sourceShape, termShape } from '../../src/core/pack-shape.ts';
import { createQuickCheck } from '../../src/core/quick-check.ts';
import { payloads } from './injection-payloads.ts';
import { rawPack } from './raw-pack.ts';

const shapesOf = (fields: typeof closedFields): Readonly<Record<string, v.GenericSchema>> => ({
  terms: termShape(fields),
  sources: sourceShape(fields),
  questions: questionShape(fields),
  notes: noteShape(fields),
  events: eventShape(fields),
  aliases: aliasShape,
  rules: ruleShape(fields),
});

/** Every item of the small pack, by the list that it stands in. */
function items(): readonly (readonly [list: string, item: unknown])[] {
  const raw = rawPack() as Record<string, unknown>;
  const lists = { ...raw, ...(raw['names'] as object) } as Record<string, unknown>;
  return Object.keys(shapesOf(closedFields)).flatMap((list) =>
    (lists[list] as unknown[]).map((item) => [list, item] as const),
  );
}

/** The value, and everything below it, each replaced in turn by this one; or taken out where it is undefined. */
function* replaced(value: unknown, by: unknown): Generator<unknown> {
  yield by;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const other of replaced(inner, by)) {
      const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
      if (other === undefined && !Array.isArray(copy)) delete copy[key];
      else copy[key] = other;
      yield copy;
    }
  }
}

const odd: readonly unknown[] = [
  ...[undefined, null, true, 0, -1, 1.5, 1e9, Number.NaN, '', 'x', 'x'.repeat(300), 'a-b', '2012-13'],
  ...[
    [],
    {},
    [[]],
    [{}],
    ['x'],
    [1, 2, 3],
    { id: 'x' },
    { length: 1, 0: 'x' },
    'https://example.org/',
    '\u202e',
  ],
  JSON.parse('{ "__proto__": 1 }'),
  ...payloads.slice(0, 20),
];

describe.each([
  ['closed', closedFields],
  ['open', openFields],
])('a quick check of %s fields', (_, fields) => {
  const shapes = Object.entries(shapesOf(fields)).map(([list, shape]) => {
    return [list, { shape, isFit: createQuickCheck(shape) }] as const;
  });
  const byList = new Map(shapes);

  test('says yes to all that a pack holds', () => {
    expect(items().filter(([list, item]) => !byList.get(list)?.isFit(item))).toEqual([]);
    expect(items().length).toBeGreaterThan(15);
  });

  test('says yes only where decoding gives back the same, and then always', () => {
    let [yes, no] = [0, 0];
    for (const [list, item] of items()) {
      const { shape, isFit } = byList.get(list) ?? {};
      if (!shape || !isFit) throw new Error(list);
      for (const by of odd) {
        for (const value of replaced(item, by)) {
          const { success, output } = v.safeParse(shape, value);
          const isSame = success && JSON.stringify(sorted(output)) === JSON.stringify(sorted(value));
          if (isFit(value) !== isSame) expect({ list, value, quick: isFit(value) }).toEqual({ list, isSame });
          if (isSame) yes += 1;
          else no += 1;
        }
      }
    }
    expect([yes > 500, no > 5_000]).toEqual([true, true]);
  });
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

test.each([
  [v.pipe(v.string(), v.email()), 'a@example.org'],
  [v.date(), new Date(0)],
  [v.optional(v.string(), 'x'), 'y'],
])('says no to what it does not know', (shape, value) => {
  expect([v.safeParse(shape, value).success, createQuickCheck(shape)(value)]).toEqual([true, false]);
});
