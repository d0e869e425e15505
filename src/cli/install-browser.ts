import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as installer from '@puppeteer/browsers';
import { type BrowserKind, browserAdvice, browserPackage, describeBrowser, findBrowser } from './browsers.ts';
import { inProject, PlainError } from './project.ts';

/** Without a font a page's picture shows boxes. */
const FONTS = 'fonts-liberation';

/** Downloads stay in the project: `rm -r node_modules` leaves nothing behind. */
const cacheDir = inProject('node_modules', '.cache', 'browsers');

/** Path of a browser, installing one where none is; one clear sentence when nothing works. */
export async function ensureBrowser(kind: BrowserKind): Promise<string> {
  const found = findBrowser(kind) ?? (await findDownloaded(kind));
  if (found) return found;
  console.log(`No ${describeBrowser(kind)} found: installing one`);
  const installed = installFromDebian(kind) ?? (await download(kind));
  if (installed) return installed;
  throw new PlainError(
    `Sidelight needs ${describeBrowser(kind)}, and none could be found or installed: ${browserAdvice(kind)}.`,
  );
}

function installFromDebian(kind: BrowserKind): string | undefined {
  const isDebian = process.platform === 'linux' && existsSync('/etc/debian_version');
  if (!isDebian || process.getuid?.() !== 0) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
  if (!apt('update', '-q')) return undefined;
  if (!apt('install', '-y', '-q', '--no-install-recommends', browserPackage(kind), FONTS)) return undefined;
  return findBrowser(kind);
}

function downloadName(kind: BrowserKind): installer.Browser {
  return kind === 'chromium' ? installer.Browser.CHROME : installer.Browser.FIREFOX;
}

async function findDownloaded(kind: BrowserKind): Promise<string | undefined> {
  if (!existsSync(cacheDir)) return undefined;
  const browsers = await installer.getInstalledBrowsers({ cacheDir });
  return browsers.find((entry) => entry.browser === downloadName(kind))?.executablePath;
}

async function download(kind: BrowserKind): Promise<string | undefined> {
  const browser = downloadName(kind);
  const platform = installer.detectBrowserPlatform();
  if (!platform) return undefined;
  try {
    const buildId = await installer.resolveBuildId(browser, platform, installer.BrowserTag.STABLE);
    return (await installer.install({ browser, buildId, platform, cacheDir })).executablePath;
  } catch (error) {
    console.error(`The download did not work: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
