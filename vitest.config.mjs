import { readFile } from 'node:fs/promises';
import { defineConfig } from 'vitest/config';

/** Weights are imported as bytes, in the bundles by esbuild's `binary` loader and here by the same rule. */
const binary = {
  name: 'binary-as-bytes',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} id */
  async load(id) {
    if (!id.endsWith('.bin')) return null;
    const base64 = (await readFile(id)).toString('base64');
    return `export default Uint8Array.from(atob(${JSON.stringify(base64)}), (c) => c.charCodeAt(0));`;
  },
};

export default defineConfig({
  plugins: [binary],
  test: {
    setupFiles: ['test/property-runs.ts'],
    coverage: { include: ['server/src/**'] },
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'corpus', include: ['test/corpus/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'lsp',
          include: ['test/lsp/**/*.test.ts'],
          globalSetup: ['test/lsp/build.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
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
