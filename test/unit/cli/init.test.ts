import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Newsroom } from './newsroom';

const OPEN = 'Ferry to stay\n\nThe ferry stays. “It has done us good, said the harbour master, Ida Brekke.\n';

let room: Newsroom;
beforeEach(async () => {
  room = await Newsroom.open({ 'story.txt': OPEN, 'drafts/a.txt': OPEN });
});
afterEach(() => room.close());
const written = (folder = '.') => JSON.parse(readFileSync(path.join(room.folder, folder, '.onrecord.json'), 'utf8'));

describe('init', () => {
  test('writes what the flags say, and asks nothing of a pipe', async () => {
    const { code, told } = await room.run(['init', '--extends', 'ap', '--exclude', 'drafts/', '*.old.md', '--html']);
    expect(code).toBe(0);
    expect(written()).toEqual({ extends: 'ap', formats: 'html', exclude: ['drafts/', '*.old.md'], rules: {} });
    expect(told).toEqual(['onrecord: wrote .onrecord.json. The editor, the command line and CI go by it from now on.']);
  });

  test('asks a person', async () => {
    await room.run(['init', 'drafts'], { answers: ['Guardian', 'old/, *.tmp.md', 'y', ''] });
    expect(written('drafts')).toEqual({ extends: 'guardian', formats: 'html', exclude: ['old/', '*.tmp.md'], rules: {} });
  });

  test('asks nothing with --yes', async () => {
    await room.run(['init', '--yes'], { answers: ['ap', 'x', 'y', 'y'] });
    expect(written()).toEqual({ rules: {} });
  });

  test('writes a configuration that the check goes by', async () => {
    await room.run(['init', '--yes', '--exclude', 'drafts/']);
    const { out, code } = await room.run(['check', '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toEqual(['story.txt']);
  });

  test('freezes today’s findings where that is wanted', async () => {
    expect((await room.run(['init', '--yes', '--baseline'])).code).toBe(0);
    expect(existsSync(path.join(room.folder, '.onrecord-baseline.json'))).toBe(true);
    expect((await room.run(['check'])).code).toBe(0);
  });

  test('never writes over one that is there', async () => {
    await room.put({ '.onrecord.json': '{}' });
    const { code, told } = await room.run(['init', '--yes', '--extends', 'ap']);
    expect(code).toBe(2);
    expect(told.join('\n')).toMatch(/^onrecord: \.onrecord\.json: is there already and was left as it is\./);
    expect(written()).toEqual({});
  });

  test('knows its style packs', async () => {
    const { code, told } = await room.run(['init'], { answers: ['nyt'] });
    expect(code).toBe(2);
    expect(told.join('\n')).toContain('there is no style pack nyt; there are ap,');
    expect(existsSync(path.join(room.folder, '.onrecord.json'))).toBe(false);
  });
});
