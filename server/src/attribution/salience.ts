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
  rank(mention: Mention, sentence: number, block: number, except: readonly (Figure | undefined)[], sayer: Figure | undefined): Guess[] {
    const scored: { figure: Figure; score: number }[] = [];
    for (const figure of this.#recent) {
      if (except.includes(figure)) continue;
      const fit = fits(mention, figure);
      if (fit === null) continue;
      const distance = sentence - figure.sentence;
      let score = fit - 0.45 * Math.min(distance, 8) - 0.1 * Math.min(block - figure.block, 5);
      if (figure.subject) score += 0.6;
      if (distance === 0) score += 0.3;
      if (figure === sayer) score += 0.9;
      if (sentence - figure.spoke <= 2) score += 0.5;
      if (figure.quoted && !mention.quoted) score -= 0.7;
      score += 0.08 * Math.min(figure.mentions.length, 6);
      scored.push({ figure, score });
    }
    scored.sort((a, b) => b.score - a.score);
    return confidences(scored);
  }
}

/** How well a figure fits a pronoun by itself; null where it can't be meant. */
function fits({ gender, number, pronoun }: Mention, figure: Figure): number | null {
  if (pronoun?.use === 'thing') {
    if (figure.number === 'plural' || figure.gender) return null;
    if (figure.kind === 'organization') return 0.5;
    return figure.kind === 'document' ? 0.3 : figure.kind === null ? 0 : null;
  }
  if (number === 'plural') {
    if (figure.number === 'plural') return 0.6;
    if (figure.kind === 'organization') return 0.1;
    return figure.kind === 'document' ? null : figure.gender ? -1 : -0.4;
  }
  if (figure.number === 'plural' || figure.kind === 'organization' || figure.kind === 'document' || figure.kind === 'group') return null;
  if (figure.gender !== null) return figure.gender === gender ? 0.6 : null;
  if (figure.placed) return -0.8;
  return figure.kind === null ? -0.1 : 0.3;
}

/** Scores as shares of one: a lone candidate near by is nearly sure, two close together are not. */
function confidences(scored: readonly { figure: Figure; score: number }[]): Guess[] {
  const [best] = scored;
  if (!best) return [];
  const lone = 1 / (1 + Math.exp(-(best.score + 1.6)));
  let total = 0;
  const shares = scored.map(({ score }) => {
    const share = Math.exp(2.2 * (score - best.score));
    total += share;
    return share;
  });
  return scored.slice(0, 4).map(({ figure }, i) => ({ figure, confidence: ((shares[i] ?? 0) / total) * lone }));
}
