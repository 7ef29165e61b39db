import type { Span } from '../text/span';
import { readWords } from './words';

/**
 * What lies before a word of a quote. *omission*: "…" says that something was left out; *break*: the article's own words part one sentence of the
 * speaker's in two ("“If it stops,” he said, “we starve.”").
 */
export type Gap = 'none' | 'omission' | 'break';

/** A word of a quote that is looked for. */
export interface SoughtWord {
  /** As `readWords` has it. */
  readonly word: string;
  /** Which part it stands in, and where there. */
  readonly part: number;
  readonly span: Span;
  readonly gap: Gap;
  /** *word*: put in in brackets, so that the speaker need not have said it; *ending*: only its start, `fixed`, is the speaker's ("want[ed]"). */
  readonly bracket: 'none' | 'word' | 'ending';
  readonly fixed: string;
}

/** Longer quotes are looked for by their first words. */
export const MOST_WORDS = 300;

const OMISSION = /\[\s*(?:…|\.{3}|\. \. \.)\s*\]|…|\.{3,}|\. \. \.(?: \.)?/g;
const BRACKET = /\[([^[\]\n]{1,80})\](?:['’]s\b)?/g;
const LETTER = /[\p{L}\p{M}]/u;

/** The words of a quote, whose parts stand without their marks. */
export function soughtWords(parts: readonly string[]): SoughtWord[] {
  const words: SoughtWord[] = [];
  for (const [part, text] of parts.entries()) {
    const omissions = [...text.matchAll(OMISSION)].map(({ index }) => index);
    const brackets = bracketsOf(text);
    let clean = '';
    let done = 0;
    for (const { span, joined } of brackets) {
      const inner = text.slice(span[0], span[1]);
      clean += text.slice(done, span[0]) + (joined ? inner.replace(/[[\]]/g, '\u00ad') : inner.replace(/[[\]'’]/g, ' '));
      done = span[1];
    }
    clean += text.slice(done);
    let seen = 0;
    readWords(clean, 0, clean.length, (word, start, end) => {
      if (words.length >= MOST_WORDS) return;
      let gap: Gap = words.length > 0 && words.at(-1)?.part !== part ? 'break' : 'none';
      while ((omissions[seen] ?? Number.POSITIVE_INFINITY) < start) {
        seen++;
        gap = 'omission';
      }
      const bracket = brackets.find(({ span }) => span[0] < end && start < span[1]);
      const ending = bracket?.joined === true && bracket.span[0] > start;
      const kind = bracket === undefined || (bracket.joined && !ending) ? 'none' : ending ? 'ending' : 'word';
      const fixed = ending ? clean.slice(start, bracket.span[0]).toLowerCase() : '';
      words.push({ word, part, span: [start, end], gap: words.length === 0 ? 'none' : gap, bracket: kind, fixed });
    });
  }
  return words;
}

/** The brackets of a text but for those of omissions; *joined* ones stand inside a word: "[T]he", "want[ed]". */
function bracketsOf(text: string): { span: Span; joined: boolean }[] {
  return [...text.matchAll(BRACKET)]
    .filter(([, inner = '']) => /[\p{L}\p{N}]/u.test(inner))
    .map((match) => {
      const end = match.index + match[0].length;
      const joined = match[0].endsWith(']') && (LETTER.test(text.charAt(match.index - 1)) || LETTER.test(text.charAt(end)));
      return { span: [match.index, end], joined };
    });
}
