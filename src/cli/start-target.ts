import { basename, dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import { goTo } from './go-to.ts';
import type { Loopback } from './loopback.ts';
import { inProject, PlainError } from './project.ts';
import type { Target } from './start-options.ts';

/** The address of what is to be opened; files and the demonstration article are served from this machine. */
export function addressOf(target: Target, site: Loopback): string {
  if (target.type === 'address') return target.url;
  if (target.type === 'demo') {
    site.putFolder('/', inProject('tests', 'fixtures', 'demo'));
    return site.url('/article.html');
  }
  site.putFolder('/', dirname(target.path));
  return site.url(`/${encodeURIComponent(basename(target.path))}`);
}

/** Opens it; says in one sentence why it could not be. */
export async function visitTarget(page: Page, url: string): Promise<void> {
  try {
    await goTo(page, url);
  } catch (error) {
    const cause = error instanceof Error ? error.message.replace(/ at http.*/s, '') : String(error);
    throw new PlainError(`${url} could not be opened: ${cause}.`);
  }
}
