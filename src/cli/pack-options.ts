import { PlainError } from './project.ts';

const PACK_COMMANDS = ['init', 'check', 'build', 'diff', 'preview', 'export', 'sources', 'key'] as const;
export type PackCommand = (typeof PACK_COMMANDS)[number];

export interface PackOptions {
  readonly command: PackCommand;
  readonly targets: readonly string[];
  /** Values of `--name value`. */
  readonly values: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
}

interface Form {
  /** What stands after the command, in words; a `?` marks what may be left out. */
  readonly targets: readonly string[];
  readonly values: readonly string[];
  readonly flags: readonly string[];
}

const FORMS: Readonly<Record<PackCommand, Form>> = {
  init: { targets: ['DIR'], values: [], flags: [] },
  check: { targets: ['DIR'], values: ['--articles'], flags: [] },
  build: { targets: ['DIR'], values: ['--out', '--sign'], flags: [] },
  diff: { targets: ['BEFORE', 'AFTER'], values: [], flags: [] },
  preview: { targets: ['DIR', 'PAGE?'], values: [], flags: ['--firefox', '--headless'] },
  export: { targets: ['DIR'], values: ['--as', '--out'], flags: [] },
  sources: { targets: ['FILE', 'DIR'], values: [], flags: [] },
  key: { targets: ['FILE'], values: [], flags: [] },
};

const PACK_USAGE = `Usage: npm run pack -- COMMAND …
  init DIR                        a new pack with a worked example; DIR's name is its id
  check DIR [--articles TEXTS]    all problems at once; quotations too where the sources' texts are given
  build DIR [--out FOLDER] [--sign KEY]   the pack file, its tables and their sha256
  diff BEFORE AFTER               what differs between two packs (folders or pack files)
  preview DIR [PAGE] [--firefox]  a browser with the pack loaded
  export DIR --as csl-json | web-annotation | schema-org [--out FILE]
  sources FILE DIR                adds the sources of a CSL-JSON file to a pack
  key FILE                        a new key pair to sign updates with`;

/** Reads the words after `npm run pack --`. */
export function readPackOptions(args: readonly string[]): PackOptions {
  const [word, ...rest] = args;
  const command = PACK_COMMANDS.find((name) => name === word);
  if (command === undefined) {
    const fault = word === undefined ? 'A command is missing.' : `There is no command "${word}".`;
    throw new PlainError(`${fault}\n${PACK_USAGE}`);
  }
  const form = FORMS[command];
  const targets: string[] = [];
  const values: Record<string, string> = {};
  const flags = new Set<string>();
  for (let at = 0; at < rest.length; at += 1) {
    const arg = rest[at] ?? '';
    if (!arg.startsWith('-')) targets.push(arg);
    else if (form.flags.includes(arg)) flags.add(arg);
    else if (form.values.includes(arg)) values[arg] = valueAfter(arg, rest[++at]);
    else throw new PlainError(`"pack ${command}" has no option ${arg}.`);
  }
  const needed = form.targets.filter((name) => !name.endsWith('?')).length;
  if (targets.length < needed || targets.length > form.targets.length)
    throw new PlainError(`"pack ${command}" wants ${form.targets.join(' ')}.\n${PACK_USAGE}`);
  return { command, targets, values, flags };
}

function valueAfter(name: string, value: string | undefined): string {
  if (value === undefined || value.startsWith('-')) throw new PlainError(`${name} wants a value.`);
  return value;
}
