import { overlaps, type Span, spanLength, totalLength } from '../text/span';
import type { BlockAttribution, ReadBlock } from './block-attribution';
import { mergeAttributions } from './merge';
import { extractAttributions } from './model/model-attributions';
import { findByPatterns } from './patterns';

/** The attributions that one block makes by itself, in order of their first span. What runs over several blocks is linked in speakers.ts. */
export function findAttributions(block: ReadBlock): BlockAttribution[] {
  const patterns = findByPatterns(block);
  // The models know paragraphs; a headline's clipped grammar is for the patterns alone.
  if (block.kind === 'headline') return patterns;
  const { text } = block.tokens;
  const found = extractAttributions(block).filter(({ content }) => !isTitle(block, content));
  return mergeAttributions(
    patterns,
    found.map((attribution) => ({ ...attribution, source: attribution.source?.map((span) => withoutLooseEnd(text, span)) ?? null })),
  );
}

/**
 * The annotators took the comma that closes an apposition into the source; in an editor it would look like a slip. So would the mark that opens
 * the quote after it: The paper, marked “Secret”, says.
 */
const withoutLooseEnd = (text: string, [start, end]: Span): Span => {
  const loose = /(?:,|\s["'“‘„‚«‹»›])$/.exec(text.slice(Math.max(start + 1, end - 2), end))?.[0].length ?? 0;
  return [start, end - loose];
};

/** Whether a content is hardly more than the title of a work ("He read “The Old Harbour” twice"). */
function isTitle({ quotes }: ReadBlock, content: readonly Span[]): boolean {
  const length = totalLength(content);
  return quotes.some(
    ({ kind, span }) => kind === 'title' && content.some((part) => overlaps(part, span)) && spanLength(span) > 0.6 * length,
  );
}
