// What every page has and the code that comes later wants, too. The build reads the imports below: in the scripts that
// come later these names stand for what is left here, so that nothing is brought, compiled and kept twice.
import { decodeBase64 } from '../browser/base64.ts';
import { ask, isConnectedToExtension, watchSettingsChange } from '../browser/page-api.ts';
import { createTurn, WorkCount, waitForTurn } from '../browser/turn.ts';
import { createKeyLook } from '../core/first-look.ts';
import { keepWeakly } from '../core/keep-weakly.ts';
import { siteOf } from '../core/site.ts';
import { watchChanges } from '../dom/change-watch.ts';
import { createWalker, findBody, findElement, findFirstText } from '../dom/safe-document.ts';
import { isAttached, isElement, isText, nameOf, parentElementOf, parentOf } from '../dom/safe-dom.ts';
import { findBlock } from '../dom/text-runs.ts';
import { TextScan } from '../dom/text-scan.ts';
import { isUnread, isUnreadItself, TextWalk } from '../dom/text-walk.ts';
import { findEnclosingBlock } from './enclosing-block.ts';
import { waitForReader } from './reader-signs.ts';

const code = {
  decodeBase64,
  ask,
  isConnectedToExtension,
  watchSettingsChange,
  createKeyLook,
  keepWeakly,
  siteOf,
  watchChanges,
  createWalker,
  findBody,
  findElement,
  findFirstText,
  isAttached,
  isElement,
  isText,
  nameOf,
  parentElementOf,
  parentOf,
  findBlock,
  TextScan,
  isUnread,
  isUnreadItself,
  TextWalk,
  findEnclosingBlock,
  waitForReader,
  createTurn,
  WorkCount,
  waitForTurn,
};

/** To be called before the scripts that come later are asked for. */
export function shareCode(): void {
  Reflect.set(globalThis, Symbol.for('sidelight.code'), code);
}
