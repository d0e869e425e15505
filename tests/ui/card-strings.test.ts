import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import messages from '../../assets/_locales/en/messages.json' with { type: 'json' };

const SRC = join(import.meta.dirname, '../../src');
const source = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(ui|content|pages)\W.*\.tsx?$/.test(file))
  .map((file) => readFileSync(join(SRC, file), 'utf8'))
  .join('\n');

/** Keys written out, and the beginnings of those put together. */
const written = [...new Set([...source.matchAll(/['"`](card(?:_[a-z]+)+)/g)].map(([, key = '']) => key))];
const keys = Object.keys(messages).filter((key) => key.startsWith('card_'));

/** A counted text stands under the plural forms of its key. */
const bare = (key: string) => key.replace(/_(one|few|many|other)$/, '');

test.each(written)('the text %s exists', (key) => {
  expect(keys.some((each) => each === key || each.startsWith(`${key}_`))).toBe(true);
});

test.each(keys)('the text %s is used', (key) => {
  expect(written.some((used) => key === used || key.startsWith(`${used}_`))).toBe(true);
});

test('counted texts have their general form', () => {
  const counted = keys.filter((key) => bare(key) !== key).map(bare);
  for (const key of counted) expect(keys).toContain(`${key}_other`);
});

test('no text shouts', () => {
  for (const { message } of Object.values(messages)) expect(message).not.toContain('!');
});
