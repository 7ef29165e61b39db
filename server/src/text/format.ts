import type { Comment } from './comments';
import type { Paragraph } from './paragraphs';
import type { Span } from './span';

/** How an article is written down; decides what is markup and what is prose. */
export type Format = 'plain' | 'markdown' | 'html';

/** What a format makes of a text. */
export interface Reading {
  /**
   * What the rest of the analysis reads instead of the source: a string of the same length, in which markup and whatever is not prose (code, front
   * matter, comments, link targets) is replaced by spaces, so that every offset into it is an offset into the source. Line ends stay where they are.
   */
  readonly masked: string;
  /** In order, none within another. */
  readonly paragraphs: readonly Paragraph[];
  /** Where the text points at its evidence, links and footnote marks; in order. See citation-places.ts for where exactly. */
  readonly citations: readonly number[];
}

/** What a format made of a text before it was changed. */
export interface EarlierReading {
  readonly text: string;
  readonly reading: Reading;
}

/** A format: everything that On Record has to know to read articles written in it. Pure; each function linear, none throws. */
export interface ArticleFormat {
  readonly id: Format;
  /** The identifiers that editors have for it. */
  readonly languages: readonly string[];
  /** The endings of its files, with the dot, in small letters. */
  readonly endings: readonly string[];
  /** Whether files in it are read only where somebody asks for it: most of them are no articles. */
  readonly onlyAsked: boolean;
  /** With what the format made of an earlier text, the same at a lesser cost. */
  read(text: string, earlier?: EarlierReading): Reading;
  /** Its comments, in order, none within another. */
  comments(text: string): Comment[];
  /** Where something for the whole file can be written above all else: after a byte order mark or front matter. */
  top(text: string): number;
  /** A link, its parts as they are to stand in the source; null where the format has none. */
  readonly link: ((words: string, address: string) => string) | null;
  /** The mark of a footnote, which at the start of a line after the article also opens its text; null where the format has none. */
  readonly noteMark: ((number: number) => string) | null;
  /**
   * Tags and the like that must not be torn apart by an edit, in order; where there are any, no edit may start or end inside one, or replace one.
   * Null where a mark that is left alone does no harm.
   */
  readonly tags: ((text: string) => readonly Span[]) | null;
}
