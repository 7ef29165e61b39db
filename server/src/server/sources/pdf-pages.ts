/** A piece of text as it stands on a page: pdf.js’s `TextItem`, as far as it is used here. Lengths in points, y from the bottom up. */
export interface PdfPiece {
  readonly str: string;
  /** A matrix; its last two are where the piece starts. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** How far a baseline may stray within one line, and from how wide a gap on words are apart, in heights of the letters. */
const STRAY = 0.5;
const GAP = 0.2;
/** How far apart two lines of one paragraph may be, in heights of the letters. */
const LEADING = 1.9;

/** From how far above the line on, and in how much smaller letters than those before it, a number is the mark of a footnote: nobody says it. */
const RAISED = 0.15;
const SMALL = 0.85;
const MARK = /^\s*[\d*†‡,]{1,5}\s*$/;

/** Control characters, and a page’s own page breaks, which mean something here. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f]+/g;

/** Puts the pieces of a page together into lines, in the order in which they were set, which keeps columns apart; without marks of footnotes. Linear. */
export function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let text = '';
  let y = 0;
  let height = 0;
  let end = 0;
  const close = (): void => {
    const line = text.replace(CONTROLS, ' ').replace(/ {2,}/g, ' ').trim();
    if (line !== '') lines.push({ text: line, y, height });
    text = '';
    height = 0;
  };
  for (const { str, transform, width, height: tall, hasEOL } of pieces) {
    const [x = 0, base = 0] = transform.slice(4);
    const raised = text !== '' && base - y > RAISED * height && tall < SMALL * height;
    if (str !== '' && !(raised && MARK.test(str))) {
      const size = Math.max(tall, height);
      if (text !== '' && (Math.abs(base - y) > STRAY * size || x < end - 2 * size)) close();
      if (text === '') y = base;
      else if (x - end > GAP * size) text += ' ';
      text += str;
      height = Math.max(height, tall);
      end = x + width;
    }
    if (hasEOL) close();
  }
  close();
  return lines;
}

/** How many lines at the top and at the bottom of a page may be its running head and foot. */
const EDGE = 2;
/** On how many pages the same line stands at an edge, as a share and at least, before it is taken for one. */
const SHARE = 0.4;
const FEWEST = 2;
/** The longest, in UTF-16 units. */
const LONGEST_HEAD = 120;

/** The text of each page, one line a line with blank ones between paragraphs, without running heads, feet and page numbers. */
export function pageTexts(pages: readonly (readonly PdfLine[])[]): string[] {
  const edges = pages.map(edgesOf);
  const counts = new Map<string, number>();
  for (const edge of edges) for (const key of new Set(edge.values())) counts.set(key, (counts.get(key) ?? 0) + 1);
  const often = Math.max(FEWEST, pages.length * SHARE);
  return pages.map((lines, page) => textOf(lines.filter((line) => (counts.get(edges[page]?.get(line) ?? '') ?? 0) < often)));
}

/** The outermost lines of a page, with what of them comes again on other pages: their words without the numbers. */
function edgesOf(lines: readonly PdfLine[]): Map<PdfLine, string> {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  const keyed = (edge: readonly PdfLine[], where: string): [PdfLine, string][] =>
    edge
      .filter(({ text }) => text.length <= LONGEST_HEAD)
      .map((line) => [line, `${where} ${line.text.replace(/\d+/g, '#').toLowerCase()}`]);
  return new Map([...keyed(byHeight.slice(0, EDGE), 'top'), ...keyed(byHeight.slice(EDGE).slice(-EDGE), 'foot')]);
}

function textOf(lines: readonly PdfLine[]): string {
  let text = '';
  let before: PdfLine | null = null;
  for (const line of lines) {
    if (before) text += before.y - line.y > LEADING * Math.max(before.height, line.height) ? '\n\n' : '\n';
    text += line.text;
    before = line;
  }
  return text;
}
