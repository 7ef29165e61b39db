import { defineConfig } from 'vitest/config';

/** Weights are imported as bytes, in the bundles (scripts/build/weights.mjs) and here by the same rule. */
const binary = {
  name: 'binary-as-bytes',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} id */
  load: (id) =>
    id.endsWith('.bin') ? `import { readFileSync } from 'node:fs';\nexport default readFileSync(${JSON.stringify(id)});` : null,
};

export default defineConfig({
  plugins: [binary],
  test: {
    setupFiles: ['test/property-runs.ts'],
    coverage: { include: ['server/src/**'] },
    projects: [
      // The machine may be busy with other things; a test that hangs still ends.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 } },
      // Long, and told by time: for `npm run soak` alone.
      { extends: true, test: { name: 'soak', include: ['test/soak/**/*.test.ts'], testTimeout: 3_600_000, hookTimeout: 3_600_000 } },
      { extends: true, test: { name: 'corpus', include: ['test/corpus/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'lsp',
          include: ['test/lsp/**/*.test.ts', 'test/program/**/*.test.ts'],
          globalSetup: ['test/lsp/build.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['test/packages/**/*.test.ts'],
          globalSetup: ['test/packages/package.ts'],
          fileParallelism: false,
          retry: 1,
          // What is seen on the screen comes when it comes: a second is too short where the machine is busy.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'interface',
          include: ['test/workbench/interface/**/*.test.ts'],
          globalSetup: ['test/lsp/build.ts'],
          // One window at a time: a person's eyes are not in two places, and VS Code needs the machine.
          fileParallelism: false,
          // A browser on a busy machine may miss a click, as a person may.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
