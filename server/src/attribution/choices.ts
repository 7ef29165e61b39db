import type { ArticleReading } from './article-reading';
import { trueFigure } from './figures';
import { keepIfSame, type Listing } from './listing';
import type { Guess } from './salience';
import type { Choice } from './source-choice';
import type { Entity, SpeakerChoice, Speakers } from './speakers';

/** An article whose speakers are known. */
export interface Resolved {
  readonly reading: ArticleReading;
  readonly listing: Listing;
  readonly speakers: Speakers;
}

/** For each block the choices of its attributions, with the ids of the speakers. Those that are as they were before are the same objects. */
export function nameChoices(
  { chapters, scripts }: ArticleReading,
  { owners, entities }: Listing,
  earlier: Resolved | undefined,
): Speakers['choices'] {
  const before = earlier?.speakers.choices ?? [];
  const by = before.length - scripts.length;
  const choices: (readonly SpeakerChoice[])[] = [];
  for (const [c, { start, end, cast, twin }] of chapters.entries()) {
    const owned = owners[c] ?? NO_OWNERS;
    const known = earlier?.reading.chapters[twin];
    const as = earlier?.listing.owners[twin];
    const asBefore = known && as && isSame(owned, as);
    for (let b = start; b < end; b++) {
      const drafts = cast.choices[b - start] ?? NO_DRAFTS;
      if (drafts.length === 0) choices.push(NO_CHOICES);
      else if (asBefore) choices.push(before[known.start + b - start] ?? NO_CHOICES);
      else {
        const moved = scripts[b] === earlier?.reading.scripts[b] ? b : scripts[b] === earlier?.reading.scripts[b + by] ? b + by : b;
        choices.push(choicesOf(drafts, owned, entities, before[moved]));
      }
    }
  }
  return keepIfSame(choices, before);
}

const NO_DRAFTS: readonly Choice[] = [];
const NO_OWNERS = new Int32Array();
const NO_CHOICES: readonly SpeakerChoice[] = [];

const isSame = (a: Int32Array, b: Int32Array): boolean => a === b || (a.length === b.length && a.every((owner, r) => owner === b[r]));

function choicesOf(
  drafts: readonly Choice[],
  owned: Int32Array,
  entities: readonly Entity[],
  old: readonly SpeakerChoice[] | undefined,
): readonly SpeakerChoice[] {
  const idOf = ({ figure }: Guess): string => entities[owned[trueFigure(figure).listed] ?? -1]?.id ?? '';
  const choices = drafts.map((draft, a): SpeakerChoice => {
    const known = old?.[a];
    if (known && isAsBefore(draft, known, idOf)) return known;
    const candidates = draft.guesses.map((guess) => ({ speaker: idOf(guess), confidence: guess.confidence }));
    return { speaker: draft.sure ? (candidates[0]?.speaker ?? null) : null, candidates, why: draft.why };
  });
  return keepIfSame(choices, old);
}

function isAsBefore({ guesses, sure, why }: Choice, known: SpeakerChoice, idOf: (guess: Guess) => string): boolean {
  const { speaker, candidates } = known;
  if (sure !== (speaker !== null) || guesses.length !== candidates.length || why.length !== known.why.length) return false;
  return (
    guesses.every((guess, i) => guess.confidence === candidates[i]?.confidence && idOf(guess) === candidates[i]?.speaker) &&
    why.every(
      ({ code, words, weight }, i) => code === known.why[i]?.code && words === known.why[i]?.words && weight === known.why[i]?.weight,
    )
  );
}
