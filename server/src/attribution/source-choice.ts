import { overlaps, type Span } from '../text/span';
import type { BlockAttribution } from './block-attribution';
import type { Casting, Reading } from './casting';
import { type Figure, newFigure } from './figures';
import type { Mention } from './mentions';
import type { Reason } from './reason';
import type { Guess } from './salience';
import type { Sources } from './sources';
import type { PlacedBlock } from './speakers';

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

export function choiceOfSource(
  casting: Casting,
  { mentions, tokens, offset }: PlacedBlock,
  { source, cue }: BlockAttribution,
  sources: Sources,
  a: number,
  readings: readonly (Reading | null)[],
  pairs: ReadonlyMap<number, Figure>,
): Choice {
  if (!source || source.length === 0) return NOBODY;
  const m = sources.head[a] ?? -1;
  const mention = mentions[m];
  const reading = readings[m];
  const [span] = source;
  const words = span ? tokens.text.slice(span[0], span[1]) : '';
  if (!mention || !reading || (reading.figure === null && (mention.pronoun?.person !== 3 || mention.pronoun.use === 'relative')))
    return described(casting, words, span, offset);
  if (span && isOnlyPart(tokens.text, span, mention)) return described(casting, words, span, offset);
  const { figure } = reading;
  const best = figure && { figure, confidence: reading.confidence };
  const said = tokens.text.slice(mention.span[0], mention.span[1]);
  if (!best || best.confidence < FAINT) return { ...NOBODY, why: [{ code: 'speaker.unknown', words: said }] };
  if (isFullerDescription(mention, best.figure, words)) best.figure.name = words;
  const sure = best.confidence >= SURE;
  const pair = (sources.joint[a]?.length ?? 0) === 1 ? pairs.get(m) : undefined;
  if (pair) return { guesses: [{ figure: pair, confidence: 0.9 }], sure: true, why: [{ code: 'speaker.joint', words }] };
  const joint = (sources.joint[a] ?? []).flatMap((j): Guess[] => guessOf(readings[j])).filter(({ figure }) => figure !== best.figure);
  if (sure && joint.length > 0) {
    const together = [best, ...joint];
    return {
      guesses: together.map(({ figure, confidence }) => ({ figure, confidence: confidence / together.length })),
      sure,
      why: [{ code: 'speaker.joint', words }],
    };
  }
  // "Dawn reported": media report, people say.
  if (isBareName(best.figure) && isReporting(tokens.text, cue)) best.figure.kind = 'organization';
  const why: Reason[] = [{ code: `speaker.${reading.how}`, words: said, weight: best.confidence }];
  if (!sure) why.push({ code: 'speaker.ambiguous', words: said });
  const guesses = sure || reading.guesses.length === 0 ? [best] : reading.guesses.filter(({ confidence }) => confidence >= FAINT);
  return { guesses, sure, why };
}

/** Whether the source's words say more of an unnamed speaker than is known yet. */
function isFullerDescription(mention: Mention, { anonymity, mentions, name }: Figure, words: string): boolean {
  if (mention.form === 'name' || mention.form === 'pronoun' || anonymity === 'named' || words.length <= name.length || words.length > 120)
    return false;
  return mentions.length <= 2 || (mention.opening === 'indefinite' && mentions.length <= 12);
}

/** "Some in the Civic Union", "Port Ellis airport": the mention is only a part of what the source says. */
function isOnlyPart(text: string, span: Span, mention: Mention): boolean {
  if (
    mention.span[0] > span[0] &&
    /^(?:some|many|most|others|another|several|few|none|one|two|those|all|both|anyone|everyone|nobody)\b/i.test(
      text.slice(span[0], mention.span[0]),
    )
  ) {
    return mention.form === 'name' || mention.form === 'pronoun';
  }
  return (
    mention.form === 'name' &&
    mention.span[0] === span[0] &&
    mention.span[1] < span[1] &&
    NOUN_AFTER.test(text.slice(mention.span[1], mention.span[1] + 24))
  );
}

/** A small word after a name that is no preposition: the name only tells which. */
const NOUN_AFTER =
  /^ (?!(?:and|or|of|for|at|from|in|on|with|who|which|that|has|had|is|was|were|have|himself|herself|itself|themselves|also|later|then|as|to|by|via|after|told|said)\b)\p{Ll}{3,}/u;

const guessOf = (reading: Reading | null | undefined): Guess[] =>
  reading?.figure ? [{ figure: reading.figure, confidence: reading.confidence }] : [];

const isBareName = ({ kind, words, gender, titled }: Figure): boolean => kind === null && words.length === 1 && gender === null && !titled;

const isReporting = (text: string, cue: readonly Span[]): boolean =>
  cue.some(([start, end]) => /^report(?:s|ed)$/i.test(text.slice(start, end)));

/** A source that no mention was found in: a speaker by its description alone; the same words are the same speaker. */
function described(casting: Casting, words: string, span: Span | undefined, offset: number): Choice {
  if (!span || words.trim() === '') return NOBODY;
  const name = casting.nameLike(words);
  if (name) {
    name.mentions.push(span[0] + offset, span[1] + offset);
    return { guesses: [{ figure: name, confidence: 0.85 }], sure: true, why: [{ code: 'speaker.surname', words }] };
  }
  const key = words.toLowerCase().replace(/^(?:the|a|an|this|that) /, '');
  const definite = !/^(?:a|an|another|one|some) /i.test(words);
  const known = definite ? casting.cast.called(key).at(-1) : undefined;
  const figure = known ?? casting.cast.add(blankFigure(words));
  if (!known) casting.cast.call(figure, [key]);
  figure.mentions.push(span[0] + offset, span[1] + offset);
  return { guesses: [{ figure, confidence: 0.7 }], sure: true, why: [{ code: 'speaker.description', words }] };
}

/** A figure that only a source's words tell of. The writer's own "I" and "we" hide nobody. */
function blankFigure(words: string): Figure {
  const base = { form: 'unnamed', gender: null, lean: null, words: [], text: words } as const;
  if (/^(?:i|me|myself)$/i.test(words)) return newFigure({ ...base, kind: 'person', number: 'singular', anonymity: 'role' });
  if (/^(?:we|us|ourselves)$/i.test(words)) return newFigure({ ...base, kind: 'group', number: 'plural', anonymity: 'role' });
  const many =
    /(?:[^s]s|people|men|women|children)$|\b(?:many|some|most|several|others|all|both|those|half|percent|per cent|majority|majorities|thirds?|quarters?|\d+%?)\b/i;
  return many.test(words)
    ? newFigure({ ...base, kind: 'group', number: 'plural', anonymity: 'collective' })
    : newFigure({ ...base, kind: 'anonymous', number: 'singular', anonymity: 'described' });
}

const PASSIVE = /^(?:(?:is|are|was|were|been|be|being|has been|had been|have been)\b.*|reportedly|allegedly|supposedly|purportedly)$/i;

/** Who speaks where the sentence names nobody: the voice of this paragraph, or of the one that goes on here. `first`: who speaks by name in this block. */
export function withoutSource(
  { tokens, quotes }: PlacedBlock,
  { cue, kind, content }: BlockAttribution,
  first: Figure | undefined,
  voice: Figure | null,
): Choice {
  const words = cue.map(([start, end]) => tokens.text.slice(start, end)).join(' ');
  if (PASSIVE.test(words)) return { ...NOBODY, why: [{ code: 'speaker.nobody', words }] };
  if (kind === 'indirect') return NOBODY;
  const certain = (figure: Figure, confidence: number, code: string): Choice => ({
    guesses: [{ figure, confidence }],
    sure: true,
    why: [{ code, words: figure.name, weight: confidence }],
  });
  const [opening] = quotes;
  if (voice && opening?.continues && content.some((span) => overlaps(span, opening.span)))
    return certain(voice, 0.9, 'speaker.same-speech');
  if (first) return certain(first, 0.75, 'speaker.same-paragraph');
  return voice ? certain(voice, 0.65, 'speaker.same-speech') : NOBODY;
}
