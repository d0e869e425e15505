import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cardHostStyle } from '../../src/dom/card-host-style.ts';

const UI = join(import.meta.dirname, '../../src/ui');
const read = (pattern: RegExp) =>
  readdirSync(UI)
    .filter((file) => pattern.test(file))
    .map((file) => readFileSync(join(UI, file), 'utf8'))
    .join('\n');

const sheets = read(/^card.*\.css$|^tokens\.css$/);
const components = read(/\.tsx$/);
const classesIn = (css: string) =>
  new Set([...css.matchAll(/\.([a-z][a-z-]*)/g)].map(([, name = '']) => name));

/** The one class that both know: the host drags a sheet by the handle that the card draws. */
const SHARED = 'handle';

test('the card has no class of the host, which shares its shadow root', () => {
  const host = classesIn(cardHostStyle);
  expect(host.size).toBeGreaterThan(3);
  const used = [...components.matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '));
  expect(used.filter((name) => host.has(name) && name !== SHARED)).toEqual([]);
});

test.each([...classesIn(sheets.replace(/\/\*.*?\*\//gs, ''))])(
  'the class %s is drawn by a component',
  (name) => {
    expect(components).toMatch(new RegExp(`[" '\`]${name}[" '\`]`));
  },
);

test('only logical properties: nothing is left or right', () => {
  expect(
    sheets.match(/^\s*(?:(?:margin|padding|border|inset)-)?(?:left|right)\s*:|^\s*(?:width|height)\s*:/gm),
  ).toBeNull();
});

test.each(['http', 'url(', '@import', '@font-face', 'rem;'])('the style sheets have no "%s"', (word) => {
  expect(sheets).not.toContain(word);
});
