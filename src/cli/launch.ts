import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserKind, browserAdvice } from './browsers.ts';
import { PlainError } from './project.ts';

export interface LaunchOptions {
  readonly kind: BrowserKind;
  readonly executablePath: string;
  readonly headless?: boolean;
  /** Lets pages reach the internet; tests never do. */
  readonly online?: boolean;
  /** The Firefox add-on id and the address that it is to get. */
  readonly geckoId?: string;
  readonly args?: readonly string[];
  readonly prefs?: Readonly<Record<string, unknown>>;
}

/** Where the extension's own pages live in Firefox; fixed, so that their address is known. */
export const firefoxUuid = '6a1f0c52-3c1e-4c0a-9d53-0d6f3f7a1b11';

const offlineRules = 'MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost';

/** Port 9 (discard) answers nobody: whatever is not loopback is refused at once. */
const offlinePrefs = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': '127.0.0.1, localhost',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** A browser with a fresh profile of its own, cut off from the network unless `online`. */
export async function launchBrowser(options: LaunchOptions): Promise<Browser> {
  try {
    return await (options.kind === 'firefox' ? launchFirefox(options) : launchChromium(options));
  } catch (error) {
    const cause = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new PlainError(
      `${options.executablePath} did not start (${cause}): ${browserAdvice(options.kind)}.`,
    );
  }
}

function launchChromium(options: LaunchOptions): Promise<Browser> {
  const { executablePath, headless = true, online = false, args = [] } = options;
  return puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: [
      // Chromium's sandbox refuses to run as root, which is what containers are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(online ? [] : [`--host-resolver-rules=${offlineRules}`, '--disable-background-networking']),
      '--lang=en-US',
      ...args,
    ],
  });
}

function launchFirefox(options: LaunchOptions): Promise<Browser> {
  const { executablePath, headless = true, online = false, geckoId, args = [], prefs = {} } = options;
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      ...(online ? {} : offlinePrefs),
      ...(geckoId ? { 'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: firefoxUuid }) } : {}),
      'intl.accept_languages': 'en-US, en',
      ...prefs,
    },
  });
}
