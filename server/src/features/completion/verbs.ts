import type { Article } from '../../article';
import { cueOfChoice } from '../../rules/fixes/cue-of-choice';
import { type SpeakerAtHand, speakersAtHand } from '../../rules/fixes/speakers-at-hand';
import type { Suggestion } from './suggestion';
import type { Writing } from './writing';

/** Verbs that say that somebody spoke and nothing else, in the past and in the present; what colours a quote is the writer's own to choose. */
const VERBS: readonly (readonly [past: string, present: string])[] = [
  ['said', 'says'],
  ['added', 'adds'],
  ['told reporters', 'tells reporters'],
  ['asked', 'asks'],
  ['replied', 'replies'],
];

/** How many speakers are offered with their verb. */
const MOST_SPEAKERS = 2;

/** What may follow a quote: a verb in the tense that the article speaks in, "said" first; and, while nothing is written yet, who may have said it. */
export function verbSuggestions(article: Article, { span, words, asks }: Writing): Suggestion[] {
  const present = cueOfChoice(article) === 'says';
  const verbs = VERBS.filter(([past]) => past !== 'asked' || asks).map(([past, now]) => (present ? now : past));
  const [said = 'said'] = verbs;
  const nobody = words.every((word) => word === '');
  // A bank speaks in quotes, too, and less often than its director.
  const speakers = nobody ? personsFirst(speakersAtHand(article, span)).slice(0, MOST_SPEAKERS) : [];
  const [first, ...others] = verbs.map((text): Suggestion => ({ text, filter: text, span, detail: '' }));
  return [
    ...(first ? [first] : []),
    ...speakers.map(({ entity, name }): Suggestion => ({ text: `${name} ${said}`, filter: name, span, detail: entity.role ?? '', entity })),
    ...others,
  ];
}

const personsFirst = (speakers: readonly SpeakerAtHand[]): SpeakerAtHand[] =>
  [...speakers].sort((a, b) => Number(b.entity.kind === 'person') - Number(a.entity.kind === 'person'));
