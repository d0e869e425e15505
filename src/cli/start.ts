import { basename, dirname } from 'node:path';
import { buildExtension } from './build-extension.ts';
import { ensureBrowser } from './install-browser.ts';
import { type Loopback, serveLoopback } from './loopback.ts';
import { inProject, runCommand } from './project.ts';
import { openSession } from './session.ts';
import { showHeadless, showWindow } from './show-page.ts';
import { readStartOptions, type Target } from './start-options.ts';

/** The demo's richest card; on other pages the first marked Mention is opened. */
const demoSurface = 'Magnitsky Act';

async function main(): Promise<number> {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const options = readStartOptions(process.argv.slice(2), cwd, process.env, process.platform);
  const executablePath = await ensureBrowser(options.kind);
  buildExtension();
  const site = await serveLoopback();
  const online = !options.headless || options.target.type === 'address';
  const session = await openSession(options.kind, { executablePath, online, headless: options.headless });
  try {
    const url = addressOf(options.target, site);
    const pictured = { surface: demoSurface, picture: inProject('dist', 'start.png') };
    await (options.headless ? showHeadless(session, url, pictured) : showWindow(session, url));
  } finally {
    await session.close();
    await site.close();
  }
  return 0;
}

function addressOf(target: Target, site: Loopback): string {
  if (target.type === 'address') return target.url;
  if (target.type === 'demo') {
    site.putFolder('/', inProject('tests', 'fixtures', 'demo'));
    return site.url('/article.html');
  }
  site.putFolder('/', dirname(target.path));
  return site.url(`/${encodeURIComponent(basename(target.path))}`);
}

await runCommand(main);
