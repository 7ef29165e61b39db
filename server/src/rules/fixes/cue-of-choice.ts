import type { Article } from '../../article';

/** The verb that the article attributes with where it chooses none for effect: "says" if it does so more often than "said". */
export function cueOfChoice({ text, attributions }: Article): 'said' | 'says' {
  let said = 0;
  let says = 0;
  for (const { cue } of attributions) {
    for (const [start, end] of cue) {
      const word = text.slice(start, end).toLowerCase();
      if (word === 'said') said++;
      else if (word === 'says') says++;
    }
  }
  return says > said ? 'says' : 'said';
}
