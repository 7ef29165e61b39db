import type { PlacedVerdict } from '../annotations/verdicts';
import type { Article } from '../article';
import type { Bearing } from '../evidence/claim-search';
import type { Place } from '../evidence/place';
import type { Allowed } from '../evidence/quote-search';
import { judgedQuotes, type QuoteJudgement } from '../rules/judged-quotes';
import { claimsToLookUp, speechesOf } from '../rules/sought';
import { overlaps, type Span } from '../text/span';
import type { ReadFile } from './formats/format';

/** What was found for a quote or a claim. *unchecked*: nothing lies beside the article. */
export type Outcome = QuoteJudgement | Bearing | 'cited' | 'unchecked';

/** An article with what was found for its quotes and claims. */
export interface VerifiedFile extends ReadFile {
  readonly items: readonly Verified[];
}

/** A quote or a claim with what was found for it. */
export interface Verified {
  readonly kind: 'quote' | 'claim';
  readonly span: Span;
  readonly text: string;
  /** Whoever the article gives a quote to; null where nobody, and for claims. */
  readonly speaker: string | null;
  readonly outcome: Outcome;
  readonly places: readonly { readonly place: Place; readonly bearing: Bearing | null }[];
  /** What the article has and its source has not, with what that has. */
  readonly changes: readonly { readonly quoted: string; readonly said: string }[];
  readonly allowed: readonly Allowed[];
  /** What people have judged of it. */
  readonly verdicts: readonly PlacedVerdict[];
}

/** Every quote and claim of an article, in the order of the text. */
export function verifiedIn(article: Article): Verified[] {
  const judged = new Map(judgedQuotes(article).map((one) => [one.speech, one]));
  const verdictsOn = (span: Span): PlacedVerdict[] => article.verdicts.filter((verdict) => overlaps(verdict.span, span));
  const quotes = speechesOf(article).map((speech): Verified => {
    const found = judged.get(speech) ?? null;
    const { places = [], changes = [], allowed = [] } = found?.evidence ?? {};
    return {
      kind: 'quote',
      span: speech.span,
      text: article.text.slice(...speech.span),
      speaker: speech.sought.by[0] ?? null,
      outcome: found && article.evidence.documents > 0 ? found.judgement : 'unchecked',
      places: found?.judgement === 'absent' ? [] : places.map((place) => ({ place, bearing: null })),
      changes:
        found?.judgement === 'absent'
          ? []
          : changes.map(({ part, span, words }) => ({ quoted: (speech.sought.parts[part] ?? '').slice(...span), said: words })),
      allowed,
      verdicts: verdictsOn(speech.span),
    };
  });
  const claims = claimsToLookUp(article).map(({ claim, text }): Verified => {
    const passages = article.evidence.claims.get(text)?.passages ?? [];
    const [best] = passages;
    const outcome =
      best && best.bearing !== 'related'
        ? best.bearing
        : claim.support === 'cited'
          ? 'cited'
          : (best?.bearing ?? (article.evidence.documents > 0 ? 'absent' : 'unchecked'));
    return {
      kind: 'claim',
      span: claim.span,
      text: article.text.slice(...claim.span),
      speaker: null,
      outcome,
      places: passages.map(({ place, bearing }) => ({ place, bearing })),
      changes: (best?.differences ?? []).map(({ span, words }) => ({ quoted: text.slice(...span), said: words })),
      allowed: [],
      verdicts: verdictsOn(claim.span),
    };
  });
  return [...quotes, ...claims].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

/** What each outcome is called. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  verbatim: 'word for word',
  edited: 'as said, edited',
  altered: 'altered',
  stitched: 'put together',
  'wrong-speaker': 'somebody else’s words',
  absent: 'not found',
  short: 'too short to look for',
  supports: 'supported',
  differs: 'differs',
  related: 'something on it',
  cited: 'cited',
  unchecked: 'nothing to check against',
};

/** How an outcome is to be taken. */
export const TONES: Readonly<Record<Outcome, 'good' | 'bad' | 'open'>> = {
  verbatim: 'good',
  edited: 'good',
  altered: 'bad',
  stitched: 'bad',
  'wrong-speaker': 'bad',
  absent: 'open',
  short: 'open',
  supports: 'good',
  differs: 'bad',
  related: 'open',
  cited: 'good',
  unchecked: 'open',
};
