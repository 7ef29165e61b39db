import type { MarkupContent } from 'vscode-languageserver-types';

/**
 * A piece of a card. A bare string is ours; `words` come from the article and are data: whatever they hold, they are shown as they are
 * and do nothing. `strong` ones stand out, `struck` ones are crossed out, and `link` is an address of ours that they lead to.
 */
export type Piece = string | { readonly words: string; readonly strong?: boolean; readonly struck?: boolean; readonly link?: string };

/** One line of a card, a list of reasons and the like, or a rule across. */
export type CardLine = readonly Piece[] | { readonly list: readonly (readonly Piece[])[] } | 'rule';

/** A small text to show beside the article: lines, set apart. */
export type Card = readonly CardLine[];

/** The longest stretch of article text that a card shows, in UTF-16 units. */
const LONGEST_WORDS = 160;

/** Sets a card for a client, in Markdown or, where that is not understood, in plain text. */
export function renderCard(card: Card, kind: 'markdown' | 'plaintext'): MarkupContent {
  const write = kind === 'markdown' ? inMarkdown : inPlainText;
  const lines = card.map((line) => {
    if (line === 'rule') return kind === 'markdown' ? '---' : '';
    return 'list' in line ? line.list.map((item) => `- ${write(item)}`).join('\n') : write(line);
  });
  return { kind, value: lines.join('\n\n') };
}

const inPlainText = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.struck ? `[-${tidy(piece.words)}-]` : tidy(piece.words))).join('');

const inMarkdown = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const words = escapeMarkdown(tidy(piece.words));
      if (words === '') return words;
      if (piece.link !== undefined) return `[${words}](<${piece.link.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
      return piece.struck ? `~~${words}~~` : piece.strong ? `**${words}**` : words;
    })
    .join('');

/** Article text on one line: white space closed up, control and direction-changing characters left out, cut where it gets long. */
export function tidy(words: string, longest = LONGEST_WORDS): string {
  const line = (UNTIDY.test(words) ? words.replace(UNSEEN, '').replace(/\s+/g, ' ') : words).trim();
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest);
  return `${line.slice(0, cut > longest / 2 ? cut : longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it takes out
const UNSEEN = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
/** White space other than single blanks, or something unseen: most words have neither. */
const UNTIDY = new RegExp(`\\s\\s|[^\\S ]|${UNSEEN.source}`);

/**
 * Makes text inert in Markdown: no emphasis, link, image, HTML, entity, heading, table, code, theme icon or bare address can come of it.
 * Full stops, hyphens and the like stay as they are inside a line, so that the text also reads well where Markdown is shown raw.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()<>&#!|~$:@^=/]/g, '\\$&')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^([-+]|\d{1,9}\.)/, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}
