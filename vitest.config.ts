import { defineConfig } from 'vitest/config';

// Five beds: `unit` and `unit-apart` run in Node; `e2e` drives the built extension in real Chromium and Firefox, two
// files at a time, and reads the package; `long` (files named *.long.test.ts) and `promises` do the same for what
// would make `npm test` a wait.
// A busy machine can swallow a pointer event; what is broken fails three times.
const inBrowsers = { maxWorkers: 2, retry: 2, testTimeout: 60_000, hookTimeout: 180_000 };
// In Node a test hangs or ends; how long it takes is the machine's affair.
const inNode = { testTimeout: 60_000, setupFiles: ['tests/seed.ts'] };
// These leave something behind in their world: a DOM (files that say `@vitest-environment jsdom` on top), a browser's API,
// a module that has started. Each gets a world of its own; all others share one, which halves the time.
const apart = ['tests/{background,browser,content,dom,pages,ui}/**/*.test.{ts,tsx}'];
const long = ['tests/e2e/**/*.long.test.ts'];
const beds = ['tests/e2e/**', 'tests/package/**', 'tests/promises/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...beds, ...apart],
          isolate: false,
          ...inNode,
        },
      },
      { test: { name: 'unit-apart', include: apart, ...inNode } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/package/**/*.test.ts'],
          exclude: long,
          ...inBrowsers,
        },
      },
      { test: { name: 'long', include: long, ...inBrowsers } },
      { test: { name: 'promises', include: ['tests/promises/**/*.test.ts'], ...inBrowsers } },
    ],
  },
});
