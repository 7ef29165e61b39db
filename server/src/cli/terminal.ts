import stringWidth from 'string-width';

/** Paints text for a terminal, or leaves it as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly green: (text: string) => string;
}

/** The paint of a terminal that shows colours, or of one that doesn't. */
export function paint(colour: boolean): Paint {
  const style = (on: number, off: number) => (text: string) => (colour ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    cyan: style(36, 39),
    green: style(32, 39),
  };
}

/**
 * Text of an article, or the name of a file, as a terminal may be given it: control characters, which could move the cursor or worse, become
 * pictures of themselves; marks that turn the direction of writing, and lone surrogates, become replacement characters; white space one space.
 */
export function harmless(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\t\n\r\u2028\u2029\u0085]/g, ' ')
    .replace(/\p{Cc}/gu, picture)
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

/** How many columns harmless text takes. */
export const widthOf = (text: string): number => stringWidth(text, { countAnsiEscapeCodes: true });

/** Breaks harmless text between words into rows of at most `columns`; a longer word has a row of its own. */
export function wrap(text: string, columns: number): string[] {
  const rows: string[] = [];
  let row = '';
  let width = 0;
  for (const word of text.split(/ +/)) {
    const more = widthOf(word);
    if (row !== '' && width + 1 + more > columns) {
      rows.push(row);
      row = '';
      width = 0;
    }
    width += more + (row === '' ? 0 : 1);
    row += row === '' ? word : ` ${word}`;
  }
  rows.push(row);
  return rows;
}
