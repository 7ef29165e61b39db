import type { Passage } from './passage';

/** What stands for the outside of a passage: for a word or its cluster; a part of speech or a shape; a quote state; how likely a cue is. */
export const NONE = 0xffff;
export const NO_TAG = 63;
export const NO_QUOTE = 7;
export const NO_SAYING = 8;
/** No likely cue on that side. */
export const FAR = 15;

export const wordAt = ({ word }: Passage, i: number): number => word[i] ?? NONE;
export const tagAt = ({ tag }: Passage, i: number): number => tag[i] ?? NO_TAG;
export const shapeAt = ({ shape }: Passage, i: number): number => shape[i] ?? NO_TAG;
export const quoteAt = ({ quote }: Passage, i: number): number => quote[i] ?? NO_QUOTE;
export const sayingAt = ({ saying }: Passage, i: number): number => saying[i] ?? NO_SAYING;
export const clusterAt = ({ cluster }: Passage, i: number): number => cluster[i] ?? NONE;
/** To the left of the passage and to the right of it there are different endings. */
export const suffixAt = ({ suffix3 }: Passage, i: number): number => suffix3[i] ?? (i < 0 ? NONE : 0);
export const boundaryAt = ({ boundary }: Passage, i: number): number => boundary[i] ?? 0;
/** Where the nearest likely cue word to the left and to the right is; -1 for none. */
export const leftAt = ({ sayingLeft }: Passage, i: number): number => sayingLeft[i] ?? -1;
export const rightAt = ({ sayingRight }: Passage, i: number): number => sayingRight[i] ?? -1;
