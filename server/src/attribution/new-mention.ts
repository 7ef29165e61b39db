import { rememberedText } from '../text/remembered';
import type { WritableMention } from './mentions';

type Always =
  | 'span'
  | 'form'
  | 'kind'
  | 'number'
  | 'gender'
  | 'quoted'
  | 'sentence'
  | 'text'
  | 'words'
  | 'opening'
  | 'subject'
  | 'anonymity'
  | 'owner';

const NO_WORDS: readonly string[] = [];

const sharedWords = rememberedText((words): readonly string[] => words.split(' '), 4_000);

/** The same words, and the same object wherever an article has them: “he”, or one surname, stands in it hundreds of times. */
const shared = (words: readonly string[]): readonly string[] => (words.length === 0 ? NO_WORDS : sharedWords(words.join(' ')));

/** A mention with nothing said where `told` is silent. All mentions are made here, with their fields in one order, so that the pass over an article is quick. */
export const newMention = (told: Pick<WritableMention, Always> & Partial<WritableMention>): WritableMention => ({
  span: told.span,
  form: told.form,
  kind: told.kind,
  name: told.name ?? null,
  role: told.role ?? null,
  number: told.number,
  gender: told.gender,
  lean: told.lean ?? null,
  quoted: told.quoted,
  sentence: told.sentence,
  text: told.text,
  words: shared(told.words),
  roleWords: shared(told.roleWords ?? NO_WORDS),
  opening: told.opening,
  alias: told.alias ?? null,
  subject: told.subject,
  doubtful: told.doubtful ?? false,
  titled: told.titled ?? false,
  pronoun: told.pronoun ?? null,
  anonymity: told.anonymity,
  owner: told.owner,
  apposed: told.apposed ?? false,
  acronym: told.acronym ?? false,
  place: told.place ?? false,
  setting: told.setting ?? null,
});
