import type { Article, ArticleQuote } from '../../article';
import type { Entity } from '../../attribution/speakers';
import { hull, type Span } from '../../text/span';
import { commasInside } from '../fixes/sentence-end';
import { lastBefore } from '../mentioned';
import { byId } from '../numbering';
import { rowsIn } from '../quoted-words';
import { quotesWhere } from '../quotes-where';
import type { Fix, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'quote/late-attribution',
  title: 'A long quote whose speaker is named only at its end',
  why: 'Readers want to know who is talking before they have heard it all. Name the speaker before a quote of several sentences, or after the first of them.',
  sources: [
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'Say as soon as possible who is quoted, mostly after the first sentence; nobody should have to read two or three sentences to find out.',
      url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
    },
    {
      guide: 'Guardian and Observer style guide',
      says: 'Introduce the speaker from the beginning or after the first sentence of a quote.',
    },
  ],
  severity: 'hint',
  examples: {
    bad: [
      'Ferry to be sold\n\nThe ferry was built in 1961.\n\n“We have patched her hull every spring since I was a boy. Last year the bow gave way in a swell that would not have worried a duck. There is more filler in her now than there is steel,” said the harbour master, Tom Hale.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe ferry was built in 1961.\n\n“We have patched her hull every spring since I was a boy,” said the harbour master, Tom Hale. “Last year the bow gave way in a swell that would not have worried a duck. There is more filler in her now than there is steel.”\n',
      'Ferry to be sold\n\nTom Hale is the harbour master.\n\n“She is old. She leaks,” Hale said.\n',
    ],
  },
};

/** A quote is long from this many sentences and words. */
const SENTENCES = 3;
const WORDS = 25;

/** Reports a quote of several sentences that names its speaker after the last of them, where the article has not quoted that speaker yet. */
export const quoteLateAttribution: Rule = {
  facts,
  check: (article) =>
    lateOnes(article).map(({ quote, source }) => ({
      code: facts.code,
      severity: facts.severity,
      span: source,
      message: 'The reader learns only here who is speaking. Name the speaker before the quote or after its first sentence.',
      related: [{ span: quote.span, message: 'The quote' }],
    })),
  fixes(article, { span }): Fix[] {
    const found = lateOnes(article).find(({ source }) => source[0] === span[0]);
    const edits = found && afterFirstSentence(article, found.quote);
    return edits ? [{ title: 'Name the speaker after the first sentence', edits: [edits], preferred: true, safe: false }] : [];
  },
};

interface Late {
  readonly quote: ArticleQuote;
  readonly source: Span;
}

/** Long quotes that open a paragraph. In the middle of one something else has led up to it, mostly its speaker. */
const openings = quotesWhere(
  ({ kind, open, continues, span }, block, text, q) =>
    kind === 'direct' &&
    !open &&
    !continues &&
    block.kind === 'paragraph' &&
    span[0] === 0 &&
    rowsIn(block)(q, 1).words.length >= WORDS &&
    endsWithin(text, span).length >= SENTENCES - 1,
);

function lateOnes(article: Article): Late[] {
  const late = openings(article).flatMap((q) => {
    const quote = article.quotes[q];
    const attribution = byId(article.attributions, quote?.attribution);
    if (!quote || !attribution?.source || attribution.block !== quote.block || attribution.content[0]?.[0] !== quote.span[0]) return [];
    const source = hull(attribution.source);
    // “He” is somebody whom the reader has in mind already.
    if (source[0] < quote.span[1] || /^(?:he|she|they|it|we|I)$/i.test(article.text.slice(...source))) return [];
    const entity = byId(article.entities, attribution.speaker);
    return entity && entity.kind !== 'anonymous' && !isLedUpTo(article, quote, entity) ? [{ q, quote, source, speaker: entity.id }] : [];
  });
  const heard = firstQuoted(article, new Set(late.map(({ speaker }) => speaker)));
  return late.filter(({ q, speaker }) => (heard.get(speaker) ?? q) >= q);
}

/** Where in the article's quotes each of some speakers is quoted first. */
function firstQuoted({ quotes, attributions }: Article, speakers: ReadonlySet<string>): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (let q = 0; q < quotes.length && first.size < speakers.size; q++) {
    const speaker = byId(attributions, quotes[q]?.attribution)?.speaker ?? '';
    if (speakers.has(speaker) && !first.has(speaker)) first.set(speaker, q);
  }
  return first;
}

/** Whether the paragraph before is about the speaker, or leads up to the quote. */
function isLedUpTo({ blocks }: Article, { block }: ArticleQuote, { mentions }: Entity): boolean {
  const before = blocks[block - 1];
  if (!before || before.kind === 'headline') return false;
  const last = lastBefore(mentions, before.span[1]);
  return /[:—–?]$/.test(before.analysis.text) || (last !== undefined && last[0] >= before.span[0]);
}

/** Where sentences end within a quote, other than its last. */
function endsWithin(text: string, [start, end]: Span): number[] {
  return [...text.slice(start, end - 1).matchAll(/[\p{Ll}\p{N})][.!?](?=\s+\p{Lu})/gu)].map(({ index }) => start + index + 2);
}

/** `“One. Two,” she said.` as `“One,” she said. “Two.”`; null where more follows in the sentence, or marks stand otherwise. */
function afterFirstSentence(article: Article, quote: ArticleQuote): { span: Span; text: string } | null {
  const { text, sentences } = article;
  const [start, end] = quote.span;
  const [first] = endsWithin(text, quote.span);
  const last = sentences.find((sentence) => sentence.span[0] <= end && sentence.span[1] > end)?.span[1];
  if (first === undefined || last === undefined || last - end > 200) return null;
  const mark = text.slice(end - 1, end);
  const tail = /^(,?)\s+(\S[^“”"]*?)\.$/.exec(text.slice(end, last));
  const who = tail?.[2];
  if (who === undefined || /\bask(?:s|ed)\b/.test(who)) return null;
  const opening = text.slice(start, first - 1);
  const stop = text.charAt(first - 1);
  const comma = stop !== '.' ? `${stop}${mark}` : commasInside(article) ? `,${mark}` : `${mark},`;
  const rest = text.slice(first, end - 1).trim();
  const ending = rest.endsWith(',') ? `${rest.slice(0, -1)}.` : /[.!?…]$/.test(rest) ? rest : `${rest}.`;
  return { span: [start, last], text: `${opening}${comma} ${who}. ${quote.mark}${ending}${mark}` };
}
