import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { compilePack } from '../compiler/compile-pack.ts';
import { describeProblem } from '../compiler/problem.ts';
import { readBundle } from '../compiler/read-bundle.ts';
import { decodeIndex } from '../core/decode-index.ts';
import { createMentionFinder, findMentions, type MentionFinder } from '../core/mentions.ts';
import { decode, type InputText, readJsonLines, readTextFile } from './annotate-input.ts';
import { type Annotation, annotationsOf, readableLines, type WhyTexts } from './annotations.ts';
import { inProject, PlainError } from './project.ts';

const USAGE = `Prints the mentions in texts, before any choice of which to mark.
  npm run annotate -- FILE…                   text or HTML (its visible text); "-" is standard input
  npm run annotate -- --jsonl < LINES         lines of {"id", "text"} on standard input
  --pack DIR                                  another pack than the one that is on
  --json                                      one array of {id, term, label, surface, start, end, why}
Offsets are UTF-16 units of the given text, half-open. Exit code 2: something was wrong with the input.`;

// A reader such as `head` may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await main();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { options, files } = readArguments();
  if (options.help) return console.log(USAGE);
  const inputs = options.jsonl
    ? readJsonLines(await readStandardInput())
    : await Promise.all(files.map((file) => (file === '-' ? readStandardText() : readTextFile(file))));
  const [finder, whyTexts] = await Promise.all([loadFinder(options.pack), loadWhyTexts()]);
  const found = inputs.map((input) => ({
    input,
    annotations: annotationsOf(input, findMentions(finder, input.text), whyTexts),
  }));
  const all: readonly Annotation[] = found.flatMap(({ annotations }) => annotations);
  if (options.json) process.stdout.write(`${JSON.stringify(all)}\n`);
  else for (const { input, annotations } of found) printLines(readableLines(input, annotations));
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
        pack: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.jsonl && positionals.length > 0) throw new Error('--jsonl reads standard input, not files');
    if (!values.jsonl && !values.help && positionals.length === 0)
      throw new Error('name a file, or give --jsonl');
    return { options: values, files: positionals };
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}; see npm run annotate -- --help`);
  }
}

async function readStandardInput(): Promise<string> {
  return decode(await buffer(process.stdin), 'standard input');
}

async function readStandardText(): Promise<InputText> {
  return { id: '-', text: await readStandardInput() };
}

async function loadFinder(pack?: string): Promise<MentionFinder> {
  const data = inProject('data');
  const [first = ''] = pack === undefined ? (await readBundle(data)).on : [];
  const { index, problems } = await compilePack(pack ?? join(data, first));
  if (index === undefined) throw new PlainError(problems.map(describeProblem).join('\n'));
  return createMentionFinder(decodeIndex(index));
}

async function loadWhyTexts(): Promise<WhyTexts> {
  return JSON.parse(await readFile(inProject('assets', '_locales', 'en', 'messages.json'), 'utf8'));
}

function printLines(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}
