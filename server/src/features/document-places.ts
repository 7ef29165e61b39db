import type { Location, Range } from 'vscode-languageserver-types';
import type { Place, Spot } from '../evidence/place';
import { whereIs } from '../rules/judged-quotes';
import type { Abilities } from './abilities';
import type { Piece } from './card';
import type { PositionEncoding } from './lines';

/** What of a client decides how it gets to a place. */
export type Reader = Pick<Abilities, 'encoding' | 'pagesScheme'>;

/** The range of a place in its document, or in what the client shows of that. */
export function rangeIn({ start, end, onPages }: Place, { encoding, pagesScheme }: Reader): Range {
  const shown = (pagesScheme !== null && onPages) || { start, end };
  return { start: positionOf(shown.start, encoding), end: positionOf(shown.end, encoding) };
}

/** The address that a client goes to: the document's own; of one with pages, which no text editor shows, that of its pages where the client can show these. */
export const addressOf = ({ document, page }: Place, { pagesScheme }: Reader): string =>
  page === null || pagesScheme === null ? document : pagesAddress(document, pagesScheme);

/** `scheme:/folder/report.pdf.txt?file:///folder/report.pdf`, so that a tab shows the file's name, and no viewer of PDFs takes it for one. */
function pagesAddress(document: string, scheme: string): string {
  const [, path = '/document'] = /^[^:]*:(?:\/\/[^/?#]*)?([^?#]*)/.exec(document) ?? [];
  return `${scheme}:${path}.txt?${encodeURIComponent(document)}`;
}

/** A place as a client goes to it. */
export const locationOf = (place: Place, reader: Reader): Location => ({ uri: addressOf(place, reader), range: rangeIn(place, reader) });

const positionOf = ({ line, columns }: Spot, encoding: PositionEncoding) => ({ line, character: columns[encoding] });

/** A place in words, with a link to it: "sources/council.txt, line 8" or "sources/report.pdf, page 3", and for a recording when. */
export function placeInWords(place: Place, reader: Reader): Piece[] {
  const { start, onPages, page, seconds } = place;
  const address = addressOf(place, reader);
  const line = page === null ? start.line : reader.pagesScheme !== null && onPages ? onPages.start.line : null;
  const named: Piece = { words: whereIs(place), link: line === null ? address : `${address}#L${line + 1}` };
  return seconds === null ? [named] : [named, `, at ${clock(seconds)}`];
}

/** "1:02:03", "2:03" */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
