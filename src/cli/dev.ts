import { spawnSync } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { ensureBrowser } from './install-browser.ts';
import { serveLoopback } from './loopback.ts';
import { inProject, projectRoot, runCommand } from './project.ts';
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
  build();
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
  watchSources(closed.signal, () => void rebuild(session));
  console.log(`Watching ${watched.join(', ')}. Close the browser or press Ctrl+C to end.`);
  await new Promise<void>((resolve) => closed.signal.addEventListener('abort', () => resolve()));
  await site.close();
  return 0;
}

/** A build that fails says why and leaves what was there. */
function build(): boolean {
  const done = spawnSync(process.execPath, [inProject('build.mjs')], { cwd: projectRoot, stdio: 'inherit' });
  return done.status === 0;
}

async function rebuild(session: Session): Promise<void> {
  if (!build()) return;
  try {
    // Installing the same folder again is how both browsers take a new version of it.
    await session.browser.installExtension(
      inProject('dist', session.kind === 'firefox' ? 'firefox' : 'chrome'),
    );
    const pages = await session.browser.pages();
    const web = pages.filter((page) => page.url().startsWith('http'));
    await Promise.all(web.map((page) => page.reload()));
    console.log(`Reloaded at ${new Date().toLocaleTimeString('en-GB')}`);
  } catch (error) {
    console.error(
      `The browser did not take the new build: ${error instanceof Error ? error.message : error}`,
    );
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
