import type { Article } from '../article';
import type { Entity } from '../attribution/speakers';
import { firstEndingAfter, type Span } from '../text/span';
import { startingWithin } from './mentioned';
import { blockAt } from './numbering';

/** The people whom an article names near what is in question. */
export interface NamedPeople {
  /** Where it names them, in order and apart; pronouns are none of it: whom they stand for is judged more strictly here (`isClear`). */
  readonly spans: readonly Span[];
  /** By the index of its block, whom each paragraph names who could be "he" or "she". */
  readonly men: ReadonlyMap<number, Meant>;
  readonly women: ReadonlyMap<number, Meant>;
}

/** Whom a paragraph names who could be meant by a pronoun. */
interface Meant {
  readonly first: Entity;
  /** Where the first naming of that one ends, */
  readonly from: number;
  /** and that of the first other one; Infinity where there is no other. */
  until: number;
}

const PRONOUNS = /^(?:he|she|him|her|his|hers)$/i;

/**
 * The people whom an article names in `contents`, in their paragraphs and in the one before each. All contents at once: an article may have as many
 * speakers as contents, and may not be walked through for each.
 */
export function peopleNear(article: Article, contents: readonly Span[]): NamedPeople {
  const { text, entities } = article;
  const near = paragraphsOf(article, contents);
  const places: { readonly span: Span; readonly entity: Entity }[] = [];
  for (const entity of entities) {
    if (entity.kind !== 'person' || entity.anonymity !== 'named') continue;
    for (const span of startingWithin(entity.mentions, near)) if (!PRONOUNS.test(text.slice(...span))) places.push({ span, entity });
  }
  places.sort((a, b) => a.span[0] - b.span[0]);
  const named = places.filter(({ span }, i) => i === 0 || span[0] >= (places[i - 1]?.span[1] ?? 0));
  const men = new Map<number, Meant>();
  const women = new Map<number, Meant>();
  for (const { span, entity } of named) {
    const block = blockAt(article, span[0]);
    if (entity.gender !== 'female') count(men, block, entity, span[1]);
    if (entity.gender !== 'male') count(women, block, entity, span[1]);
  }
  return { spans: named.map(({ span }) => span), men, women };
}

function count(meant: Map<number, Meant>, block: number, entity: Entity, end: number): void {
  const known = meant.get(block);
  if (!known) meant.set(block, { first: entity, from: end, until: Number.POSITIVE_INFINITY });
  else if (known.first !== entity) known.until = Math.min(known.until, end);
}

/** From the beginning of the paragraph before each content to the content's end, in order and joined where they meet. */
function paragraphsOf({ blocks }: Article, contents: readonly Span[]): readonly Span[] {
  const near = contents.map(([start, end]): Span => {
    const b = firstEndingAfter(blocks, start);
    return [(blocks[b - 1] ?? blocks[b])?.span[0] ?? start, end];
  });
  near.sort((a, b) => a[0] - b[0]);
  const joined: Span[] = [];
  for (const [start, end] of near) {
    const last = joined.at(-1);
    if (last && start <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}

/** Whether the paragraph, or else the one before, leaves no doubt whom "he" or "she" at a place means: it names one person who could be meant, and no other. */
export function isClear(article: Article, place: number, gender: 'female' | 'male', { men, women }: NamedPeople): boolean {
  const meant = gender === 'male' ? men : women;
  const block = blockAt(article, place);
  const here = meant.get(block);
  const whom = here && here.from <= place ? here : meant.get(block - 1);
  return whom !== undefined && whom.until > place;
}
