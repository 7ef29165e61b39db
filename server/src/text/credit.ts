/** Longest block that may be a caption or hold a credit, and the longest credit, in UTF-16 units. */
const LONGEST_CAPTION = 700;
const LONGEST_CREDIT = 140;

const AGENCIES =
  '(?:AP|AFP|PA|EPA|dpa|TASS|Xinhua|ANSA|EFE|Kyodo|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|Alamy|Rex(?: Features)?|NurPhoto|Bloomberg|Anadolu|ZUMA|Magnum|Corbis|Flickr|Wikimedia(?: Commons)?|Associated Press|Press Association|Handout|AAP|CP|The Canadian Press|UPI|Sipa(?: USA)?)';
const LABEL = '(?:photo(?:s|graphs?|graphy)?|pictures?|images?|pic|credit|courtesy|illustration|graphic|source|video still)';

/** "(Photo by X)", "[Image: X]" at the end. */
const BRACKETED = new RegExp(
  `[(\\[](?:(?:file )?${LABEL}(?: credits?)?(?: ?:| by\\b| courtesy| ?/)|courtesy|handout|AP Photo|©)[^()\\[\\]]{0,100}[)\\]]\\.?$`,
  'iu',
);
/** "(X/AFP via Getty Images)", "(AP)" after a sentence. */
const BRACKETED_AGENCY = new RegExp(`(?<=^|[.!?)”"’] )[(\\[][^()\\[\\].]{0,60}\\b${AGENCIES}\\b[^()\\[\\].]{0,40}[)\\]]$`, 'u');
/** "© REUTERS / X", "Photograph: X/Y", "Photo by X" from a sentence's start to the end. */
const LABELLED = new RegExp(
  `(?:^|[.!?)”"’] +|\\s[|–—-] )(©|\\(c\\) |${LABEL}(?: credits?)?(?: by|: | ?© ?| courtesy)|AP Photo\\b|courtesy of )([^\\n]{2,110})$`,
  'iu',
);
const COPYRIGHT = /(?<=^|[\s(.])©[^©\n]{2,110}$/u;
/** "Jane Doe/Getty Images", "REUTERS/Jane Doe", "AP", after a sentence. */
const NAMED = new RegExp(
  `(?:^|[.!?)”"’] +|\\s[|–—] )((?:[\\p{Lu}][\\p{L}.'’-]*[ ]){0,4}[\\p{Lu}][\\p{L}.'’-]* ?/ ?[\\p{L}. '’/-]{2,60}|(?:(?:\\p{Lu}[\\p{L}.'’-]*|via|for|and)[ /]){0,7}${AGENCIES}(?: Photo| Images| file)?)$`,
  'u',
);

/**
 * Where the credit at the end of the block `text` starts; its length where there is none; 0 where it is nothing else. `opening`: nothing stands
 * before it, so that an agency's name at its end is that of the paper after a headline.
 */
export function creditStart(text: string, opening: boolean): number {
  if (text.length > LONGEST_CAPTION) return text.length;
  const from = Math.max(0, text.length - LONGEST_CREDIT);
  const tail = text.slice(from);
  const copyright = COPYRIGHT.exec(tail);
  if (copyright) return from + copyright.index;
  const bracketed = BRACKETED.exec(tail) ?? BRACKETED_AGENCY.exec(tail);
  if (bracketed) return from + bracketed.index;
  const labelled = LABELLED.exec(tail);
  if (labelled && !isDescription(labelled[2] ?? '')) return from + labelled.index + labelled[0].indexOf(labelled[1] ?? '');
  const named = opening ? null : NAMED.exec(tail);
  if (named && !/[.!?]$/.test(named[1] ?? '') && hasSlashOrAgency(named[1] ?? ''))
    return from + named.index + named[0].lastIndexOf(named[1] ?? '');
  return text.length;
}

/** What follows a label in a credit is names; a sentence with small words describes the picture. */
const isDescription = (words: string): boolean =>
  /[a-z]{2}[.!?] /.test(words) || words.split(' ').filter((word) => /^[a-z]/.test(word) && !SMALL.has(word)).length > 2;
const SMALL = new Set(['by', 'of', 'and', 'via', 'for', 'from', 'the', 'to', 'with', 'courtesy', 'on', 'under', 'in']);

const AGENCY_END = new RegExp(`(?:^|[ /])${AGENCIES}(?: Photo| Images| file)?$`, 'u');
const hasSlashOrAgency = (words: string): boolean => {
  if (/\b(?:said|says|told|reported|reports|according|was|is|the|to)\b/.test(words)) return false;
  return AGENCY_END.test(words) || /^\p{Lu}[\p{L}.'’ -]+ ?\/ ?\p{Lu}[\p{L}.'’ /-]+$/u.test(words);
};

const LABELLED_CAPTION =
  /^[([]?(?:file )?(?:photo(?:s|graph|graphs)?|image|picture|pictures|pictured|caption|file|video|above|below|left|right|from left|top|bottom|undated)(?: (?:photo|image|picture|caption))?(?: (?:above|left|right|below))?[)\]]?(?: ?[:|]| [-–—]) /i;
const SHOWN =
  /\((?:[LRC]|left|right|cent(?:er|re)|second (?:left|right)|(?:front|back)(?: row)?(?:,? (?:left|right|cent(?:er|re)))?|foreground|background|pictured(?: [\p{L} ]{0,30})?|above|below|far (?:left|right))\)|, (?:left|right|cent(?:er|re)|second from (?:left|right)|far (?:left|right)|pictured),? |^(?:In this (?:[\p{L}\p{N}., ]{0,40} )?(?:photo|image|picture|frame)|Pictured|Seen here)|\b(?:file photo|handout (?:photo|image|picture)|(?:is|are) (?:seen|pictured|shown) |pictured (?:in|at|on|with|here|during|after|before)|poses? for|looks? on (?:as|during|at)|stands? guard)/u;

/** Whether the block `text` describes a picture, by words that captions use. `head`: above the first paragraph, where such words tell more. */
export const isCaption = (text: string, head: boolean): boolean =>
  text.length <= LONGEST_CAPTION && (LABELLED_CAPTION.test(text) || (head && SHOWN.test(text)));
