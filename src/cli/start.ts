import { rmSync } from 'node:fs';
import { buildExtension } from './build-extension.ts';
import { ensureBrowser } from './install-browser.ts';
import { serveLoopback } from './loopback.ts';
import { inProject, runCommand } from './project.ts';
import { openSession } from './session.ts';
import { showHeadless, showWindow } from './show-page.ts';
import { readStartOptions } from './start-options.ts';
import { addressOf } from './start-target.ts';

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
    if (!options.headless) {
      await showWindow(session, url);
      return 0;
    }
    const picture = inProject('dist', 'start.png');
    // A picture of an earlier start must not pass for one of this.
    rmSync(picture, { force: true });
    const isShown = await showHeadless(session, url, { surface: demoSurface, picture });
    if (isShown || options.target.type !== 'demo') return 0;
    console.error('\nNothing is marked on the demonstration article: Sidelight does not work here.');
    return 1;
  } finally {
    await session.close();
    await site.close();
  }
}

await runCommand(main);
