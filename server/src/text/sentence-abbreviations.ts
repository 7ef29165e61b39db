import { isTitleAbbreviation } from './abbreviations';

/**
 * What an abbreviation says of the sentence: *goes-on*: a name, a figure or the other side follows ("Gen.", "No.", "vs.");
 * *initial*: one capital, of a name nearly always;
 * *time*: "a.m."; *ends*: "etc."; *open*: it may end one ("U.S.", "Inc.").
 */
export type AbbreviationRole = 'goes-on' | 'initial' | 'time' | 'ends' | 'open';

const GOES_ON = new Set(
  'no nos vs v cf eg ie e.g i.e viz p pp art fig vol approx c ca op ed eds trans incl jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const ENDS = new Set(['etc', 'ph.d', 'm.d', 'b.a', 'm.a']);
const TIME = new Set(['a.m', 'p.m', 'am', 'pm']);

/** The role of `word`, an abbreviation with its full stop. */
export function abbreviationRole(word: string): AbbreviationRole {
  const bare = word.slice(0, -1).toLowerCase();
  if (bare.length === 1) return 'initial';
  if (TIME.has(bare)) return 'time';
  if (ENDS.has(bare)) return 'ends';
  return GOES_ON.has(bare) || isTitleAbbreviation(bare) ? 'goes-on' : 'open';
}
