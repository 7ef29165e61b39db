import type { Article } from '../article';
import type { Span } from '../text/span';

/** By these the article says itself what its check came to. */
const CHECKED =
  /\b(?:verif(?:y|ied|ication)|confirm(?:s|ed|ation)?|corroborat\w{0,5}|checked|bears? (?:him|her|it|them|this|that) out|disprov\w{0,3}|debunk\w{0,3}|independent(?:ly)?|records? show|documents? (?:show|seen by)|no evidence|without (?:giving |offering |citing )?(?:any )?(?:evidence|proof)|evidence)\b/i;

/** Whether a paragraph, or the one after it, says what a check came to. `at`: the paragraph's block. */
export const isChecked = ({ blocks, text }: Article, at: number): boolean =>
  blocks.slice(at, at + 2).some((block) => CHECKED.test(readable(text, block.span)));

/** As much of a block as a reader would look at. */
const readable = (text: string, [start, end]: Span): string => text.slice(start, Math.min(end, start + 2000));
