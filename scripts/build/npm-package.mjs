// The npm package: the command line, the language server and the library, without what only VS Code wants.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../host/folders.mjs';
import { layOutLibraryTypes } from './library-types.mjs';

/** What of the checkout goes along, where it stands. */
const ALONG = [
  'dist/cli.js',
  'dist/library.js',
  'dist/pdf.js',
  'dist/model',
  'dist/THIRD-PARTY-NOTICES.txt',
  'docs/rules',
  'docs/command-line.md',
  'docs/configuration.md',
  'docs/continuous-integration.md',
  'docs/editors.md',
  'docs/formats.md',
  'docs/library.md',
  'docs/onrecord.schema.json',
  'LICENSE',
  'CHANGELOG.md',
];

/**
 * Lays the npm package out, ready for `npm pack` or `npm publish`; dist/ must be built for production.
 * @param {string} folder emptied first
 */
export async function layOutNpmPackage(folder) {
  await rm(folder, { recursive: true, force: true });
  for (const entry of ALONG) {
    await mkdir(path.dirname(path.join(folder, entry)), { recursive: true });
    await cp(path.join(root, entry), path.join(folder, entry), { recursive: true });
  }
  await layOutLibraryTypes(path.join(folder, 'types'));
  const page = await readFile(path.join(root, 'docs', 'npm.md'), 'utf8');
  // The page lies in docs/ here, and one level up in the package.
  await writeFile(path.join(folder, 'README.md'), page.replaceAll(/\]\((?![a-z]+:|#|\.\.\/)/g, '](docs/').replaceAll('](../', ']('));
  const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest(own), null, 2)}\n`);
}

/**
 * The package's own description: what it shares with the extension's, and no dependency, for everything is bundled.
 * @param {Record<string, unknown>} own
 */
export function manifest({ name, version, license, keywords, engines, bin, homepage, repository, bugs }) {
  return {
    name,
    version,
    description:
      'See who said what in a news article, and which claims nobody stands behind: a command line, a language server and a library.',
    license,
    keywords,
    ...(homepage ? { homepage } : {}),
    ...(repository ? { repository } : {}),
    ...(bugs ? { bugs } : {}),
    engines: { node: /** @type {{ node: string }} */ (engines).node },
    bin,
    main: './dist/library.js',
    types: './types/library.d.ts',
    exports: {
      '.': { types: './types/library.d.ts', default: './dist/library.js' },
      './schema.json': './docs/onrecord.schema.json',
      './package.json': './package.json',
    },
  };
}
