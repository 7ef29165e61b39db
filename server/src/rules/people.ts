import type { Article } from '../article';
import type { Mention } from '../attribution/mentions';
import type { Entity } from '../attribution/speakers';
import { type Span, shift } from '../text/span';

/** A place where the article calls somebody by name. */
export interface Reference {
  /** With title and role; relative to the article. */
  readonly span: Span;
  /** The name alone. */
  readonly name: Span;
  /** The words of the name in lower case, without titles. */
  readonly words: readonly string[];
  readonly block: number;
  readonly quoted: boolean;
  readonly titled: boolean;
  readonly doubtful: boolean;
  /** Does or says something in its sentence. */
  readonly subject: boolean;
}

/** A person of an article with every place that names them. */
export interface Person {
  readonly entity: Entity;
  readonly references: readonly Reference[];
  /** Has something to say in it. */
  readonly speaks: boolean;
}

/** The people whom an article names, and where; in order of their first mention. */
export function peopleOf(article: Article): Person[] {
  const speakers = new Set(article.attributions.map(({ speaker }) => speaker));
  const owners = new Map<string, Entity>();
  for (const entity of article.entities)
    if (entity.kind === 'person' && entity.anonymity === 'named') for (const span of entity.mentions) owners.set(span.join(), entity);
  const references = new Map<Entity, Reference[]>();
  for (const reference of namesOf(article)) {
    const entity = owners.get(reference.span.join());
    if (!entity) continue;
    const known = references.get(entity);
    if (known) known.push(reference);
    else references.set(entity, [reference]);
  }
  return [...references].map(([entity, places]) => ({ entity, references: places, speaks: speakers.has(entity.id) }));
}

/** Every name of an article that could be a person's, in order. */
export function namesOf({ blocks }: Article): Reference[] {
  return blocks.flatMap(({ span: [offset], analysis }, block) =>
    analysis.mentions.flatMap((mention) => referenceOf(mention, offset, block)),
  );
}

function referenceOf(
  { form, kind, span, name, words, quoted, titled, doubtful, subject, owner }: Mention,
  offset: number,
  block: number,
): Reference[] {
  if (form !== 'name' || name === null || words.length === 0 || (kind !== null && kind !== 'person')) return [];
  return [{ span: shift(span, offset), name: shift(name, offset), words, block, quoted, titled, doubtful, subject: subject && !owner }];
}

/** A surname, or whatever stands alone. */
export const isShort = ({ words }: Reference): boolean => words.length === 1;
