import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { inCard } from '../../src/cli/page-view.ts';
import { inProject } from '../../src/cli/project.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import type { Bed } from './harness.ts';

const axe = readFileSync(inProject('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

// Runs in the content scripts' world, the only one that may look into a closed root. axe finds shadow trees by
// `shadowRoot`, so the host is given one that this world alone sees.
const check = `async (root) => {
  if (!globalThis.axe) { ${axe} }
  Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  const found = await globalThis.axe.run(root.host, { resultTypes: ['violations', 'passes'] });
  delete root.host.shadowRoot;
  return {
    violations: found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all, none }) => id + ': ' + html + ' ' + [...any, ...all, ...none].map(({ message }) => message).join(' '))),
    passes: found.passes.map(({ id }) => id),
  };
}`;

/** What axe has to say of the open card; fails when it has not looked into it. */
export async function findAccessFaults({ session }: Bed, page: Page): Promise<readonly string[]> {
  const found = await waitFor('a card to check', async () => {
    const [first] = await inCard(session, page, { toString: () => check } as never);
    return first as unknown as { violations: string[]; passes: string[] } | undefined;
  });
  // Each of ours has a language or a button: a check that passed nothing has seen nothing.
  if (found.passes.length < 3) throw new Error(`axe looked at too little: ${found.passes.join(', ')}`);
  return found.violations;
}
