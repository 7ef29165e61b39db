import type { Article } from '../../article';
import type { Span } from '../../text/span';
import type { Edit, Fix } from '../rule';
import { cueOfChoice } from './cue-of-choice';
import { appendToSentence } from './sentence-end';
import { stop } from './snippet';
import { speakersAtHand } from './speakers-at-hand';

/** The edits by which somebody comes to stand behind words; `snippet` where `who` holds a stop for the writer. */
type Place = (who: string, cue: string, snippet: boolean) => readonly Edit[];

/** A fix for each speaker of the article, the nearest to `span` first, and one for a source still to be named, by `source` until then. */
export function sayWho(article: Article, span: Span, place: Place, source = 'source'): Fix[] {
  const cue = cueOfChoice(article);
  const speakers = speakersAtHand(article, span).map(
    ({ entity, name }, i): Fix => ({
      title: `Attribute to ${entity.name}`,
      edits: place(name, cue, false),
      preferred: i === 0,
      safe: false,
    }),
  );
  const ask: Fix = {
    title: 'Say who says so',
    edits: place(stop(1, source), cue, true),
    preferred: speakers.length === 0,
    safe: false,
  };
  return [...speakers, ask];
}

/** At the end of the sentence, in place of the words that hedge: "The ferry has been sold, Hale said." */
export const sayWhoAtEnd = (article: Article, sentence: Span, hedge: Edit): Fix[] =>
  sayWho(article, sentence, (who, cue, snippet) => [hedge, appendToSentence(article, sentence, `, ${who} ${cue}`, snippet)]);
