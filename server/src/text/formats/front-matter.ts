const FENCES: Readonly<Record<string, RegExp>> = { '---': /^(?:---|\.\.\.)[ \t]*\r?$/, '+++': /^\+\+\+[ \t]*\r?$/ };

/**
 * The end of the front matter that a Markdown text opens with: YAML between "---" lines, or TOML between "+++" lines, after its last line's end;
 * of a text without any, the end of its byte order mark.
 */
export function frontMatterEnd(text: string): number {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fence = text.slice(bom, bom + 3);
  const close = FENCES[fence];
  if (!close || !/^...[ \t]*\r?\n/.test(text.slice(bom, bom + 40))) return bom;
  let at = text.indexOf('\n') + 1;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    if (end - at < 40 && close.test(text.slice(at, end))) return next < 0 ? end : next + 1;
    at = end + 1;
  }
  return bom;
}

/** `text` with its front matter, up to `end`, replaced by spaces, line ends kept. */
export function maskFrontMatter(text: string, end: number): string {
  return end <= 1 ? text : text.slice(0, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}
