import { DATE, TIME, WEEKDAY } from './dates';

/** How far into a paragraph its dateline may reach. */
const LONGEST = 140;
/** Regions, second places and dates after the first place. */
const MOST_PARTS = 4;

const CAPITALS = "\\p{Lu}[\\p{Lu}'’.-]+";
const NAME = "\\p{Lu}[\\p{L}'’.-]*";

const SHOUTED_PLACE = new RegExp(`(?:ST\\. |U\\.)?${CAPITALS}(?:[ /]${CAPITALS}){0,4}`, 'uy');
const WRITTEN_PLACE = new RegExp(`${NAME}(?:[ /]${NAME}){0,3}`, 'uy');
/** What may follow the first place: a region, a second place, a date. */
const MORE = new RegExp(`(?:,? ${DATE}|, ${NAME}(?: ${NAME}){0,3})(?=[,\\s(:—–-])`, 'uy');
const AGENCY = /\s?\(\p{L}[^()\n\r]{0,40}\)/uy;
const BREAK = /\s*(?:—|–|―|--|:)\s*|\s+-\s+|(?<=\))\s*-\s*/y;
const ENDS_IN_DATE = new RegExp(`${DATE}$`, 'u');

/** Words in capitals before a dash or a colon that name no place. */
const LABELS = new Set('ANALYSIS BREAKING CAPTION COLUMN COMMENT CORRECTION EDITORIAL EDITOR EXCLUSIVE FACTBOX FEATURE FILE FLASH INTERVIEW KEY LATEST LEAD LETTERS LIVE MORE NEW NEWS NOTE OBITUARY OPINION PHOTO PHOTOS PICTURE PREVIEW READ RESULT RESULTS REVIEW SEE SPORT TIMELINE UPDATE UPDATED URGENT VIDEO WATCH WHAT WHO WHY HOW'.split(' ')); // biome-ignore format: one list

/**
 * Where the dateline that opens the paragraph `text` ends: after its dash, colon or bracket; 0 where none opens it. `first`: nothing but the
 * article's head comes before; only there does a place with a bare dash count, as shouting and dashes are common further down.
 */
export function datelineEnd(text: string, first: boolean): number {
  const head = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const shouted = matchEnd(SHOUTED_PLACE, head, 0);
  let at = shouted || matchEnd(WRITTEN_PLACE, head, 0);
  const place = head.slice(0, at);
  // "PARIS, March 3", "Kabul, Afghanistan"
  let parts = 0;
  while (at > 0 && parts < MOST_PARTS) {
    const end = matchEnd(MORE, head, at);
    if (end === 0) break;
    at = end;
    parts++;
  }
  const dated = parts > 0 && ENDS_IN_DATE.test(head.slice(0, at).trimEnd());
  const agency = matchEnd(AGENCY, head, at);
  if (agency > 0) at = agency;
  // A date may follow the agency.
  if (agency > 0) at = matchEnd(MORE, head, at) || at;
  if (at === 0) return 0;
  const end = matchEnd(BREAK, head, at);
  if (end === 0 || end >= text.length) return 0;
  const mark = head.slice(at, end).trim();
  // A sentence starts after a dateline; and only capitals make an article part of a place.
  if (!shouted && (/^(?:The|An?|In|On|At) /.test(place) || !/^[\p{Lu}\d“"‘'«„]/u.test(text.slice(end, end + 1)))) return 0;
  if (agency > 0 || dated) return shouted || agency > 0 ? trimmed(head, end) : 0;
  if (!first || mark === ':' || place.length < 2) return 0;
  const words = place.split(/[ /]/);
  if (words.some((word) => LABELS.has(word.toUpperCase()))) return 0;
  if (shouted) return trimmed(head, end);
  return words.length <= 2 && /^\s(?:—|–|--|-)\s$/.test(head.slice(at, end)) ? trimmed(head, end) : 0;
}

const trimmed = (head: string, end: number): number => head.slice(0, end).trimEnd().length;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

const PUBLISHED = '(?:(?:First |Last )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Mm]odified|[Ii]ssued)(?: on| at|:)? ?|Date: )';
const PLACES = `${NAME}(?: ${NAME}){0,3}(?:, ${NAME}(?: ${NAME}){0,2})?`;
const ALONE = new RegExp(
  `^(?:${PUBLISHED})?(?:(?:${PLACES})[,:]? )?(?:${DATE})(?:,? (?:at )?(?:${TIME}))?(?:[,:]? (?:${PLACES}))?[.]?$|^${PUBLISHED}(?:${TIME})$|^(?:${TIME}),? (?:on )?(?:${DATE})$`,
  'u',
);
const BARE_WEEKDAY = new RegExp(`^${WEEKDAY}$`);

/** Whether the whole of a short block is a place and a date, or a date of publication: "NAIROBI, Oct. 28, 2021". */
export const isDateline = (text: string): boolean => text.length <= 90 && /\d/.test(text) && ALONE.test(text) && !BARE_WEEKDAY.test(text);
