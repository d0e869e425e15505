import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const annotate = (args: readonly string[], input = '') =>
  spawnSync(join(root, 'node_modules/.bin/node'), [join(root, 'src/cli/annotate.ts'), ...args], {
    input,
    encoding: 'utf8',
  });

test('1,000 records in one run, offsets of the given text', () => {
  const text = 'Oslo. President Putin’s men hate the Magnitsky Act.';
  const lines = Array.from({ length: 1000 }, (_, id) => JSON.stringify({ id, text, other: true })).join('\n');
  const { stdout, status } = annotate(['--jsonl', '--json'], lines);
  const found: { id: number; term: string; start: number; end: number; surface: string }[] =
    JSON.parse(stdout);
  expect([status, found.length, new Set(found.map(({ id }) => id)).size]).toEqual([0, 2000, 1000]);
  expect(found[1]).toMatchObject({ id: 0, term: 'magnitsky-act', surface: 'Magnitsky Act' });
  expect(found.every(({ start, end, surface }) => text.slice(start, end) === surface)).toBe(true);
}, 60_000);

test('empty texts, repeated ids and a record of megabytes', () => {
  const sentence = 'Nobody in Oslo said so. ';
  const long = `${sentence.repeat(200_000)}The Kremlin did.`;
  const lines = ['', long, 'Putin'].map((text) => JSON.stringify({ id: 'same', text })).join('\r\n');
  const { stdout, status } = annotate(['--jsonl', '--json'], `\ufeff${lines}\r\n`);
  const found: { start: number; surface: string }[] = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(found.map(({ start, surface }) => [start, surface])).toEqual([
    [long.indexOf('Kremlin'), 'Kremlin'],
    [0, 'Putin'],
  ]);
}, 60_000);

test('wrong input: one line on stderr, exit 2, nothing on stdout', () => {
  for (const [args, input, message] of [
    [['--jsonl', '--json'], '{"id":1', 'line 1: not valid JSON'],
    [['/nowhere.txt'], '', 'no such file'],
    [[], '', 'name a file'],
    [['--jsonl', '--json'], '\0\u0001', 'standard input: is not a text file'],
  ] as const) {
    const { stdout, stderr, status } = annotate(args, input);
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(message);
  }
}, 60_000);
