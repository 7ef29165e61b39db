import type { Article, Attribution } from '../article';
import type { Entity } from '../attribution/speakers';
import { lazily, remembered } from '../text/remembered';
import type { Span } from '../text/span';
import type { Piece } from './card';

/** Looking up of speakers and attributions of an article by their ids; made once an article. */
export interface Voices {
  entity(id: string | null): Entity | undefined;
  attribution(id: string | null): Attribution | undefined;
  /** The attributions that carry `attribution`, the nearest first. */
  carriers(attribution: Attribution): Attribution[];
  /** Whether an unnamed source speaks in it. */
  isAnonymous(attribution: Attribution): boolean;
}

/** The voices of an article. */
export const voicesOf = remembered((article: Article): Voices => {
  const entities = new Map<string, Entity>();
  for (const entity of article.entities) entities.set(entity.id, entity);
  const attributions = lazily(() => new Map(article.attributions.map((attribution) => [attribution.id, attribution])));
  return {
    entity: (id) => (id === null ? undefined : entities.get(id)),
    attribution: (id) => (id === null ? undefined : attributions().get(id)),
    carriers(attribution) {
      const chain: Attribution[] = [];
      const seen = new Set([attribution.id]);
      for (let next = this.attribution(attribution.via); next && !seen.has(next.id); next = this.attribution(next.via)) {
        seen.add(next.id);
        chain.push(next);
      }
      return chain;
    },
    isAnonymous: ({ speaker }) => isUnnamed(speaker === null ? undefined : entities.get(speaker)),
  };
});

/** Whether the article gives neither the name nor the office of a speaker: "a source", "officials". */
export const isUnnamed = (entity: Entity | undefined): boolean =>
  entity !== undefined &&
  (entity.kind === 'anonymous' || (entity.kind !== 'document' && entity.anonymity !== 'named' && entity.anonymity !== 'role'));

/** The words of several spans of the article as its readers see them, without markup; with dots where they are apart. */
export const wordsOf = ({ text, masked, format }: Article, spans: readonly Span[]): string =>
  spans.map(([start, end]) => (format === 'plain' ? text.slice(start, end) : withoutMarkup(masked.slice(start, end)))).join(' … ');

/** Where markup stood there are spaces, and soft hyphens inside words. */
const withoutMarkup = (masked: string): string =>
  masked
    .replace(/\u00ad{2,}/g, '')
    .replace(/ {2,}(?=[,.;:!?”’»)\]]|$)/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** A speaker by name and role, as the article gives them. */
export function nameOf({ name, role }: Entity): Piece[] {
  return role !== null && role !== '' && role !== name
    ? [{ words: name, strong: true }, ', ', { words: role }]
    : [{ words: name, strong: true }];
}

/** Whoever an attribution names, as well as the article lets one say it: speaker, else the words of its source. */
export function speakerOf(article: Article, attribution: Attribution): Piece[] {
  const entity = voicesOf(article).entity(attribution.speaker);
  if (entity)
    return entity.kind === 'anonymous' ? [{ words: entity.name, strong: true }, ', whom the article does not name'] : nameOf(entity);
  if (attribution.source) return ['“', { words: wordsOf(article, attribution.source) }, '”; who that is, is not clear'];
  return ['Somebody whom this sentence does not name'];
}
