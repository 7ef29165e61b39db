import type { Location, Range } from 'vscode-languageserver-types';
import type { Place, Spot } from '../evidence/place';
import { whereIs } from '../rules/judged-quotes';
import type { Piece } from './card';
import type { PositionEncoding } from './lines';

/** The range of a place in its document. */
export const rangeIn = ({ start, end }: Place, encoding: PositionEncoding): Range => ({
  start: positionOf(start, encoding),
  end: positionOf(end, encoding),
});

/** A place as a client goes to it. */
export const locationOf = (place: Place, encoding: PositionEncoding): Location => ({
  uri: place.document,
  range: rangeIn(place, encoding),
});

const positionOf = ({ line, columns }: Spot, encoding: PositionEncoding) => ({ line, character: columns[encoding] });

/** A place in words, with a link to it: "sources/council.txt, line 8" or "sources/report.pdf, page 3", and for a recording when. */
export function placeInWords(place: Place): Piece[] {
  const { document, start, page, seconds } = place;
  const named: Piece = { words: whereIs(place), link: page === null ? `${document}#L${start.line + 1}` : document };
  return seconds === null ? [named] : [named, `, at ${clock(seconds)}`];
}

/** "1:02:03", "2:03" */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
