import { defineConfig } from 'vitest/config';

// Two beds: `unit` runs in Node (files that need a DOM say `@vitest-environment jsdom` on top),
// `e2e` drives the built extension in real Chromium and Firefox, one file at a time.
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**'] } },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          // A busy machine can swallow a pointer event; what is broken fails three times.
          retry: 2,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
