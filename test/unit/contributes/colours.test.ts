import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../../package.json';
import { LEGEND } from '../../../server/src/features/semantic-tokens';
import { type Light, PALETTES } from '../../../server/src/report/palette';

/** The built-in themes of VS Code by the name that settings know them by, with the background of their editor. */
const THEMES: Readonly<Record<string, string>> = {
  'Light 2026': '#ffffff',
  'Light Modern': '#ffffff',
  'Light+': '#ffffff',
  // As VS Code called them before 2026.
  'Default Light Modern': '#ffffff',
  'Default Light+': '#ffffff',
  'Visual Studio Light': '#ffffff',
  'Quiet Light': '#f5f5f5',
  'Solarized Light': '#fdf6e3',
  'Dark 2026': '#121314',
  'Dark Modern': '#1f1f1f',
  'Dark+': '#1e1e1e',
  'Default Dark Modern': '#1f1f1f',
  'Default Dark+': '#1e1e1e',
  'Visual Studio Dark': '#1e1e1e',
  'Kimbie Dark': '#221a0f',
  'Solarized Dark': '#002b36',
  'Default High Contrast': '#000000',
  'Default High Contrast Light': '#ffffff',
};

type Style = string | { readonly foreground?: string; readonly bold?: boolean; readonly italic?: boolean; readonly underline?: boolean };
interface TextMateRule {
  readonly scope: string | readonly string[];
  readonly settings: { readonly foreground?: string; readonly fontStyle?: string };
}
interface Section {
  readonly rules?: Readonly<Record<string, Style>>;
  readonly textMateRules?: readonly TextMateRule[];
}

const defaults = manifest.contributes.configurationDefaults;
const semantic: Readonly<Record<string, unknown>> = defaults['editor.semanticTokenColorCustomizations'];
const textmate: Readonly<Record<string, unknown>> = defaults['editor.tokenColorCustomizations'];

/** Whether VS Code applies a section such as `[*Light*]` to a theme. */
function applies(key: string, theme: string): boolean {
  const pattern = key.slice(1, -1);
  const name = pattern.replace(/^\*|\*$/g, '');
  const [open, close] = [pattern.startsWith('*'), pattern.endsWith('*')];
  if (open && close) return theme.includes(name);
  if (open) return theme.endsWith(name);
  return close ? theme.startsWith(name) : theme === name;
}

/** The section that counts for a theme: of those that match it, the last. */
const sectionFor = (setting: Readonly<Record<string, unknown>>, theme: string): Section =>
  (Object.entries(setting)
    .filter(([key]) => key.startsWith('[') && applies(key, theme))
    .at(-1)?.[1] as Section | undefined) ?? {};

/** Relative luminance of `#rrggbb`, 0…1, after WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1…21, after WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The kind of a theme, as VS Code tells its webviews. */
function lightOf(theme: string): Light {
  if (theme.endsWith('High Contrast')) return 'high-contrast';
  if (theme.endsWith('High Contrast Light')) return 'high-contrast-light';
  return /Dark/.test(theme) ? 'dark' : 'light';
}

const foregroundOf = (style: Style): string | undefined => (typeof style === 'string' ? style : style.foreground);

describe.each(Object.entries(THEMES))('in %s', (theme, background) => {
  const rules = sectionFor(semantic, theme).rules ?? {};
  const least = theme.includes('High Contrast') ? 7 : 4.5;

  test('every kind of token that has a colour can be read', () => {
    expect(Object.keys(rules).length).toBeGreaterThan(0);
    for (const [selector, style] of Object.entries(rules)) {
      const colour = foregroundOf(style);
      expect(colour, selector).toMatch(/^#[0-9a-f]{6}$/);
      expect(contrast(colour ?? background, background), `${selector} ${colour} on ${background}`).toBeGreaterThanOrEqual(least);
    }
  });

  test('the first paint has the colours of the second', () => {
    const first = (sectionFor(textmate, theme).textMateRules ?? []).map(({ settings }) => settings.foreground);
    expect(first).toEqual([rules.quote, rules.speaker, rules.cue]);
  });

  test('everything that a report writes or draws in colour can be read', () => {
    const { paper, line, ink, ...colours } = PALETTES[lightOf(theme)];
    for (const [name, colour] of Object.entries(colours)) {
      expect(contrast(colour, background), `${name} ${colour} on ${background}`).toBeGreaterThanOrEqual(least);
    }
    for (const colour of [ink, ...Object.values(colours)]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(least);
  });

  test('a report has the colours of the article', () => {
    const { quote, indirect, speaker, open } = PALETTES[lightOf(theme)];
    expect([quote, indirect, speaker, open]).toEqual([rules.quote, rules['quote.indirect'], rules.speaker, rules['claim.unsourced']]);
  });

  test('quotes, speakers and open questions are told apart', () => {
    const colours = ['quote', 'speaker', 'cue', 'claim.unsourced'].map((selector) => rules[selector]);
    expect(new Set(colours).size).toBe(colours.length);
  });
});

describe('the colours', () => {
  test('are not the only sign: what a newsroom must see is also bold, italic or underlined, in every theme', () => {
    const styles = (semantic as { rules: Record<string, Style> }).rules;
    for (const selector of ['speaker', 'anonymousSpeaker', 'quote.indirect', 'quote.unattributed', 'claim.unsourced']) {
      const style = styles[selector];
      expect(typeof style === 'object' && (style.bold || style.italic || style.underline), selector).toBeTruthy();
    }
    expect(styles.speaker).not.toEqual(styles.anonymousSpeaker);
  });

  test('name only tokens that the server sends, and the manifest declares all of these', () => {
    const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = manifest.contributes;
    expect(semanticTokenTypes.map(({ id }) => id)).toEqual(LEGEND.tokenTypes);
    expect(semanticTokenModifiers.map(({ id }) => id)).toEqual(LEGEND.tokenModifiers);
    const sections = [semantic, ...Object.entries(semantic).flatMap(([key, value]) => (key.startsWith('[') ? [value] : []))] as Section[];
    const selectors = [
      ...sections.flatMap(({ rules }) => Object.keys(rules ?? {})),
      ...semanticTokenScopes.flatMap(({ scopes }) => Object.keys(scopes)),
    ];
    for (const selector of selectors) {
      const [type = '', ...modifiers] = selector.split('.');
      expect(LEGEND.tokenTypes).toContain(type);
      for (const modifier of modifiers) expect(LEGEND.tokenModifiers).toContain(modifier);
    }
  });

  test('of the first paint name only scopes that the grammar has', () => {
    const grammar = readFileSync(new URL('../../../syntaxes/article.tmLanguage.json', import.meta.url), 'utf8');
    const sections = [textmate, ...Object.values(textmate)] as Section[];
    const scopes = sections.flatMap(({ textMateRules }) => textMateRules ?? []).flatMap(({ scope }) => scope);
    expect(scopes.length).toBeGreaterThan(0);
    for (const scope of scopes) expect(grammar).toContain(`"${scope}`);
  });
});
