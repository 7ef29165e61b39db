import { Best } from './best';
import { Bodies } from './bodies';
import { COMPANY, compatible, EPITHETS, hasOtherOffice, isFuller, PAIRS } from './callings';
import { Cast, type Figure, newFigure } from './figures';
import type { Mention } from './mentions';
import { matchName, type NameMatch } from './name-match';
import { agrees, fullNamesake, type Namesake, shortNamesakes } from './namesakes';
import { Pairs } from './pairs';
import { Places } from './places';
import { type Guess, Salience } from './salience';

/** Whom a mention means, and how that was told. */
export interface Reading {
  /** The likeliest; null where nobody could be told. */
  readonly figure: Figure | null;
  /** 0…1 */
  readonly confidence: number;
  /** Of the source of an attribution all guesses with the likeliest first, where there are several. */
  readonly guesses: readonly Guess[];
  /** The end of a reason's code: `speaker.…`. */
  readonly how: NameMatch | 'pronoun' | 'role' | 'unnamed' | 'same-source' | 'document' | 'group' | 'description' | 'apposition';
}

/** A mention in its place. One object is filled anew for each mention. */
export interface Placed {
  mention: Mention;
  /** In sentences of the chapter. */
  sentence: number;
  block: number;
  /** For a relative pronoun: the mention just before it, where only a comma or nothing stands between. */
  before: Figure | undefined;
  /** For a quoted pronoun: the name of who says the words that it stands in. */
  speaker: Mention | null;
  /** For a description in apposition: the name before it. */
  named: Figure | undefined;
  /** The mention that it is a part of: "[his] lawyer" is not the lawyer's. */
  outer: Figure | undefined;
  /** Who is said, before it, to say the writer's own words that it stands in: "Ruiz said she …". */
  sayer: Figure | undefined;
  /** It is the source of an attribution. */
  source: boolean;
}

const NO_GUESSES: readonly Guess[] = [];

const NOBODY: Reading = { figure: null, confidence: 0, guesses: NO_GUESSES, how: 'pronoun' };

const only = (figure: Figure, how: Reading['how'], confidence: number): Reading => ({ figure, confidence, guesses: NO_GUESSES, how });

/** The best of several; all of them only of a source, as nobody else asks. */
function several(best: Best, how: Reading['how'], source: boolean): Reading {
  const figure = best.figure(0);
  return figure ? { figure, confidence: best.score(0), guesses: source ? best.guesses() : NO_GUESSES, how } : NOBODY;
}

/** Reads a chapter's mentions in order and tells whom each one means. */
export class Casting {
  readonly cast = new Cast();
  readonly places = new Places();
  readonly salience = new Salience();
  readonly pairs = new Pairs(this.cast);

  /** Makes known a name in full before the reading starts, so that a headline's surname finds it. */
  introduce(mention: Mention): void {
    const known = fullNamesake(this.cast, mention);
    if (known) {
      this.#learn(known, mention);
      return;
    }
    const figure = this.cast.add(newFigure(mention));
    // "the Carrow Mercury": people have no article.
    if (mention.setting === 'the' && mention.kind === null && !mention.titled) figure.kind = 'organization';
    if (mention.alias) this.cast.abbreviate(figure, mention.alias);
  }

  /** The figure that a name certainly means; undefined where that is open to doubt. */
  #known(name: Mention): Figure | undefined {
    if (name.words.length > 1) return fullNamesake(this.cast, name);
    const found = shortNamesakes(this.cast, name);
    return found.length === 1 ? found[0]?.bearer : undefined;
  }

  /** The one figure that `word`, in lower case, names where no mention was seen; undefined where none or several. */
  nameLike(word: string): Figure | undefined {
    const found = this.cast.named(word).filter((figure) => matchName([word], figure) !== null);
    return found.length === 1 ? found[0] : undefined;
  }

  /** Whom a mention means; a new figure where nobody known. */
  read(placed: Placed): Reading {
    const { mention } = placed;
    if (placed.named) return only(placed.named, 'apposition', 0.95);
    switch (mention.form) {
      case 'name':
        return this.#readName(mention, placed);
      case 'pronoun':
        return this.#readPronoun(placed);
      default:
        return this.#readDescription(mention, placed);
    }
  }

  #readName(mention: Mention, { sentence, source }: Placed): Reading {
    const word = mention.words[0] ?? '';
    if (mention.words.length > 1) {
      const figure = fullNamesake(this.cast, mention);
      if (figure) {
        this.#learn(figure, mention);
        return only(figure, 'full-name', 0.98);
      }
      if (mention.doubtful && !source) return NOBODY;
      return only(this.#create(mention), 'full-name', 0.97);
    }
    const found = shortNamesakes(this.cast, mention);
    const best = found[0];
    if (!best) {
      const family = mention.setting === 'the' && word.endsWith('s') ? this.pairs.family(word) : undefined;
      if (family) return only(family, 'surname', 0.85);
      if (mention.doubtful && !source) return NOBODY;
      return only(this.#create(mention), 'full-name', 0.9);
    }
    if (found.length === 1) {
      this.#learn(best.bearer, mention);
      if (best.how === 'surname') this.#addressed.set(mention.text, best.bearer);
      return only(best.bearer, best.how, best.how === 'part-of-name' ? 0.85 : 0.95);
    }
    return several(this.#likeliest(found, mention, sentence), best.how, source);
  }

  /** Several of a name: the one mentioned last is likelier, and no more than that. */
  #likeliest(found: readonly Namesake<Figure>[], mention: Mention, sentence: number): Best {
    const [latest, best] = [this.#latest, this.#best];
    latest.clear();
    for (const { bearer } of found) latest.put(bearer, seen(bearer, sentence));
    best.clear();
    let total = 0;
    for (let i = 0; i < latest.count; i++) {
      const figure = latest.figure(i);
      const weight = figure ? this.#weightOf(figure, mention, sentence) : 0;
      if (figure) best.put(figure, weight);
      total += weight;
    }
    best.turn((weight) => (weight / total) * 0.9);
    const likeliest = best.figure(0);
    if (likeliest && best.score(0) >= 0.6) this.#addressed.set(mention.text, likeliest);
    return best;
  }

  readonly #latest = new Best();
  readonly #best = new Best();

  /** Who was called exactly so before ("Ms Obi"). */
  readonly #addressed = new Map<string, Figure>();
  readonly #bodies = new Bodies();

  /** How much speaks for one of several of a name: mentioned of late, called so before, married if "Mrs". */
  #weightOf(figure: Figure, { text, setting }: Mention, sentence: number): number {
    const age = figure.sentence < 0 ? 0.02 : Math.exp(-0.25 * Math.min(8, Math.max(0, sentence - figure.sentence)));
    const wife = figure.spouse !== null && setting === null && /^Mrs\b/.test(text);
    return age * (this.#addressed.get(text) === figure ? 4 : 1) * (wife ? 6 : 1);
  }

  #readPronoun({ mention, sentence, block, before, speaker, sayer, outer, source }: Placed): Reading {
    const { pronoun } = mention;
    if (pronoun?.person !== 3) return NOBODY;
    if (pronoun.use === 'relative') {
      if (!before) return NOBODY;
      before.kind ??= 'person';
      before.placed = false;
      return only(before, 'pronoun', 0.9);
    }
    const best = this.salience.rank(mention, sentence, block, speaker ? this.#known(speaker) : undefined, outer, sayer);
    const likeliest = best.figure(0);
    if (likeliest && mention.gender && best.score(0) >= 0.7) {
      likeliest.gender ??= mention.gender;
      likeliest.kind ??= 'person';
    }
    return several(best, 'pronoun', source);
  }

  #readDescription(mention: Mention, placed: Placed): Reading {
    const { sentence } = placed;
    const noun = mention.words[0] ?? '';
    const how =
      mention.form === 'document' ? 'document' : mention.form === 'unnamed' ? (mention.kind === 'group' ? 'group' : 'unnamed') : 'role';
    const back = this.#spouseOf(mention, noun) ?? this.#calledBack(mention, noun, sentence);
    if (back) {
      this.cast.call(back.figure, mention.words);
      // "its report", later "the Selby report": the one that says whose.
      if (back.figure.anonymity !== 'named' && mention.form === 'document' && isFuller(mention.text, back.figure.name))
        back.figure.name = mention.text;
      return only(back.figure, how === 'unnamed' ? 'same-source' : how, back.confidence);
    }
    const varied = this.#epithetOf(placed, noun);
    if (varied) return only(varied, 'role', 0.65);
    const figure = this.#create(mention);
    this.cast.call(figure, mention.words);
    return only(figure, how, 0.9);
  }

  /** "The striker, 24", "the mother of two": what papers call somebody to vary, where one named person was just spoken of. */
  #epithetOf({ mention, block }: Placed, noun: string): Figure | undefined {
    if (mention.opening !== 'definite' || mention.number === 'plural' || mention.quoted) return undefined;
    return EPITHETS.has(noun) || /^\d+-year-old$/.test(noun) ? this.salience.lately(mention, block) : undefined;
  }

  /** "Her husband", "his wife". */
  #spouseOf({ opening, words, gender }: Mention, noun: string): Guess | undefined {
    if (opening !== 'owned' || words.length > 1 || gender === null || (noun !== 'wife' && noun !== 'husband')) return undefined;
    const spouse = this.salience.spouse(gender);
    return spouse && { figure: spouse, confidence: 0.8 };
  }

  /** Whom a description goes back to: "the minister", "the council", "the source", "the report". */
  #calledBack(mention: Mention, noun: string, sentence: number): Guess | undefined {
    const definite = mention.opening === 'definite' || mention.opening === 'owned';
    const called = this.cast.called(noun);
    if (mention.opening === 'indefinite') return undefined;
    for (let i = called.length - 1; i >= 0 && i >= called.length - 8; i--) {
      const figure = called[i];
      if (!figure || figure.same || figure.number !== mention.number || !compatible(figure, mention.words)) continue;
      // "his wife": whose is not followed, so that only one wife in the article is certain to be meant.
      if (mention.opening === 'owned' && mention.kind === 'person' && called.length > 1) continue;
      if (mention.gender && figure.gender && mention.gender !== figure.gender) continue;
      if (!definite && figure.anonymity === 'named') continue;
      return { figure, confidence: figure.anonymity === 'named' ? (sentence - figure.sentence > 12 ? 0.7 : 0.85) : 0.85 };
    }
    if (!definite) return undefined;
    if (mention.number === 'plural' || noun === 'couple' || noun === 'pair')
      return PAIRS.has(noun) ? this.pairs.latest(sentence) : undefined;
    if (mention.kind === 'person' && mention.opening === 'definite') {
      // "the Paper Moon singer": nobody else was ever called a singer.
      const lone = called.length === 1 ? called[0] : undefined;
      if (
        lone &&
        lone.number === 'singular' &&
        agrees(mention, lone) &&
        sentence - lone.sentence <= 12 &&
        mention.words.length <= 3 &&
        !hasOtherOffice(lone, mention.words)
      )
        return { figure: lone, confidence: 0.65 };
    }
    return mention.kind === 'organization' ? this.#bodyOf(mention, noun, sentence) : undefined;
  }

  /** "the council": Northfield Borough Council. */
  #bodyOf({ words }: Mention, noun: string, sentence: number): Guess | undefined {
    let count = 0;
    let latest: Figure | undefined;
    for (const figure of this.cast.named(noun)) {
      if (figure.kind !== 'organization' || figure.sentence < 0) continue;
      count++;
      if (!latest || figure.sentence > latest.sentence) latest = figure;
    }
    if (latest) return { figure: latest, confidence: count === 1 ? 0.9 : 0.65 };
    const sorted = this.#bodies.ofSort(noun);
    if (sorted) return { figure: sorted, confidence: 0.85 };
    return COMPANY.has(noun) && words.length === 1 ? this.#bodies.company(sentence) : undefined;
  }

  /** Notes that a figure has been mentioned in `sentence`. */
  note(figure: Figure, mention: Mention, sentence: number, block: number): void {
    this.salience.note(figure, mention, sentence, block);
    if (mention.form === 'name' && figure.kind === 'organization') this.#bodies.note(figure);
  }

  /** "The boy with the candles is Theo": what was told of the one is told of the other. */
  unite(described: Figure, named: Figure): void {
    if (described === named || described.anonymity === 'named' || described.number !== named.number) return;
    described.same = named;
    this.places.move(described, named);
    named.role ??= described.role;
    named.gender ??= described.gender;
    named.kind = 'person';
    named.speaks ||= described.speaks;
    named.spoke = Math.max(named.spoke, described.spoke);
    this.cast.call(named, described.called);
    this.salience.forget(described);
  }

  #create(mention: Mention): Figure {
    const figure = this.cast.add(newFigure(mention));
    if (mention.acronym && figure.kind === null) figure.kind = 'organization';
    if (mention.alias) this.cast.abbreviate(figure, mention.alias);
    return figure;
  }

  /** Takes over what a mention tells of its figure. */
  #learn(figure: Figure, mention: Mention): void {
    const { text } = mention;
    if (mention.words.length > figure.words.length && mention.form === 'name') this.cast.rename(figure, mention.words, text);
    else if (
      mention.words.length === figure.words.length &&
      text.length > figure.name.length &&
      matchName(mention.words, figure) === 'full-name'
    ) {
      figure.name = text;
    }
    if (figure.kind === null) figure.kind = mention.kind;
    if (figure.gender === null) figure.gender = mention.gender;
    figure.lean ??= mention.lean;
    if (mention.alias) this.cast.abbreviate(figure, mention.alias);
  }
}

const seen = (figure: Figure, sentence: number): number => (figure.sentence < 0 ? Number.NEGATIVE_INFINITY : figure.sentence - sentence);
