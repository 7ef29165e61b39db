/** Text of an article as it may stand in a snippet: nothing in it starts, ends or escapes a stop. */
export const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A stop for the writer, with words to replace. */
export const stop = (number: number, words: string): string => `\${${number}:${inSnippet(words)}}`;
