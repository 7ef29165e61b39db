import type { Article } from '../article';
import type { Entity } from '../attribution/speakers';
import { contains, firstEndingAfter, overlaps, type Span } from '../text/span';
import { tokenText } from '../text/tokens';
import { mentionsOf } from './mention-places';
import { familyStart, type NameWords } from './name-forms';

/** A place where the article writes a speaker’s name, or a part of it. */
export interface NamePlace {
  /** The name alone. */
  readonly span: Span;
  /** The same as analysis reads it, without markup. */
  readonly masked: string;
  readonly quoted: boolean;
  /** A possessive: "’s" or a bare apostrophe follows. */
  readonly owner: boolean;
  /** It may be somebody else, or no name. */
  readonly doubtful: boolean;
}

/**
 * Every place that has the name `full` of a speaker or its last part: mentions, and words that stand before others ("the Arvay plan"), which are
 * doubtful unless they are the whole name. In order, apart. Linear.
 */
export function namePlacesOf(article: Article, entity: Entity, full: NameWords): NamePlace[] {
  const mentions = mentionsOf(article);
  const namesakes = namesakesOf(article, entity);
  const found = mentions.of(entity).flatMap(({ span, name, quoted, read, block }): NamePlace[] => {
    if (!name || !read) return [];
    const masked = maskedText(article, block, name);
    const words = masked.split(/\s+/).filter(Boolean);
    const short = read.words.length === 1 && full.length > 1;
    const doubtful =
      (read.doubtful && !isWhole(words, full)) ||
      // "Ana and Luis Ruiz"
      read.words.length > words.length ||
      (short && (entity.kind !== 'person' || namesakes.has(read.words[0] ?? '') || isMiddle(read.words[0] ?? '', full)));
    return [{ span: name, masked, quoted, owner: read.owner && span[1] === name[1], doubtful }];
  });
  return apart([...found, ...loosePlaces(article, full)]);
}

/** Whether words are all of a name of several, whatever their capitals: nobody else is called so. */
const isWhole = (words: NameWords, full: NameWords): boolean =>
  words.length > 1 && words.length === full.length && words.every((word, i) => word.toLowerCase() === full[i]?.toLowerCase());

/** Words that others than `entity` are called by. */
function namesakesOf(article: Article, entity: Entity): Set<string> {
  const words = new Set<string>();
  for (const other of article.entities) {
    if (other.id === entity.id) continue;
    for (const { read } of mentionsOf(article).of(other)) if (read?.form === 'name') for (const word of read.words) words.add(word);
  }
  return words;
}

const isMiddle = (word: string, full: NameWords): boolean => {
  const at = full.findIndex((other) => other.toLowerCase() === word);
  return at > 0 && at < familyStart(full);
};

function maskedText({ blocks }: Article, block: number, [start, end]: Span): string {
  const { span, analysis } = blocks[block] ?? {};
  return span && analysis ? analysis.text.slice(start - span[0], end - span[0]) : '';
}

/** Shortest name that is looked for by its letters alone. */
const SHORTEST = 3;

/** Where the last word of a name stands, with what of it stands before, and no speaker is seen. Next to another name it is a part of that. */
function loosePlaces(article: Article, full: NameWords): NamePlace[] {
  const family = full[full.length - 1] ?? '';
  if (family.length < SHORTEST || !/^\p{Lu}/u.test(family)) return [];
  const taken = takenNames(article);
  return article.blocks.flatMap(({ span: [offset], analysis: { text, tokens } }): NamePlace[] => {
    if (!text.includes(family)) return [];
    const found: NamePlace[] = [];
    for (let i = 0; i < tokens.length; i++) {
      if ((tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) !== family.length || tokenText(tokens, i) !== family) continue;
      let first = i;
      while (first > 0 && i - first < full.length - 1 && tokenText(tokens, first - 1) === full[full.length - 2 - (i - first)]) first--;
      if (/^\p{Lu}/u.test(tokenText(tokens, first - 1)) && !opensSentence(text, tokens.start[first - 1] ?? 0)) continue;
      if (/^\p{Lu}/u.test(tokenText(tokens, i + 1))) continue;
      const span: Span = [(tokens.start[first] ?? 0) + offset, (tokens.end[i] ?? 0) + offset];
      const name = taken[firstEndingAfter(taken, span[0])];
      if (name && overlaps(name.span, span)) continue;
      const quote = article.quotes[firstEndingAfter(article.quotes, span[0])];
      const quoted = quote !== undefined && contains(quote.span, span);
      const doubtful = full.length === 1 || i - first < full.length - 1;
      found.push({ span, masked: text.slice(span[0] - offset, span[1] - offset), quoted, owner: false, doubtful });
    }
    return found;
  });
}

const opensSentence = (text: string, at: number): boolean => at === 0 || /[.!?“”"]\s*$/.test(text.slice(Math.max(0, at - 3), at));

const takenBy = new WeakMap<Article, readonly { readonly span: Span }[]>();

/** The names of all speakers, in order and apart. */
function takenNames(article: Article): readonly { readonly span: Span }[] {
  const known = takenBy.get(article);
  if (known) return known;
  const mentions = mentionsOf(article);
  const names = article.entities.flatMap((entity) => mentions.of(entity).flatMap(({ name }) => (name ? [{ span: name }] : [])));
  const sorted = apart(names);
  takenBy.set(article, sorted);
  return sorted;
}

/** In order, and of those that overlap the first. */
function apart<T extends { readonly span: Span }>(places: readonly T[]): T[] {
  const kept: T[] = [];
  for (const place of [...places].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])) {
    if (place.span[0] >= (kept.at(-1)?.span[1] ?? 0)) kept.push(place);
  }
  return kept;
}
