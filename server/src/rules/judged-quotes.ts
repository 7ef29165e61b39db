import type { Article } from '../article';
import type { Place } from '../evidence/place';
import type { QuoteEvidence } from '../evidence/quote-search';
import { compareSpeakers, ownWords } from '../evidence/speaker-names';
import { byId } from './numbering';
import { type Speech, speechesOf } from './sought';

/** How a quote stands in the documents beside the article, its speaker taken into account. */
export type QuoteJudgement = QuoteEvidence['verdict'] | 'wrong-speaker';

/** A quote that has been looked up. */
export interface JudgedQuote {
  readonly speech: Speech;
  readonly judgement: QuoteJudgement;
  readonly evidence: QuoteEvidence;
}

/** Words that somebody else is on record with are theirs, from this many on. */
const FEWEST_WORDS = 5;
/** Altered words of somebody else's are another utterance, unless so many stand as they are, and no more than so many don't. */
const FEWEST_KEPT = 10;
const MOST_CHANGED = 2;
/** An attribution that is less sure than this may be our mistake. */
const SURE = 0.6;

/** The quotes of an article that have been looked up, in order; none where there are no documents. */
export function judgedQuotes(article: Article): readonly JudgedQuote[] {
  const known = remembered.get(article);
  if (known) return known;
  const judged = (article.evidence.quotes.size === 0 ? [] : speechesOf(article)).flatMap((speech): JudgedQuote[] => {
    const evidence = article.evidence.quotes.get(speech.key);
    return evidence ? [{ speech, evidence, judgement: judge(article, speech, evidence) }] : [];
  });
  remembered.set(article, judged);
  return judged;
}

const remembered = new WeakMap<Article, readonly JudgedQuote[]>();

function judge(article: Article, speech: Speech, { verdict, places, also, words, kept, changes }: QuoteEvidence): QuoteJudgement {
  if (verdict === 'absent' || verdict === 'short') return verdict;
  const others = [...places, ...(verdict === 'stitched' ? [] : also)].map((place) => isAnothers(place, speech));
  const foreign = others.length > 0 && others.every(Boolean);
  if (!foreign) return verdict;
  // Several people say much the same; one of them may have said it elsewhere.
  if (verdict === 'stitched') return 'absent';
  if (verdict === 'altered' && (kept < FEWEST_KEPT || changes.length > MOST_CHANGED)) return 'absent';
  return words >= FEWEST_WORDS && isSure(article, speech) ? 'wrong-speaker' : verdict;
}

/** Whether the transcript has somebody else say it, and not as the words of whoever the article names. */
function isAnothers({ speaker, lead }: Place, { sought: { by } }: Speech): boolean {
  if (compareSpeakers(speaker, by) !== 'other') return false;
  const quoting = /[“"‘'«]\s*$/.test(lead);
  const named = ownWords(by[0] ?? '').some((word) => lead.toLowerCase().includes(word));
  return !quoting && !named;
}

/** Whether the article names one person for it, beyond doubt. */
function isSure({ entities }: Article, { attribution, sought: { by } }: Speech): boolean {
  if (!attribution || attribution.confidence < SURE || attribution.via !== null || attribution.candidates.length > 1) return false;
  const entity = byId(entities, attribution.speaker);
  return entity?.kind === 'person' && entity.anonymity === 'named' && ownWords(by[0] ?? '').length > 0;
}

/** The transcript or document of a place, and where in it: "sources/council.txt, line 8", "sources/report.pdf, page 3". */
export const whereIs = ({ name, start, page }: Place): string => `${name}, ${page === null ? `line ${start.line + 1}` : `page ${page}`}`;
