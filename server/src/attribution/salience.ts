import type { Figure } from './figures';
import type { Mention } from './mentions';

/** A figure with how likely it is meant. */
export interface Guess {
  readonly figure: Figure;
  /** 0…1 */
  readonly confidence: number;
}

/** How many figures a reader keeps in mind. */
const MEMORY = 12;

/** The figures mentioned last, and whom a pronoun means among them. */
export class Salience {
  /** The latest first. */
  readonly #recent: Figure[] = [];

  /** Notes that a figure has been mentioned. */
  note(figure: Figure, mention: Mention, sentence: number, block: number): void {
    // A second mention in one sentence doesn't undo that the first was its subject.
    figure.subject = mention.subject || (figure.sentence === sentence && figure.subject);
    figure.quoted = mention.quoted;
    figure.sentence = sentence;
    figure.block = block;
    const at = this.#recent.indexOf(figure);
    if (at === 0) return;
    if (at > 0) this.#recent.splice(at, 1);
    this.#recent.unshift(figure);
    if (this.#recent.length > MEMORY) this.#recent.pop();
  }

  /**
   * Whom a pronoun of the third person means, the likeliest first. `except`: who is quoted saying it, and so says "I" of himself, and whoever it is a part of ("his lawyer");
   * `sayer`: who is said to say it in the writer's words, and so is likely to be meant.
   */
  rank(
    mention: Mention,
    sentence: number,
    block: number,
    except: Figure | undefined,
    outer: Figure | undefined,
    sayer: Figure | undefined,
  ): Guess[] {
    const best: Scored[] = [];
    for (const figure of this.#recent) {
      if (figure === except || figure === outer) continue;
      const fit = fits(mention, figure);
      if (fit === UNFIT) continue;
      const distance = sentence - figure.sentence;
      let score =
        fit - 0.45 * Math.min(distance, 8) - 0.1 * Math.min(block - figure.block, 5) + 0.08 * Math.min(figure.mentions.length / 2, 6);
      if (figure.subject) score += 0.6;
      if (distance === 0) score += 0.3;
      if (figure === sayer) score += 0.9;
      if (sentence - figure.spoke <= 2) score += 0.5;
      if (figure.quoted && !mention.quoted) score -= 0.7;
      keepBest(best, figure, score);
    }
    return confidences(best);
  }
}

interface Scored {
  readonly figure: Figure;
  readonly score: number;
}

/** As many candidates as are worth a thought. */
const SHOWN = 4;

/** Puts a figure in its place among the best; of two with the same score the one seen first (mentioned later) stays before. */
function keepBest(best: Scored[], figure: Figure, score: number): void {
  let at = best.length;
  while (at > 0 && (best[at - 1]?.score ?? 0) < score) at--;
  if (at >= SHOWN) return;
  best.splice(at, 0, { figure, score });
  if (best.length > SHOWN) best.pop();
}

const UNFIT = Number.NEGATIVE_INFINITY;

/** How well a figure fits a pronoun by itself; −∞ where it can't be meant. */
function fits({ gender, number, pronoun }: Mention, figure: Figure): number {
  if (pronoun?.use === 'thing') {
    if (figure.number === 'plural' || figure.gender) return UNFIT;
    if (figure.kind === 'organization') return 0.5;
    return figure.kind === 'document' ? 0.3 : figure.kind === null ? 0 : UNFIT;
  }
  if (number === 'plural') {
    if (figure.number === 'plural') return 0.6;
    if (figure.kind === 'organization') return 0.1;
    return figure.kind === 'document' ? UNFIT : figure.gender ? -1 : -0.4;
  }
  if (figure.number === 'plural' || figure.kind === 'organization' || figure.kind === 'document' || figure.kind === 'group') return UNFIT;
  if (figure.gender !== null) return figure.gender === gender ? 0.6 : UNFIT;
  if (figure.placed) return -0.8;
  if (figure.lean !== null) return figure.lean === gender ? 0.5 : -0.5;
  return figure.kind === null ? -0.1 : 0.3;
}

/** Scores as shares of one: a lone candidate near by is nearly sure, two close together are not. */
function confidences(scored: readonly Scored[]): Guess[] {
  const [best] = scored;
  if (!best) return [];
  const lone = 1 / (1 + Math.exp(-(best.score + 1.6)));
  let total = 0;
  for (const { score } of scored) total += Math.exp(2.2 * (score - best.score));
  return scored.map(({ figure, score }) => ({ figure, confidence: (Math.exp(2.2 * (score - best.score)) / total) * lone }));
}
