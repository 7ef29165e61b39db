/** The colours of a report: those of the article's own tokens in the editor, and no others. package.json has the same; a test holds them together. */
export interface Palette {
  /** Behind everything, where the reader's editor has no say. */
  readonly paper: string;
  readonly ink: string;
  /** Words beside the matter: roles, numbers, axes. */
  readonly soft: string;
  /** Lines and the grey of what nobody is said to have said; never carries meaning by itself. */
  readonly line: string;
  /** Words in quotation marks. */
  readonly quote: string;
  /** Words reported. */
  readonly indirect: string;
  readonly speaker: string;
  /** What an editor has to look at. */
  readonly open: string;
}

/** The kinds of background that there are. */
export type Light = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export const PALETTES: Readonly<Record<Light, Palette>> = {
  light: {
    paper: '#ffffff',
    ink: '#1d1d1f',
    soft: '#595959',
    line: '#d9d9d9',
    quote: '#1f5a8c',
    indirect: '#3d5266',
    speaker: '#7b2d6b',
    open: '#8a4b00',
  },
  dark: {
    paper: '#1f1f1f',
    ink: '#e6e6e6',
    soft: '#a8a8a8',
    line: '#454545',
    quote: '#9cc7ea',
    indirect: '#b9c8d6',
    speaker: '#dfa8d3',
    open: '#e3b778',
  },
  'high-contrast': {
    paper: '#000000',
    ink: '#ffffff',
    soft: '#d0d0d0',
    line: '#8a8a8a',
    quote: '#a9d7ff',
    indirect: '#d3e4f3',
    speaker: '#f2bfe6',
    open: '#ffcf8a',
  },
  'high-contrast-light': {
    paper: '#ffffff',
    ink: '#000000',
    soft: '#3b3b3b',
    line: '#767676',
    quote: '#0b4475',
    indirect: '#2b3f52',
    speaker: '#651d57',
    open: '#6e3a00',
  },
};
