import { remembered } from '../text/remembered';
import { firstAbove } from '../text/sorted';
import type { Span } from '../text/span';
import type { EvidenceDocument } from './document';
import { pageTextOf } from './page-text';

/** A position in a document's source. */
export interface Spot {
  /** From 0. */
  readonly line: number;
  /** Characters before it on its line, in each encoding that an editor may count in. */
  readonly columns: Readonly<Record<'utf-16' | 'utf-8' | 'utf-32', number>>;
}

/** A place in a document, with what a person wants to know of it. */
export interface Place {
  /** The document's address, and its name for people. */
  readonly document: string;
  readonly name: string;
  /** Offsets into the document's source. */
  readonly span: Span;
  /** In a document with pages both are its very start: its file has no lines to go to. */
  readonly start: Spot;
  readonly end: Spot;
  /** From 1; null where the document has no pages. */
  readonly page: number | null;
  /** Where it stands in the text of the document's pages (`pageTextOf`); null where it has none. */
  readonly onPages: { readonly start: Spot; readonly end: Spot } | null;
  /** The words there, on one line, without markup. */
  readonly words: string;
  /** What stands right before it, as much as tells whether somebody is being quoted there. */
  readonly lead: string;
  /** Who speaks there, as the transcript has it; null where it does not say. */
  readonly speaker: string | null;
  /** Seconds from the recording's start; null where there is none. */
  readonly seconds: number | null;
}

/** In UTF-16 units. */
const LEAD = 160;

/** Who speaks at an offset; null where the document does not say. */
export function speakerAt({ turns }: EvidenceDocument, offset: number): string | null {
  return turns[turnAt(turns, offset)]?.speaker ?? null;
}

/** The index of the turn that `offset` lies in; -1 where in none. Logarithmic. */
export function turnAt(turns: EvidenceDocument['turns'], offset: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.span[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low - 1];
  return turn && offset < turn.span[1] ? low - 1 : -1;
}

/** The place of a span of a document. */
export function placeOf(document: EvidenceDocument, span: Span): Place {
  const { id, name, pages } = document;
  const page = lastFrom(pages, (start) => start, span[0]) + 1;
  return {
    document: id,
    name,
    span,
    start: page > 0 ? START : spotAt(document.source, linesOf(document), span[0]),
    end: page > 0 ? START : spotAt(document.source, linesOf(document), span[1]),
    page: page > 0 ? page : null,
    onPages: page > 0 ? spotsOnPages(document, span) : null,
    words: plainWords(document, span),
    lead: plainWords(document, [Math.max(0, span[0] - LEAD), span[0]]),
    speaker: speakerAt(document, span[0]),
    seconds: secondsAt(document, span[0]),
  };
}

/** What a document says at a span: on one line, without markup. */
export const plainWords = ({ text }: EvidenceDocument, [start, end]: Span): string =>
  text
    .slice(start, end)
    .replace(/([\p{L}\p{M}])-\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    // Markup that ended before a mark has left a blank.
    .replace(/ (?=[,.;:!?](?:\s|$))|(?<=[£$€¥]) (?=\d)/g, '')
    .trim();

const START: Spot = { line: 0, columns: { 'utf-16': 0, 'utf-8': 0, 'utf-32': 0 } };

function spotsOnPages(document: EvidenceDocument, span: Span): Place['onPages'] {
  const { text, at } = pageTextOf(document);
  const [start, end] = at(span);
  return { start: spotAt(text, pageLinesOf(document), start), end: spotAt(text, pageLinesOf(document), end) };
}

/** Where an offset of a text lies, by the starts of its lines. */
function spotAt(text: string, lines: Uint32Array, offset: number): Spot {
  const line = firstAbove(lines, offset) - 1;
  const before = text.slice(lines[line] ?? 0, offset);
  let [bytes, points] = [0, 0];
  for (const character of before) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    points++;
  }
  return { line, columns: { 'utf-16': before.length, 'utf-8': bytes, 'utf-32': points } };
}

const linesOf = remembered(({ source }: EvidenceDocument) => lineStartsOf(source));
const pageLinesOf = remembered((document: EvidenceDocument) => lineStartsOf(pageTextOf(document).text));

/** Where each line starts: after "\n", "\r\n" or "\r", as editors count. */
function lineStartsOf(text: string): Uint32Array {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

const secondsAt = ({ moments }: EvidenceDocument, offset: number): number | null =>
  moments[lastFrom(moments, (moment) => moment.offset, offset)]?.seconds ?? null;

/** The index of the last of `things` that starts no later than `offset`; -1 where none does. Logarithmic. */
function lastFrom<T>(things: readonly T[], startOf: (thing: T) => number, offset: number): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && startOf(thing) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
