import polyfill, { type Runtime } from 'webextension-polyfill';

/** The extension API with promises, for the background and the extension's own pages. */
export const browser = polyfill;

/** Whether this is Firefox: told from the address of the extension's own pages. */
export function isFirefox(): boolean {
  return browser.runtime.getURL('').startsWith('moz-extension:');
}

/** Where a message came from. */
export type Sender = Runtime.MessageSender;
