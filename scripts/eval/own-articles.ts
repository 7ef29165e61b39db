import { type Article, type Attribution, analyse } from '../../server/src/article';
import { overlaps, type Span, sharedLength, totalLength } from '../../server/src/text/span';
import { type GoldArticle, type GoldAttribution, loadGoldArticles } from '../../test/fixtures/articles';

/** How many of how many. */
export interface Share {
  readonly right: number;
  readonly all: number;
}

/** The engine against our own annotated articles. */
export interface OwnScores {
  /** Relations as ../shared/eval scores them: contents that share half of their characters, and sources that meet. */
  readonly found: Share;
  readonly predicted: Share;
  readonly direct: { readonly found: Share; readonly predicted: Share };
  readonly indirect: { readonly found: Share; readonly predicted: Share };
  /** Of the relations found whose speaker a reader knows: the speaker is that one. */
  readonly speakers: Share;
  /** Of those given a speaker at all: the same. What is left out is called unsure. */
  readonly speakersGiven: Share;
  /** Of the relations found that another carries: carried by that one. */
  readonly relays: Share;
  /** Of the attributions that deny another: linked to it. */
  readonly disputes: Share;
}

const QUOTATION_MARK = /["“”„«»‘]|(?<!\w)'|'(?!\w)/u;

/** Scores every annotated article. `articles` for a part of them. */
export function scoreOwnArticles(
  articles: readonly GoldArticle[] = loadGoldArticles(),
  onMiss: (line: string) => void = () => {},
): OwnScores {
  const count = () => ({ right: 0, all: 0 });
  const scores = {
    found: count(), predicted: count(), direct: { found: count(), predicted: count() }, indirect: { found: count(), predicted: count() },
    speakers: count(), speakersGiven: count(), relays: count(), disputes: count(),
  }; // biome-ignore format: one table
  for (const gold of articles) {
    const article = analyse(gold.text, { format: gold.format });
    const pairs = match(article.attributions, gold.attributions);
    const words = (spans: readonly Span[] | null) => spans?.map(([s, e]) => gold.text.slice(s, e)).join(' … ') ?? '∅';
    const line = (a: Pick<GoldAttribution, 'source' | 'cue' | 'content'>) =>
      `${gold.file}: [${words(a.source)}] [${words(a.cue)}] [${words(a.content).slice(0, 140)}]`;
    for (const a of gold.attributions) {
      const hit = Number(pairs.has(a));
      for (const share of [scores.found, scores[kindOf(gold.text, a.content)].found]) add(share, hit);
      if (!hit) onMiss(`missed  ${line(a)}`);
    }
    const hits = new Set(pairs.values());
    for (const a of article.attributions) {
      const hit = Number(hits.has(a));
      for (const share of [scores.predicted, scores[kindOf(gold.text, a.content)].predicted]) add(share, hit);
      if (!hit) onMiss(`wrong   ${line(a)} ${a.confidence.toFixed(2)} ${a.why[0]?.code}`);
    }
    for (const [a, found] of pairs) {
      if (a.speaker !== null) {
        const right = isNamed(article, found.speaker, a.speaker);
        add(scores.speakers, Number(right));
        if (found.speaker !== null) add(scores.speakersGiven, Number(right));
        const name = article.entities.find(({ id }) => id === found.speaker)?.name;
        if (!right) onMiss(`speaker ${line(a)} is ${a.speaker}, not ${name ?? `unsure (${found.candidates.length})`}`);
      }
      const carrier = a.via === null ? undefined : gold.attributions[a.via];
      if (carrier) {
        const right = found.via !== null && pairs.get(carrier)?.id === found.via;
        add(scores.relays, Number(right));
        if (!right) onMiss(`relay   ${line(a)} is carried by [${words(carrier.cue)}]`);
      }
      for (const index of a.disputes) {
        const denied = gold.attributions[index];
        const right = denied !== undefined && found.disputes.includes(pairs.get(denied)?.id ?? '');
        add(scores.disputes, Number(right));
        if (!right) onMiss(`dispute ${line(a)}`);
      }
    }
  }
  return scores;
}

/** F1 of a pair of shares, 0…1. */
export function f1({ found, predicted }: { readonly found: Share; readonly predicted: Share }): number {
  const recall = ratio(found);
  const precision = ratio(predicted);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** The share as a number, 0…1; 1 of none. */
export const ratio = ({ right, all }: Share): number => (all === 0 ? 1 : right / all);

function add(share: { right: number; all: number }, hit: number): void {
  share.all++;
  share.right += hit;
}

function kindOf(text: string, content: readonly Span[]): 'direct' | 'indirect' {
  return content.some(([start, end]) => QUOTATION_MARK.test(text.slice(Math.max(0, start - 1), end + 1))) ? 'direct' : 'indirect';
}

function isNamed(article: Article, id: string | null, name: string): boolean {
  const entity = article.entities.find((other) => other.id === id);
  if (!entity) return false;
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/^(?:the|a|an|his|her|their|its) /, '')
      .replace(/[\s,.]+$/, '')
      .replace(/\s+/g, ' ');
  if (plain(entity.name) === plain(name)) return true;
  return entity.mentions.some(([start, end]) => plain(article.text.slice(start, end)) === plain(name));
}

function match(predicted: readonly Attribution[], gold: readonly GoldAttribution[]): Map<GoldAttribution, Attribution> {
  const pairs: { score: number; found: Attribution; wanted: GoldAttribution }[] = [];
  for (const found of predicted) {
    for (const wanted of gold) {
      const both = sharedLength(found.content, wanted.content);
      const score = both / (totalLength(found.content) + totalLength(wanted.content) - both);
      const sources = wanted.source ? found.source?.some((a) => wanted.source?.some((b) => overlaps(a, b))) === true : !found.source;
      if (score >= 0.5 && sources) pairs.push({ score, found, wanted });
    }
  }
  const result = new Map<GoldAttribution, Attribution>();
  const taken = new Set<Attribution>();
  for (const { found, wanted } of pairs.sort((a, b) => b.score - a.score)) {
    if (taken.has(found) || result.has(wanted)) continue;
    taken.add(found);
    result.set(wanted, found);
  }
  return result;
}
