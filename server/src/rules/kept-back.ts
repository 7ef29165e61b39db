import type { Article } from '../article';
import { remembered } from '../text/remembered';
import { couldBeUnnamed, type Sourced, sourcesWhere } from './sources';

/** What people are called whose names are kept back; a witness, a neighbour or a fan without a name is no secret. */
const KEPT_BACK =
  /\b(?:sources?|officials?|insiders?|aides?|diplomats?|ministers?|advis[eo]rs?|lawmakers?|executives?|staffers?|colleagues?|employees?|friends?|pals?|(?:persons?|people) (?:close|familiar|with|in|at|who))\b/i;

/** Officials and their like, by trade and in the plural, who speak with one voice. */
const IN_ONE_VOICE =
  /^(?:(?:some|several|many|senior|other) ){0,2}(?:[\p{L}’'-]+ ){0,3}(?:sources|officials|insiders|aides|diplomats|ministers|advis[eo]rs|lawmakers|executives|staffers)$/iu;

const callsKeptBack = (words: string): boolean =>
  couldBeUnnamed(words) && KEPT_BACK.test(words) && !/^the\b/i.test(words.replace(/^the source/i, ''));
const isOfMany = (words: string): boolean => IN_ONE_VOICE.test(words.trim());

/** Whether a source is somebody whose name the article keeps back, and neither an office nor a passer-by. */
export const isKeptBack = (sourced: Sourced): boolean => isSecret(sourced) && callsKeptBack(sourced.words);

const isSecret = ({ entity }: Sourced): boolean =>
  entity?.kind === 'anonymous' && (entity.anonymity === 'bare' || entity.anonymity === 'described');

const mayBeKeptBack = sourcesWhere(callsKeptBack);
const mayBeMany = sourcesWhere((words) => callsKeptBack(words) || isOfMany(words));

/** The attributions of an article to somebody whose name it keeps back; worked out once an article. */
export const keptBackSources = remembered((article: Article): readonly Sourced[] => mayBeKeptBack(article).filter(isSecret));

/** The same and those to people who are only called by their trade: "officials said". */
export const keptBackOrMany = (article: Article): readonly Sourced[] =>
  mayBeMany(article).filter((sourced) => isKeptBack(sourced) || (sourced.entity?.anonymity === 'collective' && isOfMany(sourced.words)));
