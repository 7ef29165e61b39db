import type { Article } from '../../article';
import { formatNamed } from '../../text/formats';
import { firstEndingAfter, type Span } from '../../text/span';
import type { Edit, Fix } from '../rule';

/**
 * A fix that tears no tag of the article's format apart: what it would write into one, it writes beside it. Null where it would replace a tag or a part
 * of one. Formats in which stray marks do no harm take every fix as it is.
 */
export function keepsTags({ text, masked, format }: Article, fix: Fix): Fix | null {
  const tags = formatNamed(format)
    .tags?.(text)
    .map((span) => ({ span }));
  if (!tags) return fix;
  const edits: Edit[] = [];
  for (const edit of fix.edits) {
    const span = beside(tags, edit.span, masked);
    if (!span) return null;
    edits.push({ ...edit, span });
  }
  return { ...fix, edits };
}

/** Where an edit may be made instead; null where nowhere. */
function beside(tags: readonly { readonly span: Span }[], [start, end]: Span, masked: string): Span | null {
  const tag = tags[firstEndingAfter(tags, start)]?.span;
  if (start < end) return !tag || tag[0] >= end ? [start, end] : null;
  if (!tag || tag[0] >= start) return [start, end];
  // A tag may stand for a mark of the text: a place after the mark is a place after the tag.
  const at = masked.slice(tag[0], start).trim() === '' ? tag[0] : tag[1];
  return [at, at];
}
