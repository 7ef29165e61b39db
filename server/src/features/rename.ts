import type { Article } from '../article';
import { HONORIFICS, TITLES } from '../attribution/lexicon/titles';
import type { Entity } from '../attribution/speakers';
import { sentenceAt } from '../rules/sources';
import { contains, type Span } from '../text/span';
import { type MentionPlace, mentionsOf } from './mention-places';
import { familyStart, type NameWords, partsOf, renamed, splitName } from './name-forms';
import { type NamePlace, namePlacesOf } from './name-places';

/** Why a name cannot be changed, in words for the person who asked. */
export interface Refusal {
  readonly refused: string;
}

/** What can be renamed at a place. */
export interface Renameable {
  /** The name there. */
  readonly span: Span;
  /** The full name, which is what a person changes. */
  readonly full: string;
}

/** A name to be written anew. */
export interface NameChange {
  readonly span: Span;
  readonly text: string;
  /** It may stand for somebody else. */
  readonly doubtful: boolean;
}

/** What becomes of a speaker’s name. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  /** In order, apart, and all of them outside quotation marks. */
  readonly changes: readonly NameChange[];
  /** Where the name stands in somebody’s words, and stays. */
  readonly inQuotes: readonly Span[];
  /** Where it stays because it is written in a way that does not follow from the full name. */
  readonly left: readonly Span[];
}

/** The longest name that is taken, in UTF-16 units. */
const LONGEST = 100;
/** Letters with their accents, and what stands in names. */
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\p{N}.’'&-]*(?: [\p{L}\p{M}\p{N}&][\p{L}\p{M}\p{N}.’'&-]*)*$/u;
const ADDRESSES: ReadonlySet<string> = new Set([...Object.values(HONORIFICS), TITLES].join(' ').split(/\s+/));

/** Whether the name at `offset` can be changed throughout, and what it is; else why not. */
export function renameable(article: Article, offset: number): Renameable | Refusal {
  const place = mentionsOf(article).at(offset);
  if (!place) return refuse('Put the cursor on the name of a speaker to change it throughout the article.');
  const { entity, name, quoted, read } = place;
  const called = `“${entity.name}”`;
  if (quoted)
    return refuse('This stands inside quotation marks, and On Record never changes a quote. Put the cursor on the name outside them.');
  if (read?.form === 'pronoun') return refuse(`Pronouns stay as they are. To rename ${called}, put the cursor on the name.`);
  if (entity.anonymity !== 'named') return refuse(`${called} is not named in this article, so there is no name to change.`);
  if (!name || !contains(name, [offset, offset]))
    return refuse(`Titles and roles stay as they are. To rename ${called}, put the cursor on the name.`);
  const full = fullName(article, entity);
  if (!full) return refuse(`${called} is named here in a way that cannot be changed throughout.`);
  return { span: name, full: full.join(' ') };
}

/**
 * What becomes of the name at `offset` and of every other form of it when it is to be `typed`: a full name, or one word for the word under the cursor.
 * Refused where it cannot be changed, where `typed` is no name, and where nobody could tell the new name from another speaker’s. Linear.
 */
export function renaming(article: Article, offset: number, typed: string): Renaming | Refusal {
  const found = renameable(article, offset);
  if ('refused' in found) return found;
  const place = mentionsOf(article).at(offset);
  const wanted = typed.trim().replace(/\s+/g, ' ');
  if (wanted.length > LONGEST || !NAME.test(wanted)) return refuse(`“${wanted.slice(0, LONGEST)}” does not read like a name.`);
  const words = splitName(wanted).words;
  if (words.length > 1 && ADDRESSES.has((words[0] ?? '').toLowerCase().replace(/\.$/, '')))
    return refuse('Write the name without its title: titles stay as they are.');
  const from = splitName(found.full).words;
  const entity = place?.entity;
  if (!place || !entity) return refuse('There is nobody here to rename.');
  const person = entity.kind === 'person';
  const to = words.length === 1 && from.length > 1 && person ? withWord(article, place, offset, from, words[0] ?? '') : words;
  const clash = clashOf(article, entity, to, person);
  if (clash) return clash;
  return changesOf(article, entity, from, to, person);
}

const refuse = (refused: string): Refusal => ({ refused });

/** The words of the fullest naming; null where they cannot be read off the text. */
function fullName(article: Article, entity: Entity): NameWords | null {
  const naming = mentionsOf(article).naming(entity);
  if (!naming?.name) return null;
  const here = splitName(article.text.slice(...naming.name)).words;
  // "Karen and Louis Mbeki": her whole name stands nowhere in one piece.
  const words = (naming.read?.words.length ?? 0) > here.length ? splitName(entity.name).words : here;
  return words.length > 0 && words.every((word) => NAME.test(word)) ? words : null;
}

/** The full name with one word of it changed: the one under the cursor. */
function withWord({ text }: Article, { name, span }: MentionPlace, offset: number, from: NameWords, word: string): NameWords {
  const [start, end] = name ?? span;
  const parts = partsOf(splitName(text.slice(start, end)).words, from);
  const before = splitName(text.slice(start, offset)).words.length;
  const inside = /\S/.test(text.slice(offset - 1, offset)) && offset > start ? before - 1 : before;
  const index = parts?.[Math.min(Math.max(0, inside), (parts?.length ?? 1) - 1)]?.index ?? from.length - 1;
  return from.map((old, i) => (i === index ? word : old));
}

/** Whoever else in the article bears the new name, or would be called by the same family name. */
function clashOf(article: Article, entity: Entity, to: NameWords, person: boolean): Refusal | null {
  const mentions = mentionsOf(article);
  const key = (words: NameWords): string => words.join(' ').toLowerCase();
  const family = (words: NameWords): string => key(words.slice(familyStart(words)));
  const shortly = (one: Entity): boolean => mentions.of(one).some(({ read }) => read?.form === 'name' && read.words.length === 1);
  const changed = fullName(article, entity) ?? [];
  for (const other of article.entities) {
    if (other.id === entity.id || other.anonymity !== 'named') continue;
    const words = fullName(article, other);
    if (!words) continue;
    if (key(words) === key(to)) {
      return refuse(`“${to.join(' ')}” is somebody else in this article already. If the two are one, spell the name alike instead.`);
    }
    if (!person || other.kind !== 'person' || family(words) !== family(to) || family(changed) === family(to)) continue;
    if (shortly(entity) && shortly(other)) {
      return refuse(
        `“${to.slice(familyStart(to)).join(' ')}” alone stands for ${words.join(' ')} in this article already; nobody could tell the two apart.`,
      );
    }
  }
  return null;
}

function changesOf(article: Article, entity: Entity, from: NameWords, to: NameWords, person: boolean): Renaming {
  const changes: NameChange[] = [];
  const inQuotes: Span[] = [];
  const left: Span[] = [];
  const naming = mentionsOf(article).naming(entity)?.name;
  for (const place of namePlacesOf(article, entity, from)) {
    if (place.quoted) {
      inQuotes.push(place.span);
      continue;
    }
    // Who is introduced by a surname alone is from now on introduced by the whole name.
    const introduced = from.length === 1 && place.span[0] === naming?.[0];
    const text = newText(article, place, { from, to, person: person && !introduced });
    if (text === null) left.push(place.span);
    else if (text.text !== article.text.slice(...text.span)) changes.push({ ...text, doubtful: place.doubtful });
  }
  return { from: from.join(' '), to: to.join(' '), changes, inQuotes, left };
}

/** A new name in the making: from which words to which, and whether of a person, whose last word is a family name. */
interface Change {
  readonly from: NameWords;
  readonly to: NameWords;
  readonly person: boolean;
}

/** A naming in the new name, with its ending: a bare apostrophe of a possessive gets its “s” where the new name does not end in one. */
function newText(article: Article, { span, masked, owner }: NamePlace, change: Change): { span: Span; text: string } | null {
  const { text } = article;
  const [start, end] = span;
  // Markup in the middle of a name is not ours to move.
  if (masked !== text.slice(start, end)) return null;
  const { words, gaps } = splitName(masked);
  const made = newWords(words, change);
  if (!made || made.length === 0) return null;
  const joined = made.map((word, i) => (i === 0 ? word : `${made.length === words.length ? (gaps[i - 1] ?? ' ') : ' '}${word}`)).join('');
  const opens = change.person && sentenceAt(article, start)?.[0] === start;
  const name = opens ? `${joined.charAt(0).toUpperCase()}${joined.slice(1)}` : joined;
  const bare = owner && /^[’'](?!\p{L})/u.test(text.slice(end, end + 2));
  if (!bare || /s$/i.test(name)) return { span, text: name };
  return { span: [start, end + 1], text: `${name}${text.charAt(end)}s` };
}

/** Where only a surname is known, only a surname is called for. */
function newWords(words: NameWords, { from, to, person }: Change): NameWords | null {
  if (from.length === 1 && to.length > 1 && person) return partsOf(words, from) && to.slice(familyStart(to));
  return renamed(words, from, to, person);
}
