import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../lsp/client';
import { FERRY } from '../workbench/articles';
import { packageFile } from './made';

describe('the npm package, installed in an empty folder', () => {
  let folder: string;
  const installed = (...parts: string[]) => path.join(folder, 'node_modules', ...parts);
  const onrecord = (...args: string[]) => spawnSync(installed('.bin', 'onrecord'), args, { cwd: folder, encoding: 'utf8' });

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'onrecord-npm-'));
    // Offline: it has no dependency, and fetches nothing when it is installed.
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', packageFile('.tgz')], { cwd: folder, stdio: 'pipe' });
    writeFileSync(path.join(folder, 'ferry.txt'), FERRY);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('brings no other package, and says whose work it carries', () => {
    expect(readdirSync(installed()).filter((name) => !name.startsWith('.'))).toEqual(['onrecord']);
    expect(readFileSync(installed('onrecord', 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain('vscode-languageserver ');
    expect(JSON.parse(readFileSync(installed('onrecord', 'package.json'), 'utf8'))).not.toHaveProperty('private');
  });

  test('has no broken link on its page', () => {
    const page = readFileSync(installed('onrecord', 'README.md'), 'utf8');
    for (const [, target = ''] of page.matchAll(/\]\((?![a-z]+:|#)([^)#]+)/g))
      expect(() => readFileSync(installed('onrecord', target))).not.toThrow();
  });

  test('checks', () => {
    const { status, stdout } = onrecord('check', '--format', 'json', 'ferry.txt');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).map(({ code }: { code: string }) => code)).toContain('claim/unsourced');
  });

  test('annotates', () => {
    const { status, stdout } = onrecord('annotate', 'ferry.txt');
    expect(status).toBe(0);
    expect(stdout).toContain('Ana Ruiz');
  });

  test('serves', async () => {
    const client = await Client.start({ command: [installed('onrecord', 'dist', 'cli.js'), 'server', '--stdio'] });
    await client.open('file:///ferry.article', FERRY);
    expect((await client.diagnostics('file:///ferry.article')).map(({ code }) => code)).toContain('claim/unsourced');
    expect(await client.stop()).toBe(0);
  });
});
