import type { Article } from '../../article';
import type { Span } from '../../text/span';
import type { Edit } from '../rule';

/**
 * The edit that takes a hedging adverb ("reportedly") out of its sentence, with the commas that set it off; the next word is written large
 * where it now opens the sentence. Null where the adverb is tied to its neighbour by a hyphen, or more than a word would have to change.
 */
export function withoutAdverb({ text }: Article, [start, end]: Span, [first, last]: Span): Edit | null {
  if (text.charAt(end) === '-' || text.charAt(start - 1) === '-') return null;
  if (start === first) {
    const lead = /^,?\s+/.exec(text.slice(end, last))?.[0];
    if (lead === undefined) return null;
    const next = end + lead.length;
    const letter = text.slice(next, next + 1);
    return { span: [start, next + letter.length], text: letter.toUpperCase() };
  }
  const before = /(,?)\s+$/.exec(text.slice(Math.max(first, start - 4), start));
  if (!before) return null;
  // ", reportedly," goes with both of its commas; of "and reportedly, last year" only the word.
  const after = before[1] === ',' && text.charAt(end) === ',' ? 1 : 0;
  const setOff = after === 1 || (before[1] === ',' && /^[.!?]/.test(text.slice(end, end + 1)));
  return { span: [setOff ? start - before[0].length : start - before[0].length + (before[1] ?? '').length, end + after], text: '' };
}
