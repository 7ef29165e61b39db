import { firstEndingAfter, type Span, totalLength } from '../../text/span';
import type { AttributionKind, BlockAttribution, ReadBlock } from '../block-attribution';
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
  const bySentence = bySentenceOf(block, quoted);
  for (const [s, { tokens }] of block.sentences.entries()) {
    const clauses = clausePatterns(r, tokens).filter(({ cue }) => !cue.some(([first, last]) => taken.has(`${first}-${last}`)));
    drafts.push(...relayPatterns(r, tokens, [...(bySentence[s] ?? []), ...clauses]));
  }
  const cues = new Set(drafts.map(({ cue }) => cue[0]?.[0]));
  for (const draft of quoted) {
    const cue = draft.cue[0]?.[0];
    if (!cues.has(cue)) drafts.push(draft);
    cues.add(cue);
  }
  drafts.sort((a, b) => startOf(a) - startOf(b));
  return place(r, drafts);
}

/** The drafts that have a cue in each sentence, in their order. */
function bySentenceOf({ sentences }: ReadBlock, drafts: readonly Draft[]): Draft[][] {
  const lists: Draft[][] = sentences.map(() => []);
  for (const draft of drafts) {
    for (const [first] of draft.cue) {
      let low = 0;
      let high = sentences.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sentences[middle]?.tokens[1] ?? 0) <= first) low = middle + 1;
        else high = middle;
      }
      const list = lists[low];
      if (list && (sentences[low]?.tokens[0] ?? 0) <= first && list.at(-1) !== draft) list.push(draft);
    }
  }
  return lists;
}

const startOf = ({ source, cue, content }: Draft): number =>
  Math.min(...[...(source ? [source] : []), ...cue, ...content].map(([first]) => first));

/** Turns drafts into attributions and finds for each the smallest content that holds it. */
function place(r: Reading, drafts: readonly Draft[]): BlockAttribution[] {
  const byCue = new Map<Draft['cue'], number>();
  for (const [i, { cue }] of drafts.entries()) if (!byCue.has(cue)) byCue.set(cue, i);
  return drafts.map((draft, at) => {
    const content = draft.content.map((run) => r.spanOf(trim(r, run)));
    const holder = draft.via ? (byCue.get(draft.via.cue) ?? -1) : smallestHolder(drafts, at);
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

/** How many drafts may start between one and what it carries; they come in order of their starts. */
const APART = 24;

function smallestHolder(drafts: readonly Draft[], at: number): number {
  const inner = drafts[at];
  let best = -1;
  let size = Number.POSITIVE_INFINITY;
  for (let i = Math.max(0, at - APART); i < Math.min(drafts.length, at + APART + 1); i++) {
    const outer = drafts[i];
    if (!inner || !outer || outer === inner) continue;
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
  const total = totalLength(content);
  let quoted = 0;
  for (const span of content) {
    for (let q = firstEndingAfter(quotes, span[0]); q < quotes.length; q++) {
      const quote = quotes[q];
      if (!quote || quote.span[0] >= span[1]) break;
      if (quote.kind !== 'title') quoted += Math.min(span[1], quote.span[1]) - Math.max(span[0], quote.span[0]);
    }
  }
  if (quoted === 0) return 'indirect';
  return total - quoted <= 3 * content.length ? 'direct' : 'mixed';
}
