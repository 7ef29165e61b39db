import type { Draft } from './draft';
import { nounPhraseAfter } from './noun-phrase';
import type { Reading, Run } from './reading';

const CITING = new Set(['citing', 'quoting', 'cited', 'quoted', 'cites', 'quotes']);

/**
 * Who was carried by whom in one sentence. "RT quoted Lavrov as saying “…”": Lavrov said it, carried by RT. "CNN cited three sources and
 * said that …", "the paper reported, citing two officials": the sources said it, carried by the outlet. Returns `drafts` with the carried ones added.
 */
export function relayPatterns(r: Reading, [first, last]: Run, drafts: readonly Draft[]): Draft[] {
  const result = [...drafts];
  for (let at = first; at < last; at++) {
    if (!CITING.has(r.word(at)) || r.quoteAt(at) >= 0) continue;
    const carried = sourceAfter(r, at + 1, last);
    if (!carried) continue;
    const inside = (draft: Draft) => draft.cue.some(([s, e]) => s >= first && e <= last);
    const saying = r.word(carried[1]) === 'as' && /^(?:saying|telling)$/.test(r.word(carried[1] + 1));
    const own = result.findIndex((draft) => draft.cue.some(([s, e]) => s <= at && at < e));
    const ownDraft = result[own];
    if (saying && ownDraft) {
      // What follows "as saying" is the content where no quote before it is.
      const content = ownDraft.pattern === 'object' ? [[carried[1] + 2, last] as const] : ownDraft.content;
      const outer: Draft = { ...ownDraft, content, pattern: 'quoted-as-saying' };
      result[own] = outer;
      result.push({ source: carried, cue: [[at, at + 1], [carried[1], carried[1] + 2]], content, pattern: 'quoted-as-saying', confidence: 0.95, via: outer }); // biome-ignore format: one value
      continue;
    }
    const holds = (draft: Draft) => draft.content.some(([s, e]) => s <= at && at < e);
    const main = result.find((draft, i) => i !== own && inside(draft) && !draft.via && !holds(draft) && sameSource(draft, ownDraft));
    if (!main) continue;
    if (own >= 0 && ownDraft?.pattern === 'object') result.splice(own, 1);
    result.push({ source: carried, cue: [[at, at + 1]], content: main.content, pattern: 'citing', confidence: 0.8, via: main });
  }
  return result;
}

/** "CNN cited … and said …": what is carried is what the citing voice itself says. A participle ("citing …") belongs to any voice of its sentence. */
const sameSource = (draft: Draft, own: Draft | undefined): boolean => !own?.source || draft.source?.[0] === own.source[0];

/** The phrase after "cited", whose head may stand in quotation marks: three “sources familiar with the talks”. */
function sourceAfter(r: Reading, from: number, last: number): Run | null {
  let at = from;
  while (at < last && /^(?:DT|CD|JJ)$/.test(r.tag(at))) at++;
  const quote = r.quoteAt(at);
  if (quote >= 0 && at > from - 1 && at - from < 5) return [from, r.quoteRun(quote)[1]];
  return nounPhraseAfter(r, from, last);
}
