import type { Article } from '../article';
import { ofBlock } from './by-block';

/** By these the article says itself what its check came to. */
const CHECKED =
  /\b(?:verif(?:y|ied|ication)|confirm(?:s|ed|ation)?|corroborat\w{0,5}|checked|bears? (?:him|her|it|them|this|that) out|disprov\w{0,3}|debunk\w{0,3}|independent(?:ly)?|records? show|documents? (?:show|seen by)|no evidence|without (?:giving |offering |citing )?(?:any )?(?:evidence|proof)|evidence)\b/i;

/** As much of a block as a reader would look at. */
const READABLE = 2000;

const saysChecked = ofBlock((_, text) => CHECKED.test(text.slice(0, READABLE)));

/** Whether a paragraph, or the one after it, says what a check came to. `at`: the paragraph's block. */
export const isChecked = (article: Article, at: number): boolean =>
  saysChecked(article, at) === true || saysChecked(article, at + 1) === true;
