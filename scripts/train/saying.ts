import type { LexiconEntries } from '../../server/src/language/lexicon';
import { Lexicon } from '../../server/src/language/lexicon';
import { wordKey } from '../../server/src/language/word-shapes';
import { tokenize } from '../../server/src/text/tokens';
import type { AnnotatedArticle } from './corpora';

/** From which share of a word's occurrences in cues its class begins: 1…7. */
const STEPS = [0.01, 0.04, 0.1, 0.25, 0.45, 0.65, 0.85];

/** Counts how often each word of the lexicon is part of a cue. */
export function withSaying(entries: LexiconEntries, articles: readonly AnnotatedArticle[]): LexiconEntries {
  const lexicon = new Lexicon(entries);
  const total = new Uint32Array(entries.words.length + 1);
  const inCue = new Uint32Array(entries.words.length + 1);
  for (const { text, attributions } of articles) {
    const cues = attributions.flatMap(({ cue }) => cue).sort((a, b) => a[0] - b[0]);
    const tokens = tokenize(text);
    let c = 0;
    for (let i = 0; i < tokens.length; i++) {
      const [start, end] = [tokens.start[i] ?? 0, tokens.end[i] ?? 0];
      const id = lexicon.id(wordKey(text, start, end));
      while ((cues[c]?.[1] ?? Number.POSITIVE_INFINITY) <= start) c++;
      total[id] = (total[id] ?? 0) + 1;
      if ((cues[c]?.[0] ?? Number.POSITIVE_INFINITY) <= start) inCue[id] = (inCue[id] ?? 0) + 1;
    }
  }
  const saying = Uint8Array.from(entries.words, (_, i) => {
    const [n, all] = [inCue[i + 1] ?? 0, total[i + 1] ?? 0];
    return n < 3 ? 0 : STEPS.filter((step) => n / (all + 2) >= step).length;
  });
  return { ...entries, saying };
}
