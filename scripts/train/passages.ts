import { grammarOf } from '../../server/src/attribution/model/grammar';
import { type Passage, type Run, readPassage } from '../../server/src/attribution/model/passage';
import { findQuotes, type OpenQuote, type Quote } from '../../server/src/attribution/quotes';
import { Lexicon, type LexiconEntries } from '../../server/src/language/lexicon';
import type { PerceptronTagger } from '../../server/src/language/perceptron-tagger';
import { readShapes } from '../../server/src/language/word-shapes';
import type { BlockKind } from '../../server/src/text/blocks';
import { layOut } from '../../server/src/text/layout';
import { splitSentences } from '../../server/src/text/sentences';
import type { Span } from '../../server/src/text/span';
import { type Tokens, tokenize } from '../../server/src/text/tokens';
import type { AnnotatedArticle, GoldAttribution } from './corpora';
import { withSaying } from './saying';

/** An annotated attribution in a passage's tokens. */
export interface GoldRuns {
  readonly source: readonly Run[];
  readonly cue: readonly Run[];
  readonly content: readonly Run[];
  readonly gold: GoldAttribution;
}

/** A block of a corpus article, read as the runtime reads it. */
export interface GoldPassage {
  readonly article: string;
  readonly offset: number;
  readonly kind: BlockKind;
  readonly tokens: Tokens;
  readonly quotes: readonly Quote[];
  readonly passage: Passage;
  readonly attributions: readonly GoldRuns[];
}

/** Reads an article block by block; attributions go to the block of their cue. */
export function readPassages({ name, text, attributions }: AnnotatedArticle, lexicon: Lexicon, tagger: PerceptronTagger): GoldPassage[] {
  const { masked, blocks } = layOut(text, 'plain');
  let carried: OpenQuote = null;
  return blocks.map(({ kind, span }) => {
    const tokens = tokenize(masked.slice(span[0], span[1]));
    const shapes = readShapes(tokens, lexicon);
    const tags = tagger.tag(tokens, shapes);
    const { quotes, leavesOpen } = findQuotes(tokens, kind, carried);
    carried = leavesOpen;
    const sentences = splitSentences(tokens);
    const passage = readPassage({ tokens, tags, sentences, quotes }, shapes, lexicon, grammarOf(lexicon).that);
    const here = attributions.filter(({ cue }) => cue.some(([s, e]) => s < span[1] && e > span[0]));
    const runs = here.map((gold): GoldRuns => {
      const toRuns = (spans: readonly Span[] | null): Run[] => runsIn(tokens, spans ?? [], span[0]);
      return { source: toRuns(gold.source), cue: toRuns(gold.cue), content: toRuns(gold.content), gold };
    });
    return { article: name, offset: span[0], kind, tokens, quotes, passage, attributions: runs.filter(({ cue }) => cue.length > 0) };
  });
}

/**
 * Reads training articles. How likely a word is in cues is counted, for each article, in others only: a model that learnt from counts of the very
 * article would trust them too much.
 */
export function readTrainingPassages(
  articles: readonly AnnotatedArticle[],
  entries: LexiconEntries,
  tagger: PerceptronTagger,
): GoldPassage[][] {
  const parts = 10;
  const lexicons = Array.from(
    { length: parts },
    (_, part) =>
      new Lexicon(
        withSaying(
          entries,
          articles.filter((_, a) => a % parts !== part),
        ),
      ),
  );
  return articles.map((article, a) => readPassages(article, lexicons[a % parts] as Lexicon, tagger));
}

/** The runs of tokens that start in `spans` of the article. */
function runsIn(tokens: Tokens, spans: readonly Span[], offset: number): Run[] {
  const runs: Run[] = [];
  for (const [start, end] of spans) {
    let first = -1;
    for (let i = 0; i <= tokens.length; i++) {
      const at = (tokens.start[i] ?? Number.POSITIVE_INFINITY) + offset;
      const inside = i < tokens.length && at >= start && at < end;
      if (inside && first < 0) first = i;
      if (!inside && first >= 0) {
        runs.push([first, i]);
        first = -1;
      }
    }
  }
  // Spans that touch are one run.
  return runs.reduce<Run[]>((joined, run) => {
    const last = joined[joined.length - 1];
    if (last && last[1] === run[0]) joined[joined.length - 1] = [last[0], run[1]];
    else joined.push(run);
    return joined;
  }, []);
}
