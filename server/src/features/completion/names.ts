import type { Article } from '../../article';
import type { Entity } from '../../attribution/speakers';
import type { Span } from '../../text/span';
import type { ReadPlace } from '../mention-places';
import { namingsOf, shortName } from '../namings';
import type { Suggestion } from './suggestion';
import type { Writing } from './writing';

/** How many letters of a name must be there before it is finished where a sentence opens: every one does with a capital. Elsewhere one is enough. */
const LEAST_LETTERS = 2;
/** How many speakers are offered at most. */
const MOST = 6;

/**
 * The speakers whose names go on like what is written, whoever was named last before it first: with role and whole name where the text has not named
 * them yet, by the short name after that. What would change nothing is left out.
 */
export function nameSuggestions(article: Article, writing: Writing): Suggestion[] {
  const { span } = writing;
  const typed = article.text.slice(...span);
  const found = article.entities.flatMap((entity) => {
    const fit = fitOf(article, entity, writing);
    return fit ? [fit] : [];
  });
  found.sort((a, b) => Number(b.speaks) - Number(a.speaks) || a.distance - b.distance);
  return found.slice(0, MOST).flatMap(({ entity, used, begins, rest, several }): Suggestion[] => {
    const at: Span = [span[0] + begins, span[1]];
    // Whoever is writing two words of a name wants the whole of it.
    const forms = several ? [rest] : [used ? shortName(article, entity) : introduced(article, entity), entity.name];
    return [...new Set(forms)]
      .filter((form) => form !== typed.slice(begins))
      .map((form) => ({
        text: form,
        filter: rest,
        span: at,
        entity,
        detail: form.includes(entity.role ?? '\n') ? '' : (entity.role ?? ''),
      }));
  });
}

interface Fit {
  readonly entity: Entity;
  readonly speaks: boolean;
  /** How far back the last naming is; further down the article counts thrice. */
  readonly distance: number;
  /** Named in the text before this place. */
  readonly used: boolean;
  /** Where in what is written the name begins. */
  readonly begins: number;
  /** The name from the word on that is being written first. */
  readonly rest: string;
  /** More than one word of it is there. */
  readonly several: boolean;
}

function fitOf(article: Article, entity: Entity, { span, words, opens }: Writing): Fit | null {
  if (entity.anonymity !== 'named' || (entity.kind !== 'person' && entity.kind !== 'organization')) return null;
  const part = partWritten(entity.name.split(/\s+/), words, opens ? LEAST_LETTERS : 1);
  if (!part) return null;
  const namings = namingsOf(article, entity).filter(
    (naming) => naming.read.form === 'name' && (naming.span[1] <= span[0] || naming.span[0] >= span[1]),
  );
  // Known by the very word that is being written, and by nothing else.
  if (namings.length === 0) return null;
  return { entity, speaks: speaks(article, entity), ...nearness(article, namings, span), ...part };
}

/** Which part of a name the last of `words` are, as many of them as fit; null where none does. */
function partWritten(name: readonly string[], words: readonly string[], least: number): Pick<Fit, 'begins' | 'rest' | 'several'> | null {
  for (let taken = words.length; taken > 0; taken--) {
    const typed = words.slice(-taken);
    const from = name.findIndex((_, p) => goesOn(name.slice(p), typed));
    if (from < 0 || (taken === 1 && (typed[0]?.length ?? 0) < least)) continue;
    const begins = words.slice(0, -taken).join(' ').length + (taken < words.length ? 1 : 0);
    return { begins, rest: name.slice(from).join(' '), several: taken > 1 };
  }
  return null;
}

/** Whether `typed` are the first of `parts`, the last of them perhaps unfinished. */
const goesOn = (parts: readonly string[], typed: readonly string[]): boolean =>
  typed.every((word, w) => {
    const part = fold(parts[w] ?? '');
    return w === typed.length - 1 ? part.startsWith(fold(word)) && part !== '' : part === fold(word);
  });

/** A word as it is compared: without accents and capitals. Most have no accents, and there may be thousands. */
const fold = (word: string): string =>
  (/^[a-z'-]*$/i.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'")).toLowerCase();

const speaks = ({ attributions }: Article, { id }: Entity): boolean => attributions.some(({ speaker }) => speaker === id);

function nearness({ blocks }: Article, namings: readonly ReadPlace[], [start, end]: Span): Pick<Fit, 'distance' | 'used'> {
  const before = namings.filter((naming) => naming.span[1] <= start);
  const last = before.at(-1);
  const next = namings.find((naming) => naming.span[0] >= end);
  // A headline names people, too, and the text still introduces them.
  const used = before.some(
    ({ block, read }) => !read.quoted && (blocks[block]?.kind === 'paragraph' || blocks[block]?.kind === 'list-item'),
  );
  return { distance: last ? start - last.span[1] : ((next?.span[0] ?? end) - end) * 3, used };
}

const POSSESSIVE = /^(?:its|his|her|their|my|our|your)\b/i;

/** A name with its role, as the article puts it in front ("Mayor Ana Ruiz"), or behind ("Peter Dahl, harbour master"); the name alone where it has none. */
function introduced(article: Article, entity: Entity): string {
  const { name, role } = entity;
  if (role === null || POSSESSIVE.test(role)) return name;
  for (const { span } of namingsOf(article, entity)) {
    const words = article.text.slice(...span).replace(/\s+/g, ' ');
    if (words.endsWith(name) && words.length > name.length && /^\p{Lu}/u.test(words)) return words;
  }
  return /^\p{Lu}/u.test(role) ? `${role} ${name}` : `${name}, ${role}`;
}
