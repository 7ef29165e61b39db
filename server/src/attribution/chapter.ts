import { readBlock } from './block-reading';
import { Casting } from './casting';
import type { Figure } from './figures';
import type { Places } from './places';
import { isKept } from './profile';
import { keyOf } from './reunion';
import type { Saying } from './sayings';
import { placeOfMention, type Script } from './script';
import { type Choice, choiceOfSource, withoutSource } from './source-choice';
import type { ChapterFigures } from './uniting';

/** Who there is in a chapter, and who stands behind each attribution of its blocks. It holds wherever the blocks stand. */
export interface ChapterCast extends ChapterFigures {
  /** All that the mentions were grouped into. Its roles: who belongs in the list of speakers by this chapter alone, and whoever has a name. */
  readonly figures: readonly Figure[];
  readonly places: Places;
  /** For each role whether it belongs in the list of speakers by this chapter alone. */
  readonly kept: readonly boolean[];
  /** For block `b` of the chapter and its attribution `a`: `choices[b][a]`. */
  readonly choices: readonly (readonly Choice[])[];
}

const NO_CHOICES: readonly Choice[] = [];

/** Groups the mentions of a chapter into figures and gives each attribution its own. One pass over the blocks' scripts; linear. */
export function castChapter(scripts: readonly Script[]): ChapterCast {
  const casting = new Casting();
  for (const { names } of scripts) for (const name of names) casting.introduce(name);
  let sentence = 0;
  /** Who spoke last in direct words, and in which block. */
  let voice: Figure | null = null;
  let voiceAt = 0;
  const choices: (readonly Choice[])[] = [];
  for (let b = 0; b < scripts.length; b++) {
    const script = scripts[b];
    if (!script) continue;
    const { sayings, sentences } = script;
    const read = readBlock(casting, script, b, sentence);
    const last = sentence + sentences - 1;
    sentence += sentences;
    if (sayings.length === 0) {
      choices.push(NO_CHOICES);
      continue;
    }
    const drafts: Choice[] = [];
    for (let a = 0; a < sayings.length; a++) {
      const saying = sayings[a];
      if (saying) drafts.push(choiceOfSource(casting, script, saying, a, b, read));
    }
    const first = drafts.find(({ sure }) => sure)?.guesses[0]?.figure;
    for (let a = 0; a < sayings.length; a++) {
      const saying = sayings[a];
      if (saying?.sourced === 'none') drafts[a] = withoutSource(saying, first, b - voiceAt <= 1 ? voice : null);
    }
    for (let a = 0; a < sayings.length; a++) {
      const saying = sayings[a];
      const draft = drafts[a];
      const best = draft?.guesses[0]?.figure;
      if (!saying || !draft || !best) continue;
      for (const { figure } of draft.guesses) figure.speaks = true;
      if (!draft.sure) continue;
      if (saying.direct) {
        voice = best;
        voiceAt = b;
      }
      best.spoke = last;
      takeFirstPerson(casting.places, script, saying, b, best);
    }
    choices.push(drafts);
  }
  const { figures, aliases } = casting.cast;
  const roles: Figure[] = [];
  const kept: boolean[] = [];
  for (const figure of figures) {
    const belongs = isKept(figure);
    if (!belongs && (figure.words.length === 0 || figure.times === 0)) continue;
    figure.listed = roles.push(figure) - 1;
    kept.push(belongs);
  }
  return { figures, roles, kept, keys: roles.map(keyOf), aliases, places: casting.places, choices };
}

/** "I" and "we" in somebody's quoted words are that somebody. */
function takeFirstPerson(places: Places, { lines }: Script, { own }: Saying, b: number, figure: Figure): void {
  for (const m of own) {
    // One person's "we" is more than that person.
    if (lines[m]?.mention.number === 'plural' && figure.number === 'singular' && figure.kind === 'person') continue;
    places.add(figure, b, placeOfMention(m));
  }
}
