import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../../package.json';

const at = (path: string): URL => new URL(path, new URL('../../../', import.meta.url));
const { languages, grammars, walkthroughs, commands, jsonValidation } = manifest.contributes;

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
const known = (command: string): boolean => BUILT_IN.has(command) || commands.some((own) => own.command === command);

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
      expect(known(event.replace(/^onCommand:/, '')), event).toBe(true);
    }
  });
});
