import type { Article, BlockAnalysis } from '../article';
import type { Entity } from '../attribution/speakers';
import { remembered } from '../text/remembered';
import { type Span, shift } from '../text/span';

/** A place where the article calls somebody by name. */
export interface Reference {
  /** With title and role; relative to the article. */
  readonly span: Span;
  /** The name alone. */
  readonly name: Span;
  /** The words of the name in lower case, without titles. */
  readonly words: readonly string[];
  /** The same in one. */
  readonly key: string;
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

/** The people whom an article names, and where; in order of their first mention. Worked out once an article. */
export const peopleOf = remembered((article: Article): readonly Person[] => {
  const speakers = new Set(article.attributions.map(({ speaker }) => speaker));
  const owners = new Map<number, Entity>();
  for (const entity of article.entities)
    if (entity.kind === 'person' && entity.anonymity === 'named') for (const span of entity.mentions) owners.set(placeOf(span), entity);
  const references = new Map<Entity, Reference[]>();
  for (const reference of namesOf(article)) {
    const entity = owners.get(placeOf(reference.span));
    if (!entity) continue;
    const known = references.get(entity);
    if (known) known.push(reference);
    else references.set(entity, [reference]);
  }
  return [...references].map(([entity, places]) => ({ entity, references: places, speaks: speakers.has(entity.id) }));
});

/** A span as one number: no text that can be read whole is longer than 2^26 units. */
const placeOf = ([start, end]: Span): number => start * 2 ** 26 + end;

/** Every name of an article that could be a person's, in order; worked out once an article. */
export const namesOf = remembered(({ blocks }: Article): readonly Reference[] => {
  const names: Reference[] = [];
  for (const [block, { span, analysis }] of blocks.entries())
    for (const name of namesIn(analysis)) names.push({ ...name, span: shift(name.span, span[0]), name: shift(name.name, span[0]), block });
  return names;
});

/** The names of a block, relative to it. */
const namesIn = remembered(({ mentions }: BlockAnalysis): readonly Omit<Reference, 'block'>[] =>
  mentions.flatMap(({ form, kind, span, name, words, quoted, titled, doubtful, subject, owner }) => {
    if (form !== 'name' || name === null || words.length === 0 || (kind !== null && kind !== 'person')) return [];
    return [{ span, name, words, key: words.join(' '), quoted, titled, doubtful, subject: subject && !owner }];
  }),
);

/** A surname, or whatever stands alone. */
export const isShort = ({ words }: Reference): boolean => words.length === 1;
