import { Lexicon, type LexiconEntries, writeLexicon } from '../../server/src/language/lexicon';
import { type ClusterSettings, withClusters } from './clusters';
import { readGum, readPlainTexts, readPolnear, readPolnearTags } from './corpora';
import { countLexicon } from './lexicon';
import { withSaying } from './saying';
import { type TaggedBlock, taggedBlocks } from './tagged-blocks';
import { type TaggerSettings, tagAccuracy, trainTagger } from './tagger';

/** What training the language side gives: the files' bytes, the lexicon to go on with, and how good the tagger is. */
export interface TrainedLanguage {
  readonly entries: LexiconEntries;
  readonly lexicon: Lexicon;
  readonly tagger: Int8Array;
  readonly figures: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const CLUSTERS: ClusterSettings = { clusters: 220, neighbours: 700, dimensions: 200, passes: 8, seed: 5 };

const SETTINGS: TaggerSettings = { bits: 19, epochs: 5, seed: 1, goldTimes: 3 };

/** GUM's documents that training never sees: every eighth, in the order of the corpus. */
export function gumBlocks(corpora: string): { readonly train: TaggedBlock[]; readonly test: TaggedBlock[] } {
  const texts = readGum(corpora);
  const names = [...new Set(texts.map(({ name }) => name))];
  const held = new Set(names.filter((_, i) => i % 8 === 3));
  const blocks = (test: boolean): TaggedBlock[] =>
    texts.filter(({ name }) => held.has(name) === test).flatMap((text) => taggedBlocks(text, false));
  return { train: blocks(false), test: blocks(true) };
}

/** The tagger's figures on text that it has not seen. */
export function taggerFigures(
  corpora: string,
  lexicon: Lexicon,
  weights: Int8Array,
): { readonly gum: number; readonly gumNews: number; readonly polnear: number } {
  const { test } = gumBlocks(corpora);
  const dev = readPolnearTags(corpora, 'dev').flatMap((text) => taggedBlocks(text, true));
  const percent = (blocks: readonly TaggedBlock[]): number => {
    const { right, total } = tagAccuracy(lexicon, weights, blocks);
    return (100 * right) / total;
  };
  return { gum: percent(test), gumNews: percent(test.filter(({ name }) => /_(?:news|interview)_/.test(name))), polnear: percent(dev) };
}

/** Counts the lexicon and trains the tagger. */
export function trainLanguage(corpora: string, say: (line: string) => void): TrainedLanguage {
  const { train: gold } = gumBlocks(corpora);
  const silver = readPolnearTags(corpora, 'train').flatMap((text) => taggedBlocks(text, true));
  const texts = readPlainTexts(corpora);
  const { texts: _, ...counted } = countLexicon(texts, gold, silver, SETTINGS.goldTimes);
  const entries = withSaying(withClusters(counted, texts, CLUSTERS, say), readPolnear(corpora, 'train'));
  const lexicon = new Lexicon(entries);
  const tagger = trainTagger(lexicon, gold, silver, SETTINGS, say);
  const { gum, gumNews, polnear } = taggerFigures(corpora, lexicon, tagger);
  const figures = [
    `Settings: ${JSON.stringify(SETTINGS)}; ${entries.words.length} words in ${CLUSTERS.clusters} clusters.`,
    `Accuracy on held-out GUM documents (gold tags, all genres): ${gum.toFixed(2)} %; its news and interviews: ${gumNews.toFixed(2)} %.`,
    `Agreement with the automatic tags of polnear/dev: ${polnear.toFixed(2)} %.`,
  ];
  for (const line of figures) say(line);
  const files = new Map([
    ['lexicon.bin', writeLexicon(entries)],
    ['tagger.bin', new Uint8Array(tagger.buffer)],
  ]);
  return { entries, lexicon, tagger, figures, files };
}
