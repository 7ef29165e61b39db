import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, CodeAction, Hover, Range, RenameFile, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { Client, type ClientOptions, LIKE_VSCODE, until } from './client';

const CLAIM = 'Rents in Carrow have doubled since 2019, and landlords have misled tenants.';
const ARTICLE = `Rents in Carrow\n\nThe council met on Tuesday, its clerk, Ida Brekke, said.\n\n${CLAIM}\n\nNobody knows what comes next.\n`;

/** What VS Code says of itself where annotations are concerned. */
const CAPABILITIES: ClientCapabilities = {
  ...LIKE_VSCODE,
  workspace: {
    ...LIKE_VSCODE.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
    fileOperations: { willRename: true, didRename: true },
  },
};

/** What the server says of an article's annotations. */
interface Told {
  readonly uri: string;
  readonly threads: readonly {
    id: string;
    kind: string;
    note: string;
    range: Range | null;
    words: string | null;
    lapsed: boolean;
    replies: readonly unknown[];
  }[];
  readonly problem: string | null;
  readonly unsaved: { readonly base: string | null; readonly text: string } | null;
}

let folder: string;
let client: Client;
let told: Told[];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'newsroom-')));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

const addressOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
const STORY = 'story.article';
const SIDECAR = `${STORY}.annotations.json`;

async function start(options: ClientOptions = {}): Promise<void> {
  told = [];
  client = await Client.start({
    capabilities: CAPABILITIES,
    folder: addressOf(''),
    initializationOptions: { annotations: true },
    settings: { author: 'Ana Ruiz' },
    ...options,
  });
  client.connection.onNotification('onrecord/annotations', (params: Told) => void told.push(params));
}

/** Starts, and opens the article. */
async function write(text = ARTICLE, options: ClientOptions = {}): Promise<void> {
  await start(options);
  await writeFile(path.join(folder, STORY), text);
  await client.open(addressOf(STORY), text);
}

function rangeOf(words: string, text = ARTICLE): Range {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start, end: { line: start.line, character: start.character + words.length } };
}

const run = <R = { id: string; problem: string | null }>(command: string, argument: object): Promise<R> =>
  client.ask<R>('workspace/executeCommand', { command: `onrecord.${command}`, arguments: [{ uri: addressOf(STORY), ...argument }] });
const threads = async () => (await client.ask<Told>('onrecord/annotations', { textDocument: { uri: addressOf(STORY) } })).threads;
const onDisk = async () => JSON.parse(await readFile(path.join(folder, SIDECAR), 'utf8'));
const found = async () => (await client.diagnostics(addressOf(STORY))).map(({ code }) => code);
const notify = (name = SIDECAR, type = 2) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: addressOf(name), type }] });

describe('an annotation', () => {
  test('is written beside the article, as a collection of the W3C', async () => {
    await write();
    const { id, problem } = await run('annotate', { range: rangeOf('misled tenants'), note: 'Who says so?', kind: 'question' });
    expect(problem).toBeNull();
    const collection = await onDisk();
    expect(collection).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection' });
    expect(collection.first.items).toMatchObject([
      {
        id,
        motivation: 'questioning',
        creator: { name: 'Ana Ruiz' },
        target: { source: STORY, selector: [{ exact: 'misled tenants' }, {}] },
      },
    ]);
    expect(await readdir(folder)).toEqual([STORY, SIDECAR]);
    expect(await threads()).toMatchObject([{ id, note: 'Who says so?', range: rangeOf('misled tenants'), lapsed: false }]);
  });

  test('that verifies a claim takes its warning away, at once and for good', async () => {
    await write();
    expect(await found()).toContain('claim/unsourced');
    await run('annotate', { range: rangeOf('doubled'), kind: 'verified', note: 'Checked.', source: 'sources/register.txt:12' });
    await until(() => client.refreshes.diagnostics > 0);
    expect(await found()).not.toContain('claim/unsourced');
    expect((await threads())[0]?.range).toEqual(rangeOf(CLAIM));
    const hover = await client.ask<Hover>('textDocument/hover', {
      textDocument: { uri: addressOf(STORY) },
      position: rangeOf('doubled').start,
    });
    expect(JSON.stringify(hover.contents)).toMatch(/\*\*Verified\*\* by Ana Ruiz.*Checked\..*register.txt.*Marked as verified/s);
    await client.stop();
    await write();
    expect(await found()).not.toContain('claim/unsourced');
  });

  test('that verified other words than stand there now counts no more, until it is confirmed', async () => {
    await write();
    const { id } = await run('annotate', { range: rangeOf('doubled'), kind: 'verified' });
    await client.change(addressOf(STORY), { range: rangeOf('doubled'), text: 'trebled' });
    // Nothing new is reported on a sentence while it is being typed.
    await expect.poll(found, { timeout: 20_000 }).toContain('claim/unsourced');
    expect((await threads())[0]?.lapsed).toBe(true);
    await run('confirmAnnotation', { id });
    expect(await found()).not.toContain('claim/unsourced');
  });

  test('is answered, changed, settled, taken away and put back', async () => {
    await write();
    const { id } = await run('annotate', { range: rangeOf('doubled'), note: 'Since when?' });
    await run('replyToAnnotation', { id, note: 'Since 2019.' });
    await run('editAnnotation', { id, note: 'Since when exactly?', kind: 'needs-source' });
    await run('resolveAnnotation', { id, resolved: true });
    expect(await threads()).toMatchObject([
      { id, kind: 'needs-source', note: 'Since when exactly?', replies: [{ note: 'Since 2019.' }], resolved: { by: 'Ana Ruiz' } },
    ]);
    const { removed } = await run<{ removed: unknown[] }>('removeAnnotation', { id });
    expect(await threads()).toEqual([]);
    expect((await onDisk()).first.items).toEqual([]);
    await run('restoreAnnotation', { removed });
    expect(await threads()).toMatchObject([{ id, replies: [{ note: 'Since 2019.' }] }]);
  });

  test('follows its words, is orphaned with them, and comes back with them', async () => {
    await write();
    await run('annotate', { range: rangeOf('Nobody knows what comes next.'), note: 'Does nobody?' });
    await client.change(addressOf(STORY), {
      range: rangeOf('Rents in Carrow\n'.trim()),
      text: 'Rents in the town of Carrow\n\nBy Tom Hale',
    });
    const now = ARTICLE.replace('Rents in Carrow', 'Rents in the town of Carrow\n\nBy Tom Hale');
    expect((await threads())[0]?.range).toEqual(rangeOf('Nobody knows what comes next.', now));
    await client.change(addressOf(STORY), { range: rangeOf('Nobody knows what comes next.', now), text: '' });
    expect(await threads()).toMatchObject([{ range: null, words: 'Nobody knows what comes next.' }]);
    await client.change(addressOf(STORY), { text: now });
    await until(() => told.at(-1)?.threads[0]?.range != null);
    expect((await threads())[0]?.range).toEqual(rangeOf('Nobody knows what comes next.', now));
  });

  test('that is orphaned is put on other words by hand', async () => {
    await write();
    const { id } = await run('annotate', { range: rangeOf('Nobody knows what comes next.'), note: 'Does nobody?' });
    await client.change(addressOf(STORY), { range: rangeOf('Nobody knows what comes next.'), text: 'The end.' });
    await run('reattachAnnotation', { id, range: rangeOf('its clerk') });
    expect(await threads()).toMatchObject([{ id, note: 'Does nobody?', range: rangeOf('its clerk') }]);
  });

  test('can be asked for by any editor as a fix for a claim', async () => {
    await write();
    const [diagnostic] = (await client.diagnostics(addressOf(STORY))).filter(({ code }) => code === 'claim/unsourced');
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: addressOf(STORY) },
      range: diagnostic?.range,
      context: { diagnostics: [diagnostic] },
    });
    const action = actions.find(({ title }) => title === 'Mark as verified');
    expect(action?.diagnostics).toEqual([diagnostic]);
    await client.ask('workspace/executeCommand', action?.command);
    expect(await found()).not.toContain('claim/unsourced');
  });

  test('is refused where it makes no sense, and the server lives on', async () => {
    await write();
    const { uri: _, ...nothing } = { uri: '' };
    for (const [command, argument] of [
      ['annotate', { range: rangeOf('doubled') }],
      ['annotate', { range: rangeOf('doubled'), note: 7, kind: 'gossip' }],
      ['replyToAnnotation', { id: 'urn:uuid:none', note: 'x' }],
      ['editAnnotation', { id: 7, note: 'x' }],
      ['removeAnnotation', { id: 'urn:uuid:none' }],
      ['annotate', { uri: 'file:///nowhere.md', note: 'x' }],
      ['annotate', nothing],
    ] as const) {
      await expect(run(command, argument)).rejects.toThrow();
    }
    expect(await threads()).toEqual([]);
    expect(await readdir(folder)).toEqual([STORY]);
  });
});

describe('the file of annotations', () => {
  test('is joined with what others have written into it meanwhile', async () => {
    await write();
    await run('annotate', { range: rangeOf('doubled'), note: 'Ours.' });
    const theirs = await onDisk();
    theirs.first.items.push({ id: 'urn:uuid:ffffffff', type: 'Annotation', bodyValue: 'Theirs.', target: STORY });
    await writeFile(path.join(folder, SIDECAR), JSON.stringify(theirs));
    // Nobody has told the server.
    await run('annotate', { range: rangeOf('misled'), note: 'Ours, too.' });
    expect((await threads()).map(({ note }) => note).sort()).toEqual(['Ours, too.', 'Ours.', 'Theirs.']);
    expect((await onDisk()).first.items).toHaveLength(3);
  });

  test('is read anew when it changes, and its verdicts heeded', async () => {
    await write();
    await run('annotate', { range: rangeOf('doubled'), kind: 'verified' });
    const verified = await readFile(path.join(folder, SIDECAR), 'utf8');
    expect(await found()).not.toContain('claim/unsourced');
    await writeFile(path.join(folder, SIDECAR), verified.replace('"verified"', '"needs-source"'));
    await notify();
    await until(() => told.at(-1)?.threads[0]?.kind === 'needs-source');
    const [finding] = (await client.diagnostics(addressOf(STORY))).filter(({ code }) => code === 'claim/unsourced');
    expect(finding?.message).toMatch(/Ana Ruiz asks for a source/);
  });

  test('is never written over where it is malformed; what is added is kept and written once it is mended', async () => {
    const damaged = '{ "type": "AnnotationCollection", "first": { "items": [';
    await writeFile(path.join(folder, SIDECAR), damaged);
    await write();
    const { problem } = await run('annotate', { range: rangeOf('doubled'), note: 'Mine.' });
    expect(problem).toContain('damaged');
    expect(await readFile(path.join(folder, SIDECAR), 'utf8')).toBe(damaged);
    expect(client.messages.some(({ message }) => /story.article.annotations.json, line 1, column 56: .*missing/.test(message))).toBe(true);
    expect((await threads()).map(({ note }) => note)).toEqual(['Mine.']);
    await until(() => told.at(-1)?.unsaved != null);
    await writeFile(
      path.join(folder, SIDECAR),
      `${damaged}{ "id": "urn:uuid:1", "type": "Annotation", "bodyValue": "Theirs.", "target": "${STORY}" }] } }`,
    );
    await notify();
    await until(() => told.at(-1)?.unsaved === null && told.at(-1)?.threads.length === 2);
    expect((await onDisk()).first.items).toHaveLength(2);
  });

  test('that cannot be written leaves its annotations with the client, from where they come back', async () => {
    // Nothing can be written where a folder has the name.
    await mkdir(path.join(folder, SIDECAR));
    await write();
    const { problem } = await run('annotate', { range: rangeOf('doubled'), note: 'Mine.' });
    expect(problem).not.toBeNull();
    expect(client.messages.some(({ message }) => message.includes('story.article are not saved'))).toBe(true);
    await until(() => told.at(-1)?.unsaved != null);
    const unsaved = told.at(-1)?.unsaved;
    client.kill();
    await rm(path.join(folder, SIDECAR), { recursive: true });
    await write(ARTICLE, { initializationOptions: { annotations: true, unsaved: { [addressOf(STORY)]: unsaved } } });
    await until(() => told.at(-1)?.threads.length === 1 && told.at(-1)?.unsaved === null);
    expect((await onDisk()).first.items).toMatchObject([{ body: [{ value: 'Mine.' }] }]);
  });

  test('is not written into a folder that nobody trusts, until somebody does', async () => {
    await write(ARTICLE, { initializationOptions: { annotations: true, trusted: false } });
    const { problem } = await run('annotate', { range: rangeOf('doubled'), note: 'Mine.' });
    expect(problem).toContain('trust');
    expect(await readdir(folder)).toEqual([STORY]);
    await client.connection.sendNotification('onrecord/trusted');
    await until(() => told.at(-1)?.unsaved === null);
    expect(await readdir(folder)).toEqual([STORY, SIDECAR]);
  });

  test('is brought up to date when the article is saved, and otherwise left as it is', async () => {
    await write();
    await run('annotate', { range: rangeOf('landlords have misled'), note: 'Who?' });
    const before = await readFile(path.join(folder, SIDECAR), 'utf8');
    await client.change(addressOf(STORY), { range: rangeOf('Rents in Carrow'), text: 'Rents' });
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: addressOf(STORY) } });
    await threads();
    expect(await readFile(path.join(folder, SIDECAR), 'utf8')).toBe(before);
    await client.change(addressOf(STORY), { range: rangeOf('landlords', ARTICLE.replace('Rents in Carrow', 'Rents')), text: 'landladies' });
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: addressOf(STORY) } });
    await run('annotate', { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } }, note: 'A headline.' });
    const exact = (await onDisk()).first.items.map((item: { target: { selector: { exact: string }[] } }) => item.target.selector[0]?.exact);
    expect(exact).toContain('landladies have misled');
  });

  test('goes along when the article gets another name, unless another is there', async () => {
    await write();
    await run('annotate', { range: rangeOf('doubled'), note: 'Mine.' });
    const rename = (to: string) =>
      client.ask<WorkspaceEdit | null>('workspace/willRenameFiles', { files: [{ oldUri: addressOf(STORY), newUri: addressOf(to) }] });
    const [edit] = (await rename('news/rents.article'))?.documentChanges ?? [];
    expect(edit).toMatchObject({
      kind: 'rename',
      oldUri: addressOf(SIDECAR),
      newUri: addressOf('news/rents.article.annotations.json'),
    } satisfies Partial<RenameFile>);
    await writeFile(path.join(folder, 'taken.article.annotations.json'), '{}');
    expect(await rename('taken.article')).toBeNull();
  });

  test('is read and written through a client, where files are out of the server’s reach', async () => {
    const files = new Map<string, string>();
    await start({ initializationOptions: { annotations: true, readsFiles: true, writesFiles: true }, folder: 'vscode-vfs://github/paper' });
    client.connection.onRequest('onrecord/readFile', ({ uri }) => files.get(uri) ?? null);
    client.connection.onRequest('onrecord/writeFile', ({ uri, text }) => {
      files.set(uri, text);
      return null;
    });
    const uri = 'vscode-vfs://github/paper/story.article';
    await client.open(uri, ARTICLE);
    const { problem } = await run('annotate', { uri, range: rangeOf('doubled'), note: 'From afar.' });
    expect(problem).toBeNull();
    expect(JSON.parse(files.get(`${uri}.annotations.json`) ?? '{}').first.items).toHaveLength(1);
  });

  test('is waited for by whoever asks right after the article was opened', async () => {
    await start({ initializationOptions: { annotations: true, readsFiles: true, writesFiles: true }, folder: 'vscode-vfs://github/paper' });
    const uri = 'vscode-vfs://github/paper/story.article';
    const files = new Map<string, string>();
    let arrives = Promise.resolve();
    client.connection.onRequest('onrecord/readFile', async ({ uri: file }) => {
      if (file === `${uri}.annotations.json`) await arrives;
      return files.get(file) ?? null;
    });
    client.connection.onRequest('onrecord/writeFile', (file) => {
      files.set(file.uri, file.text);
      return null;
    });
    await client.open(uri, ARTICLE);
    await run('annotate', { uri, range: rangeOf('doubled'), note: 'From afar.' });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });

    let arrive = () => {};
    arrives = new Promise((resolve) => {
      arrive = resolve;
    });
    await client.open(uri, ARTICLE);
    const card = client.ask<Hover>('textDocument/hover', { textDocument: { uri }, position: rangeOf('doubled').start });
    // Enough to and fro that a hover which did not wait would be here before the file.
    for (let times = 0; times < 30; times++)
      await client.ask('onrecord/annotationTarget', { textDocument: { uri }, range: rangeOf('doubled'), kind: 'note' });
    arrive();
    expect(JSON.stringify(await card)).toContain('From afar.');
  });

  test('of a draft that is no file yet is kept by the client', async () => {
    await start();
    await client.open('untitled:Untitled-1', ARTICLE);
    const { problem } = await run('annotate', { uri: 'untitled:Untitled-1', range: rangeOf('doubled'), note: 'Early.' });
    expect(problem).toContain('not been saved');
    await until(() => told.at(-1)?.unsaved != null);
  });

  const close = (uri: string) => client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  const isTold = (address: string, unsaved: boolean) => {
    const last = told.findLast(({ uri }) => uri === address);
    return last !== undefined && (last.unsaved !== null) === unsaved;
  };

  test.each(['before the file is opened', 'after it'])('of a draft goes along when that is saved, and is closed %s', async (when) => {
    const draft = 'untitled:Untitled-1';
    await start();
    await client.open(draft, ARTICLE);
    await run('annotate', { uri: draft, range: rangeOf('doubled'), note: 'Early.' });
    await until(() => isTold(draft, true));
    if (when === 'before the file is opened') await close(draft);
    // As VS Code does it: the file is empty at first, and may have a line end more.
    await client.open(addressOf(STORY), '');
    await client.change(addressOf(STORY), { text: `${ARTICLE.trimEnd()}\n\n` });
    if (when === 'after it') await close(draft);
    await until(() => isTold(draft, false) && isTold(addressOf(STORY), false));
    expect(await onDisk()).toMatchObject({
      label: `Annotations of ${STORY}`,
      first: { items: [{ body: [{ value: 'Early.' }], target: { source: STORY } }] },
    });
  });

  test('of a draft stays its own where a file has other words', async () => {
    const draft = 'untitled:Untitled-1';
    await start();
    await client.open(draft, ARTICLE);
    await run('annotate', { uri: draft, range: rangeOf('doubled'), note: 'Early.' });
    await close(draft);
    await client.open(addressOf(STORY), `${ARTICLE} More.`);
    expect(await threads()).toEqual([]);
    expect(isTold(draft, true)).toBe(true);
  });
});
