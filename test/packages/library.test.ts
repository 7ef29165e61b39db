import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/host/folders.mjs';
import { packageFile } from './made';

/** The examples of docs/library.md, each with what it says that it prints. */
const EXAMPLES = [
  ...readFileSync(path.join(root, 'docs/library.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g),
].map(([, code = '', prints = '']) => ({ code, prints }));

describe('the library, installed in an empty folder', () => {
  let folder: string;
  const run = (name: string, code: string): string => {
    writeFileSync(path.join(folder, name), code);
    return execFileSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' });
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'onrecord-library-'));
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', packageFile('.tgz')], { cwd: folder, stdio: 'pipe' });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has examples', () => expect(EXAMPLES.length).toBeGreaterThan(1));

  test.each(EXAMPLES)('prints what its page says', ({ code, prints }) => {
    expect(run('example.mjs', code)).toBe(prints);
  });

  test('is there for require as well', () => {
    expect(run('example.cjs', `const { analyse } = require('onrecord');\nconsole.log(analyse('It fell.').sentences.length);`)).toBe('1\n');
  });

  test.each(['nodenext', 'bundler'])('has types that hold, by module resolution %s', (moduleResolution) => {
    const code = `import { type Article, type Finding, analyse, createService, RULES, wordsOf } from 'onrecord';
const article: Article = analyse('It fell.', { format: 'html' });
const service = createService({ encoding: 'utf-8' });
const findings: readonly Finding[] = service.check(article);
const line: number | undefined = service.hover(article, { line: 0, character: 1 })?.range?.start.line;
const words: string = wordsOf(article, article.attributions[0]?.content ?? []);
const codes: string[] = RULES.map(({ code }) => code);
// @ts-expect-error: there is no such format.
analyse('It fell.', { format: 'word' });
export { codes, findings, line, words };
`;
    writeFileSync(path.join(folder, 'use.ts'), code);
    const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext';
    const flags = ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', moduleResolution, '--types', ''];
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    expect(() => execFileSync(process.execPath, [tsc, ...flags, 'use.ts'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })).not.toThrow();
  });
});
