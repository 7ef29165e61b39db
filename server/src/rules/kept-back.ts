import { isUnnamedPerson, type Sourced } from './sources';

/** What people are called whose names are kept back; a witness, a neighbour or a fan without a name is no secret. */
const KEPT_BACK =
  /\b(?:sources?|officials?|insiders?|aides?|diplomats?|ministers?|advis[eo]rs?|lawmakers?|executives?|staffers?|colleagues?|employees?|friends?|pals?|(?:persons?|people) (?:close|familiar|with|in|at|who))\b/i;

/** Officials and their like, by trade and in the plural, who speak with one voice. */
const IN_ONE_VOICE =
  /^(?:(?:some|several|many|senior|other) ){0,2}(?:[\p{L}’'-]+ ){0,3}(?:sources|officials|insiders|aides|diplomats|ministers|advis[eo]rs|lawmakers|executives|staffers)$/iu;

/** The same of people who are only called by their trade: "officials said". */
export const isKeptBackOrMany = (sourced: Sourced): boolean =>
  isKeptBack(sourced) || (sourced.entity?.anonymity === 'collective' && IN_ONE_VOICE.test(sourced.words.trim()));

/** Whether a source is somebody whose name the article keeps back, and neither an office nor a passer-by. */
export const isKeptBack = (sourced: Sourced): boolean =>
  isUnnamedPerson(sourced) &&
  (sourced.entity?.anonymity === 'bare' || sourced.entity?.anonymity === 'described') &&
  KEPT_BACK.test(sourced.words) &&
  !/^the\b/i.test(sourced.words.replace(/^the source/i, ''));
