// What every page has and the code that comes later wants, too. The build reads the imports below: in the scripts that
// come later these names stand for what is left here, so that nothing is brought, compiled and kept twice.
import { decodeBase64 } from '../browser/base64.ts';
import { ask, isConnectedToExtension, watchSettingsChange } from '../browser/page-api.ts';
import { createTurn, waitForTurn } from '../browser/turn.ts';
import { readyGears } from '../core/byte-gears.ts';
import {
  COMPLEX,
  findFolds,
  foldCodePoint,
  isDash,
  isSpace,
  JOINT,
  learnUnit,
  SOLO,
  WORD,
} from '../core/fold-unit.ts';
import { KEPT_WORDS } from '../core/plain-scan.ts';
import { readToken } from '../core/read-token.ts';
import { siteOf } from '../core/site.ts';
import { gearOf, hashUnit, TokenCursor } from '../core/token-cursor.ts';
import { WordScan } from '../core/word-scan.ts';
import { watchChanges } from '../dom/change-watch.ts';
import { createWalker, findBody, findElement } from '../dom/safe-document.ts';
import { isAttached, isElement, isText, nameOf, parentElementOf, parentOf } from '../dom/safe-dom.ts';
import { findBlock } from '../dom/text-runs.ts';
import { TextScan } from '../dom/text-scan.ts';
import { isUnread, isUnreadItself, TextWalk } from '../dom/text-walk.ts';

const code = {
  decodeBase64,
  ask,
  isConnectedToExtension,
  watchSettingsChange,
  readyGears,
  COMPLEX,
  findFolds,
  foldCodePoint,
  isDash,
  isSpace,
  JOINT,
  learnUnit,
  SOLO,
  WORD,
  KEPT_WORDS,
  readToken,
  siteOf,
  gearOf,
  hashUnit,
  TokenCursor,
  WordScan,
  watchChanges,
  createWalker,
  findBody,
  findElement,
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
  createTurn,
  waitForTurn,
};

/** To be called before the scripts that come later are asked for. */
export function shareCode(): void {
  Reflect.set(globalThis, Symbol.for('sidelight.code'), code);
}
