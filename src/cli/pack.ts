import { join, resolve } from 'node:path';
import { buildPackTo, checkPack, diffPackFiles, initPack, makeKey } from './pack-commands.ts';
import { type PackOptions, readPackOptions } from './pack-options.ts';
import { PlainError, runCommand } from './project.ts';

async function main(): Promise<number> {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  // Paths in problems are told from where the command was given.
  process.chdir(cwd);
  return run(readPackOptions(process.argv.slice(2)), (path) => resolve(cwd, path));
}

async function run({ command, targets, values }: PackOptions, at: (path: string) => string): Promise<number> {
  const [first = '', second = ''] = targets;
  const dir = at(first);
  const given = (name: string) => (values[name] === undefined ? undefined : at(values[name]));
  switch (command) {
    case 'init':
      return initPack(dir, first);
    case 'check':
      return checkPack(dir, first, given('--articles'));
    case 'build':
      return buildPackTo(dir, first, given('--out') ?? join(dir, 'build'), given('--sign'));
    case 'diff':
      return diffPackFiles(dir, at(second), targets);
    case 'key':
      return makeKey(dir, first);
    default:
      throw new PlainError(`"pack ${command}" is not there yet.`);
  }
}

await runCommand(main);
