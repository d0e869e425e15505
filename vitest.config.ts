import { defineConfig } from 'vitest/config';

// Three beds: `unit` runs in Node (files that need a DOM say `@vitest-environment jsdom` on top), `e2e` drives the
// built extension in real Chromium and Firefox, two files at a time, and reads the package; `promises` does the same
// for what takes longer.
// A busy machine can swallow a pointer event; what is broken fails three times.
const inBrowsers = { maxWorkers: 2, retry: 2, testTimeout: 60_000, hookTimeout: 180_000 };
// In Node a test hangs or ends; how long it takes is the machine's affair.
const inNode = { testTimeout: 60_000 };
const beds = ['tests/e2e/**', 'tests/package/**', 'tests/promises/**'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: beds, ...inNode } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/package/**/*.test.ts'],
          ...inBrowsers,
        },
      },
      { test: { name: 'promises', include: ['tests/promises/**/*.test.ts'], ...inBrowsers } },
    ],
  },
});
