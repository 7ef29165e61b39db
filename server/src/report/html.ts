/** A piece of HTML or SVG: written by us, with everything from elsewhere escaped. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: pieces as they are, text and numbers escaped, lists one after the other, nothing for null and false. */
export type Content = Html | string | number | null | false | readonly Content[];

/** Writes HTML: whatever is put into the template is data and escaped, but for what this function has written itself. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.reduce((written, part, i) => written + (i > 0 ? write(contents[i - 1] ?? null) : '') + part, ''));
}

function write(content: Content): string {
  if (content === null || content === false) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'object') return content.map(write).join('');
  return escapeHtml(String(content));
}

/** Escapes text for an element or a quoted attribute; what HTML can't hold, or what turns the direction of writing, becomes a replacement character. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
