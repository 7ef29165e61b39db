import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { satisfies } from '../../../scripts/checkout.mjs';
import { workbenchAddress } from '../../../scripts/host/address.mjs';
import { parseArguments } from '../../../scripts/host/arguments.mjs';
import { whatToOpen } from '../../../scripts/opening.mjs';

describe('the address of a workbench', () => {
  const read = (address: string) => {
    const { origin, searchParams } = new URL(address);
    return {
      origin,
      token: searchParams.get('tkn'),
      folder: searchParams.get('folder'),
      payload: JSON.parse(searchParams.get('payload') ?? '[]'),
    };
  };

  test('names folder, file, extension and tests as the server’s own', () => {
    const address = workbenchAddress({
      origin: 'http://127.0.0.1:81',
      token: 't',
      folder: '/a b',
      file: '/a b/ü.md',
      extension: '/e',
      tests: '/t.js',
    });
    expect(read(address)).toEqual({
      origin: 'http://127.0.0.1:81',
      token: 't',
      folder: '/a b',
      payload: [
        ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:81/e'],
        ['extensionTestsPath', 'vscode-remote://127.0.0.1:81/t.js'],
        ['openFile', 'vscode-remote://127.0.0.1:81/a%20b/%C3%BC.md'],
        ['skipWelcome', 'true'],
      ],
    });
  });

  test('keeps what would be a query or a fragment inside a file name', () => {
    const [[, file]] = read(workbenchAddress({ origin: 'http://127.0.0.1:81', token: 't', file: '/why? #1.txt' })).payload;
    expect(decodeURIComponent(new URL(file).pathname)).toBe('/why? #1.txt');
  });
});

describe('the launcher’s arguments', () => {
  test('are those that @vscode/test-electron gives a VS Code', () => {
    const args = ['/w', '--no-sandbox', '--user-data-dir=/u', '--extensionTestsPath=/t.js', '--extensionDevelopmentPath=/e', '/w/a.txt'];
    expect(parseArguments(args, (file) => file === path.resolve('/w'))).toEqual({
      extension: path.resolve('/e'),
      tests: path.resolve('/t.js'),
      folder: path.resolve('/w'),
      file: path.resolve('/w/a.txt'),
    });
  });
});

describe('what npm start opens', () => {
  const isFolder = (file: string) => !path.extname(file);

  test('is an example among the examples', () => {
    expect(whatToOpen(null, '/x/examples', isFolder)).toEqual(['/x/examples', path.join('/x/examples', 'border-talks.article')]);
  });

  test('is a file in its folder, or a folder', () => {
    expect(whatToOpen('/drafts/a.txt', '/x', isFolder)).toEqual(['/drafts', '/drafts/a.txt']);
    expect(whatToOpen('/drafts', '/x', isFolder)).toEqual(['/drafts']);
  });

  test('is a file alone where its folder is all that somebody owns', () => {
    expect(whatToOpen(path.join(homedir(), 'a.txt'), '/x', isFolder)).toEqual([path.join(homedir(), 'a.txt')]);
  });
});

describe('an installation', () => {
  const lock = (packages: Record<string, { version?: string; optional?: boolean }>) => ({ packages });

  test('is complete when all that is wanted is there, in the wanted version, but for other platforms', () => {
    const wanted = lock({ '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-win32': { version: '1.0.0', optional: true } });
    expect(satisfies(lock({ 'node_modules/a': { version: '1.0.0' } }), wanted)).toBe(true);
    expect(satisfies(lock({ 'node_modules/a': { version: '0.9.0' } }), wanted)).toBe(false);
    expect(satisfies(lock({}), wanted)).toBe(false);
  });
});
