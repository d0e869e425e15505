import { browser } from './api.ts';

const EVERY_SITE = { origins: ['<all_urls>'] };

/** Whether the reader lets Sidelight read web pages. Firefox may withhold it after installing. */
export function holdsHostPermission(): Promise<boolean> {
  return browser.permissions.contains(EVERY_SITE);
}

/** Asks the reader; call it straight from a click. */
export function requestHostPermission(): Promise<boolean> {
  return browser.permissions.request(EVERY_SITE);
}
