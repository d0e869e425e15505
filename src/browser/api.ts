import polyfill, { type Runtime } from 'webextension-polyfill';

/** The extension API with promises, for the background and the extension's own pages. */
export const browser = polyfill;

/** Where a message came from. */
export type Sender = Runtime.MessageSender;
