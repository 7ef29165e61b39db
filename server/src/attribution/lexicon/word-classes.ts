import { DOCUMENTS, SILENT_DOCUMENTS } from './documents';
import { CALENDAR, FUNCTION_WORDS, MODIFIERS } from './function-words';
import { EITHER, FAMILY_FIRST, FEMALE, MALE } from './given-names';
import { KNOWN_ORGANIZATIONS, ORGANIZATION_ENDINGS, ORGANIZATION_HEADS } from './organizations';
import { DEMONYMS, PLACE_ENDINGS, PLACE_OPENERS, PLACES } from './places';
import { CROWDS, GENDERED, OFFICES, PARTS, RELATIONS } from './roles';
import { HONORIFICS, PARTICLES, SUFFIXES, TITLES } from './titles';

/** What a word may be, as bits of one number, so that a look-up tells everything that the lexicons know. */
export const HONORIFIC = 1 << 0;
export const TITLE = 1 << 1;
/** An office or a job: "minister". */
export const OFFICE = 1 << 2;
/** A part played: "witness", "mother". */
export const PART = 1 << 3;
/** Several of what the other bits say. */
export const PLURAL = 1 << 4;
/** "council": alone or as the last word of a name. */
export const ORGANIZATION_HEAD = 1 << 5;
/** "Ltd": only as the last word of a name. */
export const ORGANIZATION_ENDING = 1 << 6;
export const KNOWN_ORGANIZATION = 1 << 7;
export const DOCUMENT = 1 << 8;
/** A document that is seldom a speaker. */
export const SILENT = 1 << 9;
/** "sources", "insider": nothing is said of who they are. */
export const UNNAMED_SOURCE = 1 << 10;
/** "residents", "experts": people taken together. */
export const CROWD = 1 << 11;
export const PLACE = 1 << 12;
export const DEMONYM = 1 << 13;
export const CALENDAR_WORD = 1 << 14;
export const FUNCTION_WORD = 1 << 15;
/** "the", "a", "her", "another", "three": opens a noun phrase. */
export const DETERMINER = 1 << 16;
export const FEMALE_NAME = 1 << 17;
export const MALE_NAME = 1 << 18;
export const GIVEN_NAME = 1 << 19;
export const PARTICLE = 1 << 20;
export const SUFFIX = 1 << 21;
export const PRONOUN = 1 << 22;
export const MODIFIER = 1 << 23;
/** The word itself tells the gender: "woman", "Mrs", "she". */
export const FEMALE_WORD = 1 << 24;
export const MALE_WORD = 1 << 25;
export const RELATION = 1 << 26;
export const FAMILY_FIRST_NAME = 1 << 27;
export const PLACE_ENDING = 1 << 28;
export const PLACE_OPENER = 1 << 29;
/** An English word as well as a name: "Mark", "Grace", "Will": a name only in a name's company. */
export const DOUBTFUL_NAME = 1 << 30;

/** A person by what he or she does or is. */
export const PERSON_NOUN = OFFICE | PART | UNNAMED_SOURCE;
/** Heads of descriptions: nouns that stand for somebody or something that may speak. */
export const HEAD_NOUN = PERSON_NOUN | CROWD | ORGANIZATION_HEAD | DOCUMENT;

const DETERMINERS =
  'the a an this that these those another some several many most other any no one two three four five six seven eight nine ten dozens hundreds thousands both all each every my your his her its our their few';
const PRONOUNS =
  'he she they it him her them his hers their theirs its himself herself themselves itself i we you me us my our your ours myself ourselves who whose whom';
/** Given names that are also English words, days apart, or clubs and places. */
const DOUBTFUL =
  'abel amber an angel angus april art ash august aurora austin autumn bay bill bo brook can carol chad chance charlotte chase chelsea chi crystal dale dawn dean dee del derby do don drew earl eden eve faith fern flora florence florida frank gale georgia ginny glen grace grant guy hal harbor harry hazel heather henna ho holly hope hunter ion ira iris israel ivy jack jade jamaica jasmine jay jet john jordan joy june kai kent kit lance lane leigh lily lin ling lou madison maine mark marsh max may maya mercy merit miles min minh misty mo nat nick noel noble norm norman odd olive opal orlando paris pat patience patty pearl penny peg phoenix pia pierce poppy precious preston prince pat queen queenie ram ray reading reed reese rex rich rio rob rob river robin rod roman rose ross rowan roy ruby rusty sage sally sandy scarlett shane shelby sky sol sole stan sterling stone sue summer sunny su sydney tam tara teddy terry troy tyler una val van venice verity victor victoria vida vince viola violet virginia wade ward warren wayne will willow win winter wolf wren yang ye yong yu zion lam';

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['child', 'children'], ['grandchild', 'grandchildren'], ['stepchild', 'stepchildren'], ['schoolchild', 'schoolchildren'],
  ['person', 'people'], ['wife', 'wives'], ['housewife', 'housewives'], ['midwife', 'midwives'], ['thief', 'thieves'],
  ['passerby', 'passersby'], ['passer-by', 'passers-by'], ['alumnus', 'alumni'], ['analysis', 'analyses'], ['thesis', 'theses'], ['census', 'censuses'],
]); // biome-ignore format: pairs

/** The plural of an English noun of the lexicons. */
export function pluralOf(noun: string): string {
  const irregular = IRREGULAR.get(noun);
  if (irregular) return irregular;
  if (noun.endsWith('man') && noun !== 'human') return `${noun.slice(0, -3)}men`;
  if (noun.endsWith('-in-law')) return `${noun.slice(0, -7)}s-in-law`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

const CLASSES: ReadonlyMap<string, number> = buildClasses();

function buildClasses(): Map<string, number> {
  const classes = new Map<string, number>();
  const add = (list: string, bits: number): void => {
    for (const word of words(list)) classes.set(word, (classes.get(word) ?? 0) | bits);
  };
  const addNouns = (list: string, bits: number): void => {
    for (const word of words(list)) {
      classes.set(word, (classes.get(word) ?? 0) | bits);
      const plural = pluralOf(word);
      classes.set(plural, (classes.get(plural) ?? 0) | bits | PLURAL);
    }
  };
  add(HONORIFICS.female, HONORIFIC | FEMALE_WORD);
  add(HONORIFICS.male, HONORIFIC | MALE_WORD);
  add(HONORIFICS.either, HONORIFIC);
  add(TITLES, TITLE);
  addNouns(OFFICES, OFFICE);
  addNouns(PARTS, PART);
  addNouns('source insider', UNNAMED_SOURCE);
  add(CROWDS, CROWD | PLURAL);
  add(GENDERED.female, FEMALE_WORD);
  add(GENDERED.male, MALE_WORD);
  for (const noun of words(GENDERED.female)) add(pluralOf(noun), FEMALE_WORD);
  for (const noun of words(GENDERED.male)) add(pluralOf(noun), MALE_WORD);
  add(RELATIONS, RELATION);
  addNouns(ORGANIZATION_HEADS, ORGANIZATION_HEAD);
  add(ORGANIZATION_ENDINGS, ORGANIZATION_ENDING);
  add(KNOWN_ORGANIZATIONS, KNOWN_ORGANIZATION);
  addNouns(DOCUMENTS, DOCUMENT);
  addNouns(SILENT_DOCUMENTS, SILENT);
  add(PLACES.replaceAll('_', ' '), PLACE);
  add(PLACE_OPENERS, PLACE_OPENER);
  add(PLACE_ENDINGS, PLACE_ENDING);
  add(DEMONYMS, DEMONYM);
  for (const word of words(DEMONYMS)) if (!/(?:sh|ch|ese|ss)$/.test(word)) add(`${word}s`, DEMONYM | PLURAL);
  add(CALENDAR, CALENDAR_WORD);
  add(FUNCTION_WORDS, FUNCTION_WORD);
  add(DETERMINERS, DETERMINER | FUNCTION_WORD);
  add(PRONOUNS, PRONOUN | FUNCTION_WORD);
  for (const noun of [...words(GENDERED.female), ...words(GENDERED.male)]) {
    if (((classes.get(noun) ?? 0) & (PERSON_NOUN | CROWD)) === 0) addNouns(noun, PART);
  }
  add('she her hers herself', FEMALE_WORD);
  add('he him his himself', MALE_WORD);
  add(FEMALE, GIVEN_NAME | FEMALE_NAME);
  add(MALE, GIVEN_NAME | MALE_NAME);
  for (const word of words(EITHER)) classes.set(word, ((classes.get(word) ?? 0) & ~(FEMALE_NAME | MALE_NAME)) | GIVEN_NAME);
  add(DOUBTFUL, DOUBTFUL_NAME);
  add(PARTICLES, PARTICLE);
  add(SUFFIXES, SUFFIX);
  add(FAMILY_FIRST, FAMILY_FIRST_NAME);
  add(MODIFIERS, MODIFIER);
  return classes;
}

/** The classes of a lower-cased word, as bits; 0 where the lexicons don't know it. Diacritics count if the lexicons have them, else not. `small`: it is written small. */
export function classesOf(word: string, small = true): number {
  const known = CLASSES.get(word);
  if (known !== undefined) return known;
  if (!isPlain(word)) {
    const plain = CLASSES.get(withoutDiacritics(word));
    if (plain !== undefined) return plain;
  }
  if (/^\d+-year-old/.test(word)) return word.endsWith('s') ? PART | PLURAL : PART;
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0 && !small) {
    // "Anne-Marie", "Ji-won"; "Jean-Luc" and his like are men.
    if (word.startsWith('jean-')) return GIVEN_NAME | MALE_NAME;
    const given = (CLASSES.get(word.slice(0, word.indexOf('-'))) ?? 0) & (GIVEN_NAME | FEMALE_NAME | MALE_NAME);
    if (given !== 0) return given;
  }
  if (hyphen > 0) return (CLASSES.get(word.slice(hyphen + 1)) ?? 0) & (HEAD_NOUN | PLURAL | FEMALE_WORD | MALE_WORD | RELATION);
  return small && PERSON_ENDING.test(word) ? PART | (word.endsWith('s') ? PLURAL : 0) : 0;
}

/** "finalists", "cosmologist", "moviegoers": endings that make a person of a word, on words long enough to be made of something. */
const PERSON_ENDING = /^\p{L}{3,}(?:ologist|crat|goer|holder|seeker|maker|[^aeiou]ist|path)s?$/u;

function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
  return true;
}

/** "Sánchez" → "Sanchez", "Łukasz" → "Lukasz", "Søren" → "Soren". */
export const withoutDiacritics = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁøØđĐıß’]/g, (c) => ({ ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ı: 'i', ß: 'ss', '’': "'" })[c] ?? c);
