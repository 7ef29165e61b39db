import { type Collection, wholeOf } from './collection';

/** The text of a collection's file: pretty-printed, a property a line, in the order in which it was read, ending with a line end. */
export const writeCollection = (collection: Collection): string =>
  `${JSON.stringify(wholeOf(collection), (_, value) => (typeof value === 'string' ? wellFormed(value) : value), collection.indent)}\n`;

/** A text without halves of characters, which JSON for other tools may not hold. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
