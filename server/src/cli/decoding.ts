/** The text of a file, or why there is none. */
export type Decoded =
  | { readonly text: string; readonly warning: string | null }
  | {
      /** What is wrong and what to do, without the file's name. */ readonly problem: string;
    };

/** Bytes that are looked at to tell text from the rest: as many as Git looks at. */
const PEEK = 8000;

const UTF16 = new Map([
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
]);

/**
 * Decodes a file: UTF-8, or UTF-16 with a byte order mark; the mark is no part of the text, as in VS Code. Bytes that are no UTF-8 become
 * replacement characters, with a warning. A file with NUL bytes is no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const start = [...bytes.subarray(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const wide = UTF16.get(start);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), warning: null };
  if (bytes.subarray(0, PEEK).includes(0))
    return { problem: 'this is not a text file. Save the article as plain text or Markdown, in UTF-8.' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warning: null };
  } catch {
    return {
      text: new TextDecoder('utf-8').decode(bytes),
      warning: 'some of its bytes are not UTF-8 and are read as \ufffd. Save the file in UTF-8 to have it read right.',
    };
  }
}
