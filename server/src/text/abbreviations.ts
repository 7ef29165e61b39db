/**
 * Shortened words whose full stop belongs to them, in lower case without it. A word of `BEFORE_A_NAME` hardly ever ends a sentence:
 * a name or a figure follows. One of `ANYWHERE` may.
 */
const BEFORE_A_NAME =
  'mr mrs ms mx dr prof rev fr hon gen lt col maj capt cpt cmdr sgt cpl pvt adm brig sen rep gov pres supt insp det messrs mme mlle st mt ft';

const ANYWHERE =
  'jr sr esq inc corp co cos ltd llc plc bros assn dept univ ave blvd jan feb aug sept oct nov dec etc vs al approx est cf eg ie ' +
  'ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn mo mont neb nev okla ore pa tenn tex va vt wash wis wyo';

const titles: ReadonlySet<string> = new Set(BEFORE_A_NAME.split(' '));
const others: ReadonlySet<string> = new Set(ANYWHERE.split(' '));

/** Whether `word` (lower case, without its full stop) is a title or the like that a name follows: "gen", "mrs", "st". */
export const isTitleAbbreviation = (word: string): boolean => titles.has(word);

/** Whether `word` (lower case, without its full stop) is an abbreviation that keeps its full stop wherever it stands. */
export const isAbbreviation = (word: string): boolean => titles.has(word) || others.has(word);
