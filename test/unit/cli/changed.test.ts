import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Newsroom } from './newsroom';

const OPEN = 'Ferry to stay\n\nThe ferry stays. “It has done us good, said the harbour master, Ida Brekke.\n';
const MORE = '\nThe bridge goes. “Nobody used it, said the mayor, Ana Ruiz.\n';

let room: Newsroom;
const git = (...args: string[]): void => {
  const who = ['-c', 'user.name=desk', '-c', 'user.email=desk@paper.example', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: room.folder, stdio: 'pipe' });
};
beforeEach(async () => {
  room = await Newsroom.open({ 'old.txt': OPEN, 'kept.txt': OPEN, 'sub/dé “x”.txt': OPEN });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'the paper of yesterday');
});
afterEach(() => room.close());

const found = async (...args: string[]): Promise<string[]> =>
  JSON.parse((await room.run(['check', '--format', 'json', ...args])).out).map(
    ({ file, line }: { file: string; line: number }) => `${file}:${line}`,
  );

describe('check --changed', () => {
  test('reads only what has changed since the last commit, and what is new', async () => {
    expect(await found('--changed')).toEqual([]);
    await room.put({ 'old.txt': OPEN + MORE, 'new.txt': OPEN });
    expect(await found('--changed')).toEqual(['new.txt:3', 'old.txt:3', 'old.txt:5']);
  });

  test('reads names of every kind, below the folder that is asked for alone', async () => {
    await room.put({ 'old.txt': OPEN + MORE, 'sub/dé “x”.txt': OPEN + MORE });
    expect(await found('--changed', 'sub')).toEqual(['sub/dé “x”.txt:3', 'sub/dé “x”.txt:5']);
    expect(await found('sub', '--changed', 'HEAD')).toEqual(['sub/dé “x”.txt:3', 'sub/dé “x”.txt:5']);
  });

  test('compares with any revision', async () => {
    await room.put({ 'old.txt': OPEN + MORE });
    git('commit', '-qam', 'the paper of today');
    expect(await found('--changed')).toEqual([]);
    expect(await found('--changed', 'HEAD~1')).toEqual(['old.txt:3', 'old.txt:5']);
  });

  test('with --only-new, leaves out what was found at the revision, wherever it has moved', async () => {
    await room.put({ 'old.txt': `Late news\n${MORE}${OPEN}`, 'new.txt': OPEN });
    expect(await found('--changed', '--only-new')).toEqual(['new.txt:3', 'old.txt:3']);
  });

  test('leaves out what a baseline freezes, too', async () => {
    await room.run(['check', '--write-baseline', 'baseline.json']);
    await room.put({ 'old.txt': OPEN + MORE });
    expect(await found('--changed', '--baseline', 'baseline.json')).toEqual(['old.txt:5']);
  });

  test('is clean where nothing has changed, and says so', async () => {
    const { code, told } = await room.run(['check', '--changed']);
    expect(code).toBe(0);
    expect(told).toEqual(['onrecord: no article has changed.']);
  });

  test.each([
    ['a revision that is none', ['check', '--changed', 'no-such'], /Git knows no revision no-such/],
    ['what could be taken for a flag of Git', ['check', '--changed=--output=x'], /Git knows no revision/],
    ['--only-new alone', ['check', '--only-new'], /add --changed/],
  ])('does not run with %s', async (_, args, message) => {
    const { code, told } = await room.run(args);
    expect(code).toBe(2);
    expect(told.join('\n')).toMatch(message);
  });

  test('says so outside a repository', async () => {
    const outside = await Newsroom.open({ 'a.txt': OPEN });
    const { code, told } = await outside.run(['check', '--changed']);
    expect(code).toBe(2);
    expect(told).toEqual(['onrecord: this folder lies in no Git repository, and --changed asks Git.']);
    await outside.close();
  });
});
