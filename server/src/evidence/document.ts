import { formatNamed } from '../text/formats';
import type { Span } from '../text/span';
import { type Moment, readSubtitles } from './subtitles';
import { type Turn, turnsOf } from './turns';

/** How a document is written down. */
export type DocumentKind = 'text' | 'markdown' | 'html' | 'subtitles' | 'pdf';

/** A transcript or another document that the writer keeps beside the article. */
export interface EvidenceDocument {
  /** Its address. */
  readonly id: string;
  /** As people are told of it: `sources/council.txt`. */
  readonly name: string;
  /** As it is written down. */
  readonly source: string;
  /** What it says: `source` with its markup replaced by as many blanks, so that every offset into it is one into `source`. */
  readonly text: string;
  /** Who speaks where, in order and apart; empty where it is no transcript. */
  readonly turns: readonly Turn[];
  /** In order; of recordings only. */
  readonly moments: readonly Moment[];
  /** Where each page starts; empty where it has none. */
  readonly pages: readonly number[];
}

/** What the name of a file says of how it is written down; null for what is not read. */
export function kindOf(name: string): DocumentKind | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return KINDS[ending] ?? null;
}

const KINDS: Readonly<Record<string, DocumentKind>> = {
  txt: 'text',
  text: 'text',
  article: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  srt: 'subtitles',
  vtt: 'subtitles',
  pdf: 'pdf',
};

/** What parts the pages of a PDF in its text. */
export const PAGE_BREAK = '\f';

/** Reads a document, of a PDF its text with a page break between pages. Never throws; linear in its length. */
export function readDocument(id: string, name: string, source: string, kind: DocumentKind): EvidenceDocument {
  if (kind === 'subtitles') return { id, name, source, ...readSubtitles(source), pages: [] };
  const text = kind === 'text' || kind === 'pdf' ? source : proseOf(source, kind);
  const { turns, labels } = turnsOf(text);
  return { id, name, source, text: withoutLabels(text, labels), turns, moments: [], pages: kind === 'pdf' ? pagesOf(source) : [] };
}

function pagesOf(text: string): number[] {
  const pages = [0];
  for (let at = text.indexOf(PAGE_BREAK); at >= 0; at = text.indexOf(PAGE_BREAK, at + 1)) pages.push(at + 1);
  return pages;
}

/** The prose of a marked-up document, with a line end before each paragraph: what parted it may have been no line end but a tag. */
function proseOf(source: string, kind: 'markdown' | 'html'): string {
  const { masked, paragraphs } = formatNamed(kind).read(source);
  const pieces: string[] = [];
  let done = 0;
  for (const { start } of paragraphs) {
    const at = Math.max(done, start - 2);
    pieces.push(masked.slice(done, at), masked.slice(at, start).replace(/[^\S\r]/g, '\n'));
    done = start;
  }
  return pieces.join('') + masked.slice(done);
}

/** The text with its speakers' labels blanked: nobody says them. */
function withoutLabels(text: string, labels: readonly Span[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const [start, end] of labels) {
    pieces.push(text.slice(done, start), ' '.repeat(end - start));
    done = end;
  }
  return done === 0 ? text : pieces.join('') + text.slice(done);
}
