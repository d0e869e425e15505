import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../src/cli/project.ts';

const languages = readdirSync(inProject('assets', '_locales'));
const read = (...path: string[]) => readFileSync(inProject(...path), 'utf8');
const short = /## Short description\n\n(.+)\n\n## Long description\n\n([\s\S]+)$/;

/** The Chrome Web Store refuses a longer description in the manifest. */
const MOST_SHORT_UNITS = 132;
/** Long enough to say what it does; the Chrome Web Store takes 16,000. */
const longUnits = { least: 800, most: 4_000 };

describe.each(languages)('the store listing in "%s"', (language) => {
  const [, summary = '', text = ''] = short.exec(read('assets', 'store', 'listings', `${language}.md`)) ?? [];
  const messages = JSON.parse(read('assets', '_locales', language, 'messages.json'));

  test('its short text is the one in the package, and fits', () => {
    expect(messages.extension_description.message).toBe(summary);
    expect(summary.length).toBeLessThanOrEqual(MOST_SHORT_UNITS);
  });

  test('its long text fits, and says the same in as many parts', () => {
    expect(text.length).toBeGreaterThan(longUnits.least);
    expect(text.length).toBeLessThan(longUnits.most);
    expect(text.match(/^• /gm)).toHaveLength(12);
    expect(text).not.toMatch(/!/);
  });
});

test('each permission is explained to the stores', () => {
  const { permissions, host_permissions } = JSON.parse(read('manifest.json'));
  const answers = read('assets', 'store', 'privacy-answers.md');
  for (const permission of [...permissions, ...host_permissions, 'sidePanel'])
    expect(answers).toContain(`| \`${permission}\` |`);
});
