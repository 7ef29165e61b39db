import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FERRY } from '../workbench/articles';

const installed = spawnSync('nvim', ['--version'], { stdio: 'ignore' }).status === 0;

/** What neovim.lua saw. */
interface Seen {
  readonly error?: string;
  readonly codes: readonly string[];
  readonly hover: { readonly contents: { readonly value: string } };
  readonly actions: readonly string[];
  readonly text: string;
  readonly after: readonly string[];
  readonly stopped: boolean;
}

const name = installed ? 'Neovim, by its own client' : 'Neovim, which is not installed here (apt-get install neovim)';

describe.runIf(installed)(name, () => {
  let folder: string;
  let seen: Seen;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'onrecord-neovim-'));
    writeFileSync(path.join(folder, 'ferry.article'), FERRY);
    const out = path.join(folder, 'seen.json');
    const env = {
      ...process.env,
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
      ONRECORD_NODE: process.execPath,
      ONRECORD_CLI: path.resolve(import.meta.dirname, '../../dist/cli.js'),
      ONRECORD_OUT: out,
    };
    const { stderr } = spawnSync(
      'nvim',
      ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', path.join(import.meta.dirname, 'neovim.lua')],
      {
        cwd: folder,
        env,
        encoding: 'utf8',
        timeout: 60_000,
      },
    );
    try {
      seen = JSON.parse(readFileSync(out, 'utf8'));
    } catch {
      throw new Error(`Neovim wrote nothing.\n${stderr}`);
    }
  }, 90_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('gets along', () => expect(seen.error).toBeUndefined());

  test('shows the findings', () => {
    expect(seen.codes).toEqual(expect.arrayContaining(['claim/unsourced', 'quote/unattributed', 'quote/unclosed']));
  });

  test('says over a quote who said it', () => {
    expect(seen.hover.contents.value).toContain('Ana Ruiz');
  });

  test('mends a quote that never closes', () => {
    expect(seen.actions.length).toBeGreaterThan(1);
    expect(seen.text).toMatch(/“Nobody asked the fishermen,?”/);
    expect(seen.after).not.toContain('quote/unclosed');
  });

  test('ends the server', () => expect(seen.stopped).toBe(true));
});
