import { overlaps, type Span } from '../text/span';
import type { BlockAttribution } from './block-attribution';
import type { Mention } from './mentions';
import type { PlacedBlock } from './speakers';

/** What is known of a block's sources before its mentions are read. */
export interface Sources {
  /** For each attribution the mention of its source, or -1. */
  readonly head: Int32Array;
  /** For each mention whether it is a source. */
  readonly isSource: Uint8Array;
  readonly joint: readonly (readonly number[])[];
  /** For each mention the innermost attribution whose content it stands in, or -1. */
  readonly within: Int32Array;
}

export function sourcesOf({ attributions, mentions, tokens }: PlacedBlock): Sources {
  const head = new Int32Array(attributions.length).fill(-1);
  const isSource = new Uint8Array(mentions.length);
  const joint: (readonly number[])[] = [];
  for (const [a, { source }] of attributions.entries()) {
    const found = source && mentionsOfSource(source, mentions, tokens.text);
    joint.push(found?.joint ?? []);
    if (!found) continue;
    head[a] = found.head;
    isSource[found.head] = 1;
  }
  return { head, isSource, joint, within: contentsOf(attributions, mentions) };
}

/** For each mention the innermost attribution whose content it stands in, or -1. */
function contentsOf(attributions: readonly BlockAttribution[], mentions: readonly Mention[]): Int32Array {
  const within = new Int32Array(mentions.length).fill(-1);
  const spans = attributions.flatMap(({ content }, a) => content.map((span) => ({ span, a })));
  // The longest first, so that the innermost is written last.
  spans.sort((x, y) => y.span[1] - y.span[0] - (x.span[1] - x.span[0]));
  for (const { span, a } of spans) {
    for (let m = firstAt(mentions, span[0]); m < mentions.length; m++) {
      const mention = mentions[m];
      if (!mention || mention.span[0] >= span[1]) break;
      if (mention.span[0] >= span[0]) within[m] = a;
    }
  }
  return within;
}

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
