// The notices that the licenses of bundled packages ask for, read from the packages themselves.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../host/folders.mjs';

/** @typedef {{ name: string, version: string, license: string, text: string }} Notice */

const HEAD = `On Record is bundled with the packages below. Each is named with its license and the license's own text.
What the trained weights were counted from is said in dist/model/MODEL.md.
`;

/**
 * @param {readonly import('esbuild').Metafile[]} bundles
 * @returns {string[]} the folders of the packages that stand in the bundles, relative to the checkout, sorted
 */
export function packagesIn(bundles) {
  const inputs = bundles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    ),
  );
  const folders = inputs.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/**
 * @param {string} folder of a package, relative to the checkout
 * @returns {Promise<Notice>}
 * @throws {Error} where the package carries no license: then we may not carry it either
 */
export async function noticeOf(folder) {
  const place = path.join(root, folder);
  const { name, version, license } = JSON.parse(await readFile(path.join(place, 'package.json'), 'utf8'));
  const file = (await readdir(place)).sort().find((entry) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(entry));
  if (!file || typeof license !== 'string') throw new Error(`${name} is bundled and has no license in ${folder}.`);
  return { name, version, license, text: (await readFile(path.join(place, file), 'utf8')).replaceAll('\r\n', '\n').trim() };
}

/**
 * @param {readonly import('esbuild').Metafile[]} bundles
 * @returns {Promise<string>} the text of THIRD-PARTY-NOTICES.txt
 */
export async function thirdPartyNotices(bundles) {
  const notices = await Promise.all(packagesIn(bundles).map(noticeOf));
  return [
    HEAD,
    ...notices.map(({ name, version, license, text }) => `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`),
  ].join('\n');
}
