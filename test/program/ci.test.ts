import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CLI, Desk, root } from './program';

const OPEN = 'Ferry to stay\n\nThe ferry stays. “It has done us good, said the harbour master, Ida Brekke.\n';
const MORE = '\nThe bridge goes. “Nobody used it, said the mayor, Ana Ruiz.\n';
const CLEAN = 'Ferry to stay\n\nThe ferry stays, the harbour master, Ida Brekke, said.\n';

/** What stands for the npm package, which is not published from here. */
const COMMAND = { ONRECORD_COMMAND: `${process.execPath} ${CLI}` };

let desk: Desk;
beforeEach(() => {
  desk = new Desk({ 'articles/old.txt': OPEN, 'articles/clean.md': CLEAN, 'notes/x.txt': OPEN });
  desk.git('init', '-q', '-b', 'main');
  desk.git('add', '-A');
  desk.git('commit', '-qm', 'yesterday');
});
afterEach(() => desk.remove());

/** The lines of a YAML file that match, for want of a parser: the files are ours. */
const linesOf = (file: string, line: RegExp): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(new RegExp(line, 'gm'))].map(([, found = '']) => found);

describe('the GitHub Action', () => {
  /** Runs it as GitHub does: inputs, defaults included, in the environment that action.yml gives its step. */
  const action = (inputs: Readonly<Record<string, string>>) => {
    const env: Record<string, string> = { GITHUB_ACTION_PATH: root, ...COMMAND };
    for (const [, name = '', input = ''] of readFileSync(path.join(root, 'action.yml'), 'utf8').matchAll(
      /^ +(ONRECORD_\w+): \$\{\{ inputs\.([\w-]+) \}\}$/gm,
    )) {
      env[name] = inputs[input] ?? '';
    }
    return desk.run('bash', ['-c', linesOf('action.yml', /^ +run: (.*)$/)[0] ?? ''], env);
  };

  test('marks findings where they stand, and fails', () => {
    const { code, out } = action({ paths: 'articles', 'fail-on': 'warning', version: 'latest' });
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=articles\/old\.txt,line=3,/m);
    expect(out).not.toContain('notes/x.txt');
  });

  test('takes several paths, and fails only as it is asked to', () => {
    const { code, out } = action({ paths: 'articles\nnotes/x.txt\n', 'fail-on': 'never' });
    expect(code).toBe(0);
    expect(out).toContain('file=notes/x.txt');
  });

  test('marks what a pull request brings in', () => {
    desk.git('checkout', '-qb', 'story');
    desk.put({ 'articles/old.txt': OPEN + MORE });
    desk.git('commit', '-qam', 'today');
    const { code, out } = action({ paths: '.', 'fail-on': 'warning', changed: 'main', 'only-new': 'true' });
    expect(code).toBe(1);
    expect(out.match(/^::/gm)).toHaveLength(1);
    expect(out).toContain('file=articles/old.txt,line=5');
  });

  test('writes SARIF beside', () => {
    action({ paths: 'articles', 'fail-on': 'warning', sarif: 'found.sarif' });
    const { runs } = JSON.parse(readFileSync(path.join(desk.folder, 'found.sarif'), 'utf8'));
    expect(runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['quote/unclosed']);
  });

  test('runs nothing that an input says', () => {
    const { code, err } = action({ paths: '$(touch hacked); `touch hacked`\n--config=x', 'fail-on': 'warning' });
    expect(code).toBe(2);
    expect(err).toMatch(/no such file/);
    expect(desk.run('ls', []).out).not.toContain('hacked');
  });
});

describe('the pre-commit hook', () => {
  const [entry = ''] = linesOf('.pre-commit-hooks.yaml', /^ {2}entry: (.*)$/);
  const [files = ''] = linesOf('.pre-commit-hooks.yaml', /^ {2}files: (.*)$/);

  test('keeps a commit back, and names the place', () => {
    const { code, out } = desk.run(path.join(root, entry), ['articles/old.txt', 'articles/clean.md'], COMMAND);
    expect(code).toBe(1);
    expect(out).toContain('articles/old.txt:3:');
  });

  test('lets a clean one through, and takes arguments', () => {
    expect(desk.run(path.join(root, entry), ['articles/clean.md'], COMMAND).code).toBe(0);
    expect(desk.run(path.join(root, entry), ['--fail-on', 'never', 'articles/old.txt'], COMMAND).code).toBe(0);
  });

  test('is given articles alone', () => {
    expect(['a.md', 'b/c.txt', 'd.article', 'e.ts', 'f.html'].filter((name) => new RegExp(files).test(name))).toEqual([
      'a.md',
      'b/c.txt',
      'd.article',
    ]);
  });
});

test('the example for GitLab checks what a merge request brings in', () => {
  desk.put({ 'articles/old.txt': OPEN + MORE });
  const [script = ''] = linesOf('docs/continuous-integration.md', /^ +- npx --yes onrecord (.*)$/);
  const { code, out } = desk.run('bash', ['-c', `"${process.execPath}" "${CLI}" ${script}`], { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD' });
  expect(code).toBe(1);
  expect(out).toContain('articles/old.txt:5:');
  expect(out).not.toContain('articles/old.txt:3:');
});
