import type { KeywordNumbers } from './keyword-numbers';

/** A word may lead to this many sentences at most, so that common words cost nothing. */
const MOST = 12;

/** Finds sentences that say much the same as another, by the numbers of their keywords. */
export class EchoIndex {
  /** For each word where its sentences begin in `#sentences`; one more at the end. */
  readonly #starts: Int32Array;
  readonly #sentences: Int32Array;
  /** For each sentence how many words it shares with what is asked for; all 0 in between. */
  readonly #votes: Int32Array;

  /** `sentences`: the keywords of those that may be found, all of them numbers below `words`. Linear. */
  constructor(sentences: readonly KeywordNumbers[], words: number) {
    const starts = new Int32Array(words + 1);
    for (const numbers of sentences)
      for (const word of numbers) if ((starts[word + 1] ?? 0) < MOST) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    for (let word = 1; word <= words; word++) starts[word] = (starts[word] ?? 0) + (starts[word - 1] ?? 0);
    const found = new Int32Array(starts[words] ?? 0);
    const next = starts.slice();
    for (let s = 0; s < sentences.length; s++) {
      for (const word of sentences[s] ?? []) {
        const at = next[word] ?? 0;
        if (at >= (starts[word + 1] ?? 0)) continue;
        found[at] = s;
        next[word] = at + 1;
      }
    }
    this.#starts = starts;
    this.#sentences = found;
    this.#votes = new Int32Array(sentences.length);
  }

  /** The sentence that holds at least `share` of these words, three at the least; the closest, or −1. */
  of(words: KeywordNumbers, share: number): number {
    const votes = this.#votes;
    const voted: number[] = [];
    for (const word of words) {
      const end = this.#starts[word + 1] ?? 0;
      for (let at = this.#starts[word] ?? end; at < end; at++) {
        const s = this.#sentences[at] ?? 0;
        if (votes[s] === 0) voted.push(s);
        votes[s] = (votes[s] ?? 0) + 1;
      }
    }
    let best = -1;
    let most = Math.max(3, words.length * share) - 1e-9;
    for (const s of voted) {
      const count = votes[s] ?? 0;
      if (count > most || (count >= most && best < 0)) {
        best = s;
        most = count;
      }
      votes[s] = 0;
    }
    return best;
  }
}
