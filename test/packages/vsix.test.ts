import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/host/folders.mjs';
import { FERRY, IN_FERRY } from '../workbench/articles';
import { type ArticleFolder, articleFolder } from '../workbench/driver/article-folder';
import { Host } from '../workbench/driver/host';
import type { Workbench } from '../workbench/driver/workbench';
import { packageFile } from './made';
import { entriesOf } from './zip';

describe('the .vsix', () => {
  const file = packageFile('.vsix');
  const entries = entriesOf(readFileSync(file));

  test('has at most 3 MB', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(3_000_000);
  });

  test('has what VS Code needs, the weights once, and the notices', () => {
    for (const name of [
      'package.json',
      'readme.md',
      'LICENSE.txt',
      'changelog.md',
      'dist/extension.js',
      'dist/server.js',
      'dist/pdf.js',
      'dist/web/extension.js',
      'dist/web/server.js',
      'dist/THIRD-PARTY-NOTICES.txt',
      'media/icon.png',
      'docs/onrecord.schema.json',
    ])
      expect(entries).toContain(`extension/${name}`);
    expect(entries.filter((name) => name.endsWith('.bin')).sort()).toEqual(
      ['attribution', 'claims', 'lexicon', 'tagger'].map((name) => `extension/dist/model/${name}.bin`),
    );
  });

  test('has every file that its description names', () => {
    const text = readFileSync(path.join(root, 'package.json'), 'utf8');
    const named = [...text.matchAll(/"(?:\.\/)?((?:media|syntaxes|snippets|docs|dist|l10n)\/[^"*]+\.\w+)"/g)].map(([, file = '']) => file);
    if (/"%[\w.]+%"/.test(text)) named.push('package.nls.json');
    expect(named.length).toBeGreaterThan(8);
    // What only the npm package wants.
    const others = ['dist/cli.js'];
    expect(named.filter((file) => !others.includes(file) && !entries.includes(`extension/${file}`))).toEqual([]);
  });

  test('has no sources, no maps, no packages and nothing of the tests', () => {
    expect(entries.filter((name) => /\.ts$|\.map$|node_modules|(?:^|\/)(?:src|test|scripts|examples)\/|\.tsbuildinfo$/.test(name))).toEqual(
      [],
    );
  });
});

describe('the .vsix, installed', () => {
  let host: Host;
  let folder: ArticleFolder;
  let workbench: Workbench;
  beforeAll(async () => {
    host = await Host.start(console.log, packageFile('.vsix'));
    folder = await articleFolder({ 'ferry.article': FERRY });
    workbench = await host.open({ folder: folder.path, file: 'ferry.article' });
  });
  afterAll(async () => {
    await host?.stop();
    await folder?.remove();
  });

  test('reads an article, and says over a quote whose it is', async () => {
    expect(await workbench.hoverText(IN_FERRY.quote)).toContain('Ana Ruiz');
  });

  test('finds what nobody stands behind, and mends it', async () => {
    await workbench.squiggleUnder(IN_FERRY.unclosed);
    const fixes = await workbench.openQuickFix(IN_FERRY.unclosed);
    expect(fixes.length).toBeGreaterThan(0);
    await workbench.takeQuickFix(fixes[0] ?? '');
    await workbench.noSquiggleUnder(IN_FERRY.unclosed);
  });
});
