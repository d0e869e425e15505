import { join, resolve } from 'node:path';
import { buildPackTo, checkPack, diffPackFiles, initPack, makeKey } from './pack-commands.ts';
import { type PackOptions, readPackOptions } from './pack-options.ts';
import { addSources, exportPack } from './pack-standards.ts';
import { runCommand } from './project.ts';
import { hasDisplay } from './start-options.ts';

async function main(): Promise<number> {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  // Paths in problems are told from where the command was given.
  process.chdir(cwd);
  return run(readPackOptions(process.argv.slice(2)), (path) => resolve(cwd, path));
}

async function run(
  { command, targets, values, flags }: PackOptions,
  at: (path: string) => string,
): Promise<number> {
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
    case 'sources':
      return addSources(dir, first, at(second));
    case 'export':
      return exportPack(dir, first, values['--as'], given('--out'));
    case 'preview': {
      // What drives a browser takes longer to load than the other commands take to run.
      const { previewPack } = await import('./pack-preview.ts');
      return previewPack(dir, first, {
        kind: flags.has('--firefox') ? 'firefox' : 'chromium',
        headless: flags.has('--headless') || !hasDisplay(process.env, process.platform),
        ...(targets[1] !== undefined && { page: at(second) }),
      });
    }
  }
}

await runCommand(main);
