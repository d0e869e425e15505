import { describe, expect, test } from 'vitest';
import { diffLines } from '../../src/core/diff-lines.ts';
import { diffPacks, isSame } from '../../src/core/pack-diff.ts';
import { decodePackFile, type PackFile } from '../../src/core/pack-file.ts';
import { type Path, rawPack, rawWith } from './raw-pack.ts';

const read = (raw: unknown): PackFile => {
  const decoded = decodePackFile(raw);
  if ('faults' in decoded) throw new Error(decoded.faults.join('\n'));
  return decoded.file;
};
const before = read(rawPack());
const lines = (path: Path, value: unknown) => diffLines(diffPacks(before, read(rawWith(path, value))));
const listIn = (name: string) => rawPack()[name] as Record<string, unknown>[];

test('a pack is the same as itself, in whatever order it is written', () => {
  const turned = read({ ...rawPack(), terms: listIn('terms'), events: listIn('events').toReversed() });
  expect(isSame(diffPacks(before, turned))).toBe(true);
  expect(diffLines(diffPacks(before, turned))).toEqual(['nothing changed']);
});

describe('each change is told once, with its words', () => {
  test.each([
    [
      'a title',
      ['title'],
      'Large',
      [
        'only what is said about the pack changed',
        '',
        'about the pack',
        '      title:',
        '        - Small',
        '        + Large',
      ],
    ],
    [
      'a new key',
      ['key'],
      'A'.repeat(20),
      [
        'only what is said about the pack changed',
        '',
        'about the pack',
        '      key:',
        `        + ${'A'.repeat(20)}`,
      ],
    ],
    [
      'a gloss',
      ['terms', 1, 'gloss'],
      'Another.',
      [
        'terms: 1 changed',
        '',
        'terms',
        '  ~ jackson-vanik: Jackson–Vanik amendment',
        '      gloss:',
        '        - Denies normal trade status to nonmarket economies that restrict emigration.',
        '        + Another.',
      ],
    ],
    [
      'a name',
      ['names', 'aliases', 3, 0],
      'frozen assets',
      [
        'terms: 1 changed',
        '',
        'terms',
        '  ~ asset-freeze: Asset freeze',
        '      names:',
        '        - asset freeze',
        '        + frozen assets',
      ],
    ],
    [
      'a claim',
      ['questions', 2, 'positions', 0, 'claims', 0, 'text'],
      'It helped.',
      [
        'claims: 1 changed',
        '',
        'claims',
        '  ~ jv-l1: It helped.',
        '      text:',
        '        - Trade pressure helped some to leave.',
        '        + It helped.',
      ],
    ],
    [
      'a citation',
      ['questions', 2, 'positions', 0, 'claims', 0, 'citations', 0, 'paragraph'],
      10,
      [
        'citations: 1 changed',
        '',
        'citations',
        '  ~ jv-l1/1: “well-known words, here”',
        '      paragraph:',
        '        - 9',
        '        + 10',
      ],
    ],
    [
      'an event gone',
      ['events'],
      listIn('events').slice(1),
      ['events: 1 removed', '', 'events', '  - renewed: The global law is made permanent.'],
    ],
  ] as const)('%s', (_, path, value, expected) => {
    expect(lines(path, value)).toEqual(expected);
  });

  test('terms that came and went', () => {
    const [first, second, third, fourth] = listIn('terms');
    const events = listIn('events');
    const after = read({
      ...rawWith(['terms'], [first, second, third, { ...fourth, id: 'freeze' }]),
      events,
    });
    expect(diffLines(diffPacks(before, after))).toEqual([
      'terms: 1 added, 1 removed',
      '',
      'terms',
      '  + freeze: Asset freeze',
      '  - asset-freeze: Asset freeze',
    ]);
  });
});
