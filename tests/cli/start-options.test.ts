import { expect, test } from 'vitest';
import { readStartOptions } from '../../src/cli/start-options.ts';

const read = (args: readonly string[], env: NodeJS.ProcessEnv = {}, platform: NodeJS.Platform = 'linux') =>
  readStartOptions(args, import.meta.dirname, env, platform);

test.each([
  [[], { kind: 'chromium', headless: true, target: { type: 'demo' } }],
  [['--firefox'], { kind: 'firefox', target: { type: 'demo' } }],
  [['https://example.org/a b'], { target: { type: 'address', url: 'https://example.org/a%20b' } }],
  [['start-options.test.ts'], { target: { type: 'file', path: import.meta.filename } }],
  [['--firefox', 'http://127.0.0.1:80'], { kind: 'firefox', target: { url: 'http://127.0.0.1/' } }],
])('%j is understood', (args, expected) => {
  expect(read(args)).toMatchObject(expected);
});

test.each([
  ['nowhere.html', '"nowhere.html" is neither a file here nor an http or https address.'],
  ['ftp://example.org', '"ftp://example.org" is neither a file here nor an http or https address.'],
  ['https://', '"https://" is not a complete address, such as https://example.org/page.'],
  ['--fast', 'Unknown option --fast; npm start knows --firefox, --chromium and --headless.'],
])('%s is refused in one sentence', (arg, sentence) => {
  expect(() => read([arg])).toThrow(sentence);
});

test.each([
  [{}, 'linux', true],
  [{ DISPLAY: ':0' }, 'linux', false],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', false],
  [{}, 'darwin', false],
  [{}, 'win32', false],
] as const)('with %j on %s headless is %s', (env, platform, headless) => {
  expect(read([], env, platform).headless).toBe(headless);
});
