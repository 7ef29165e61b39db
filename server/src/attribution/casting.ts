import { COMPANY, compatible, EPITHETS, hasOtherOffice, isFuller, PAIRS, SORTS } from './callings';
import { Cast, type Figure, isPublicBody, matchName, type NameMatch, newFigure } from './figures';
import type { Mention } from './mentions';
import { Pairs } from './pairs';
import { type Guess, Salience } from './salience';

/** Whom a mention means, and how that was told. */
export interface Reading {
  /** The likeliest; null where nobody could be told. */
  readonly figure: Figure | null;
  /** 0…1 */
  readonly confidence: number;
  /** All guesses with the likeliest first, where there are several. */
  readonly guesses: readonly Guess[];
  /** The end of a reason's code: `speaker.…`. */
  readonly how: NameMatch | 'pronoun' | 'role' | 'unnamed' | 'same-source' | 'document' | 'group' | 'description' | 'apposition';
}

/** A mention in its place. One object is filled anew for each mention. */
export interface Placed {
  mention: Mention;
  /** In sentences of the article. */
  sentence: number;
  block: number;
  /** The mention just before it in its block, where only a comma or nothing stands between. */
  before: Figure | undefined;
  /** Who says the words that it stands in, where that is known already. */
  speaker: Figure | undefined;
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

function several(guesses: readonly Guess[], how: Reading['how']): Reading {
  const [best] = guesses;
  return best ? { figure: best.figure, confidence: best.confidence, guesses, how } : NOBODY;
}

/** Reads an article's mentions in order and tells whom each one means. */
export class Casting {
  readonly cast = new Cast();
  readonly salience = new Salience();
  readonly pairs = new Pairs(this.cast);

  /** Makes known a name in full before the reading starts, so that a headline's surname finds it. */
  introduce(mention: Mention): void {
    if (mention.form !== 'name' || (mention.words.length < 2 && !mention.alias)) return;
    if (mention.doubtful && mention.kind === null) return;
    const known = this.#sameName(mention);
    if (!known) {
      const figure = this.cast.add(newFigure(mention));
      // "the Carrow Mercury": people have no article.
      if (mention.setting === 'the' && mention.kind === null && !mention.titled) figure.kind = 'organization';
      if (mention.alias) this.cast.abbreviate(figure, mention.alias);
      return;
    }
    this.#learn(known, mention);
  }

  /** The figure that a name certainly means; undefined where it is no name or open to doubt. */
  known(mention: Mention): Figure | undefined {
    if (mention.form !== 'name') return undefined;
    if (mention.words.length > 1) return this.#sameName(mention);
    const found = this.#byShortName(mention);
    return found.length === 1 ? found[0]?.figure : undefined;
  }

  /** The one figure that a word in capitals names where no mention was seen; undefined where none or several. */
  nameLike(words: string): Figure | undefined {
    if (!/^\p{Lu}\S*$/u.test(words)) return undefined;
    const word = words.toLowerCase();
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
      const figure = this.#sameName(mention);
      if (figure) {
        this.#learn(figure, mention);
        return only(figure, 'full-name', 0.98);
      }
      if (mention.doubtful && !source) return NOBODY;
      return only(this.#create(mention), 'full-name', 0.97);
    }
    const found = this.#byShortName(mention);
    const [best] = found;
    if (!best) {
      const family = mention.setting === 'the' && word.endsWith('s') ? this.pairs.family(word) : undefined;
      if (family) return only(family, 'surname', 0.85);
      if (mention.doubtful && !source) return NOBODY;
      return only(this.#create(mention), 'full-name', 0.9);
    }
    if (found.length === 1) {
      this.#learn(best.figure, mention);
      if (best.how === 'surname') this.#addressed.set(mention.text, best.figure);
      return only(best.figure, best.how, best.how === 'part-of-name' ? 0.85 : 0.95);
    }
    // Several of that name: the one mentioned last is likelier, and no more than that.
    const latest = [...found].sort((a, b) => seen(b.figure, sentence) - seen(a.figure, sentence));
    const shares = latest.slice(0, 4).map(({ figure }) => this.#weightOf(figure, mention, sentence));
    const total = shares.reduce((sum, share) => sum + share, 0);
    const guesses = latest.slice(0, 4).map(({ figure }, i) => ({ figure, confidence: ((shares[i] ?? 0) / total) * 0.9 }));
    guesses.sort((a, b) => b.confidence - a.confidence);
    const [likeliest] = guesses;
    if (likeliest && likeliest.confidence >= 0.6) this.#addressed.set(mention.text, likeliest.figure);
    return several(guesses, best.how);
  }

  /** Who was called exactly so before ("Ms Obi"). */
  readonly #addressed = new Map<string, Figure>();

  /** How much speaks for one of several of a name: mentioned of late, called so before, married if "Mrs". */
  #weightOf(figure: Figure, { text, setting }: Mention, sentence: number): number {
    const age = figure.sentence < 0 ? 0.02 : Math.exp(-0.25 * Math.min(8, Math.max(0, sentence - figure.sentence)));
    const wife = figure.spouse !== null && setting === null && /^Mrs\b/.test(text);
    return age * (this.#addressed.get(text) === figure ? 4 : 1) * (wife ? 6 : 1);
  }

  /** The figure with the same name in full, or with a longer or shorter form of it. */
  #sameName(mention: Mention): Figure | undefined {
    const { words } = mention;
    const last = words[words.length - 1] ?? '';
    for (const key of last === words[0] ? [last] : [last, words[0] ?? '']) {
      for (const figure of this.cast.named(key)) {
        if (!agrees(mention, figure) || figure.words.length < 2) continue;
        if (matchName(words, figure) || (figure.words.length < words.length && matchesLonger(figure, words))) return figure;
      }
    }
    const short = this.cast
      .named(last)
      .find((figure) => figure.words.length === 1 && figure.titled && agrees(mention, figure) && figure.kind === 'person');
    return short ?? this.cast.alias(words.join(' '));
  }

  #byShortName(mention: Mention): { figure: Figure; how: NameMatch }[] {
    const word = mention.words[0] ?? '';
    const found: { figure: Figure; how: NameMatch }[] = [];
    const exact = this.cast.alias(word);
    if (exact) return [{ figure: exact, how: 'acronym' }];
    for (const figure of this.cast.named(word)) {
      const how = agrees(mention, figure) ? matchName(mention.words, figure) : null;
      // "in Carrow" is not the Carrow Mercury.
      if (how && !(mention.setting === 'place' && how !== 'full-name' && how !== 'surname')) found.push({ figure, how });
    }
    if (found.length < 2) return found;
    const ranked = (hows: readonly NameMatch[]) => found.filter(({ how }) => hows.includes(how));
    // With a title it is a surname; without, a surname or the whole before a given name, and that before a middle one.
    for (const hows of [['full-name', 'surname', 'short-name'], ['given-name'], ['part-of-name']] as const) {
      const some = ranked(hows);
      if (some.length > 0) {
        const agreeing = mention.gender ? some.filter(({ figure }) => figure.gender === mention.gender) : some;
        return agreeing.length > 0 ? agreeing : some;
      }
    }
    return found;
  }

  #readPronoun({ mention, sentence, block, before, speaker, sayer, outer }: Placed): Reading {
    const { pronoun } = mention;
    if (pronoun?.person !== 3) return NOBODY;
    if (pronoun.use === 'relative') {
      if (!before) return NOBODY;
      before.kind ??= 'person';
      before.placed = false;
      return only(before, 'pronoun', 0.9);
    }
    const guesses = this.salience.rank(mention, sentence, block, mention.quoted ? speaker : undefined, outer, sayer);
    const [best] = guesses;
    if (best && mention.gender && best.confidence >= 0.7) {
      best.figure.gender ??= mention.gender;
      best.figure.kind ??= 'person';
    }
    return several(guesses, 'pronoun');
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
  #epithetOf({ mention, block, speaker }: Placed, noun: string): Figure | undefined {
    if (mention.opening !== 'definite' || mention.number === 'plural' || mention.quoted) return undefined;
    return EPITHETS.has(noun) || /^\d+-year-old$/.test(noun) ? this.salience.lately(mention, block, speaker) : undefined;
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
    if (mention.kind === 'organization') {
      // "the council": Northfield Borough Council.
      const named = this.cast.named(noun).filter((figure) => figure.kind === 'organization' && figure.sentence >= 0);
      const figure = named.sort((a, b) => b.sentence - a.sentence)[0];
      if (figure) return { figure, confidence: named.length === 1 ? 0.9 : 0.65 };
      const sort = SORTS.get(noun);
      const sorted = sort && this.#bodies.findLast((body) => sort.has(body.words[body.words.length - 1] ?? ''));
      if (sorted) return { figure: sorted, confidence: 0.85 };
      if (COMPANY.has(noun) && mention.words.length === 1) return this.#company(sentence);
    }
    return undefined;
  }

  /** "the company": the latest organisation that is no public body, if it is not long ago. */
  #company(sentence: number): Guess | undefined {
    const [latest] = this.#companies;
    if (!latest || sentence - latest.sentence > 8) return undefined;
    return { figure: latest, confidence: this.#companies.length === 1 ? 0.85 : 0.7 };
  }

  /** Notes that a figure has been mentioned in `sentence`. */
  note(figure: Figure, mention: Mention, sentence: number, block: number): void {
    this.salience.note(figure, mention, sentence, block);
    if (mention.form !== 'name' || figure.kind !== 'organization') return;
    if (this.#bodies.at(-1) !== figure) this.#bodies = [...this.#bodies.filter((body) => body !== figure).slice(-5), figure];
    if (isPublicBody(figure.words)) return;
    const [latest] = this.#companies;
    if (latest !== figure) this.#companies = latest ? [figure, latest] : [figure];
  }

  /** The organisations mentioned last, the latest last. */
  #bodies: readonly Figure[] = [];
  /** "The boy with the candles is Theo": what was told of the one is told of the other. */
  unite(described: Figure, named: Figure): void {
    if (described === named || described.anonymity === 'named' || described.number !== named.number) return;
    described.same = named;
    for (const place of described.mentions) named.mentions.push(place);
    described.mentions.length = 0;
    named.role ??= described.role;
    named.gender ??= described.gender;
    named.kind = 'person';
    named.speaks ||= described.speaks;
    named.spoke = Math.max(named.spoke, described.spoke);
    this.cast.call(named, described.called);
    this.salience.forget(described);
  }

  /** The latest two organisations that may be "the company", the latest first. */
  #companies: readonly Figure[] = [];

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

/** Whether mention and figure may be the same by gender and kind. */
function agrees(mention: Mention, figure: Figure): boolean {
  if (mention.gender && figure.gender && mention.gender !== figure.gender) return false;
  if (mention.titled && figure.kind === 'organization') return false;
  if (mention.place && figure.kind === 'organization' && figure.words.length > 1) return false;
  return mention.kind === null || figure.kind === null || mention.kind === figure.kind;
}

/** Whether the longer `words` name the figure in full. */
const matchesLonger = (figure: Figure, words: readonly string[]): boolean => {
  const known = figure.words;
  const tail = words.slice(-known.length);
  return known.length > 1 && (known.every((word, i) => word === tail[i]) || known.every((word, i) => word === words[i]));
};
