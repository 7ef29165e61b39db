import type { Location, LocationLink } from 'vscode-languageserver-types';
import type { Article, Attribution } from '../article';
import type { Entity } from '../attribution/speakers';
import { sentenceAt } from '../rules/sources';
import { contains, hull, type Span } from '../text/span';
import type { Lines } from './lines';
import { type MentionPlace, mentionsOf } from './mention-places';
import { attributionsIn, type SaidPlace, saidAt } from './said-places';
import { voicesOf } from './voices';

/** A way from words to what they go back to. */
export interface Jump {
  /** The words that lead there. */
  readonly from: Span;
  readonly to: Span;
  /** What to show of the place: its sentence. Holds `to`. */
  readonly around: Span;
}

/**
 * Where the words at `offset` come from: for a pronoun, a surname, a role the fullest naming of whom it stands for (the naming itself for itself);
 * for the cue of a relay those whose words it carries; for anything else that was said the fullest naming of who said it.
 */
export function definitions(article: Article, offset: number, minimumConfidence: number): Jump[] {
  const mentions = mentionsOf(article);
  const mention = mentions.at(offset);
  if (mention) return jumps(article, mention.span, [placeOf(mentions.naming(mention.entity))]);
  const said = saidAt(article, offset, minimumConfidence);
  if (!said) return [];
  const carried = said.part === 'cue' ? originsAt(article, said, offset) : [];
  const origins = carried.length > 0 ? carried : [said.attribution];
  return jumps(
    article,
    said.span,
    origins.map((origin) => namingOf(article, origin)),
  );
}

/** Where the words of a relay come from, by a cue at `offset`: what that cue carries, or what is carried by the very cue (“citing”). */
function originsAt(article: Article, { attribution }: SaidPlace, offset: number): Attribution[] {
  // A carrier and what it carries stand in one block.
  const near = attributionsIn(article, attribution.block);
  const here = near.filter(({ cue, via }) => via !== null && cue.some(([start, end]) => start <= offset && offset <= end));
  const direct = here.length > 0 ? here : near.filter(({ via }) => via === attribution.id);
  const origins = direct.flatMap((one) => {
    const further = near.filter(({ via }) => via === one.id);
    return further.length > 0 ? further : [one];
  });
  return origins.filter(({ speaker }) => speaker === null || here.length > 0 || speaker !== attribution.speaker);
}

/** Where the article says who is behind an attribution: the fullest naming of its speaker, else the words of its source. */
function namingOf(article: Article, { speaker, source }: Attribution): Span | undefined {
  const entity: Entity | undefined = voicesOf(article).entity(speaker);
  const naming = entity && mentionsOf(article).naming(entity);
  return placeOf(naming) ?? (source && source.length > 0 ? hull(source) : undefined);
}

const placeOf = (place: MentionPlace | undefined): Span | undefined => place?.span;

function jumps(article: Article, from: Span, places: readonly (Span | undefined)[]): Jump[] {
  const seen = new Set<number>();
  return places.flatMap((to) => {
    if (!to || seen.has(to[0])) return [];
    seen.add(to[0]);
    const sentence = sentenceAt(article, to[0]);
    return [{ from, to, around: sentence && contains(sentence, to) ? sentence : to }];
  });
}

/** Jumps within one document, as the protocol links places. */
export const locationLinks = (jumps: readonly Jump[], uri: string, lines: Lines): LocationLink[] =>
  jumps.map(({ from, to, around }) => ({
    originSelectionRange: lines.rangeOf(from),
    targetUri: uri,
    targetRange: lines.rangeOf(around),
    targetSelectionRange: lines.rangeOf(to),
  }));

/** A link for a client that knows places only. */
export const plainLocation = ({ targetUri, targetSelectionRange }: LocationLink): Location => ({
  uri: targetUri,
  range: targetSelectionRange,
});
