import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

/**
 * The house's arrows, lowest room first: a file may import from its own room and from those before it in its list.
 * Files at the root of server/src are rooms of their own.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  model: [],
  language: ['text', 'model'],
  attribution: ['text', 'language', 'model'],
  claims: ['text', 'language', 'attribution', 'annotations', 'model'],
  evidence: ['text'],
  annotations: ['text'],
  'block.ts': ['text', 'language', 'attribution', 'claims'],
  'placing.ts': ['text', 'attribution', 'claims', 'block.ts'],
  'article.ts': ['text', 'language', 'attribution', 'claims', 'evidence', 'annotations', 'block.ts', 'placing.ts'],
  rules: ['text', 'language', 'attribution', 'claims', 'evidence', 'annotations', 'article.ts'],
  report: [],
  features: ['text', 'language', 'attribution', 'claims', 'evidence', 'annotations', 'article.ts', 'rules', 'report'],
  'service.ts': ['text', 'attribution', 'claims', 'evidence', 'annotations', 'article.ts', 'rules', 'report', 'features'],
  'library.ts': ['text', 'attribution', 'claims', 'article.ts', 'rules', 'features', 'service.ts'],
  server: ['text', 'article.ts', 'rules', 'report', 'features', 'service.ts', 'evidence', 'annotations'],
  cli: ['text', 'attribution', 'claims', 'article.ts', 'rules', 'report', 'features', 'service.ts', 'server', 'evidence', 'annotations'],
};

/** Only these rooms know the protocol's types; only the last two know Node and the connection. */
const PROTOCOL_ROOMS = new Set(['features', 'service.ts', 'server', 'cli']);
const EFFECT_ROOMS = new Set(['server', 'cli']);
/** Packages that compute and nothing else. */
const PURE_PACKAGES = new Set(['@lezer/markdown', '@lezer/common', 'htmlparser2', 'ignore', 'jsonc-parser', 'vscode-uri']);

const root = resolve(import.meta.dirname, '../../server/src');
const files = globSync('**/*.ts', { cwd: root, ignore: '**/*.d.ts' }).sort();
const roomOf = (path: string): string => path.split('/')[0] ?? path;

/** What a source file imports, types included. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const statements = source.matchAll(/^(?:import|export|\})[^'\n]*\bfrom '([^'\n]+)'|\bimport\('([^'\n]+)'\)|^import '([^'\n]+)'/gm);
  return [...statements].map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '');
}

describe('the house', () => {
  test('has every file in a room of the plan', () => {
    expect(files.filter((file) => !(roomOf(file) in MAY_IMPORT))).toEqual([]);
  });

  test('has arrows that run one way', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      return importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(root, resolve(root, dirname(file), name)))
        .map((target) => (target.includes('/') || target in MAY_IMPORT ? roomOf(target) : `${target}.ts`))
        .filter((target) => target !== room && !MAY_IMPORT[room]?.includes(target))
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('keeps the protocol, Node and packages out of the middle', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      return importsOf(file)
        .filter((name) => !name.startsWith('.') && !PURE_PACKAGES.has(name))
        .filter((name) => (name === 'vscode-languageserver-types' ? !PROTOCOL_ROOMS.has(room) : !EFFECT_ROOMS.has(room)))
        .map((name) => `${file} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test('lets the client draw reports, and know nothing of analysis but types', () => {
    const client = resolve(root, '../../client/src');
    const wrong = globSync('**/*.ts', { cwd: client }).flatMap((file) =>
      [...readFileSync(join(client, file), 'utf8').matchAll(/^(?:import|export|\})(?! type)[^'\n]*\bfrom '(\.[^'\n]+)'/gm)]
        .map(([, name = '']) => relative(root, resolve(client, dirname(file), name)))
        .filter((target) => !target.startsWith('../../client/') && roomOf(target) !== 'report')
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps no clock, no chance and no output in the middle', () => {
    const effects = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\bconsole\.|\bsetTimeout\b|\bfetch\(/;
    const wrong = files.filter((file) => !EFFECT_ROOMS.has(roomOf(file)) && effects.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });
});
