// The types of the library: what can be reached from server/src/library.ts, and the protocol's types that it speaks of.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectNode } from '../checkout.mjs';
import { runToEnd } from '../host/commands.mjs';
import { root } from '../host/folders.mjs';

/** The packages whose types ours speak of, and where they have them. They go along, so that the library has no dependency. */
const PACKAGES = new Map([
  ['jsonc-parser', 'lib/umd/main'],
  ['vscode-languageserver-types', 'lib/umd/main'],
  ['vscode-uri', 'lib/umd/index'],
]);
/** The folder that they go to. */
const ALONG = 'packages';

const IMPORT = /(\bfrom |\bimport\()'([^']+)'/g;

/**
 * @param {string} folder where `library.d.ts` and its neighbours go
 * @throws {Error} where a type comes from a package that does not go along
 */
export async function layOutLibraryTypes(folder) {
  const declared = await mkdtemp(path.join(tmpdir(), 'onrecord-types-'));
  try {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    await runToEnd(projectNode(), [tsc, '-p', path.join(import.meta.dirname, 'library.tsconfig.json'), '--outDir', declared], {
      cwd: root,
    });
    const wanted = ['library.d.ts'];
    const known = new Set(wanted);
    for (let file = wanted.shift(); file !== undefined; file = wanted.shift()) {
      const here = path.posix.dirname(file);
      const source = file.startsWith(`${ALONG}/`)
        ? path.join(root, 'node_modules', file.slice(ALONG.length + 1))
        : path.join(declared, file);
      const text = await readFile(source, 'utf8');
      const placed = text.replaceAll(IMPORT, (_, before, /** @type {string} */ name) => {
        const entry = PACKAGES.get(name);
        if (!entry && !name.startsWith('.')) throw new Error(`The library's types need ${name} (${file}), which is not in its package.`);
        const target = entry ? `${ALONG}/${name}/${entry}.d.ts` : resolved(path.posix.join(here, name));
        if (!known.has(target)) wanted.push(target);
        known.add(target);
        return `${before}'${relative(here, target.replace(/\.d\.ts$/, ''))}'`;
      });
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), placed);
    }
  } finally {
    await rm(declared, { recursive: true, force: true });
  }

  /** @param {string} name a module, or a folder with an index @returns {string} */
  function resolved(name) {
    return INDEXED.has(name) ? `${name}/index.d.ts` : `${name}.d.ts`;
  }
}

/** Rooms that are imported by their folder. */
const INDEXED = new Set(['rules', 'text/formats', 'attribution/patterns']);

/**
 * @param {string} from a folder
 * @param {string} to a module
 */
function relative(from, to) {
  const name = path.posix.relative(from, to);
  return `${name.startsWith('.') ? name : `./${name}`}.js`;
}
