import { rememberedText } from '../text/remembered';
import type { Span } from '../text/span';

/** A word may lead to this many sentences at most, so that common words cost nothing. */
const MOST = 12;
/** Letters that tell one word from another, whatever its ending. */
const STEM = 6;
/** Words that say nothing about what a sentence is about. */
const EMPTY = new Set(
  'about above after again against along already although among another around because before behind being below between beyond could during either every first following further given having himself herself however including inside instead itself last later least many might money month months more most much never nothing often other others outside people perhaps quite rather really several should since something still their there these thing things think those though three through today together toward towards under until using very week weeks well were what when where whether which while whose will within without would year years yesterday told says said saying added according reported'.split(
    ' ',
  ),
);

/**
 * The words and figures that a sentence is about, each once: stems of longer words, names, and figures. The sentences of an article are asked for again
 * at every keystroke, and all but one are the same.
 */
export const keywordsOf = rememberedText((text): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const [match] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu)) {
    const word = withoutEnding(match);
    const lower = word.toLowerCase();
    if (/\p{N}/u.test(word)) words.add(lower);
    else if ((word.length > 4 || (word.length > 2 && word !== lower)) && !EMPTY.has(lower)) words.add(lower.slice(0, STEM));
  }
  return words;
}, 40_000);

/** A word without the marks at its end, or without its "’s". */
function withoutEnding(word: string): string {
  let end = word.length;
  while (end > 0 && MARKS.includes(word.charAt(end - 1))) end--;
  if (end < word.length) return word.slice(0, end);
  const owned = word.charAt(end - 1) === 's' && "’'".includes(word.charAt(end - 2) || ' ');
  return owned ? word.slice(0, -2) : word;
}

const MARKS = ".,’'-";

/** Finds sentences that say much the same as another. */
export class Echoes {
  private readonly sentences: readonly ReadonlySet<string>[];
  private readonly byWord = new Map<string, number[]>();

  /** `spans`: the sentences that may be found, of `text`. Linear. */
  constructor(text: string, spans: readonly Span[]) {
    this.sentences = spans.map(([start, end]) => keywordsOf(text.slice(start, end)));
    for (const [s, words] of this.sentences.entries()) {
      for (const word of words) {
        const list = this.byWord.get(word);
        if (!list) this.byWord.set(word, [s]);
        else if (list.length < MOST) list.push(s);
      }
    }
  }

  /** The sentence that holds at least `share` of the words of `text`, three at the least; the closest, or −1. */
  of(text: string, share: number): number {
    const words = keywordsOf(text);
    const votes = new Map<number, number>();
    for (const word of words) for (const s of this.byWord.get(word) ?? []) votes.set(s, (votes.get(s) ?? 0) + 1);
    let best = -1;
    let most = Math.max(3, words.size * share) - 1e-9;
    for (const [s, count] of votes) {
      if (count > most || (count >= most && best < 0)) {
        best = s;
        most = count;
      }
    }
    return best;
  }
}
