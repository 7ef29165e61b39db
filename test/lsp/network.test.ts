import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { column, madePdf } from '../made-pdf';
import { Client } from './client';
import { TRAM } from './texts';

const dist = resolve(import.meta.dirname, '../../dist');

/** What could reach out: Node's modules, and what a browser's worker has. */
const NODE_MODULES =
  /\b(?:require|getBuiltinModule)\(["'](?:node:)?(http|https|http2|tls|dgram|dns|dns\/promises|inspector|cluster|net)["']\)/g;
const GLOBALS =
  /\b(?:fetch\s*\(|new\s+(?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|WebTransport)\b|sendBeacon\s*\(|importScripts\s*\()/g;
/** Methods of pdf.js that are called so and reach into a document, and what asks them. The global of that name is taken from its thread as it starts. */
const FETCHES_IN_A_DOCUMENT = /(?<!\b(?:globalThis|global|self|window))\.fetch\(|(?<![.\w$])fetch\([^()]*\)\s*\{/g;

const bundles = async (): Promise<string[]> =>
  (await readdir(dist, { recursive: true })).filter((name) => /(?:^|[\\/])(?:server|cli|extension|pdf)\.js$/.test(name)).sort();

describe('nothing leaves the machine', () => {
  test('there are bundles to look at', async () => {
    expect(await bundles()).toEqual(
      expect.arrayContaining(['cli.js', 'extension.js', 'pdf.js', 'server.js', join('web', 'extension.js'), join('web', 'server.js')]),
    );
  });

  test('no bundle holds a call that could reach out; the protocol’s own library may listen on a local pipe or socket when a client asks for that', async () => {
    for (const name of await bundles()) {
      const code = await readFile(join(dist, name), 'utf8');
      const modules = new Set([...code.matchAll(NODE_MODULES)].map(([, module]) => module));
      modules.delete('net');
      expect([...modules], name).toEqual([]);
      const calls = basename(name) === 'pdf.js' ? code.replaceAll(FETCHES_IN_A_DOCUMENT, '') : code;
      expect(new Set(calls.match(GLOBALS)), name).toEqual(new Set());
    }
  });

  test('with every way out closed a PDF is read, and has not tried one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-network-'));
    const log = join(folder, 'log.txt');
    await writeFile(join(folder, 'closed.cjs'), CLOSED);
    await mkdir(join(folder, 'sources'));
    // It asks for a font, a character map and an address that are not in it.
    const asking = madePdf([column('The lamp was lit at dusk and burned all night.')], {
      font: 'Garamond',
      encoding: 'UniGB-UCS2-H',
      link: 'https://example.org/',
    });
    await writeFile(join(folder, 'sources', 'asking.pdf'), asking);
    await writeFile(join(folder, 'story.txt'), '“The lamp was lit at dusk and burned all night,” said the keeper, Ana Ruiz.\n');
    const { stdout } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'verify', 'story.txt'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: `--require ${join(folder, 'closed.cjs')}`, ONRECORD_TEST_LOG: log },
    });
    expect(stdout).toContain('sources/asking.pdf, page 1');
    // The program, and the thread that reads PDFs.
    expect(await readFile(log, 'utf8')).toBe('closed\nclosed\n');
    await rm(folder, { recursive: true });
  });

  test('with every way out closed the server does all of its work, and has not tried one', async () => {
    const log = join(tmpdir(), `onrecord-network-${process.pid}.txt`);
    const closed = join(tmpdir(), `onrecord-closed-${process.pid}.cjs`);
    await writeFile(log, '');
    await writeFile(closed, CLOSED);
    try {
      process.env.ONRECORD_TEST_LOG = log;
      const client = await Client.start({ command: ['--require', closed, join(dist, 'server.js'), '--stdio'] });
      const uri = 'file:///paper/offline.article';
      await client.open(uri, TRAM);
      expect(await client.tokens(uri)).not.toEqual([]);
      await client.diagnostics(uri);
      const start = { line: 0, character: 0 };
      await client.ask('textDocument/hover', { textDocument: { uri }, position: start });
      await client.ask('textDocument/codeAction', {
        textDocument: { uri },
        range: { start, end: { line: 99, character: 0 } },
        context: { diagnostics: [] },
      });
      expect(await client.stop()).toBe(0);
      expect(await readFile(log, 'utf8')).toBe('closed\n');
    } finally {
      delete process.env.ONRECORD_TEST_LOG;
      await rm(log, { force: true });
      await rm(closed, { force: true });
    }
  });
});

/** Makes every way out of a process throw, and note that it was tried. */
const CLOSED = `
const { appendFileSync } = require('node:fs');
const note = (what) => appendFileSync(process.env.ONRECORD_TEST_LOG, what + '\\n');
const close = (holder, name, what) => { holder[name] = () => { note(what); throw new Error(what + ' is closed'); }; };
const net = require('node:net');
close(net.Socket.prototype, 'connect', 'net.connect');
close(net.Server.prototype, 'listen', 'net.listen');
for (const name of ['lookup', 'resolve']) close(require('node:dns'), name, 'dns.' + name);
for (const scheme of ['http', 'https']) for (const name of ['request', 'get']) close(require('node:' + scheme), name, scheme + '.' + name);
close(require('node:dgram'), 'createSocket', 'dgram');
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) if (name in globalThis || name === 'fetch') close(globalThis, name, name);
note('closed');
`;
