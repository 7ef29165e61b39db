import { Tokenizer } from 'htmlparser2';
import { changeBetween } from '../change';
import { markedCitations } from '../citation-places';
import type { Comment } from '../comments';
import type { ArticleFormat } from '../format';
import { filler, isLineEnd, normaliseLineEnds, restoreLineEnds, standIn, trimmed } from '../masking';
import type { Paragraph } from '../paragraphs';
import type { Span } from '../span';
import { asReading, type Part, partOf, readAgain } from './parts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What holds no prose of the article: code, controls, pictures in letters, what the page is steered by. */
const HIDDEN = names(
  'head script style template noscript svg math nav button select textarea title iframe object canvas audio video code pre kbd samp',
);
/** What ends a paragraph where it starts and where it ends. */
const BLOCKS = names(
  'html body main article section header footer aside div p h1 h2 h3 h4 h5 h6 hgroup ul ol li dl dt dd table caption thead tbody tfoot tr td th ' +
    'blockquote figure figcaption address form fieldset legend details summary hr br center dialog search',
);
const HEADING = /^h[1-6]$/;

/**
 * HTML: the prose of a page at the places where it stands, by a tokenizer that takes whatever comes, as browsers do. `<q>` counts as the quotation marks
 * that browsers show for it; links, and the `cite` of quotations, are citations.
 */
export const html: ArticleFormat = {
  id: 'html',
  languages: ['html'],
  endings: ['.html', '.htm', '.xhtml'],
  onlyAsked: true,
  read(source, earlier) {
    const old = partOf(earlier);
    const read = (stretch: string): Part => new HtmlReader(normaliseLineEnds(stretch)).read(stretch);
    if (!earlier || !old) return asReading(read(source));
    return asReading(readAgain(source, old, changeBetween(earlier.text, source), (from, to) => read(source.slice(from, to))));
  },
  comments: (text) => (text.includes('<!--') ? new HtmlReader(text).comments() : []),
  top: (text) => (text.charCodeAt(0) === 0xfeff ? 1 : 0),
  link: (words, address) => `<a href="${address}">${words}</a>`,
  noteMark: null,
  tags: (text) => new HtmlReader(text).tags(),
};

/** Reads one text, once: as the tokenizer tells of its parts, in order. */
class HtmlReader {
  private readonly pieces: string[] = [];
  private done = 0;
  private readonly paragraphs: { from: number; to: number; kind: Paragraph['kind'] }[] = [];
  private readonly marks: number[] = [];
  private readonly breaks: number[] = [0];
  private readonly markup: Span[] = [];
  private readonly found: Comment[] = [];
  /** Where the paragraph at hand starts. */
  private opened = 0;
  /** The element whose content is passed over, and how many of its name are open. */
  private hidden = '';
  private depth = 0;
  /** What the paragraphs are that the elements at hand hold. Elements that are never closed end with what holds them: HTML is full of them. */
  private readonly inside = { heading: false, caption: false, item: false, blockquotes: 0 };
  private quotes = 0;
  private tag = '';
  private tagStart = 0;
  private attribute = '';
  private cited = false;
  /** Whether a link is open that is a citation; a note's is its mark and no word of the text. */
  private link: 'source' | 'note' | null = null;

  constructor(private readonly text: string) {}

  read(source: string): Part {
    this.run();
    this.replace(this.text.length, this.text.length, '');
    this.breakAt(this.text.length, this.text.length);
    const masked = restoreLineEnds(this.pieces.join(''), source);
    return {
      masked,
      paragraphs: this.paragraphs.flatMap(({ from, to, kind }) => trimmed(masked, from, to, kind)),
      citations: markedCitations(masked, this.marks),
      breaks: this.breaks.filter((at) => at === 0 || isLineEnd(source.charCodeAt(at))),
      labels: [],
    };
  }

  /** Tags, comments and entities, in order. */
  tags(): readonly Span[] {
    this.run();
    return this.markup;
  }

  comments(): Comment[] {
    this.run();
    return this.found;
  }

  private run(): void {
    const { text } = this;
    /** The end of what the tokenizer has told of. */
    let told = 0;
    const tokenizer = new Tokenizer(
      {},
      {
        ontext: (start, end) => {
          // At a text's broken end the tokenizer tells of the rest of a tag as if it were text.
          if (start < told) return;
          if (this.hidden === '' && this.link !== 'note') this.keep(start, end);
          told = end;
        },
        ontextentity: (code, end) => {
          // Of an entity of two characters the second counts for nothing.
          if (told === end) return;
          this.markup.push([told, end]);
          if (this.hidden === '' && this.link !== 'note') this.replace(told, end, entity(text, told, end, code));
          told = end;
        },
        onopentagname: (start, end) => {
          this.tag = text.slice(start, end).toLowerCase();
          this.tagStart = start - 1;
          this.cited = false;
        },
        onattribname: (start, end) => {
          this.attribute = text.slice(start, end).toLowerCase();
        },
        onattribdata: (start, end) => this.attributed(text.slice(start, end)),
        onattribentity: nothing,
        onattribend: nothing,
        onopentagend: (at) => {
          this.opens(at + 1);
          told = at + 1;
        },
        onselfclosingtag: (at) => {
          this.opens(at + 1);
          // HTML knows no such tag but in what came from XML.
          if (this.tag === 'svg' || this.tag === 'math') this.closes(this.tag, at + 1, at + 1);
          told = at + 1;
        },
        onclosetag: (start, end) => {
          const close = text.indexOf('>', end);
          const to = close < 0 ? text.length : close + 1;
          this.closes(text.slice(start, end).toLowerCase(), start - 2, to);
          told = to;
        },
        oncomment: (start, end, offset) => {
          this.markup.push([told, end + 1]);
          // What is no comment by its marks, "<!x>" or "</3>", the tokenizer takes for one as browsers do.
          if (text.startsWith('<!--', start - 4)) {
            this.found.push({ span: [start - 4, Math.min(text.length, end + 1)], content: [start, Math.max(start, end - offset)] });
          }
          told = end + 1;
        },
        ondeclaration: (_start, end) => {
          this.markup.push([told, end + 1]);
          told = end + 1;
        },
        oncdata: (_start, end) => {
          told = end + 1;
        },
        onprocessinginstruction: (_start, end) => {
          told = end + 1;
        },
        onend: nothing,
      },
    );
    tokenizer.write(text);
    tokenizer.end();
  }

  private attributed(value: string): void {
    if (this.tag === 'a' && this.attribute === 'href' && !/^\s*(?:javascript|mailto|tel|data):/i.test(value)) {
      this.link = /^\s*#/.test(value) ? (NOTE.test(value) ? 'note' : this.link) : 'source';
    }
    if (this.attribute === 'cite' && (this.tag === 'q' || this.tag === 'blockquote')) this.cited = true;
  }

  private opens(to: number): void {
    const [name, from] = [this.tag, this.tagStart];
    this.markup.push([from, to]);
    if (this.hidden !== '') {
      if (name === this.hidden) this.depth++;
      // A page that forgot to close its head has a body none the less.
      if (name !== 'body' || this.hidden !== 'head') return;
      this.hidden = '';
    }
    if (HIDDEN.has(name)) {
      this.hidden = name;
      this.depth = 1;
      return;
    }
    if (name === 'q') {
      this.replace(from, to, standIn(this.text, from, to, this.quotes++ % 2 === 0 ? '“' : '‘'));
      if (this.cited) this.marks.push(to);
    }
    if (BLOCKS.has(name)) this.breakAt(from, to);
    this.enters(name, true);
    if (BLOCKS.has(name)) this.noteBreak(to);
  }

  private closes(name: string, from: number, to: number): void {
    if (from < to) this.markup.push([from, to]);
    if (this.hidden !== '') {
      if (name === this.hidden && --this.depth === 0) this.hidden = '';
      return;
    }
    if (name === 'q' && this.quotes > 0) this.replace(from, to, standIn(this.text, from, to, --this.quotes % 2 === 0 ? '”' : '’'));
    if (name === 'a' && this.link !== null) {
      this.marks.push(from);
      this.link = null;
    }
    if (!BLOCKS.has(name)) return;
    this.breakAt(from, to);
    this.enters(name, false);
    this.noteBreak(to);
  }

  /** Where a paragraph has ended and nothing else is open, at the end of a line: the fill of what stands before it depends on no word behind it. */
  private noteBreak(at: number): void {
    const { heading, caption, item, blockquotes } = this.inside;
    if (!heading && !caption && !item && blockquotes === 0) this.breaks.push(at);
  }

  /** Keeps in mind what the paragraphs are from here on. */
  private enters(name: string, opens: boolean): void {
    const { inside } = this;
    if (HEADING.test(name)) inside.heading = opens;
    else if (name === 'figcaption') inside.caption = opens;
    else if (name === 'li') inside.item = opens;
    else if (name === 'ul' || name === 'ol') inside.item = false;
    else if (name === 'blockquote') inside.blockquotes = Math.max(0, inside.blockquotes + (opens ? 1 : -1));
  }

  private get kind(): Paragraph['kind'] {
    const { heading, caption, item, blockquotes } = this.inside;
    return heading ? 'headline' : caption ? 'caption' : blockquotes > 0 ? 'pull-quote' : item ? 'list-item' : null;
  }

  /** Ends the paragraph at hand; the next one starts at `to`. */
  private breakAt(from: number, to: number): void {
    this.paragraphs.push({ from: this.opened, to: from, kind: this.kind });
    this.opened = to;
    this.quotes = 0;
    this.link = null;
  }

  /** Text that is to be read as it stands; what lies between it and what was kept before is markup. */
  private keep(start: number, end: number): void {
    this.fill(start);
    this.pieces.push(this.text.slice(start, end));
    this.done = end;
  }

  private replace(from: number, to: number, by: string): void {
    this.fill(from);
    this.pieces.push(by);
    this.done = to;
  }

  private fill(to: number): void {
    if (to > this.done) this.pieces.push(filler(this.text, this.done, to));
  }
}

/** `#fn1`, `#cite_note-3`, `#ref2`: a mark that leads to a note, rather than to another part of the page. */
const NOTE = /^\s*#.{0,40}?(?:fn|note|ref|cite|source)/i;

/** What stands for an entity: its character; a space for one that would end a line. */
function entity(text: string, from: number, to: number, code: number): string {
  const character =
    code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code > 0x10ffff ? ' ' : String.fromCodePoint(code);
  return standIn(text, from, to, character);
}

const nothing = (): void => undefined;
