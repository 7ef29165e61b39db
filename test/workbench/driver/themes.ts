/** The kinds of theme that VS Code tells apart, with the built-in theme that stands for each. */
export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export const THEMES: Readonly<Record<Theme, { readonly name: string; readonly bodyClass: string }>> = {
  light: { name: 'Light Modern', bodyClass: 'vs' },
  dark: { name: 'Dark Modern', bodyClass: 'vs-dark' },
  'high-contrast': { name: 'Default High Contrast', bodyClass: 'hc-black' },
  'high-contrast-light': { name: 'Default High Contrast Light', bodyClass: 'hc-light' },
};
