// npm run package: the extension as dist/onrecord-VERSION.vsix, and the command line and language server as the npm package beside it.
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { layOutNpmPackage } from './build/npm-package.mjs';
import { ensureInstalled, projectNode } from './checkout.mjs';
import { npm, runToEnd } from './host/commands.mjs';
import { root } from './host/folders.mjs';

/** The packager of VS Code's makers. It is fetched when it is wanted: nothing else needs it, and it is a third of everything else. */
const VSCE = '@vscode/vsce@4.1.0';

try {
  await ensureInstalled((words) => console.log(words));
  const { name, version, repository } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  // A leftover of an earlier build must not travel.
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  await runToEnd(projectNode(), ['esbuild.mjs', '--production'], { cwd: root });
  const vsix = `dist/${name}-${version}.vsix`;
  await npm(
    [
      'exec',
      '--yes',
      `--package=${VSCE}`,
      '--',
      'vsce',
      'package',
      '--no-dependencies',
      '--allow-unused-files-pattern',
      ...(await page(repository)),
      '--out',
      vsix,
    ],
    {
      cwd: root,
    },
  );
  console.log(vsix);
  const folder = path.join(root, 'dist', 'npm');
  await layOutNpmPackage(folder);
  await npm(['pack', '--silent', `--pack-destination=${path.join(root, 'dist')}`], { cwd: folder });
  console.log(`dist/${name}-${version}.tgz`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * The extension's page. Its pictures are shown from the repository, to which the packager turns their links; as long as there is none, it goes without.
 * @param {unknown} repository
 * @returns {Promise<string[]>}
 */
async function page(repository) {
  if (repository) return [];
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  await writeFile(path.join(root, 'dist', 'README.md'), readme.replaceAll(/^!\[[^\]]*\]\(docs\/images\/[^)]*\)\n+/gm, ''));
  return ['--allow-missing-repository', '--no-rewrite-relative-links', '--readme-path', 'dist/README.md'];
}
