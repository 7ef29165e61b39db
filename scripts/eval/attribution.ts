import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Attribution, analyse } from '../../server/src/article';
import type { Span } from '../../server/src/text/span';
import { type AnnotatedArticle, type GoldAttribution, readPolnear } from '../train/corpora';
import { type Evaluation, type Figure, f1, percent } from './evaluation';

interface Result {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

interface Scorer {
  loadGold(folder: string): unknown;
  score(gold: unknown, predictions: Map<string, unknown>): Record<'token' | 'exact' | 'overlap' | 'relation', Record<string, Result>>;
}

/** PolNeAR's dev articles by the shared scorer, over what `annotate` says of them. */
export const attribution: Evaluation = {
  title: 'Attribution on polnear/dev',
  async measure({ corpora, scorers }) {
    const { loadGold, score } = (await import(pathToFileURL(path.resolve(scorers, 'score-attribution.mjs')).href)) as Scorer;
    const articles = readPolnear(corpora, 'dev').map((gold) => ({ gold, found: analyse(gold.text).attributions }));
    const { relation, overlap, exact } = score(
      loadGold(path.join(corpora, 'polnear/dev')),
      new Map(articles.map(({ gold, found }) => [gold.name, found])),
    );
    const figure = (key: string, label: string, result: Result | undefined, beside: string, target?: number): Figure => ({
      key: `attribution.${key}`,
      label,
      value: result?.f1 ?? 0,
      beside,
      ...(target === undefined ? {} : { target }),
    });
    const at = calibration(articles);
    return [
      figure('relation.all', 'relation F1', relation.all, '75.7 people, 68.6 prototype', 70),
      figure('relation.direct', 'relation F1, direct or mixed', relation.direct, '94.7 people, 84.2 prototype', 88),
      figure('relation.indirect', 'relation F1, indirect', relation.indirect, '67.3 people, 60.6 prototype', 61),
      {
        key: 'attribution.relation.saying',
        label: 'relation F1, saying verbs only',
        value: sayingOnly(articles),
        beside: '91.8 people, 85.2 prototype',
        target: 87,
      },
      { key: 'attribution.precision', label: 'relation precision', value: relation.all?.p ?? 0 },
      { key: 'attribution.recall', label: 'relation recall', value: relation.all?.r ?? 0 },
      figure('overlap.source', 'source, overlap F1', overlap.source, '83.0 people, 85.3 Citron on PARC 3', 82),
      figure('overlap.cue', 'cue, overlap F1', overlap.cue, '82.1 people, 76.8 Citron on PARC 3', 81),
      figure('overlap.content', 'content, overlap F1', overlap.content, '86.1 people, 83.3 Citron on PARC 3', 84),
      figure('exact.source', 'source, exact F1', exact.source, '73.7 prototype'),
      figure('exact.cue', 'cue, exact F1', exact.cue, '70.4 prototype'),
      figure('exact.content', 'content, exact F1', exact.content, '59.2 prototype, 56.7 Citron on PARC 3'),
      { key: 'attribution.sure', label: `right, of the ${at.all} at confidence .85 to .95`, value: at.share, target: 85 },
    ];
  },
};

/** The cues that only say that somebody said it; the same list for what is found and what is annotated. */
const SAYING =
  /^(?:(?:has|have|had|also|later|then|who|was|were|is|are)\s+)*(?:said|says?|saying|told|tells?|telling|according to|added|adds?|adding|asked|asks?|wrote|writes?|tweeted|tweets?|replied|responded|announced|stated|states?|explained|noted|notes?|insisted|argued|argues?|claimed|claims?|warned|continued|declared|remarked|commented|concluded|acknowledged|testified|recalled|joked|reported|reports?)\b/i;

type Found = readonly { readonly gold: AnnotatedArticle; readonly found: readonly Attribution[] }[];

/** Relation F1 where both sides are cut down to saying cues: recall over annotated ones, precision over found ones, each matched against all of the other. */
function sayingOnly(articles: Found): number {
  const counts = { goldRight: 0, gold: 0, foundRight: 0, found: 0 };
  for (const { gold, found } of articles) {
    const says = (a: Pick<GoldAttribution, 'cue'>): boolean =>
      SAYING.test(
        a.cue
          .map(([s, e]) => gold.text.slice(s, e))
          .join(' ')
          .trim(),
      );
    const pairs = match(found, gold.attributions);
    const hit = new Set(pairs.values());
    for (const a of gold.attributions.filter(says)) {
      counts.gold++;
      if (hit.has(a)) counts.goldRight++;
    }
    for (const a of found.filter(says)) {
      counts.found++;
      if (pairs.has(a)) counts.foundRight++;
    }
  }
  return f1(counts.foundRight, counts.found, counts.goldRight, counts.gold);
}

/** Of the attributions whose confidence is about .9, how many are right. */
function calibration(articles: Found): { readonly share: number; readonly all: number } {
  let right = 0;
  let all = 0;
  for (const { gold, found } of articles) {
    const pairs = match(found, gold.attributions);
    for (const a of found) {
      if (a.confidence < 0.85 || a.confidence >= 0.95) continue;
      all++;
      if (pairs.has(a)) right++;
    }
  }
  return { share: percent(right, all), all };
}

/** Pairs found with annotated attributions as the scorer does: contents that share half of their characters, sources that meet. */
function match(found: readonly Attribution[], gold: readonly GoldAttribution[]): Map<Attribution, GoldAttribution> {
  const pairs: { readonly a: Attribution; readonly g: GoldAttribution; readonly jaccard: number }[] = [];
  for (const a of found) {
    for (const g of gold) {
      const both = shared(a.content, g.content);
      const jaccard = both / (size(a.content) + size(g.content) - both);
      const sourcesMeet = g.source ? a.source !== null && shared(a.source, g.source) > 0 : a.source === null;
      if (jaccard >= 0.5 && sourcesMeet) pairs.push({ a, g, jaccard });
    }
  }
  pairs.sort((x, y) => y.jaccard - x.jaccard);
  const matched = new Map<Attribution, GoldAttribution>();
  const taken = new Set<GoldAttribution>();
  for (const { a, g } of pairs) {
    if (matched.has(a) || taken.has(g)) continue;
    matched.set(a, g);
    taken.add(g);
  }
  return matched;
}

const size = (spans: readonly Span[]): number => spans.reduce((n, [s, e]) => n + e - s, 0);

const shared = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce((n, [s, e]) => n + b.reduce((m, [t, f]) => m + Math.max(0, Math.min(e, f) - Math.max(s, t)), 0), 0);
