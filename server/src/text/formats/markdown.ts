import { parser as commonMark, type InlineContext, type MarkdownConfig, Strikethrough, Table, TaskList } from '@lezer/markdown';
import { type Change, changeBetween, growth } from '../change';
import { isSpace } from '../characters';
import { markedCitations } from '../citation-places';
import { markdownComments } from '../comments';
import { decodedInPlace } from '../entities';
import type { ArticleFormat, EarlierReading, Reading } from '../format';
import { blank, filler, isLineEnd, normaliseLineEnds, restoreLineEnds, standIn, trimmed } from '../masking';
import type { Paragraph } from '../paragraphs';
import { frontMatterEnd, maskFrontMatter } from './front-matter';
import { html } from './html';
import { limitMarkup } from './markdown-limits';
import { asReading, type Label, type Part, partOf, readAgain } from './parts';

/** Longest inline formula, in UTF-16 units: how far a dollar looks for its partner. */
const LONGEST_FORMULA = 400;
const DOLLAR = 0x24;
const BRACKET = 0x5b;
const CARET = 0x5e;

/** `$x^2$` and `$$…$$`, which hold something that only formulas do, so that "$5 to $10" stays money; and `[^1]`, a footnote's mark. */
const newsMarkup: MarkdownConfig = {
  defineNodes: ['Formula', 'FootnoteMark'],
  parseInline: [
    {
      name: 'Formula',
      before: 'Link',
      parse(cx: InlineContext, next: number, at: number): number {
        if (next !== DOLLAR) return -1;
        const mark = cx.char(at + 1) === DOLLAR ? 2 : 1;
        const open = at + mark;
        if (mark === 1 && isSpace(cx.char(open))) return -1;
        const ahead = cx.slice(open, Math.min(cx.end, open + LONGEST_FORMULA));
        const length = ahead.indexOf(mark === 2 ? '$$' : '$');
        if (length <= 0 || !/[\\^_{}=]/.test(ahead.slice(0, length))) return -1;
        return cx.addElement(cx.elt('Formula', at, open + length + mark));
      },
    },
    {
      name: 'FootnoteMark',
      before: 'Link',
      parse(cx: InlineContext, next: number, at: number): number {
        if (next !== BRACKET || cx.char(at + 1) !== CARET) return -1;
        const label = /^\[\^[^\]\s[]{1,60}\](?!\()/.exec(cx.slice(at, Math.min(cx.end, at + LONGEST_LABEL)));
        return label ? cx.addElement(cx.elt('FootnoteMark', at, at + label[0].length)) : -1;
      },
    },
  ],
};

/** Without GitHub's automatic links: a bare address is a word here, as in plain text. */
const parser = commonMark.configure([Table, TaskList, Strikethrough, newsMarkup]);

/** What is markup from its first unit to its last, with all that it holds. */
const MARKUP = new Set([
  'CodeBlock', 'FencedCode', 'CommentBlock', 'ProcessingInstructionBlock', 'HorizontalRule', 'LinkReference', 'TableDelimiter',
  'InlineCode', 'HTMLTag', 'Comment', 'ProcessingInstruction', 'Autolink', 'URL', 'LinkTitle', 'LinkLabel', 'Image', 'Formula', 'FootnoteMark', 'TaskMarker',
  'HeaderMark', 'QuoteMark', 'ListMark', 'LinkMark', 'EmphasisMark', 'StrikethroughMark',
]); // biome-ignore format: one list

/** `[^1]: …`: what a footnote says is no part of the story. */
const FOOTNOTE = /^\[\^[^\]\s[]{1,60}\]:/;
const LONGEST_LABEL = 64;

const HEADING = /^(?:ATX|Setext)Heading\d$/;
const LEAVES = new Set(['Paragraph', 'Task', 'TableCell']);

/** Markdown: CommonMark and what newsrooms add to it. */
export const markdown: ArticleFormat = {
  id: 'markdown',
  languages: ['markdown'],
  endings: ['.md', '.markdown'],
  onlyAsked: false,
  read: readMarkdown,
  comments: markdownComments,
  top: frontMatterEnd,
  link: (words, address) => `[${words}](${address})`,
  noteMark: (number) => `[^${number}]`,
  tags: null,
};

/**
 * Reads Markdown (CommonMark with tables, tasks, strikethrough, front matter, formulas, footnotes). In `masked` all that is no prose is spaces, unit for
 * unit, line ends kept. A mark inside a word ("un*thin*kable") becomes soft hyphens, which join a word and show nothing. An entity's first
 * or last unit becomes its character (last for an opening quotation mark, which must touch what it opens), the rest is filled as a mark is. Blocks of
 * HTML are read as HTML is.
 */
function readMarkdown(source: string, earlier?: EarlierReading): Reading {
  const front = frontOf(source);
  const old = partOf(earlier);
  const change = changeBetween(earlier?.text ?? '', source);
  if (earlier && old && isMoved(frontOf(earlier.text), front, change)) {
    const names = namesOf(old);
    const part = readAgain(source, old, change, (from, to) => readPart(source.slice(from, to), from === 0 ? front : 0, names));
    if (isSameSet(names, namesOf(part))) return asReading(part);
  }
  return asReading(readPart(source, front));
}

/** Where front matter ends; few texts have any, so that few have to be looked through for their line ends. */
const frontOf = (source: string): number => frontMatterEnd(/^\ufeff?(?:---|\+\+\+)/.test(source) ? normaliseLineEnds(source) : source);

/** Whether a place before a change is this one after it. */
const isMoved = (before: number, after: number, change: Change): boolean =>
  before <= change.start ? after === before : before >= change.before && after === before + growth(change);

const namesOf = ({ labels }: Part): ReadonlySet<string> => new Set(labels.map(({ name }) => name));

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((name) => b.has(name));

/** Reads a stretch of Markdown with front matter up to `front`, in a text that defines `names`; its own where those are not given. */
function readPart(source: string, front: number, names?: ReadonlySet<string>): Part {
  const whole = maskFrontMatter(normaliseLineEnds(source), front);
  const text = limitMarkup(whole);
  const tree = parser.parse(text);
  const labels = definitions(text);
  const defined = names ?? new Set(labels.map(({ name }) => name));
  /** Where the blocks begin that lie in no other, and which of them is next. */
  const tops = topsOf(tree);
  let top = 0;
  const breaks: number[] = [0];
  /** Where the brackets stand that are the writer's own: "[will]". */
  const literal = new Set<number>();
  const pieces: string[] = [];
  let done = 0;
  const replace = (from: number, to: number, by: string): void => {
    if (from < done) return;
    pieces.push(text.slice(done, from), by);
    done = to;
  };
  const marks: number[] = [];
  let anchored = false;
  const leaves: { from: number; to: number; kind: Paragraph['kind'] }[] = [];
  let quoted = 0;
  let listed = 0;
  tree.iterate({
    enter({ name, from, to, node }) {
      for (; top < tops.length && from >= (tops[top] ?? 0); top++) {
        const line = lineStart(text, tops[top] ?? 0);
        // What a link holds may go on in the next block.
        if (line > 0 && !anchored && isAfterBlank(whole, line) && isLineEnd(source.charCodeAt(line - 1))) breaks.push(line);
      }
      if (name === 'Link' && isBare(node) && !defined.has(label(text.slice(from + 1, to - 1)))) literal.add(from).add(to - 1);
      if (name === 'Link' && !literal.has(from)) marks.push(to - 1);
      else if (name === 'Autolink' || name === 'FootnoteMark') marks.push(from);
      else if (name === 'HTMLBlock') {
        const inner = html.read(text.slice(from, to));
        replace(from, to, inner.masked);
        for (const { start, end, kind } of inner.paragraphs) leaves.push({ from: from + start, to: from + end, kind });
        marks.push(...inner.citations.map((at) => from + at));
        return false;
      } else if (name === 'HTMLTag') {
        const tag = text.slice(from, to);
        if (/^<\/a\b/i.test(tag) && anchored) marks.push(from);
        anchored = /^<a\s[^>]*\bhref\b/i.test(tag) || (anchored && !/^<\/a\b/i.test(tag));
        const mark = /^<q\b/i.test(tag) ? '“' : /^<\/q\b/i.test(tag) ? '”' : null;
        if (mark !== null) {
          replace(from, to, standIn(text, from, to, mark));
          return false;
        }
      }
      if (MARKUP.has(name) && !(name === 'LinkMark' && literal.has(from))) {
        replace(from, to, filler(text, from, to));
        return false;
      }
      if (name === 'Paragraph' && FOOTNOTE.test(text.slice(from, from + LONGEST_LABEL))) {
        replace(from, to, blank(text.slice(from, to)));
        return false;
      }
      if (name === 'Escape') replace(from, from + 1, filler(text, from, from + 1));
      else if (name === 'Entity') replace(from, to, decodedInPlace(text, from, to) ?? text.slice(from, to));
      else if (name === 'HardBreak') {
        const leaf = leaves[leaves.length - 1];
        if (leaf) {
          leaves.push({ from: to, to: leaf.to, kind: leaf.kind });
          leaf.to = from;
        }
        replace(from, to, blank(text.slice(from, to)));
      } else if (name === 'Blockquote') quoted++;
      else if (name === 'ListItem') listed++;
      else if (LEAVES.has(name)) leaves.push({ from, to, kind: quoted > 0 ? 'pull-quote' : listed > 0 ? 'list-item' : null });
      else if (HEADING.test(name)) leaves.push({ from, to, kind: 'headline' });
      return true;
    },
    leave({ name }) {
      if (name === 'Blockquote') quoted--;
      else if (name === 'ListItem') listed--;
    },
  });
  pieces.push(text.slice(done));
  const masked = restoreLineEnds(pieces.join(''), source);
  return {
    masked,
    paragraphs: leaves.flatMap(({ from, to, kind }) => trimmed(masked, from, to, kind)),
    citations: markedCitations(masked, marks),
    breaks,
    labels,
  };
}

function topsOf(tree: ReturnType<typeof parser.parse>): number[] {
  const tops: number[] = [];
  const cursor = tree.cursor();
  for (let more = cursor.firstChild(); more; more = cursor.nextSibling()) tops.push(cursor.from);
  return tops;
}

const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

/** Whether a line without words stands before the line that starts at `at`: it ends whatever is open in a paragraph. */
const isAfterBlank = (text: string, at: number): boolean => /^[ \t\r]*$/.test(text.slice(lineStart(text, at - 1), at - 1));

/** Whether a link has a text alone: no address, no label. The parser takes all brackets for such links, defined or not. */
const isBare = (link: { getChild(name: string): unknown }): boolean => !link.getChild('URL') && !link.getChild('LinkLabel');

const label = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

/** The labels that the text defines: `[label]: address`. */
const definitions = (text: string): Label[] =>
  text.includes(']:')
    ? [...text.matchAll(/^ {0,3}\[([^\]\n]{1,200})\]:/gm)].map(({ index, 1: name = '' }) => ({ at: index, name: label(name) }))
    : [];
