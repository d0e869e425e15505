import { existsSync, watch } from 'node:fs';
import { buildName } from './browsers.ts';
import { buildExtension } from './build-extension.ts';
import { ensureBrowser } from './install-browser.ts';
import { serveLoopback } from './loopback.ts';
import { inProject, PlainError, runCommand } from './project.ts';
import { openSession, type Session } from './session.ts';
import { readStartOptions } from './start-options.ts';
import { addressOf, visitTarget } from './start-target.ts';

/** What the build reads. */
const watched = ['src', 'assets', 'data', 'manifest.json', 'build.mjs'];

/** Editors write a file in several steps; one build is enough for all of them. */
const quietMs = 150;

async function main(): Promise<number> {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const options = readStartOptions(process.argv.slice(2), cwd, process.env, process.platform);
  const executablePath = await ensureBrowser(options.kind);
  buildExtension();
  const site = await serveLoopback();
  const session = await openSession(options.kind, {
    executablePath,
    online: true,
    headless: options.headless,
  });
  const page = (await session.browser.pages())[0] ?? (await session.newPage());
  await visitTarget(page, addressOf(options.target, site));
  const closed = new AbortController();
  session.browser.once('disconnected', () => closed.abort());
  // One after the other: a page that is reloaded twice at once says so as a fault.
  let last = Promise.resolve();
  watchSources(closed.signal, () => {
    last = last.then(() => rebuild(session));
  });
  console.log(`Watching ${watched.join(', ')}. Close the browser or press Ctrl+C to end.`);
  await new Promise<void>((resolve) => closed.signal.addEventListener('abort', () => resolve()));
  await site.close();
  return 0;
}

/** A build that fails says why and leaves what was there. */
async function rebuild(session: Session): Promise<void> {
  try {
    buildExtension();
    // Installing the same folder again is how both browsers take a new version of it.
    await session.browser.installExtension(inProject('dist', buildName(session.kind)));
    const pages = await session.browser.pages();
    const web = pages.filter((page) => page.url().startsWith('http'));
    await Promise.all(web.map((page) => page.reload()));
    console.log(`Reloaded at ${new Date().toLocaleTimeString('en-GB')}`);
  } catch (error) {
    const [why] = String(error instanceof Error ? error.message : error).split('\n');
    console.error(error instanceof PlainError ? why : `The browser did not take the new build: ${why}`);
  }
}

function watchSources(signal: AbortSignal, onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMs);
  };
  for (const name of watched.filter((each) => existsSync(inProject(each)))) {
    watch(inProject(name), { recursive: true, signal }, soon);
  }
}

await runCommand(main);
