import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, CreateFile, Diagnostic, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, type ClientOptions, LIKE_VSCODE, until } from './client';
import { COMMENT, TRAM } from './texts';

/** What VS Code says of itself where configuration is concerned. */
const CAPABILITIES: ClientCapabilities = {
  ...LIKE_VSCODE,
  workspace: {
    ...LIKE_VSCODE.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
  },
};

let folder: string;
let client: Client;
let running = false;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'newsroom-')));
});
afterEach(async () => {
  await client.stop();
  running = false;
  await rm(folder, { recursive: true });
});

const start = async (options: ClientOptions = {}) => {
  client = await Client.start({ capabilities: CAPABILITIES, folder: addressOf(''), ...options });
  running = true;
};
const addressOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;

/** Puts files into the newsroom's folder, and says so as an editor does. */
async function put(files: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const place = path.join(folder, name);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, typeof content === 'string' ? content : JSON.stringify(content));
  }
  const changes = Object.keys(files).map((name) => ({ uri: addressOf(name), type: 2 }));
  if (running) await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

const NAMES = { 1: 'error', 2: 'warning', 3: 'info', 4: 'hint' };

/** The findings of a file in the editor, as `severity code line`. */
async function found(name: string): Promise<string[]> {
  const diagnostics = await client.diagnostics(addressOf(name));
  return diagnostics.map(({ severity = 1, code, range }) => `${NAMES[severity]} ${code} ${range.start.line + 1}`);
}

/** The same on the command line. */
function foundByCommandLine(name: string): Promise<string[]> {
  const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, 'check', '--format', 'json', name], { cwd: folder }, (error, out, told) => {
      if (error && error.code !== 1) reject(new Error(told));
      else
        resolve(
          JSON.parse(out).map(
            ({ severity, code, line }: { severity: string; code: string; line: number }) => `${severity} ${code} ${line}`,
          ),
        );
    });
  });
}

const unused = (findings: readonly string[]): string[] => findings.filter((finding) => finding.includes('suppression/unused'));

describe('the configuration', () => {
  test('holds for the editor as for the command line', async () => {
    await put({
      '.onrecord.json': {
        root: true,
        extends: './house.json',
        overrides: [{ files: 'opinion/', rules: { 'claim/*': 'hint' } }],
        baseline: 'known.json',
      },
      'house.json': { extends: 'ap', rules: { 'suppression/unused': 'error', 'claim/unsourced': { minimumConfidence: 0.3 } } },
      'sport/.onrecord.json': { rules: { '*': 'info', 'suppression/*': 'off' } },
      'known.json': { schema: 1, files: { 'known.md': [{ code: 'suppression/unused', words: COMMENT, context: '00000000', count: 1 }] } },
      'city.md': TRAM,
      'opinion/city.article': TRAM,
      'sport/city.txt': TRAM,
      'known.md': TRAM,
      'sources/city.md': TRAM,
    });
    await start();
    for (const name of ['city.md', 'opinion/city.article', 'sport/city.txt', 'known.md', 'sources/city.md']) {
      await client.open(addressOf(name), TRAM, name.endsWith('.md') ? 'markdown' : name.endsWith('.txt') ? 'plaintext' : 'article');
      expect(await found(name), name).toEqual(await foundByCommandLine(name));
    }
    expect(unused(await found('city.md'))).toEqual(['error suppression/unused 7']);
    expect(unused(await found('sport/city.txt'))).toEqual([]);
    expect(unused(await found('known.md'))).toEqual([]);
    expect(await found('sources/city.md')).toEqual([]);
  });

  test('of a folder above the open one holds, too', async () => {
    await put({ '.onrecord.json': { root: true, rules: { '*': 'error' } }, 'city/story.md': TRAM });
    await start({ folder: addressOf('city') });
    await client.open(addressOf('city/story.md'), TRAM);
    expect(unused(await found('city/story.md'))).toEqual(['error suppression/unused 7']);
  });

  test('takes effect at once when a file changes, comes or goes', async () => {
    await put({ '.onrecord.json': { root: true } });
    await start();
    await client.open(addressOf('story.md'), TRAM);
    expect(unused(await found('story.md'))).toEqual(['info suppression/unused 7']);
    await put({ '.onrecord.json': { root: true, rules: { '*': 'error' } } });
    await until(() => client.refreshes.diagnostics > 0);
    expect(unused(await found('story.md'))).toEqual(['error suppression/unused 7']);
    await rm(path.join(folder, '.onrecord.json'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: addressOf('.onrecord.json'), type: 3 }],
    });
    expect(unused(await found('story.md'))).toEqual(['info suppression/unused 7']);
  });

  test('takes effect as it is typed, and from disk again once it is closed', async () => {
    await put({ '.onrecord.json': { root: true } });
    await start();
    await client.open(addressOf('story.md'), TRAM);
    await client.open(addressOf('.onrecord.json'), '{ "root": true, "rules": { "suppression/unused": "hint" } }', 'jsonc');
    expect(unused(await found('story.md'))).toEqual(['hint suppression/unused 7']);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: addressOf('.onrecord.json') } });
    expect(unused(await found('story.md'))).toEqual(['info suppression/unused 7']);
  });

  test('gives way to a person’s own settings', async () => {
    await put({ '.onrecord.json': { root: true, rules: { '*': 'error' } } });
    await start({ settings: { rules: { 'suppression/unused': 'hint', 'claim/unsourced': 'nonsense' } } });
    await client.open(addressOf('story.md'), TRAM);
    expect(unused(await found('story.md'))).toEqual(['hint suppression/unused 7']);
    client.settings = { rules: { 'suppression/*': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(unused(await found('story.md'))).toEqual([]);
  });

  test('holds for a draft that is no file yet, by the open folder', async () => {
    await put({ '.onrecord.json': { root: true, rules: { '*': 'hint' } } });
    await start();
    await client.open('untitled:Untitled-1', TRAM);
    expect(unused((await client.diagnostics('untitled:Untitled-1')).map(({ severity, code }) => `${severity} ${code}`))).toEqual([
      '4 suppression/unused',
    ]);
  });

  test('is asked of the client where files are out of the server’s reach', async () => {
    await start({ initializationOptions: { readsFiles: true }, folder: 'vscode-vfs://github/paper' });
    client.connection.onRequest('onrecord/readFile', ({ uri }) =>
      uri === 'vscode-vfs://github/paper/.onrecord.json' ? '{ "root": true, "rules": { "*": "error" } }' : null,
    );
    await client.open('vscode-vfs://github/paper/city/story.md', TRAM);
    const [finding] = (await client.diagnostics('vscode-vfs://github/paper/city/story.md')).filter(
      ({ code }) => code === 'suppression/unused',
    );
    expect(finding?.severity).toBe(1);
  });
});

describe('a malformed configuration', () => {
  const MALFORMED = '{ "root": true, "rules": { "suppression/unsued": "off", "suppression/unused": "error" }, "extends": "./gone.json" }';
  const faults = () => client.published.filter(({ uri }) => uri === addressOf('.onrecord.json')).at(-1)?.diagnostics ?? [];

  test('is shown in its file while it holds for an open article, and the rest of it is heeded', async () => {
    await put({ '.onrecord.json': MALFORMED });
    await start();
    await client.open(addressOf('story.md'), TRAM);
    expect(unused(await found('story.md'))).toEqual(['error suppression/unused 7']);
    await until(() => faults().length > 0);
    expect(faults().map(({ code, message, range }) => [code, message, range.start.character])).toEqual([
      ['config/unknown-rule', 'There is no rule “suppression/unsued”. Did you mean “suppression/unused”?', 27],
      ['config/missing-file', 'There is no file “./gone.json”. Mend the path, or take it out.', 100],
    ]);
    await put({ '.onrecord.json': '{ "root": true }' });
    await found('story.md');
    await until(() => faults().length === 0);
  });

  test('is shown as it is typed, with fixes', async () => {
    await put({ '.onrecord.json': '{ "root": true }' });
    await start();
    const uri = addressOf('.onrecord.json');
    await client.open(uri, MALFORMED, 'jsonc');
    await until(() => faults().length > 0);
    const [misspelt] = faults();
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: misspelt?.range,
      context: { diagnostics: [misspelt] },
    });
    expect(actions.map(({ title }) => title)).toEqual(['Write “suppression/unused”']);
    expect(applied(uri, MALFORMED, actions[0])).toContain('"suppression/unused": "off"');
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test('is left to our own schema where the client has that, but for what the schema can’t tell or mend', async () => {
    await put({ '.onrecord.json': '{ "root": true }' });
    await start({ initializationOptions: { hasSchema: true } });
    await client.open(addressOf('.onrecord.json'), MALFORMED.replace('"root": true', '"root": 1, "elephant": 2'), 'jsonc');
    await until(() => faults().length > 0);
    expect(faults().map(({ code }) => code)).toEqual(['config/unknown-rule', 'config/missing-file']);
  });
});

/** The text of a document after the edits of an action in it. */
function applied(uri: string, text: string, action: CodeAction | undefined): string {
  const change = action?.edit?.documentChanges?.find(
    (one): one is TextDocumentEdit => 'textDocument' in one && one.textDocument.uri === uri,
  );
  const edits = (change?.edits ?? []).map((one) => ({ range: one.range, newText: 'snippet' in one ? one.snippet.value : one.newText }));
  return TextDocument.applyEdits(TextDocument.create(uri, 'jsonc', 1, text), edits);
}

describe('“Ignore everywhere”', () => {
  /** The actions on the first finding of an article. */
  async function actionsOn(name: string): Promise<CodeAction[]> {
    const uri = addressOf(name);
    await client.open(uri, TRAM);
    const [finding] = (await client.diagnostics(uri)).filter(({ code }) => code === 'suppression/unused') as [Diagnostic];
    return client.ask('textDocument/codeAction', { textDocument: { uri }, range: finding.range, context: { diagnostics: [finding] } });
  }

  test('switches the rule off in the nearest configuration file', async () => {
    const text = '{\n  // ours\n  "root": true\n}\n';
    await put({ '.onrecord.json': text });
    await start();
    const action = (await actionsOn('city/story.md')).find(
      ({ title }) => title === 'Ignore suppression/unused everywhere (in .onrecord.json)',
    );
    const after = applied(addressOf('.onrecord.json'), text, action);
    expect(after).toBe('{\n  // ours\n  "root": true,\n  "rules": {\n    "suppression/unused": "off"\n  }\n}\n');
    await put({ '.onrecord.json': after });
    expect(unused(await found('city/story.md'))).toEqual([]);
  });

  test('writes that file in the open folder where there is none', async () => {
    await start();
    const action = (await actionsOn('city/story.md')).find(({ title }) => title.includes('everywhere'));
    expect(action?.edit?.documentChanges?.[0]).toMatchObject({
      kind: 'create',
      uri: addressOf('.onrecord.json'),
    } satisfies Partial<CreateFile>);
    expect(JSON.parse(applied(addressOf('.onrecord.json'), '', action))).toEqual({ rules: { 'suppression/unused': 'off' } });
  });

  test('is not offered where the file is malformed', async () => {
    await put({ '.onrecord.json': '{ "rules": ' });
    await start();
    expect((await actionsOn('city/story.md')).map(({ title }) => title)).toEqual(['Remove the comment']);
  });
});
