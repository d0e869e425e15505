import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pseudoLocale } from '../core/pseudo-locale.ts';
import { type BrowserKind, buildName } from './browsers.ts';
import { inProject } from './project.ts';

/** A theme, or a language that nobody speaks: a long one, one from right to left. */
export type Look = 'light' | 'dark' | 'long' | 'rtl';

const PACK = 'human-rights-sanctions';
const LIBRARY = 'pages/library/library.html';
/** The extension's own pages by name, each with something to show. */
export const ownPages: Readonly<Record<string, string>> = {
  toolbar: 'pages/toolbar/toolbar.html',
  panel: 'pages/panel/panel.html',
  library: LIBRARY,
  search: `${LIBRARY}#/search/magnitsky`,
  terms: `${LIBRARY}#/terms`,
  who: `${LIBRARY}#/who`,
  timeline: `${LIBRARY}#/timeline`,
  term: `${LIBRARY}#/term/${PACK}/magnitsky-act`,
  question: `${LIBRARY}#/question/${PACK}/kremlin-anger`,
  source: `${LIBRARY}#/source/${PACK}/lester-2013`,
  options: 'pages/options/options.html',
  welcome: 'pages/welcome/welcome.html',
};

/** A copy of the built extension, speaking the look's language. */
export function prepareExtension(kind: BrowserKind, look: Look): string {
  const dir = mkdtempSync(join(tmpdir(), 'sidelight-'));
  cpSync(inProject('dist', buildName(kind)), dir, { recursive: true });
  if (look !== 'long' && look !== 'rtl') return dir;
  const file = join(dir, '_locales', 'en', 'messages.json');
  writeFileSync(file, JSON.stringify(pseudoLocale(JSON.parse(readFileSync(file, 'utf8')), look)));
  return dir;
}
