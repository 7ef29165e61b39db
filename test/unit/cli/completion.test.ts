import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Newsroom } from './newsroom';

let room: Newsroom;
beforeAll(async () => {
  room = await Newsroom.open({ 'story.txt': 'It stays.\n' });
});
afterAll(() => room.close());
const script = async (shell: string): Promise<string> => (await room.run(['completion', shell])).out;
const has = (shell: string): boolean => spawnSync(shell, ['--version'], { stdio: 'ignore' }).status === 0;

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish'])('for %s names every command, option and choice', async (shell) => {
    const text = await script(shell);
    for (const word of [
      'check',
      'annotate',
      'init',
      'server',
      'completion',
      'format',
      'fail-on',
      'changed',
      'sarif',
      'webannotation',
      'guardian',
    ])
      expect(text).toContain(word);
  });

  test.runIf(has('bash')).each([
    ['onrecord ', 'check annotate'],
    ['onrecord ch', 'check'],
    ['onrecord check --fo', '--format'],
    ['onrecord check --format sa', 'sarif'],
    ['onrecord init --extends g', 'guardian'],
  ])('in bash completes “%s”', async (line, expected) => {
    const file = path.join(room.folder, 'completion.bash');
    writeFileSync(file, await script('bash'));
    const words = line.split(' ');
    const ask = `source ${file}; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; compopt() { :; }; _onrecord; echo "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync('bash', ['--norc', '-c', ask], { encoding: 'utf8' });
    for (const word of expected.split(' ')) expect(stdout.split(/\s+/)).toContain(word);
  });

  test.each(['zsh', 'fish'].filter(has))('for %s is a script without faults', async (shell) => {
    const file = path.join(room.folder, `completion.${shell}`);
    writeFileSync(file, await script(shell));
    expect(spawnSync(shell, ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});
