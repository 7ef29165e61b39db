import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../../package.json';
import english from '../../../package.nls.json';

const at = (path: string): URL => new URL(path, new URL('../../../', import.meta.url));
/** What is contributed, with the texts of package.nls.json, as VS Code reads it. */
function inEnglish<T>(value: T): T {
  const texts: Readonly<Record<string, string>> = english;
  return JSON.parse(JSON.stringify(value), (_, inner) =>
    typeof inner === 'string' ? inner.replace(/^%(.+)%$/, (key, name: string) => texts[name] ?? key) : inner,
  );
}

const { languages, grammars, walkthroughs, commands, jsonValidation, keybindings, menus, views } = inEnglish(manifest.contributes);

/** Commands of VS Code itself that the walkthrough names. */
const BUILT_IN = new Set([
  'workbench.action.files.newUntitledFile',
  'workbench.action.files.openFile',
  'workbench.action.openSettings',
  'workbench.actions.view.problems',
  'workbench.action.terminal.new',
  'editor.action.showHover',
  'editor.action.quickFix',
]);
const known = (command: string): boolean =>
  BUILT_IN.has(command) ||
  commands.some((own) => own.command === command) ||
  // VS Code makes a command for each view.
  views.onrecord.some(({ id }) => command === `${id}.focus`);

describe('what the extension contributes', () => {
  test('points at files that are there', () => {
    const files = [
      manifest.icon,
      ...languages.flatMap(({ configuration, icon }) => (configuration && icon ? [configuration, icon.light, icon.dark] : [])),
      ...jsonValidation.map(({ url }) => url),
      ...grammars.map(({ path }) => path),
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ];
    for (const file of files) expect(existsSync(at(file)), file).toBe(true);
  });

  test('gives no key to two commands', () => {
    const keys = keybindings.flatMap(({ key, mac }) => [`${key}`, `mac ${mac}`]);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test('has an icon of at least 128 by 128 pixels', () => {
    const png = readFileSync(at(manifest.icon));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
    expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20));
  });

  test('has a language whose words keep their apostrophes and hyphens', () => {
    const [article] = languages;
    const { wordPattern } = JSON.parse(readFileSync(at(article?.configuration ?? ''), 'utf8'));
    const word = new RegExp(wordPattern.pattern, `g${wordPattern.flags}`);
    expect('The mayor’s brother-in-law didn’t speak to María-José: “no”, said ’tis-the-season Öğüt.'.match(word)).toEqual([
      'The',
      'mayor’s',
      'brother-in-law',
      'didn’t',
      'speak',
      'to',
      'María-José',
      'no',
      'said',
      'tis-the-season',
      'Öğüt',
    ]);
    expect(article?.id).toBe('article');
    expect(article?.extensions).toEqual(['.article']);
  });
});

describe('the commands', () => {
  const palette = new Map(menus.commandPalette.map(({ command, when }) => [command, when]));

  test('have titles that read well under one category', () => {
    for (const { command, title, category } of commands) {
      expect(category, command).toBe('On Record');
      expect(title, command).toMatch(/^[A-Z][^.]+[^. ]$/);
    }
    expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
  });

  test('are in the palette only where they apply: all but those that always do say where', () => {
    const always = ['onrecord.toggleWorkspace', 'onrecord.restartServer', 'onrecord.showLog'];
    expect(commands.map(({ command }) => command).filter((command) => !palette.get(command) && !always.includes(command))).toEqual([]);
  });

  test('that have a key are there, and say in which place it holds', () => {
    for (const { command, when } of keybindings) {
      expect(known(command), command).toBe(true);
      expect(when, command).toMatch(/onrecord|editor/);
    }
  });

  test('in menus are there', () => {
    const inMenus = Object.values(menus).flatMap((entries) => entries.flatMap((entry) => ('command' in entry ? [entry.command] : [])));
    for (const command of inMenus) expect(known(command), command).toBe(true);
  });
});

describe('the walkthrough', () => {
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  test('has five steps, each with a picture and words for who cannot see it', () => {
    expect(steps.length).toBe(5);
    for (const { title, description, media } of steps) {
      expect(title).toMatch(/^[A-Z][^.]+$/);
      expect(description.length).toBeGreaterThan(80);
      expect(media.altText).toMatch(/\.$/);
      expect(readFileSync(at(media.svg), 'utf8')).toMatch(/^<svg [^>]*>\n {2}<title>[^<]+<\/title>/);
    }
  });

  test('names only commands that are there', () => {
    for (const { description } of steps) {
      for (const [, command = ''] of description.matchAll(/\]\(command:([\w.]+)/g)) expect(known(command), command).toBe(true);
    }
    for (const event of steps.flatMap((step) => ('completionEvents' in step ? step.completionEvents : []))) {
      const [kind, name = ''] = event.split(':');
      expect(kind === 'onView' ? views.onrecord.some(({ id }) => id === name) : known(name), event).toBe(true);
    }
  });
});
