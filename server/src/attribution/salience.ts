import { Best } from './best';
import type { Figure } from './figures';
import type { Mention } from './mentions';

/**
 * How much speaks for a figure when a pronoun comes: set by hand, then turned one at a time for the share of "he" and "she" that find
 * their person in documents of GUM other than news and interviews.
 */
const WEIGHT = {
  /** For each sentence since its last mention, at most eight. */
  distance: 0.3,
  /** For each paragraph, at most five. */
  paragraphs: 0.4,
  /** For each mention, at most six. */
  often: 0.12,
  subject: 0.4,
  /** The first person of its sentence. */
  leads: 0.15,
  sameSentence: 0.6,
  sayer: 0.5,
  spoke: 0.5,
  quoted: 1.0,
  /** Its gender is known, or only likely, and agrees; nothing is known of it; it may be no person. */
  gender: 0.6,
  lean: 0.5,
  leanAway: -0.5,
  anybody: 0,
  anything: -0.2,
  placed: -1.2,
};
/** How many sentences a figure's words ring on. */
const SPOKE_WITHIN = 1;
/** How sharply a better score wins over another. */
const SHARPNESS = 2.8;
/** How sure a lone candidate with a score of nought is: the logistic of this. */
const ALONE = 1.6;

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

  readonly #best = new Best();

  /** The latest sentence in which a person has been mentioned. */
  #opened = -1;

  /** Notes that a figure has been mentioned. */
  note(figure: Figure, mention: Mention, sentence: number, block: number): void {
    // A second mention in one sentence doesn't undo that the first was its subject.
    figure.subject = mention.subject || (figure.sentence === sentence && figure.subject);
    figure.quoted = mention.quoted;
    const person = figure.kind !== 'organization' && figure.kind !== 'document' && mention.pronoun?.use !== 'owner';
    if (person && this.#opened !== sentence) {
      this.#opened = sentence;
      figure.leads = true;
    } else if (figure.sentence !== sentence) figure.leads = false;
    figure.sentence = sentence;
    figure.block = block;
    const recent = this.#recent;
    let at = recent.indexOf(figure);
    if (at < 0) at = Math.min(recent.length, MEMORY - 1);
    for (; at > 0; at--) recent[at] = recent[at - 1] ?? figure;
    recent[0] = figure;
  }

  /** The one named person who was spoken of in this paragraph, or last in the one before; undefined where a second one could be meant. */
  lately({ gender }: Mention, block: number): Figure | undefined {
    let found: Figure | undefined;
    for (const figure of this.#recent) {
      const person = figure.kind === 'person' || (figure.kind === null && !figure.placed);
      if (!person || figure.words.length === 0 || block - figure.block > 1) continue;
      if (gender && (figure.gender ?? figure.lean ?? gender) !== gender) continue;
      if (found && figure.block === found.block) return undefined;
      found ??= figure;
    }
    return found;
  }

  /** The wife or husband of whoever was mentioned last and has one of that gender. */
  spouse(gender: 'female' | 'male'): Figure | undefined {
    for (const { spouse } of this.#recent) if (spouse && (spouse.gender ?? gender) === gender) return spouse;
    return undefined;
  }

  /** Forgets a figure that turned out to be another. */
  forget(figure: Figure): void {
    const at = this.#recent.indexOf(figure);
    if (at >= 0) this.#recent.splice(at, 1);
  }

  /**
   * Whom a pronoun of the third person means, the likeliest first; filled anew for the next. `except`: who is quoted saying it, and so says "I" of himself;
   * `outer`: whom it is a part of ("his lawyer"); `sayer`: who is said to say it in the writer's words, and so is likely to be meant.
   */
  rank(
    mention: Mention,
    sentence: number,
    block: number,
    except: Figure | undefined,
    outer: Figure | undefined,
    sayer: Figure | undefined,
  ): Best {
    const best = this.#best;
    best.clear();
    for (const figure of this.#recent) {
      if (figure === except || figure === outer) continue;
      const fit = fits(mention, figure);
      if (fit === UNFIT) continue;
      const distance = sentence - figure.sentence;
      let score = fit - WEIGHT.distance * Math.min(distance, 8) - WEIGHT.paragraphs * Math.min(block - figure.block, 5);
      score += WEIGHT.often * Math.min(figure.times, 6);
      if (figure.subject) score += WEIGHT.subject;
      if (figure.leads) score += WEIGHT.leads;
      if (distance === 0) score += WEIGHT.sameSentence;
      if (figure === sayer) score += WEIGHT.sayer;
      if (sentence - figure.spoke <= SPOKE_WITHIN) score += WEIGHT.spoke;
      if (figure.quoted && !mention.quoted) score -= WEIGHT.quoted;
      best.put(figure, score);
    }
    return confidences(best);
  }
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
    return figure.kind === 'document' ? UNFIT : figure.gender ? -1.8 : -0.8;
  }
  if (figure.number === 'plural' || figure.kind === 'organization' || figure.kind === 'document' || figure.kind === 'group') return UNFIT;
  if (figure.gender !== null) return figure.gender === gender ? WEIGHT.gender : UNFIT;
  if (figure.placed) return WEIGHT.placed;
  if (figure.lean !== null) return figure.lean === gender ? WEIGHT.lean : WEIGHT.leanAway;
  return figure.kind === null ? WEIGHT.anything : WEIGHT.anybody;
}

/** Turns scores into shares of one: a lone candidate near by is nearly sure, two close together are not. */
function confidences(best: Best): Best {
  const top = best.score(0);
  const lone = 1 / (1 + Math.exp(-(top + ALONE)));
  best.turn((score) => Math.exp(SHARPNESS * (score - top)));
  let total = 0;
  for (let i = 0; i < best.count; i++) total += best.score(i);
  best.turn((share) => share * (lone / total));
  return best;
}
