import type { Article } from '../../article';
import type { Entity } from '../../attribution/speakers';
import type { Span } from '../../text/span';

/** Somebody of the article to whom words may be attributed. */
export interface SpeakerAtHand {
  readonly entity: Entity;
  /** How the article would name them here: the surname after the full name, with its title where the article uses titles. */
  readonly name: string;
}

/** How many a writer is offered. */
const MOST = 4;
/** Somebody who speaks only further down is as near as one who spoke this many blocks before. */
const LATER = 3;

/** The named speakers of an article, whoever spoke nearest before `span` first. Nobody unnamed, and nobody who never speaks in it. */
export function speakersAtHand(article: Article, span: Span): SpeakerAtHand[] {
  const distance = new Map<string, number>();
  for (const { speaker, content, cue } of article.attributions) {
    const at = (cue[0] ?? content[0])?.[0];
    if (speaker === null || at === undefined) continue;
    const away = at < span[0] ? span[0] - at : (at - span[1]) * LATER;
    distance.set(speaker, Math.min(distance.get(speaker) ?? Number.POSITIVE_INFINITY, Math.max(0, away)));
  }
  return article.entities
    .filter(
      ({ id, kind, anonymity, name }) =>
        distance.has(id) && kind !== 'anonymous' && anonymity !== 'collective' && (kind === 'person' ? NAMED : /\p{Lu}/u).test(name),
    )
    .sort((a, b) => (distance.get(a.id) ?? 0) - (distance.get(b.id) ?? 0))
    .slice(0, MOST)
    .map((entity) => ({ entity, name: nameAt(article, entity, span[0]) }));
}

/** What a person is called by ends in a name: "Ida Brekke", "the minister, Brekke", but not "My mother". */
const NAMED = /(?:^|[\s’'-])\p{Lu}[^\s]*$/u;

const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady)\.?\s/;

/** A name as it would stand at `place`. */
function nameAt({ text }: Article, { name, kind, mentions }: Entity, place: number): string {
  if (kind !== 'person') return name;
  const words = name.split(/\s+/);
  const surname = words.at(-1) ?? name;
  const spoken = mentions.map(([start, end]) => text.slice(start, end));
  const named = mentions.some(([start, end]) => start < place && text.slice(start, end).includes(surname));
  if (words.length < 2 || !named) return name;
  return spoken.find((mention) => COURTESY.test(mention) && mention.endsWith(surname) && mention.split(/\s+/).length === 2) ?? surname;
}
