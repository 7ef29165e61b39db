import type { Span } from '../../text/span';
import { hull, overlaps, spanLength } from '../../text/span';
import type { AttributionKind, BlockAttribution, ReadBlock } from '../attributions';
import type { Quote } from '../quotes';
import { clausePatterns } from './clause';
import type { Draft } from './draft';
import { layoutPatterns } from './layout';
import { quotedPatterns } from './quoted';
import { type Reading, type Run, read } from './reading';
import { relayPatterns } from './relay';

/** The attributions of a block that its punctuation, layout and reporting verbs show, in order of their first span. Linear. */
export function findByPatterns(block: ReadBlock): BlockAttribution[] {
  const r = read(block);
  const layout = layoutPatterns(r);
  const quoted = layout.length > 0 ? layout : quotedPatterns(r);
  const taken = new Set(quoted.flatMap(({ cue }) => cue.map(([first, last]) => `${first}-${last}`)));
  const drafts: Draft[] = [];
  for (const { tokens } of block.sentences) {
    const clauses = clausePatterns(r, tokens).filter(({ cue }) => !cue.some(([first, last]) => taken.has(`${first}-${last}`)));
    const inside = quoted.filter(({ cue }) => cue.some(([first]) => first >= tokens[0] && first < tokens[1]));
    drafts.push(...relayPatterns(r, tokens, [...inside, ...clauses]));
  }
  for (const draft of quoted) if (!drafts.some(({ cue }) => cue[0]?.[0] === draft.cue[0]?.[0])) drafts.push(draft);
  drafts.sort((a, b) => startOf(a) - startOf(b));
  return place(r, drafts);
}

const startOf = ({ source, cue, content }: Draft): number =>
  Math.min(...[...(source ? [source] : []), ...cue, ...content].map(([first]) => first));

/** Turns drafts into attributions and finds for each the smallest content that holds it. */
function place(r: Reading, drafts: readonly Draft[]): BlockAttribution[] {
  return drafts.map((draft) => {
    const content = draft.content.map((run) => r.spanOf(trim(r, run)));
    const holder = draft.via
      ? drafts.findIndex((other) => other === draft.via || other.cue === draft.via?.cue)
      : smallestHolder(drafts, draft);
    return {
      kind: kindOf(content, r.block.quotes),
      source: draft.source && [r.spanOf(draft.source)],
      cue: draft.cue.map((run) => r.spanOf(run)),
      content,
      via: holder < 0 ? null : holder,
      confidence: draft.confidence,
      why: [{ code: `pattern.${draft.pattern}`, words: draft.cue.map((run) => r.block.tokens.text.slice(...r.spanOf(run))).join(' … ') }],
    };
  });
}

function smallestHolder(drafts: readonly Draft[], inner: Draft): number {
  let best = -1;
  let size = Number.POSITIVE_INFINITY;
  for (const [i, outer] of drafts.entries()) {
    if (outer === inner) continue;
    for (const [first, last] of outer.content) {
      const holds = inner.cue.length > 0 && inner.cue.every(([s, e]) => first <= s && e <= last);
      // Of two that carry the same words, the later is the one that the other carries.
      if (holds && last - first <= size) {
        best = i;
        size = last - first;
      }
    }
  }
  return best;
}

/** Without the comma or colon at either end that belongs to the writer. */
function trim(r: Reading, [first, last]: Run): Run {
  let [f, l] = [first, last];
  while (f < l - 1 && /^[,:;–—]$/.test(r.word(f))) f++;
  while (l > f + 1 && /^[,:;]$/.test(r.word(l - 1))) l--;
  return [f, l];
}

/** *direct* where quotation marks hold the whole content, *mixed* where they hold a part of it. */
export function kindOf(content: readonly Span[], quotes: readonly Quote[]): AttributionKind {
  const speech = quotes.filter(({ kind }) => kind !== 'title');
  const total = content.reduce((sum, span) => sum + spanLength(span), 0);
  let quoted = 0;
  for (const span of content) {
    for (const quote of speech) {
      if (overlaps(span, quote.span)) quoted += Math.min(span[1], quote.span[1]) - Math.max(span[0], quote.span[0]);
    }
  }
  if (quoted === 0) return 'indirect';
  return total - quoted <= 3 * content.length ? 'direct' : 'mixed';
}

/** The whole stretch that an attribution takes: source, cue and content. */
export const stretchOf = ({ source, cue, content }: Pick<BlockAttribution, 'source' | 'cue' | 'content'>): Span =>
  hull([...(source ?? []), ...cue, ...content]);
