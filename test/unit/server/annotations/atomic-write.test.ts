import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeAtomically } from '../../../../server/src/server/annotations/atomic-write';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'atomic-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);
const write = (name: string, text: string) => writeAtomically(pathToFileURL(at(name)).href, text);

describe('a file that is written all or not at all', () => {
  test('is there with its text, keeps its mode, and leaves nothing else behind', async () => {
    await write('notes.json', 'one');
    await chmod(at('notes.json'), 0o640);
    await write('notes.json', 'two');
    expect(await readFile(at('notes.json'), 'utf8')).toBe('two');
    expect((await stat(at('notes.json'))).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['notes.json']);
  });

  test('stays as it was where it is read-only, or something else has its name', async () => {
    await writeFile(at('notes.json'), 'one', { mode: 0o444 });
    await expect(write('notes.json', 'two')).rejects.toThrow('read-only');
    expect(await readFile(at('notes.json'), 'utf8')).toBe('one');
    await expect(write('gone/notes.json', 'two')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['notes.json']);
  });

  test('is written through a link, which stays one', async () => {
    await writeFile(at('real.json'), 'one');
    await symlink(at('real.json'), at('notes.json'));
    await write('notes.json', 'two');
    expect(await readFile(at('real.json'), 'utf8')).toBe('two');
    expect((await readdir(folder)).sort()).toEqual(['notes.json', 'real.json']);
  });

  test('is none of ours where its address is elsewhere', async () => {
    expect(await writeAtomically('vscode-vfs://github/paper/notes.json', 'x')).toBe(false);
  });
});
