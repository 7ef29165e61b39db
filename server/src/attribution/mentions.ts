import type { Tags } from '../language/tags';
import type { Sentence } from '../text/sentences';
import type { Span } from '../text/span';
import type { Tokens } from '../text/tokens';
import { mentionOfDescription } from './described-mention';
import { type Description, findDescriptions } from './descriptions';
import { joinNames, type NamePhrase } from './joining';
import * as C from './lexicon/word-classes';
import { findNameRuns } from './names';
import { readName } from './naming';
import { newMention } from './new-mention';
import { type Pronoun, pronounAt } from './pronouns';
import type { Quote } from './quotes';
import { roleWords, titleWords } from './role-words';
import { isSubject } from './subjects';
import { is, isPossessive, readWords, spanOf, textOf, type Wording, wordAt } from './wording';

/** What a speaker is. */
export type EntityKind = 'person' | 'organization' | 'document' | 'anonymous' | 'group';

/** How a mention names its speaker. *name*: "Sergey Lavrov", "Lavrov", "RT"; *role*: "the minister"; *pronoun*: "he"; *unnamed*: "a source", "two officials"; *document*: "the report". */
export type MentionForm = 'name' | 'role' | 'pronoun' | 'unnamed' | 'document';

/**
 * How much of a speaker the article gives away. *named*; *role*: by office or part only ("a spokesman for the council", "the judge", "police");
 * *described*: not named, but described ("a senior official who asked not to be named"); *bare*: "a source"; *collective*: "officials",
 * "experts", "critics"; *passive*: nobody at all ("it was reported").
 */
export type Anonymity = 'named' | 'role' | 'described' | 'bare' | 'collective' | 'passive';

/** Words of a block that stand for somebody or something that could speak. Spans are relative to the block. */
export interface Mention {
  /** The whole phrase, with title and role before the name ("Russian Foreign Minister Sergey Lavrov"), without an apposition after it. */
  readonly span: Span;
  readonly form: MentionForm;
  /** What kind of speaker it looks like by itself; null where only the article can tell ("it", a bare name). */
  readonly kind: EntityKind | null;
  /** The name in it, without title and role; null where it has none. */
  readonly name: Span | null;
  /** The role or title in it ("Russian Foreign Minister") or in apposition after it ("Ana Ruiz, the club’s coach,"); null where it has none. */
  readonly role: Span | null;
  readonly number: 'singular' | 'plural';
  /** By pronoun, title or given name; null where nothing tells. */
  readonly gender: 'female' | 'male' | null;
  /** Where nothing tells, what a bare given name or a name's endings make likely. */
  readonly lean: 'female' | 'male' | null;
  /** Inside quotation marks: somebody else's words. */
  readonly quoted: boolean;
  /** Index of its sentence. */
  readonly sentence: number;
  /** What it calls its speaker: the name (with a form of address where it is a bare surname), or the whole description. */
  readonly text: string;
  /** In lower case: the words of the name without titles; of a description its noun, its last word first; of a pronoun itself. */
  readonly words: readonly string[];
  /** Of the role of a name: its noun first, then the words before it ("Russian Foreign Minister" → minister, foreign, russian); lower case. */
  readonly roleWords: readonly string[];
  /** How a description opens; *name* for names, *pronoun* for pronouns. */
  readonly opening: Description['opening'] | 'name' | 'pronoun';
  /** A short form that the article gives beside it ("Russia TV (RT)" → "rt"); lower case. */
  readonly alias: string | null;
  /** Does something in its sentence: a verb follows, or "said" stands before. */
  readonly subject: boolean;
  /** Only its place (a sentence's start, a headline) makes it look like a name. */
  readonly doubtful: boolean;
  /** "Mr", "Gen." or a role stands before the name. */
  readonly titled: boolean;
  readonly pronoun: Pronoun | null;
  /** How much it gives away by itself. */
  readonly anonymity: Anonymity;
  /** "’s" follows: the mention owns what comes next ("Ruiz’s lawyer"). */
  readonly owner: boolean;
  /** A description of the name before it: "Ana Ruiz, [a nurse from Leeds]". */
  readonly apposed: boolean;
  /** Written in capitals only ("RT", "FELD"): an acronym, unless the article has a person of that name. */
  readonly acronym: boolean;
  /** The name of a place, which acts here as those who govern it. */
  readonly place: boolean;
  /** What stands before a name: *the*, a preposition of *place* ("in", "at"), or neither. */
  readonly setting: 'the' | 'place' | null;
}

const PLACING = new Set(['in', 'at', 'near', 'outside', 'inside', 'across', 'around', 'into', 'throughout']);

/** A mention while its block is being read. */
export type WritableMention = { -readonly [K in keyof Mention]: Mention[K] };

/** The mentions of one block, in order of their start; the outermost phrase first, names and pronouns inside a longer description after it. Linear. */
export function findMentions(tokens: Tokens, tags: Tags, sentences: readonly Sentence[], quotes: readonly Quote[]): Mention[] {
  const w = readWords(tokens, tags);
  const runs = findNameRuns(w, sentences);
  const taken = new Int32Array(tokens.length).fill(-1);
  for (const [r, { first, last }] of runs.entries()) taken.fill(r, first, last);
  const descriptions = findDescriptions(w, sentences, taken);
  const { names, spare, apposed } = joinNames(
    w,
    runs.map((run) => readName(w, run)),
    descriptions,
  );
  const mentions: WritableMention[] = [];
  const inQuote = quotedTokens(w, quotes);
  const quoted = (first: number): boolean => inQuote[first] === 1;
  for (const name of names) mentions.push(mentionOfName(w, name, quoted(name.nameFirst)));
  for (const d of apposed) mentions.push(mentionOfDescription(w, d, quoted(d.head), true));
  for (const d of spare) mentions.push(mentionOfDescription(w, d, quoted(d.head), false));
  const inName = new Uint8Array(tokens.length);
  for (const { nameFirst, last } of names) inName.fill(1, nameFirst, last);
  for (const [s, sentence] of sentences.entries()) {
    for (let i = sentence.tokens[0]; i < sentence.tokens[1]; i++) {
      const pronoun = is(w, i, C.PRONOUN) && inName[i] === 0 ? pronounAt(w, i) : undefined;
      if (pronoun) mentions.push(mentionOfPronoun(w, i, pronoun, quoted(i), s));
    }
  }
  mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  shareSubjects(mentions, tokens.text);
  return mentions;
}

/** "Ana Ruiz and Tom Hale left": both are the subject. */
function shareSubjects(mentions: { subject: boolean; readonly span: Span }[], text: string): void {
  for (let i = mentions.length - 2; i >= 0; i--) {
    const [mention, next] = [mentions[i], mentions[i + 1]];
    if (!mention || !next?.subject || mention.subject) continue;
    const gap = next.span[0] - mention.span[1];
    if (gap > 0 && gap < 7 && /^(?:,| and| or| &|, and) $/.test(text.slice(mention.span[1], next.span[0]))) mention.subject = true;
  }
}

function quotedTokens({ tokens }: Wording, quotes: readonly Quote[]): Uint8Array {
  const inQuote = new Uint8Array(tokens.length);
  let t = 0;
  for (const { span, kind } of quotes) {
    if (kind === 'scare' || kind === 'title') continue;
    while (t < tokens.length && (tokens.start[t] ?? 0) < span[0]) t++;
    while (t < tokens.length && (tokens.end[t] ?? 0) <= span[1]) inQuote[t++] = 1;
  }
  return inQuote;
}

function mentionOfName(w: Wording, name: NamePhrase, quoted: boolean): WritableMention {
  const { nameFirst, last, role } = name;
  const only = nameFirst >= last;
  return newMention({
    span: spanOf(w, name.first, name.end),
    form: only ? 'role' : 'name',
    kind: name.plural && name.kind === 'place' ? 'group' : name.kind === 'place' ? 'organization' : name.kind,
    place: name.kind === 'place',
    acronym: name.acronym,
    name: only ? null : spanOf(w, nameFirst, last),
    role: role && spanOf(w, role[0], role[1]),
    number: name.plural ? 'plural' : 'singular',
    gender: name.gender,
    lean: name.gender ?? name.lean,
    quoted,
    sentence: name.sentence,
    text: nameText(w, name),
    words: name.words,
    roleWords: role && !only ? roleWords(w, role[0], role[1]) : titleWords(w, name),
    opening: only ? name.opening : 'name',
    alias: name.alias,
    subject: isSubject(w, name.first, name.end),
    doubtful: name.doubtful,
    titled: name.titled,
    anonymity: only ? 'role' : name.plural ? 'collective' : 'named',
    owner: isPossessive(w, name.end),
    setting: wordAt(w, name.first - 1) === 'the' ? 'the' : PLACING.has(wordAt(w, name.first - 1)) ? 'place' : null,
  });
}

/** "Mr Boone" is all that is known of him; a role before the name is kept by itself; a couple's first name gets its family name. */
function nameText(w: Wording, { first, nameFirst, last, end, words, titled, role, family }: NamePhrase): string {
  if (nameFirst >= last || (words.length === 1 && titled && !role)) return textOf(w, first, end);
  const name = textOf(w, nameFirst, last);
  return family ? `${name} ${textOf(w, family[0], family[1])}` : name;
}

function mentionOfPronoun(w: Wording, i: number, pronoun: Pronoun, quoted: boolean, sentence: number): WritableMention {
  return newMention({
    span: spanOf(w, i, i + 1),
    form: 'pronoun',
    kind: pronoun.gender ? 'person' : null,
    number: pronoun.number,
    gender: pronoun.gender,
    lean: pronoun.gender,
    quoted,
    sentence,
    text: textOf(w, i, i + 1),
    words: [wordAt(w, i)],
    opening: 'pronoun',
    subject: isSubject(w, i, i + 1),
    pronoun,
    anonymity: 'named',
    owner: pronoun.use === 'owner',
  });
}
