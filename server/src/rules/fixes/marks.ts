/** Opening quotation marks and what closes them. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['"', '"'],
  ["'", "'"],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['„', '“'],
  ['‚', '‘'],
  ['”', '”'],
  ['’', '’'],
  ['``', "''"],
]);

/** The mark that closes what `mark` opens; the mark itself for one that isn't known. */
export const closingMark = (mark: string): string => CLOSING.get(mark) ?? mark;

/** Whether `mark` can only open. */
export const isOpeningMark = (mark: string): boolean => mark === '‘';
