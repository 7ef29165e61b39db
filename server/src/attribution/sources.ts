import { overlaps, type Span } from '../text/span';
import type { Mention } from './mentions';

/** The mentions that a source is made of: its head, and others joined to it by "and". Indices into the block's mentions. */
export interface SourceMentions {
  readonly head: number;
  readonly joint: readonly number[];
}

/**
 * Which of a block's mentions (in order of their start) the words of a source name: the first outermost one that owns nothing ("Ruiz" in "Ruiz’s lawyer"
 * is not who speaks), and whoever "and" joins to it. Null where no mention stands there.
 */
export function mentionsOfSource(source: readonly Span[], mentions: readonly Mention[], text: string): SourceMentions | null {
  let head = -1;
  let reserve = -1;
  const joint: number[] = [];
  for (const span of source) {
    let end = 0;
    for (let m = firstAt(mentions, span[0]); m < mentions.length; m++) {
      const mention = mentions[m];
      if (!mention || mention.span[0] >= span[1]) break;
      if (!overlaps(mention.span, span) || mention.span[0] < end) continue;
      if (mention.owner && mention.span[1] + 2 < span[1]) continue;
      if (mention.owner || mention.pronoun?.use === 'relative') {
        if (reserve < 0) reserve = m;
        continue;
      }
      if (head < 0) head = m;
      else if (joinedBy(text.slice(end, mention.span[0]))) joint.push(m);
      end = mention.span[1];
    }
  }
  if (head < 0) head = reserve;
  return head < 0 ? null : { head, joint };
}

const joinedBy = (between: string): boolean => /^,? (?:and|or|&) (?:the )?$/.test(between);

/** The index of the first mention that may reach `start`. Mentions are short and nest little, so a few steps back from the binary search are enough. */
export function firstAt(mentions: readonly Mention[], start: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 4);
}
