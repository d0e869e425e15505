import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { inProject, projectRoot } from '../../src/cli/project.ts';
import { type Expression, measureExpression } from './expression-cost.ts';

// Every regular expression that reads what a page or a pack wrote, against texts made to run it away.

/** What runs in a browser; the command-line tools read what their user gives them. */
const shipped = 'src/{background,browser,content,core,dom,pages,ui}/**/*.{ts,tsx}';
const files = globSync(shipped, { cwd: projectRoot })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

/** First short ones, so that what runs away is caught before it takes minutes. */
const baitSteps = [24, 1_000, 10_000, 100_000];
/** CPU time of one look through a bait, ms. */
const mostMs = 10;

/** Files whose expressions see only a piece that was cut out before, and how many units that has at most. */
const cutTo: Readonly<Record<string, number>> = {
  'src/core/machine-text.ts': 600,
  'src/core/judge.ts': 600,
  'src/core/neighbours.ts': 600,
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

function* walk(value: unknown): Iterable<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value && 'start' in value) yield value as Node;
  for (const child of Object.values(value)) yield* walk(child);
}

const nodesOf = (file: string) => {
  const text = readFileSync(inProject(file), 'utf8');
  const lineOf = ({ start }: Node) => text.slice(0, start).split('\n').length;
  return [...walk(parseSync(file, text).program)].map((node) => ({ node, file, lineOf }));
};
const nodes = files.flatMap(nodesOf);

/** The strings that an expression is made from; undefined where the node makes none, or where anything else is used. */
function madeFrom(node: Node): readonly string[] | undefined {
  const args = node['arguments'] as readonly { readonly value?: unknown }[];
  const texts = args.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return texts.length === args.length ? texts : undefined;
}

const isMade = ({ node }: { readonly node: Node }) =>
  /^(New|Call)Expression$/.test(node.type) &&
  (node['callee'] as { readonly name?: string } | undefined)?.name === 'RegExp';

const expressions = nodes.flatMap(({ node, file, lineOf }): Expression[] => {
  const regex = node.type === 'Literal' && (node['regex'] as Omit<Expression, 'file' | 'line'> | undefined);
  const [pattern, flags = ''] = isMade({ node }) ? (madeFrom(node) ?? []) : [];
  if (pattern !== undefined) return [{ file, line: lineOf(node), pattern, flags }];
  return regex ? [{ file, line: lineOf(node), pattern: regex.pattern, flags: regex.flags }] : [];
});

describe('P40 regular expressions', () => {
  test('none is made from anything but what is written there', () => {
    const made = nodes.filter((one) => isMade(one) && madeFrom(one.node) === undefined);
    expect(made.map(({ node, file, lineOf }) => `${file}:${lineOf(node)}`)).toEqual([]);
  });

  test('all of them are found', () => expect(expressions.length).toBeGreaterThan(100));

  test.each(expressions)(
    '$file:$line /$pattern/ passes every bait in time',
    (expression) => {
      const most = cutTo[expression.file] ?? Number.POSITIVE_INFINITY;
      for (const units of baitSteps) {
        const { ms, bait } = measureExpression(expression, units, mostMs);
        if (ms <= mostMs) continue;
        if (units > most) return;
        expect.fail(`${ms.toFixed(0)} ms for ${units} units of ${JSON.stringify(bait)}`);
      }
    },
    120_000,
  );

  test('a bait does send an expression back', () => {
    const slow = { file: '', line: 1, pattern: '(a|a)*$', flags: '' };
    expect(measureExpression(slow, 21, mostMs).ms).toBeGreaterThan(mostMs);
    const square = { file: '', line: 1, pattern: '\\s+$', flags: '' };
    expect(measureExpression(square, 10_000, mostMs).ms).toBeGreaterThan(mostMs);
  });
});
