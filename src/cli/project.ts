import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the project. */
export function inProject(...parts: readonly string[]): string {
  return join(projectRoot, ...parts);
}

/** A mistake of the caller's or of the machine's, told in one sentence, without a stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}

/** Runs a command's main function; a PlainError ends it with its sentence and exit code 2. */
export async function runCommand(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    const plain = error instanceof PlainError;
    console.error(plain ? error.message : error);
    process.exit(plain ? 2 : 1);
  }
}
