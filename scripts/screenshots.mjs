// npm run screenshots [-- SCENE…]: pictures of VS Code with On Record in it, in a light, a dark and a high-contrast theme, in out/screenshots.
// The scenes are those of test/workbench/screenshots.ts. Chosen pictures are copied to docs/images by hand.
import { build, ensureInstalled, projectNode } from './checkout.mjs';
import { runToEnd } from './host/commands.mjs';
import { root } from './host/folders.mjs';

/** @param {string} words */
const say = (words) => console.log(words);

const script = 'dist/test/screenshots.mjs';

try {
  await ensureInstalled(say);
  await build();
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: ['test/workbench/screenshots.ts'],
    absWorkingDir: root,
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  await runToEnd(projectNode(), [script, ...process.argv.slice(2)], { cwd: root, show: true });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
