import type { Standing } from '../attribution/block-attribution';
import { ownCopy } from '../text/remembered';
import { EchoIndex } from './echo-index';
import type { Held, WeighedBlock } from './holders';
import { type KeywordNumbers, Numbering } from './keyword-numbers';
import { isAmong, type Row } from './reach';

/** How much of what a sentence says has to come up in an attributed one to be taken for the same. */
const SAME = 0.6;

/** Whoever holds a sentence that says much the same as another: indices of attributions in a block; see `Held`. */
export interface Echo {
  readonly block: number;
  readonly holders: readonly number[];
}

export const NO_ECHO: Echo = { block: -1, holders: [] };

/** The keywords of those sentences of a block that are compared: of each that is held, and of each claim that nobody holds. */
interface Wording {
  readonly held: readonly KeywordNumbers[];
  readonly unheld: readonly KeywordNumbers[];
}

/** Which of an article's claims that nobody holds are said elsewhere too. */
export interface SentenceEchoes {
  readonly numbering: Numbering;
  /** How many words had numbers when the first version was numbered by it; 0 where none was. */
  readonly words: number;
  /** For each block; empty where no claim asks. */
  readonly wordings: readonly Wording[];
  /** For each block with claims that are said elsewhere, those sentences of it. */
  readonly found: ReadonlyMap<number, ReadonlyMap<number, Echo>>;
}

/**
 * Looks up the claims that nobody holds among the sentences that somebody holds. `anew`: the blocks in which the writer's text may have changed since the
 * earlier version; the keywords of others are taken from `old`. Linear.
 */
export function echoesAmong(
  text: string,
  { blocks, analyses, was }: Standing<WeighedBlock>,
  helds: readonly Held[],
  anew: Row,
  old?: { readonly helds: readonly Held[]; readonly echoes: SentenceEchoes },
): SentenceEchoes {
  const numbering = old && !isOutgrown(old.echoes) ? old.echoes.numbering : new Numbering();
  const found = new Map<number, Map<number, Echo>>();
  if (!helds.some(({ unheld }) => unheld.length > 0)) return { numbering, words: 0, wordings: [], found };
  const known = old?.echoes.numbering === numbering ? old : undefined;
  const wordings = helds.map((held, b): Wording => {
    if (held.held.length === 0 && held.unheld.length === 0) return NO_WORDS;
    const o = was[b] ?? -1;
    const before = known?.helds[o] === held && !isAmong(b, anew) ? known.echoes.wordings[o] : undefined;
    const analysis = analyses[b];
    const [start, end] = blocks[b]?.span ?? [0, 0];
    return before ?? (analysis ? wordingOf(analysis, held, text.slice(start, end), numbering) : NO_WORDS);
  });
  const sentences: KeywordNumbers[] = [];
  /** For each of them its block and its place among those that are held there. */
  const places: number[] = [];
  for (let b = 0; b < wordings.length; b++) {
    const { held } = wordings[b] ?? NO_WORDS;
    for (let i = 0; i < held.length; i++) {
      sentences.push(held[i] ?? []);
      places.push(b, i);
    }
  }
  const index = new EchoIndex(sentences, numbering.size);
  for (let b = 0; b < wordings.length; b++) {
    const { unheld } = wordings[b] ?? NO_WORDS;
    for (let i = 0; i < unheld.length; i++) {
      const echo = index.of(unheld[i] ?? [], SAME);
      if (echo < 0) continue;
      const block = places[2 * echo] ?? 0;
      const { held = [], holders = [] } = helds[block] ?? {};
      const sentence = helds[b]?.unheld[i] ?? 0;
      const of = found.get(b) ?? new Map<number, Echo>();
      found.set(b, of.set(sentence, { block, holders: holders[held[places[2 * echo + 1] ?? 0] ?? 0] ?? [] }));
    }
  }
  return { numbering, words: known?.echoes.words || numbering.size, wordings, found };
}

/** Numbers are given out anew when most are of words that were typed once and are no more. */
const isOutgrown = ({ numbering, words }: SentenceEchoes): boolean => numbering.size > 2 * words + SPARE;
const SPARE = 1000;

/** The echo of a sentence, or NO_ECHO. */
export const echoOf = ({ found }: SentenceEchoes, block: number, sentence: number): Echo => found.get(block)?.get(sentence) ?? NO_ECHO;

const NO_WORDS: Wording = { held: [], unheld: [] };

interface Read {
  readonly numbering: Numbering;
  /** The block as the writer wrote it. */
  readonly written: string;
  readonly numbers: (KeywordNumbers | undefined)[];
}

/** What was read of a block by whatever it was held. */
const reads = new WeakMap<WeighedBlock, Read>();

/** `written`: the block as the writer wrote it, with its markup, which is as long as its text. */
function wordingOf(block: WeighedBlock, { held, unheld }: Held, written: string, numbering: Numbering): Wording {
  let read = reads.get(block);
  if (!read || read.numbering !== numbering || read.written !== written) {
    read = { numbering, written: written === block.tokens.text ? block.tokens.text : ownCopy(written), numbers: [] };
    reads.set(block, read);
  }
  const { numbers } = read;
  const keywords = (s: number): KeywordNumbers => {
    const [start, end] = block.sentences[s]?.span ?? [0, 0];
    numbers[s] ??= numbering.of(written.slice(start, end));
    return numbers[s];
  };
  return { held: held.map(keywords), unheld: unheld.map(keywords) };
}
