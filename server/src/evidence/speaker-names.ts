/** What a label may be made of besides a name, for whoever speaks where nobody is named. */
const GENERIC = new Set(
  'q a question answer speaker voice man woman male female unknown unidentified reporter reporters journalist interviewer interviewee host moderator presenter anchor narrator audience member caller operator witness court clerk all several crowd announcer correspondent man’s woman’s'.split(
    ' ',
  ),
);
const TITLES = new Set(
  'mr mrs ms miss mx sir dame lord lady dr prof professor rev reverend father sister brother capt captain lt sgt sergeant col colonel gen general maj major judge justice hon honourable honorable cllr councillor councilor senator sen rep representative president vice prime minister secretary mayor chair chairman chairwoman chairperson governor gov chief director commissioner inspector superintendent detective constable officer coach the of for and deputy acting former attorney counsel prosecutor foreman'.split(
    ' ',
  ),
);

/** The words of a name or a label, without stops and apostrophes' letters. */
const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a label that are somebody's own name. */
export const ownWords = (label: string): string[] =>
  wordsOf(label).filter((word) => !TITLES.has(word) && !GENERIC.has(word) && !/^\d+$/.test(word));

/**
 * Whether a transcript's label and what an article says of a speaker (name and role) are one person's: *same* where they share a word, *other* where
 * both give names and share none, *unknown* where the label names nobody.
 */
export function compareSpeakers(label: string | null, by: readonly string[]): 'same' | 'other' | 'unknown' {
  if (label === null || by.length === 0) return 'unknown';
  const said = new Set(by.flatMap(wordsOf).filter((word) => word.length > 1));
  const words = wordsOf(label);
  if (words.some((word) => word.length > 1 && !SMALL.has(word) && said.has(word))) return 'same';
  return ownWords(label).length > 0 ? 'other' : 'unknown';
}

const SMALL = new Set(['the', 'of', 'for', 'and', 'mr', 'mrs', 'ms', 'dr', 'sir']);
