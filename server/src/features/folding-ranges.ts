import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Article } from '../article';
import { contains, firstEndingAfter, overlaps, type Span } from '../text/span';
import { tidy } from './card';
import type { Lines } from './lines';
import { speechAround } from './said-places';
import { sectionsOf } from './sections';
import { voicesOf } from './voices';

/** A stretch that can be folded away down to its first line. */
export interface Fold {
  readonly span: Span;
  /** *section*: from a subhead to the next; *speech*: somebody’s words over several lines; *display*: a block quote. */
  readonly kind: 'section' | 'speech' | 'display';
  /** Whose words, where the article says. */
  readonly speaker: string | null;
}

/** What of an article can be folded: its sections, quotes that run over several lines or paragraphs, and block quotes. In order; they nest or lie apart. Linear. */
export function folds(article: Article): Fold[] {
  const { blocks, quotes } = article;
  const voices = voicesOf(article);
  const sections = sectionsOf(article);
  const found: Fold[] = sections.map(({ span }) => ({ span, kind: 'section', speaker: null }));
  for (let q = 0; q < quotes.length; ) {
    const speech = speechAround(article, q);
    const [first] = speech;
    const last = speech.at(-1);
    q += Math.max(1, speech.length);
    if (!first || !last) continue;
    const span: Span = [first.span[0], last.span[1]];
    // A subhead may interrupt a speech.
    const section = sections[firstEndingAfter(sections, span[0])]?.span;
    if (section && overlaps(section, span) && !contains(section, span)) continue;
    const speaker = voices.entity(voices.attribution(first.attribution)?.speaker ?? null);
    found.push({ span, kind: 'speech', speaker: speaker?.name ?? null });
  }
  for (let b = 0; b < blocks.length; b++) {
    if (blocks[b]?.kind !== 'pull-quote') continue;
    const from = b;
    while (blocks[b + 1]?.kind === 'pull-quote') b++;
    found.push({ span: [blocks[from]?.span[0] ?? 0, blocks[b]?.span[1] ?? 0], kind: 'display', speaker: null });
  }
  return found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

/** How a client folds. */
export interface FoldingOptions {
  /** The most ranges that it takes; undefined for any number. */
  readonly limit: number | undefined;
  /** It shows a text of ours in place of what is folded. */
  readonly collapsedText: boolean;
}

/** As the protocol has them: by whole lines, nested or apart, none that would hide nothing. The longest stay where there are too many. */
export function foldingRanges(found: readonly Fold[], lines: Lines, { limit, collapsedText }: FoldingOptions): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  /** The last lines of those that are open, the innermost last. */
  const open: number[] = [];
  for (const { span, kind, speaker } of found) {
    const startLine = lines.lineAt(span[0]);
    const endLine = lines.lineAt(span[1]);
    while ((open.at(-1) ?? Number.POSITIVE_INFINITY) < startLine) open.pop();
    if (endLine <= startLine || endLine > (open.at(-1) ?? endLine) || ranges.at(-1)?.startLine === startLine) continue;
    open.push(endLine);
    const range: FoldingRange = { startLine, endLine };
    if (kind === 'section') range.kind = FoldingRangeKind.Region;
    if (collapsedText && speaker !== null) range.collapsedText = `… ${tidy(speaker)}`;
    ranges.push(range);
  }
  if (limit === undefined || ranges.length <= limit) return ranges;
  const size = ({ startLine, endLine }: FoldingRange): number => endLine - startLine;
  const kept = new Set([...ranges].sort((a, b) => size(b) - size(a)).slice(0, limit));
  return ranges.filter((range) => kept.has(range));
}
