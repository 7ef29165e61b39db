/** Breaks words into at most `lines` lines of about `width` characters; what is left over is cut with an ellipsis. */
export function inLines(text: string, width: number, lines: number): string[] {
  const set: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = set.at(-1);
    const fits = last !== undefined && last.length + 1 + word.length <= width;
    if (fits || (last !== undefined && set.length === lines)) set[set.length - 1] = `${last} ${word}`;
    else set.push(word);
  }
  return set.map((line) => shortened(line, width));
}

/** Text cut to `width` UTF-16 units, the ellipsis among them. */
export const shortened = (text: string, width: number): string =>
  text.length <= width
    ? text
    : `${text
        .slice(0, Math.max(1, width - 1))
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
