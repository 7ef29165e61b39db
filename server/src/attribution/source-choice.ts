import type { BlockReadings } from './block-reading';
import type { Casting, Reading } from './casting';
import { type Figure, newFigure } from './figures';
import type { Mention } from './mentions';
import type { Reason } from './reason';
import type { Guess } from './salience';
import type { Described, Saying } from './sayings';
import { placeOfSource, type Script } from './script';

/** A speaker with at least this confidence is taken for the speaker; below it the candidates are shown and none is chosen. */
const SURE = 0.6;

/** A guess below this isn't worth showing. */
const FAINT = 0.08;

/** The choice of one attribution while ids are not given yet. */
export interface Choice {
  readonly guesses: readonly Guess[];
  readonly sure: boolean;
  readonly why: readonly Reason[];
}

const NOBODY: Choice = { guesses: [], sure: false, why: [] };

/** Who stands behind attribution `a` of block `b` by the words of its source. */
export function choiceOfSource(
  casting: Casting,
  script: Script,
  { words, head, said, partly, joint, reporting, described }: Saying,
  a: number,
  b: number,
  { readings, pairs }: BlockReadings,
): Choice {
  const mention = script.lines[head]?.mention;
  const reading = readings[head];
  const figure = reading?.figure ?? null;
  const isPronoun = mention?.pronoun?.person === 3 && mention.pronoun.use !== 'relative';
  if (!mention || !reading || partly || (figure === null && !isPronoun))
    return choiceOfWords(casting, described, words, b, placeOfSource(script, a));
  if (figure === null || reading.confidence < FAINT) return { ...NOBODY, why: [{ code: 'speaker.unknown', words: said }] };
  const best: Guess = { figure, confidence: reading.confidence };
  if (isFullerDescription(mention, best.figure, words)) best.figure.name = words;
  const sure = best.confidence >= SURE;
  const pair = joint.length === 1 ? pairs.get(head) : undefined;
  if (pair) return { guesses: [{ figure: pair, confidence: 0.9 }], sure: true, why: [{ code: 'speaker.joint', words }] };
  const others = joint.length === 0 ? [] : joint.flatMap((j) => guessOf(readings[j])).filter(({ figure }) => figure !== best.figure);
  if (sure && others.length > 0) {
    const together = [best, ...others];
    return {
      guesses: together.map(({ figure, confidence }) => ({ figure, confidence: confidence / together.length })),
      sure,
      why: [{ code: 'speaker.joint', words }],
    };
  }
  // "Dawn reported": media report, people say.
  if (reporting && isBareName(best.figure)) best.figure.kind = 'organization';
  const why: Reason[] = [{ code: CODES[reading.how], words: said, weight: best.confidence }];
  if (!sure) why.push({ code: 'speaker.ambiguous', words: said });
  const guesses = sure || reading.guesses.length === 0 ? [best] : reading.guesses.filter(({ confidence }) => confidence >= FAINT);
  return { guesses, sure, why };
}

const CODES: Readonly<Record<Reading['how'], string>> = {
  'full-name': 'speaker.full-name',
  surname: 'speaker.surname',
  'given-name': 'speaker.given-name',
  'part-of-name': 'speaker.part-of-name',
  'short-name': 'speaker.short-name',
  acronym: 'speaker.acronym',
  pronoun: 'speaker.pronoun',
  role: 'speaker.role',
  unnamed: 'speaker.unnamed',
  'same-source': 'speaker.same-source',
  document: 'speaker.document',
  group: 'speaker.group',
  description: 'speaker.description',
  apposition: 'speaker.apposition',
};

/** Whether the source's words say more of an unnamed speaker than is known yet. */
function isFullerDescription(mention: Mention, { anonymity, times, name }: Figure, words: string): boolean {
  if (mention.form === 'name' || mention.form === 'pronoun' || anonymity === 'named' || words.length <= name.length || words.length > 120)
    return false;
  return times <= 1 || (mention.opening === 'indefinite' && times <= 6);
}

const guessOf = (reading: Reading | undefined): Guess[] =>
  reading?.figure ? [{ figure: reading.figure, confidence: reading.confidence }] : [];

const isBareName = ({ kind, words, gender, titled }: Figure): boolean => kind === null && words.length === 1 && gender === null && !titled;

/** A source that no mention was found in: a speaker by its description alone; the same words are the same speaker. */
function choiceOfWords(casting: Casting, described: Described | null, words: string, b: number, place: number): Choice {
  if (!described) return NOBODY;
  const { cast, places } = casting;
  const name = described.name === null ? undefined : casting.nameLike(described.name);
  if (name) {
    places.add(name, b, place);
    return { guesses: [{ figure: name, confidence: 0.85 }], sure: true, why: [{ code: 'speaker.surname', words }] };
  }
  const { key, definite, first } = described;
  const known = definite ? cast.called(key).at(-1) : undefined;
  const figure = known ?? cast.add(newFigure(first));
  if (!known) cast.call(figure, [key]);
  places.add(figure, b, place);
  return { guesses: [{ figure, confidence: 0.7 }], sure: true, why: [{ code: 'speaker.description', words }] };
}

/** Who speaks where the sentence names nobody: the voice of this paragraph, or of the one that goes on here. `first`: who speaks by name in this block. */
export function withoutSource({ passive, direct, goesOn }: Saying, first: Figure | undefined, voice: Figure | null): Choice {
  if (passive !== null) return { ...NOBODY, why: [{ code: 'speaker.nobody', words: passive }] };
  if (!direct) return NOBODY;
  const certain = (figure: Figure, confidence: number, code: string): Choice => ({
    guesses: [{ figure, confidence }],
    sure: true,
    why: [{ code, words: figure.name, weight: confidence }],
  });
  if (voice && goesOn) return certain(voice, 0.9, 'speaker.same-speech');
  if (first) return certain(first, 0.75, 'speaker.same-paragraph');
  return voice ? certain(voice, 0.65, 'speaker.same-speech') : NOBODY;
}
