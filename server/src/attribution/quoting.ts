import { remembered } from '../text/remembered';
import type { AttributedBlock, BlockAttribution } from './block-attribution';
import type { Quote } from './quotes';
import { runsOf } from './repeated';

/** What a block's quotes are to the rest of its article, whatever that says. */
export interface Quoting {
  /** For each quote, the innermost attribution whose content holds it, or -1. */
  readonly holders: readonly number[];
  /** For each quote whose voice may go on in the next block: a direct quote's, nobody's after another, and the one before is still heard after a title. */
  readonly voices: readonly Voice[];
  /** Shows again what the article says elsewhere: a headline, a subhead, a pull quote, a caption. */
  readonly isDisplay: boolean;
  /** How many of its first quotes may show again what is said elsewhere: all of a display's, and what a paragraph begins with. */
  readonly shown: number;
  /** Nothing but its first quote, which nobody is named beside. */
  readonly isBare: boolean;
  /** Its first quote goes on with the speech of the block before, if there is one: left open there, or the whole of this paragraph. */
  readonly goesOn: boolean;
  /** The last thing in it is somebody's quote or its cue, so that a bare quote after it is the same voice. */
  readonly endsInVoice: boolean;
  /** A quote of it has no closing mark. */
  readonly isOpen: boolean;
  /** For each quote its words, and its runs of words, by which it is found again. */
  readonly words: readonly (readonly string[])[];
  readonly runs: readonly (readonly number[])[];
}

type Voice = 'own' | 'none' | 'before';

export const quotingOf = remembered((block: AttributedBlock): Quoting => {
  const { kind, quotes, attributions, quoteWords } = block;
  const isDisplay = kind === 'headline' || kind === 'subhead' || kind === 'pull-quote' || kind === 'caption';
  const isBare = isBareQuote(block);
  return {
    holders: quotes.map((quote) => holderOf(quote, attributions)),
    voices: quotes.map(({ kind }) => (kind === 'direct' ? 'own' : kind === 'scare' || kind === 'title' ? 'before' : 'none')),
    isDisplay,
    shown: isDisplay ? quotes.length : quotes[0]?.span[0] === 0 ? 1 : 0,
    isBare,
    goesOn: isBare || quotes[0]?.continues === true,
    endsInVoice: endsInVoice(block),
    isOpen: quotes.some(({ open }) => open),
    words: quoteWords,
    runs: quoteWords.map(runsOf),
  };
});

/** The last words of a block ask something, and nobody is quoted in it: an interview's question. */
export const isQuestion = ({ kind, quotes, tokens }: AttributedBlock): boolean =>
  (kind === 'paragraph' || kind === 'subhead') && quotes.every((quote) => quote.kind !== 'direct') && /\?\s*$/.test(tokens.text.slice(-3));

function holderOf({ span }: Quote, attributions: readonly BlockAttribution[]): number {
  let best = -1;
  let size = Number.POSITIVE_INFINITY;
  for (const [a, { content }] of attributions.entries()) {
    for (const [start, end] of content) {
      const shared = Math.min(end, span[1]) - Math.max(start, span[0]);
      if (shared * 2 >= span[1] - span[0] && end - start <= size) {
        best = a;
        size = end - start;
      }
    }
  }
  return best;
}

function isBareQuote({ quotes: [quote], attributions, tokens }: AttributedBlock): boolean {
  if (!quote || attributions.length > 0 || quote.span[0] !== 0) return false;
  return tokens.text.length - (quote.span[1] - quote.span[0]) <= 1;
}

function endsInVoice({ quotes, sentences }: AttributedBlock): boolean {
  const last = sentences[sentences.length - 1];
  return last !== undefined && quotes.some(({ span }) => span[0] < last.span[1] && span[1] > last.span[0]);
}
