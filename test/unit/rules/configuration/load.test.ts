import { describe, expect, test } from 'vitest';
import { settingOf } from '../../../../server/src/rules/configuration/levels';
import { type LoadOptions, loadConfiguration } from '../../../../server/src/rules/configuration/load';
import type { RuleFacts } from '../../../../server/src/rules/rule';

const codes = ['claim/unsourced', 'claim/weasel', 'quote/unclosed', 'source/anonymous-bare'];
const rules = codes.map(
  (code): RuleFacts => ({
    code,
    title: '',
    why: '',
    sources: code.startsWith('source/') ? [{ guide: 'AP', says: '' }] : [],
    severity: 'info',
    examples: { bad: [], good: [] },
  }),
);

/** Loads for an article of a newsroom that holds these files, by path. */
async function load(article: string, files: Readonly<Record<string, unknown>>, options: Partial<LoadOptions> = {}) {
  const texts = new Map(
    Object.entries(files).map(([path, value]) => [`file://${path}`, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  const loaded = await loadConfiguration(`file://${article}`, { rules, read: async (uri) => texts.get(uri), ...options });
  const levels = Object.fromEntries(codes.map((code) => [code, settingOf(loaded.settings.layers, code, 'warning').level]));
  const faults = loaded.faults.flatMap(({ uri, text, problems }) =>
    problems.map(({ message, span }) => `${uri.slice(7)} «${text.slice(...span)}»: ${message}`),
  );
  return { ...loaded, levels, faults };
}

describe('a configuration looks nowhere', () => {
  const files = {
    '/desk/city/.onrecord.json': { extends: ['../../etc/secret.json', './house.json', '../shared.json'], baseline: '/etc/frozen.json' },
    '/desk/city/house.json': { rules: { 'claim/unsourced': 'error' } },
    '/desk/shared.json': { rules: { 'claim/weasel': 'error' } },
    '/etc/secret.json': { rules: { 'quote/unclosed': 'error' } },
    '/etc/frozen.json': { schema: 1, files: {} },
  };

  test('but in its own folder and those at hand, and says so', async () => {
    const { levels, faults, consulted } = await load('/desk/city/story.md', files, { within: ['file:///desk'] });
    expect(levels).toMatchObject({ 'claim/unsourced': 'error', 'claim/weasel': 'error', 'quote/unclosed': 'warning' });
    expect(consulted.filter((uri) => uri.includes('/etc/'))).toEqual([]);
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('«"../../etc/secret.json"»: “../../etc/secret.json” lies outside');
  });

  test('outside, unless no folder is given', async () => {
    expect((await load('/desk/city/story.md', files)).levels['quote/unclosed']).toBe('error');
  });
});

describe('what holds for an article', () => {
  test('is the rules’ own word where nobody said anything', async () => {
    const { levels, settings, consulted } = await load('/desk/city/story.md', {});
    expect(levels['claim/unsourced']).toBe('warning');
    expect(settings.checked).toBe(true);
    expect(consulted).toEqual(['file:///desk/city/.onrecord.json', 'file:///desk/.onrecord.json', 'file:///.onrecord.json']);
  });

  test('is inherited from the folders above, the nearest winning', async () => {
    const { levels, settings } = await load('/desk/city/story.md', {
      '/desk/.onrecord.json': { rules: { 'claim/*': 'error', 'quote/unclosed': 'hint' }, minimumConfidence: 0.4 },
      '/desk/city/.onrecord.json': { rules: { 'claim/weasel': 'off' } },
    });
    expect(levels).toMatchObject({ 'claim/unsourced': 'error', 'claim/weasel': 'off', 'quote/unclosed': 'hint' });
    expect(settingOf(settings.layers, 'claim/weasel', 'warning').minimumConfidence).toBe(0.4);
  });

  test('comes from no folder above a root', async () => {
    const { levels } = await load('/desk/city/story.md', {
      '/desk/.onrecord.json': { rules: { '*': 'error' } },
      '/desk/city/.onrecord.json': { root: true },
    });
    expect(levels['claim/unsourced']).toBe('warning');
  });

  test('goes by the more specific name within one file, whatever the order', async () => {
    const { levels } = await load('/story.md', {
      '/.onrecord.json': { rules: { 'claim/weasel': 'error', 'claim/*': 'hint', '*': 'off' } },
    });
    expect(levels).toEqual({ 'claim/unsourced': 'hint', 'claim/weasel': 'error', 'quote/unclosed': 'off', 'source/anonymous-bare': 'off' });
  });

  test('goes by a later file’s general word over an earlier one’s specific word', async () => {
    const { levels } = await load('/desk/story.md', {
      '/.onrecord.json': { rules: { 'claim/weasel': 'error' } },
      '/desk/.onrecord.json': { rules: { 'claim/*': 'off' } },
    });
    expect(levels['claim/weasel']).toBe('off');
  });

  test('takes in the files that are extended, whose paths count from where they are, and their patterns from the extending folder', async () => {
    const { levels, faults, settings } = await load('/desk/opinion/story.md', {
      '/desk/.onrecord.json': { extends: './house/style.json', rules: { 'claim/weasel': 'hint' } },
      '/desk/house/style.json': { extends: './base.json', overrides: [{ files: 'opinion/', rules: { 'claim/unsourced': 'off' } }] },
      '/desk/house/base.json': { rules: { 'claim/*': 'error', 'quote/*': 'error' }, baseline: 'known.json' },
      '/desk/known.json': { schema: 1, files: {} },
    });
    expect(faults).toEqual([]);
    expect(levels).toMatchObject({ 'claim/unsourced': 'off', 'claim/weasel': 'hint', 'quote/unclosed': 'error' });
    expect(settings.baseline).toBe('file:///desk/known.json');
  });

  test('takes in style packs, each where it is named', async () => {
    const level = async (configuration: unknown) =>
      (await load('/story.md', { '/.onrecord.json': configuration })).levels['source/anonymous-bare'];
    expect(await level({ extends: 'ap' })).toBe('info');
    expect(await level({ extends: ['bbc', 'ap'] })).toBe('info');
    expect(await level({ extends: 'ap', rules: { '*': 'error' } })).toBe('error');
    expect(await level({ extends: 'npr' })).toBe('warning');
  });

  test('differs for some files', async () => {
    const files = {
      '/desk/.onrecord.json': {
        rules: { 'claim/unsourced': 'error' },
        overrides: [
          { files: ['opinion/', '*.column.md'], rules: { 'claim/unsourced': 'off' } },
          { files: '/opinion/lead.md', rules: { 'claim/unsourced': 'hint' } },
        ],
      },
    };
    const level = async (path: string) => (await load(path, files)).levels['claim/unsourced'];
    expect(await level('/desk/city/story.md')).toBe('error');
    expect(await level('/desk/opinion/story.md')).toBe('off');
    expect(await level('/desk/city/fox & co.column.md'.replaceAll(' ', '%20'))).toBe('off');
    expect(await level('/desk/opinion/lead.md')).toBe('hint');
  });

  test('leaves out what is excluded, not included, or a source', async () => {
    const files = {
      '/desk/.onrecord.json': { include: ['stories/', 'live/'], exclude: '*.draft.md', sources: 'stories/transcripts/' },
      '/desk/live/.onrecord.json': { exclude: '!match.draft.md' },
    };
    const checked = async (path: string) => (await load(path, files)).settings.checked;
    expect(await checked('/desk/stories/fire.md')).toBe(true);
    expect(await checked('/desk/readme.md')).toBe(false);
    expect(await checked('/desk/stories/fire.draft.md')).toBe(false);
    expect(await checked('/desk/live/match.draft.md')).toBe(true);
    expect(await checked('/desk/stories/transcripts/mayor.md')).toBe(false);
    expect((await load('/desk/stories/fire.md', files)).settings.sources).toEqual(['file:///desk/stories/transcripts']);
  });

  test('says which formats are read besides those that always are, from its folder down', async () => {
    const files = { '/desk/.onrecord.json': { formats: 'html' }, '/desk/plain/.onrecord.json': { formats: [] } };
    expect((await load('/desk/web/fire.html', files)).settings.formats).toEqual(['html']);
    expect((await load('/desk/plain/fire.html', files)).settings.formats).toEqual([]);
    expect((await load('/other/fire.html', files)).settings.formats).toEqual([]);
  });

  test('is for one person what their editor says', async () => {
    const person = { rules: new Map([['claim/*', { level: 'hint' as const }]]) };
    const { levels } = await load('/story.md', { '/.onrecord.json': { rules: { 'claim/unsourced': 'error' } } }, { person });
    expect(levels['claim/unsourced']).toBe('hint');
  });

  test('may come from one file that is named, or from none', async () => {
    const files = { '/desk/.onrecord.json': { rules: { '*': 'error' } }, '/ci/strict.json': { rules: { 'claim/weasel': 'off' } } };
    expect((await load('/desk/story.md', files, { only: 'file:///ci/strict.json' })).levels).toMatchObject({
      'claim/weasel': 'off',
      'quote/unclosed': 'warning',
    });
    expect((await load('/desk/story.md', files, { only: null })).levels['claim/weasel']).toBe('warning');
  });

  test('names the file and the place of what is wrong, and goes on without it', async () => {
    const { levels, faults } = await load('/desk/story.md', {
      '/.onrecord.json':
        '{ "rules": { "claim/weasel": "loud", "quote/unclosed": "off" }, "extends": "./gone.json", "baseline": "also-gone.json" }',
      '/desk/.onrecord.json': '{ "extends": "./a.json" }',
      '/desk/a.json': '{ "extends": ["./b.json"] }',
      '/desk/b.json': '{ "extends": ["./a.json"] }',
    });
    expect(faults).toEqual([
      '/desk/b.json «"./a.json"»: “./a.json” extends this file in turn.',
      '/.onrecord.json «"loud"»: A severity is one of "error", "warning", "info", "hint", "off".',
      '/.onrecord.json «"./gone.json"»: There is no file “./gone.json”. Mend the path, or take it out.',
      '/.onrecord.json «"also-gone.json"»: There is no file “also-gone.json”. Write it with “onrecord check --write-baseline also-gone.json”, or take this setting out.',
    ]);
    expect(levels['quote/unclosed']).toBe('off');
  });

  test('says so when a file can’t be read', async () => {
    const read = async (uri: string) =>
      uri === 'file:///desk/.onrecord.json' ? Promise.reject(new Error('permission denied')) : undefined;
    expect((await load('/desk/story.md', {}, { read })).faults).toEqual([
      '/desk/.onrecord.json «»: The file can’t be read: permission denied',
    ]);
  });

  test('holds for articles that are no files, too', async () => {
    const loaded = await loadConfiguration('untitled:Untitled-1', { rules, read: async () => undefined });
    expect(loaded.settings.checked).toBe(true);
  });
});
