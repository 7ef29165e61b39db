import { tagTokens } from '../../server/src/language/tagger';
import { createService } from '../../server/src/service';
import { tokenize } from '../../server/src/text/tokens';
import { type Figure, type Group, median, middle } from './figures';
import { type Peer, peersIn, wink } from './peers';
import { chance, countWords } from './texts';

/** How many words of real articles each tool reads in a round. */
const WORDS = 60_000;

/** Rounds that are not counted: what runs is compiled on the way. */
const WARMING = 2;

/** Whole analysis of real articles, beside other tools: each reads its share of them in every round, in a different order each time. */
export async function measureAnalysis(articles: readonly string[], peersAt: string, rounds: number): Promise<Group> {
  const service = createService();
  const own: Peer[] = [
    { name: 'On Record, words and tags', read: (text) => tagTokens(tokenize(text)).length },
    { name: 'On Record, the whole analysis', read: (text) => service.analyse(text).attributions.length },
    { name: 'On Record, analysis and findings', read: (text) => service.check(service.analyse(text)).length },
  ];
  const texts = someOf(articles, WORDS);
  const readers = [...own, wink(), ...(await peersIn(peersAt))];
  const speeds = new Map(readers.map(({ name }) => [name, [] as number[]]));
  const random = chance(1);
  for (let round = -WARMING; round < rounds; round++) {
    for (const peer of [...readers].sort(() => random() - 0.5)) {
      // Slow ones read less: a speed is a speed.
      const share = texts.slice(0, sharesOf(speeds.get(peer.name) ?? [], texts.length));
      const words = share.reduce((sum, text) => sum + countWords(text), 0);
      const start = performance.now();
      for (const text of share) await peer.read(text);
      const took = performance.now() - start;
      // The first rounds only warm up, but tell how fast a tool is.
      speeds.get(peer.name)?.push((words / took) * 1000);
    }
  }
  const yardstick = wink().name;
  const rates = (name: string) => (speeds.get(name) ?? []).slice(WARMING);
  const beside = { name: 'wink-nlp', value: median(rates(yardstick)) };
  const figures = readers.map(({ name }): Figure => ({ ...middle(name, 'words/s', rates(name)), ...(name !== yardstick && { beside }) }));
  return { title: 'Whole articles', about: `${rounds} interleaved rounds over ${texts.length} articles; more is faster.`, figures };
}

/** The longest that a tool may take for a round, in milliseconds, and how many texts that is at the speed seen so far. */
const PATIENCE = 2500;

function sharesOf(speeds: readonly number[], texts: number): number {
  const last = speeds.at(-1);
  const most = last === undefined ? texts / 12 : (last / 1000) * (PATIENCE / WORDS) * texts;
  return Math.max(3, Math.min(texts, Math.floor(most)));
}

function someOf(articles: readonly string[], words: number): string[] {
  let count = 0;
  return articles.filter((text) => {
    if (count >= words) return false;
    count += countWords(text);
    return true;
  });
}
