/** Sources of regular expressions for how dates are written in news copy; none can backtrack over more than one word. */

export const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';

export const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\.?)';

const DAY = '\\d{1,2}(?:st|nd|rd|th)?';

/** "Oct. 28, 2021", "3 March", "March 2021", "2021-10-28", "28/10/2021", "Thursday". */
export const DATE = `(?:(?:${WEEKDAY},? )?(?:${MONTH} ${DAY}\\b(?:,? \\d{4})?|${DAY} ${MONTH}(?:,? \\d{4})?|${MONTH},? \\d{4})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|${WEEKDAY})`;

/** "14:32 BST", "2.15pm", "9:05 a.m. ET". */
export const TIME = '\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[AaPp]\\.?[Mm]\\b\\.?)?(?: ?(?:[A-Z]{2,4}\\b|[+-]\\d{2}:?\\d{2}))?';
