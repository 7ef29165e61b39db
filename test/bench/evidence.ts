import { findClaim } from '../../server/src/evidence/claim-search';
import { readDocument } from '../../server/src/evidence/document';
import { EvidenceIndex } from '../../server/src/evidence/evidence-index';
import { findQuote } from '../../server/src/evidence/quote-search';
import { type Figure, type Group, quantile } from './figures';
import { chance, longArticle } from './texts';

/** Sizes of the index: documents, and characters in all. */
const SIZES = [
  { documents: 10, characters: 100_000 },
  { documents: 100, characters: 1_000_000 },
  { documents: 1_000, characters: 10_000_000 },
];
const ASKED = 400;
const WARMING = 100;

/** How long the documents beside an article take to be read, and a quote or a claim to be looked up in them, as they become more. */
export function measureEvidence(articles: readonly string[]): Group {
  const figures = SIZES.flatMap((size) => measured(articles, size));
  return {
    title: 'Evidence beside the article',
    about: `A third of ${ASKED} quotes word for word, a third with a word changed, a third of words that nobody said in that order; claims are sentences of the documents.`,
    figures,
  };
}

function measured(articles: readonly string[], { documents, characters }: (typeof SIZES)[number]): Figure[] {
  const texts = documentsOf(articles, documents, characters);
  const named = `${documents.toLocaleString('en')} documents, ${(texts.reduce((sum, text) => sum + text.length, 0) / 1e6).toFixed(1)} MB`;
  globalThis.gc?.();
  const before = memory();
  const index = new EvidenceIndex();
  let longest = 0;
  const start = performance.now();
  for (const [i, text] of texts.entries()) {
    let began = performance.now();
    const document = readDocument(`d${i}`, `sources/d${i}.txt`, text, 'text');
    for (const _ of index.adding(document)) {
      const now = performance.now();
      longest = Math.max(longest, now - began);
      began = now;
    }
  }
  const build = performance.now() - start;
  globalThis.gc?.();
  const held = memory() - before;
  const quotes = timed(texts, (words, i) => findQuote(index, { parts: [altered(words, i).join(' ')], by: [] }));
  const claims = timed(texts, (words) => findClaim(index, words.join(' ')));
  const figure = (name: string, unit: Figure['unit'], value: number): Figure => ({ name: `${named}: ${name}`, unit, value });
  return [
    figure('read', 'ms', build),
    figure('longest step of reading', 'ms', longest),
    figure('memory', 'MB', held),
    figure('a quote, median', 'ms', quantile(quotes, 0.5)),
    figure('a quote, 95th percentile', 'ms', quantile(quotes, 0.95)),
    figure('a claim, median', 'ms', quantile(claims, 0.5)),
    figure('a claim, 95th percentile', 'ms', quantile(claims, 0.95)),
  ];
}

/** Documents of one length, no paragraph twice. */
function documentsOf(articles: readonly string[], documents: number, characters: number): string[] {
  const long = longArticle(articles, Math.ceil(characters / 5.2)).slice(0, characters);
  const size = Math.ceil(long.length / documents);
  return Array.from({ length: documents }, (_, i) => long.slice(i * size, (i + 1) * size));
}

const memory = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

function altered(words: readonly string[], i: number): readonly string[] {
  if (i % 3 === 1) return words.map((word, w) => (w === 3 ? 'zebra' : word));
  return i % 3 === 2 ? [...words].reverse() : words;
}

/** How long each of some stretches of the texts takes, after as many that don't count. */
function timed(texts: readonly string[], ask: (words: readonly string[], i: number) => unknown): number[] {
  const random = chance(11);
  const times: number[] = [];
  for (let i = 0; i < WARMING + ASKED; i++) {
    const words = (texts[Math.floor(random() * texts.length)] ?? '').split(/\s+/);
    const from = Math.floor(random() * Math.max(1, words.length - 40));
    const stretch = words.slice(from, from + 6 + Math.floor(random() * 25));
    const start = performance.now();
    ask(stretch, i);
    if (i >= WARMING) times.push(performance.now() - start);
  }
  return times;
}
