// npm run package: the extension as dist/onrecord-VERSION.vsix, and the command line and language server as the npm package beside it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureInstalled, projectNode } from './checkout.mjs';
import { npm, runToEnd } from './host/commands.mjs';
import { root } from './host/folders.mjs';

/** The packager of VS Code's makers. It is fetched when it is wanted: nothing else needs it, and it is a third of everything else. */
const VSCE = '@vscode/vsce@4.1.0';

try {
  await ensureInstalled((words) => console.log(words));
  await runToEnd(projectNode(), ['esbuild.mjs', '--production'], { cwd: root });
  const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
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
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--out',
      vsix,
    ],
    {
      cwd: root,
    },
  );
  console.log(vsix);
  await npm(['pack', '--silent', '--pack-destination=dist'], { cwd: root });
  console.log(`dist/${name}-${version}.tgz`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
