import { spawnSync } from 'node:child_process';
import { inProject, PlainError, projectRoot } from './project.ts';

/** Runs the build under the project's Node; its own problems stand above the sentence that ends it. */
export function buildExtension(...args: readonly string[]): void {
  const command = [inProject('build.mjs'), ...args];
  const done = spawnSync(process.execPath, command, { cwd: projectRoot, stdio: 'inherit' });
  if (done.status !== 0) throw new PlainError('The build failed; its problems stand above.');
}
