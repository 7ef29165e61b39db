import { isWord } from '../text/characters';
import { decodedInPlace } from '../text/entities';

/** Elements whose content nobody reads. */
const UNREAD = new Set(['script', 'style', 'head', 'noscript', 'template', 'svg', 'nav']);
/** Elements that stand within a line; all others start a line of their own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const LONGEST_ENTITY = 33;

/**
 * What a page of HTML says: a string of the same length in which tags, comments, scripts and the like are blanks and a character reference is its
 * character, so that every offset stays right. An element that stands on lines of its own is set apart by line ends. Linear; never throws.
 */
export function maskHtml(source: string): string {
  const pieces: string[] = [];
  let at = 0;
  const nextOf = finder(source);
  while (at < source.length) {
    const mark = Math.min(nextOf('<', at), nextOf('&', at));
    pieces.push(source.slice(at, mark));
    if (mark >= source.length) break;
    if (source.charAt(mark) === '&') {
      const end = entityEnd(source, mark);
      const character = end > 0 ? decodedInPlace(source, mark, end) : null;
      pieces.push(character ?? '&');
      at = character === null ? mark + 1 : end;
    } else {
      const end = markupEnd(source, mark, nextOf);
      pieces.push(end === mark ? '<' : blanksFor(source, mark, end));
      at = Math.max(end, mark + 1);
    }
  }
  return pieces.join('');
}

/** Finds the next place of a mark, looking at each character once however often it is asked. */
function finder(source: string): (mark: string, from: number) => number {
  const known = new Map<string, number>();
  return (mark, from) => {
    const before = known.get(mark);
    if (before !== undefined && before >= from) return before;
    const found = source.indexOf(mark, from);
    const next = found < 0 ? source.length : found;
    known.set(mark, next);
    return next;
  };
}

function entityEnd(source: string, start: number): number {
  const end = source.slice(start, start + LONGEST_ENTITY).indexOf(';');
  return end < 0 ? -1 : start + end + 1;
}

/** Where the tag, comment or unread element that starts at `start` ends; `start` where there is none. */
function markupEnd(source: string, start: number, nextOf: (mark: string, from: number) => number): number {
  if (source.startsWith('<!--', start)) return Math.min(source.length, nextOf('-->', start) + 3);
  if (!/[a-z/!?]/i.test(source.charAt(start + 1))) return start;
  const end = Math.min(source.length, nextOf('>', start) + 1);
  const name = nameAt(source, start + 1);
  if (!UNREAD.has(name)) return end;
  const closing = nextOf(`</${name}`, end);
  return Math.min(source.length, nextOf('>', closing) + 1);
}

const nameAt = (source: string, at: number): string => /^[a-z][a-z0-9-]*/i.exec(source.slice(at, at + 40))?.[0].toLowerCase() ?? '';

function blanksFor(source: string, start: number, end: number): string {
  const name = nameAt(source, source.charAt(start + 1) === '/' ? start + 2 : start + 1);
  if (name === '' || INLINE.has(name)) return filler(source, start, end);
  const lines = name === 'br' ? '\n' : '\n\n';
  return lines + blank(source.slice(start + lines.length, end));
}

/** Spaces, or soft hyphens where the markup stands inside a word. */
function filler(source: string, start: number, end: number): string {
  const joins = isWord(source.charCodeAt(start - 1)) && isWord(source.charCodeAt(end));
  return joins ? '\u00ad'.repeat(end - start) : blank(source.slice(start, end));
}

const blank = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, ' ') : ' '.repeat(text.length));
