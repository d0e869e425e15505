import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  closedFields,
  idField,
  listField,
  openFields,
  someField,
  textField,
} from '../../src/core/pack-fields.ts';
import { MOST_FILE_BYTES, MOST_ITEMS, MOST_LEVELS } from '../../src/core/pack-limits.ts';
import { aliasShape, ruleShape } from '../../src/core/pack-names.ts';
import { referenceFaults } from '../../src/core/pack-references.ts';
import {
  eventShape,
  headEntries,
  noteShape,
  questionShape,
  sourceShape,
  termShape,
} from '../../src/core/pack-shape.ts';
import { treeFault } from '../../src/core/pack-tree.ts';
import { wordsForIssue } from '../../src/core/shape-words.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const shapes = (fields: typeof closedFields) => [
  ...[termShape(fields), sourceShape(fields), questionShape(fields), noteShape(fields), eventShape(fields)],
  ...[ruleShape(fields), fields(headEntries(fields))],
];

/** Every kind of schema that the format is made of. */
function kindsIn(schema: unknown, seen = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return seen;
  const { type, entries, item, items, wrapped, options, pipe } = schema as Record<string, unknown>;
  if (typeof type === 'string') seen.add(type);
  const below = [entries && Object.values(entries), items, options, pipe].flatMap((each) => each ?? []);
  for (const inner of [...below, item, wrapped]) kindsIn(inner, seen);
  return seen;
}

describe('P50 there is no logic in data', () => {
  test('the format is made of texts, numbers, choices, lists and named fields', () => {
    const kinds = new Set([...shapes(closedFields), aliasShape].flatMap((shape) => [...kindsIn(shape)]));
    const plain = [
      'strict_object',
      'strict_tuple',
      'array',
      'optional',
      'union',
      'variant',
      'string',
      'number',
    ];
    const checks = ['boolean', 'literal', 'picklist', 'integer', 'regex', 'check'];
    const sizes = ['min_length', 'max_length', 'min_value', 'max_value'];
    expect([...kinds].filter((kind) => ![...plain, ...checks, ...sizes].includes(kind))).toEqual([]);
  });

  test('closed: a name that is not in it is refused; open: it is left out', () => {
    const term = { ...smallPack.terms[0], run: 'x' };
    expect(v.safeParse(termShape(closedFields), term).success).toBe(false);
    expect(v.safeParse(termShape(openFields), term).output).toEqual(smallPack.terms[0]);
  });
});

test('P48 the bounds are met and not passed', () => {
  const fits = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;
  expect([fits(textField(3), 'abc'), fits(textField(3), 'abcd'), fits(textField(3), '')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([fits(listField(idField, 2), ['a', 'b']), fits(listField(idField, 2), ['a', 'b', 'c'])]).toEqual([
    true,
    false,
  ]);
  expect([
    fits(someField(idField, 2), []),
    fits(idField, 'a'.repeat(64)),
    fits(idField, 'a'.repeat(65)),
  ]).toEqual([false, true, false]);
  const nest = (levels: number): unknown => (levels === 0 ? 'x' : [nest(levels - 1)]);
  expect([treeFault(nest(MOST_LEVELS)), treeFault(nest(MOST_LEVELS + 1))]).toEqual([
    undefined,
    expect.stringContaining(`more than ${MOST_LEVELS} levels`),
  ]);
  expect(MOST_ITEMS.terms).toBeGreaterThan(100_000);
  expect(MOST_FILE_BYTES).toBeGreaterThan(64 * 1024 * 1024);
});

test('a pack in order has no dangling reference; faults stop at the number asked for', () => {
  expect(referenceFaults(smallPack, 10)).toEqual([]);
  const none = { ...smallPack, terms: [], sources: [] };
  expect(referenceFaults(none, 3)).toHaveLength(3);
});

test.each([
  [v.string(), 7, 'must be text'],
  [v.array(v.string()), {}, 'must be a list'],
  [v.number(), '1', 'must be a whole number'],
  [v.boolean(), 1, 'must be true or false'],
  [v.picklist(['a', 'b']), 'c', 'must be one of "a", "b"'],
  [v.literal('a'), 'c', 'must be "a"'],
  [v.strictObject({}), 7, 'must be fields with values'],
])('a fault of shape is told in plain words', (schema, value, words) => {
  const issue = v.safeParse(schema as v.GenericSchema, value).issues?.[0];
  if (issue === undefined) throw new Error('no fault');
  expect(wordsForIssue(issue, [])).toBe(words);
});
