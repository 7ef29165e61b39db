import { firstNot } from '../text/sorted';
import type { Figure } from './figures';
import { CROWDED, NameIndex } from './name-index';
import type { Bearer } from './name-match';
import { agrees, fullNamesake, type NameSought, shortNamesakes } from './namesakes';
import type { Part } from './uniting';

/** A speaker while chapters are being united. */
export class Gathering implements Bearer {
  words: readonly string[];
  kind: Figure['kind'];
  gender: Figure['gender'];
  titled: boolean;
  /** In order of the chapters, at most one in each. */
  readonly parts: Part[];

  constructor(chapter: number, figure: Figure) {
    this.words = figure.words;
    this.kind = figure.kind;
    this.gender = figure.gender;
    this.titled = figure.titled;
    this.parts = [{ chapter, figure }];
  }

  isIn(chapter: number): boolean {
    return this.parts[this.#placeOf(chapter)]?.chapter === chapter;
  }

  take(chapter: number, figure: Figure): void {
    this.kind ??= figure.kind;
    this.gender ??= figure.gender;
    this.titled ||= figure.titled;
    if (figure.words.length > this.words.length) this.words = figure.words;
    this.parts.splice(this.#placeOf(chapter), 0, { chapter, figure });
  }

  /** How many of its parts are of chapters before that one. */
  #placeOf(chapter: number): number {
    return firstNot(0, this.parts.length, (i) => (this.parts[i]?.chapter ?? 0) < chapter);
  }
}

/** Brings the figures of chapters together: those with a name in full first, then the others. */
export class Reunion {
  /** By names in full. */
  readonly #index = new NameIndex<Gathering>();
  /** The others, by the whole of what they are known by. */
  readonly #byKey = new Map<string, Gathering[]>();

  /** Whom a figure with a name of several words belongs to, from now on. */
  byFullName(chapter: number, figure: Figure, key: string | null): Gathering {
    // Where too many share a surname, the index no longer has all of them.
    const whole = this.#index.named(figure.words.at(-1) ?? '').length < CROWDED ? null : key;
    const found = this.#sameKey(whole, chapter, figure) ?? fullNamesake(this.#index, soughtBy(figure));
    if (!found || found.isIn(chapter)) return this.#index.add(this.#open(chapter, figure, whole));
    this.#index.addWords(found, figure.words);
    found.take(chapter, figure);
    return found;
  }

  /** Finds a gathering by an acronym, too. */
  abbreviate(gathering: Gathering, alias: string): void {
    this.#index.abbreviate(gathering, alias);
  }

  /** Whom a figure with a name of one word belongs to. */
  byShortName(chapter: number, figure: Figure, key: string | null): Gathering {
    const found = shortNamesakes(this.#index, soughtBy(figure)).filter(
      ({ how }) => how !== 'part-of-name' && (how !== 'given-name' || figure.kind === 'person'),
    );
    const [one] = found;
    // Of several bearers of that name nothing tells which, and two chapters may mean two of them.
    if (found.length > 1 || one?.bearer.isIn(chapter)) return new Gathering(chapter, figure);
    if (!one) return this.byKey(chapter, figure, key);
    one.bearer.take(chapter, figure);
    return one.bearer;
  }

  /** Whom a figure belongs to that is known by its words alone, or not at all. */
  byKey(chapter: number, figure: Figure, key: string | null): Gathering {
    const found = this.#sameKey(key, chapter, figure);
    if (!found) return this.#open(chapter, figure, key);
    found.take(chapter, figure);
    return found;
  }

  #sameKey(key: string | null, chapter: number, figure: Figure): Gathering | undefined {
    const same = key === null ? undefined : this.#byKey.get(key);
    if (!same) return undefined;
    const sought = soughtBy(figure);
    return same.find((other) => agrees(sought, other) && !other.isIn(chapter));
  }

  #open(chapter: number, figure: Figure, key: string | null): Gathering {
    const gathering = new Gathering(chapter, figure);
    if (key === null) return gathering;
    const same = this.#byKey.get(key);
    if (same) same.push(gathering);
    else this.#byKey.set(key, [gathering]);
    return gathering;
  }
}

const soughtBy = ({ words, gender, kind, titled, placed }: Figure): NameSought => ({
  words,
  gender,
  kind,
  titled,
  place: false,
  setting: placed ? 'place' : null,
});

/** What a figure is known by beyond its chapter: its name; of a pair the names, of an institution what it is called ("police"); null for all others. */
export function keyOf({ words, kind, anonymity, name }: Figure): string | null {
  if (words.length > 0) return words.join(' ');
  const institution = kind === 'organization' && anonymity === 'role' && !/^(?:its|his|her|their|our|my|your) /i.test(name);
  return anonymity === 'named' || institution ? `the ${name.toLowerCase().replace(/^the /, '')}` : null;
}
