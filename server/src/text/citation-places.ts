import type { Change } from './change';
import { isSpace } from './characters';

/** A web address or a footnote's mark that stands in the text for all to see: "https://", "www.", "[1]", "[^note]", a superior figure. */
const SEEN = /\bhttps?:\/\/\S|\bwww\.\w|\[\^[^\]\s]{1,40}\]|\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]/y;
/** The units that one may start with. Few places start with any, and the pattern is tried at those alone: this is read at every keystroke. */
const STARTS = Uint8Array.from({ length: 0x2080 }, (_, code) =>
  /[[hw\u00b9\u00b2\u00b3\u2070\u2074-\u2079]/.test(String.fromCharCode(code)) ? 1 : 0,
);
/** "ht" and "ww": nearly every h and w is another word's. */
const H = 0x68;
const W = 0x77;
/** A link of Markdown, which people write in plain text as well. */
const LINK = /\]\((?=[^)\s])/g;

/**
 * Where a text without markup points at its evidence, in order, by where it did so before a change: what points is no longer than from one space to the
 * next. The same as `plainCitations(text)`.
 */
export function plainCitationsAgain(text: string, old: readonly number[], { start, before, after }: Change): number[] {
  let from = start;
  while (from > 0 && !isGap(text.charCodeAt(from - 1))) from--;
  let to = after;
  while (to < text.length && !isGap(text.charCodeAt(to))) to++;
  const by = after - before;
  return [
    ...old.filter((at) => at < from),
    ...plainCitations(text.slice(from, to)).map((at) => at + from),
    ...old.filter((at) => at >= to - by).map((at) => at + by),
  ];
}

const isGap = (code: number): boolean => code === 0x20 || code === 0x0a;

/** Where a text without markup points at its evidence, in order. Linear. */
export function plainCitations(text: string): number[] {
  const links = text.includes('](') ? [...text.matchAll(LINK)].map(({ index }) => index) : [];
  return links.length === 0 ? seenCitations(text) : [...seenCitations(text), ...links].sort((a, b) => a - b);
}

/** Web addresses and footnote marks in a text whose markup is masked, in order. Linear. */
export function seenCitations(masked: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < masked.length; at++) {
    const code = masked.charCodeAt(at);
    if (STARTS[code] !== 1) continue;
    if ((code === H && masked.charCodeAt(at + 1) !== 0x74) || (code === W && masked.charCodeAt(at + 1) !== W)) continue;
    SEEN.lastIndex = at;
    if (!SEEN.test(masked)) continue;
    const squared = (code === 0xb2 || code === 0xb3) && /[\dmk]/.test(masked.charAt(at - 1));
    if (!squared) places.push(at);
    at = SEEN.lastIndex - 1;
  }
  return places;
}

/**
 * The citations of a text with markup: those to be seen in it, and those that its markup holds. The latter count where the words end that they
 * follow, so that a mark after a full stop belongs to the sentence before it. Linear in the sum of both.
 */
export function markedCitations(masked: string, marks: readonly number[]): number[] {
  const settled: number[] = [];
  for (const mark of [...marks].sort((a, b) => a - b)) {
    const before = settled.at(-1) ?? 0;
    let at = mark;
    while (at > before && isHidden(masked.charCodeAt(at - 1))) at--;
    settled.push(at);
  }
  return [...seenCitations(masked), ...settled].sort((a, b) => a - b);
}

/** White space but no line end, and the soft hyphens that stand for markup inside a word. */
const isHidden = (code: number): boolean => code === 0xad || (isSpace(code) && code !== 0x0a && code !== 0x0d);
