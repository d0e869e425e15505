import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { inProject, projectRoot } from '../../src/cli/project.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { buildLooks } from '../../src/core/build-first-look.ts';
import { pattern } from '../../src/core/letters.ts';
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
  'src/core/name-spans.ts': 90,
  'src/core/namesakes.ts': 90,
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

/** Makes expressions of what the tags of `pattern` are written with, and so of what the test reads. */
const maker = 'src/core/letters.ts';

/** The expression of pattern('g')`…`; undefined for any other node. */
function taggedIn(node: Node): { readonly pattern: string; readonly flags: string } | undefined {
  if (node.type !== 'TaggedTemplateExpression') return undefined;
  const { tag, quasi } = node as unknown as {
    readonly tag: { readonly callee?: { readonly name?: string }; readonly arguments?: { value: string }[] };
    readonly quasi: { readonly quasis: { readonly value: { readonly raw: string } }[] };
  };
  if (tag.callee?.name !== 'pattern') return undefined;
  const [{ value } = { value: { raw: '' } }, ...more] = quasi.quasis;
  if (more.length > 0) throw new Error(`a pattern is put together: ${value.raw}`);
  const { source, flags } = pattern(tag.arguments?.[0]?.value)(
    Object.assign([value.raw], { raw: [value.raw] }),
  );
  return { pattern: source, flags };
}

const expressions = nodes.flatMap(({ node, file, lineOf }): Expression[] => {
  const regex = node.type === 'Literal' && (node['regex'] as Omit<Expression, 'file' | 'line'> | undefined);
  const tagged = taggedIn(node);
  if (tagged) return [{ file, line: lineOf(node), ...tagged }];
  const [written, flags = ''] = isMade({ node }) ? (madeFrom(node) ?? []) : [];
  if (written !== undefined) return [{ file, line: lineOf(node), pattern: written, flags }];
  return regex ? [{ file, line: lineOf(node), pattern: regex.pattern, flags: regex.flags }] : [];
});

describe('P40 regular expressions', () => {
  test('none is made from anything but what is written there', () => {
    const made = nodes.filter((one) => one.file !== maker && isMade(one) && madeFrom(one.node) === undefined);
    expect(made.map(({ node, file, lineOf }) => `${file}:${lineOf(node)}`)).toEqual([]);
  });

  test('all of them are found, those with letters too', () => {
    expect(expressions.length).toBeGreaterThan(150);
    expect(expressions.filter(({ file }) => file === 'src/core/namesakes.ts').length).toBeGreaterThan(10);
  });

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

  test('what the build makes of the names of a pack passes every bait in time', async () => {
    const { names } = await compilePack(inProject('data/human-rights-sanctions'));
    const pattern = names ? buildLooks(names).first.pattern : '';
    const expression = { file: '', line: 1, pattern, flags: 'g' };
    expect(expression.pattern.length).toBeGreaterThan(100);
    for (const units of baitSteps)
      expect(measureExpression(expression, units, mostMs).ms).toBeLessThan(mostMs);
  });

  test('a bait does send an expression back', () => {
    const slow = { file: '', line: 1, pattern: '(a|a)*$', flags: '' };
    expect(measureExpression(slow, 21, mostMs).ms).toBeGreaterThan(mostMs);
    const square = { file: '', line: 1, pattern: '\\s+$', flags: '' };
    expect(measureExpression(square, 10_000, mostMs).ms).toBeGreaterThan(mostMs);
  });
});
