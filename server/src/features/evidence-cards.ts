import type { Article } from '../article';
import type { Claim } from '../claims/support';
import type { Bearing } from '../evidence/claim-search';
import type { Place } from '../evidence/place';
import type { Allowed } from '../evidence/quote-search';
import { type JudgedQuote, judgedQuotes } from '../rules/judged-quotes';
import { claimsToLookUp } from '../rules/sought';
import type { Card, CardLine, Piece } from './card';
import { placeInWords, type Reader } from './document-places';

/** What was done to a quote that may be done to it. */
export const ALLOWED: Readonly<Record<Allowed, string>> = {
  joined: 'hyphens and spaces',
  number: 'figures for words',
  contraction: 'contractions written out or drawn together',
  spelling: 'another spelling',
  filler: 'fillers left out',
  repetition: 'a false start left out',
  bracket: 'words in brackets',
  omission: 'words left out with “…”',
  interruption: 'the source’s own attribution left out',
};

/** The quote at `offset` with what the documents beside the article say of it; undefined where there is none, or it has not been looked up. */
export const judgedQuoteAt = (article: Article, offset: number): JudgedQuote | undefined =>
  judgedQuotes(article).find(({ speech }) => speech.quotes.some(({ span }) => span[0] <= offset && offset <= span[1]));

/** What the documents beside the article say of a quote; null where nothing can be said. */
export function quoteEvidenceCard({ evidence: { documents } }: Article, judged: JudgedQuote, reader: Reader): Card | null {
  const { judgement, evidence } = judged;
  const [place, ...others] = evidence.places;
  if (judgement === 'short' || documents === 0) return null;
  if (judgement === 'absent' || !place) {
    const where = documents === 1 ? 'the document' : `any of the ${documents} documents`;
    return [[`Not in ${where} beside the article.`]];
  }
  const there = [...placeInWords(place, reader), ...speakerOf(place)];
  switch (judgement) {
    case 'verbatim':
      return [[STRONG('Word for word'), ' in ', ...there]];
    case 'edited':
      return [[STRONG('As said'), ', but for ', evidence.allowed.map((allowed) => ALLOWED[allowed]).join(', '), ': ', ...there]];
    case 'wrong-speaker':
      return [[STRONG('Somebody else’s words'), ' in ', ...there]];
    case 'stitched':
      return [
        [STRONG('Put together'), ' from places that stand apart:'],
        {
          list: [place, ...others].map((piece) => [
            ...placeInWords(piece, reader),
            ...speakerOf(piece),
            ': “',
            { words: piece.words },
            '”',
          ]),
        },
      ];
    case 'altered':
      return [
        [STRONG('Otherwise'), ' in ', ...there, ':'],
        ['“', ...difference(judged), '”'],
      ];
  }
}

const STRONG = (words: string): Piece => ({ words, strong: true });

const speakerOf = ({ speaker }: Place): Piece[] => (speaker === null ? [] : [', said by ', { words: speaker }]);

/** How much of a quote stands around each change, in UTF-16 units. */
const AROUND = 50;

/** A quote with what it has struck out and what its source has in its place. */
export function difference({ speech, evidence: { changes } }: JudgedQuote): Piece[] {
  const pieces: Piece[] = [];
  for (const [part, text] of speech.sought.parts.entries()) {
    if (part > 0) pieces.push(' … ');
    let at = 0;
    const mine = changes.filter((change) => change.part === part);
    for (const [c, { span, words }] of mine.entries()) {
      pieces.push({ words: between(text.slice(at, span[0]), c > 0, true) }, at < span[0] && /\s$/.test(text.slice(at, span[0])) ? ' ' : '');
      const quoted = text.slice(...span);
      if (quoted.trim() !== '') pieces.push({ words: quoted, struck: true }, words === '' ? '' : ' ');
      if (words !== '') pieces.push({ words, strong: true });
      if (quoted.trim() === '' && /[\p{L}\p{N}]/u.test(text.charAt(span[1]))) pieces.push(' ');
      at = span[1];
    }
    const rest = text.slice(at);
    pieces.push(/^\s/.test(rest) ? ' ' : '', { words: between(rest, mine.length > 0, false) });
  }
  return pieces;
}

/** What stands between changes, shortened where it is long: `before` and `after` tell on which sides a change is. */
function between(text: string, before: boolean, after: boolean): string {
  const room = AROUND * (before && after ? 2 : 1);
  if (text.length <= room + 10) return text;
  const start = before ? text.slice(0, AROUND).replace(/[\uD800-\uDBFF]$/, '') : '';
  const end = after ? text.slice(-AROUND).replace(/^[\uDC00-\uDFFF]/, '') : '';
  return `${start}…${end}`;
}

const BEARINGS: Readonly<Record<Bearing, string>> = {
  supports: 'Supported by ',
  differs: 'Otherwise in ',
  related: 'On the same thing: ',
};

/** The passages of the documents beside the article that bear on a claim; null where there are none. */
export function claimEvidenceCard(article: Article, claim: Claim, reader: Reader): Card | null {
  const text = claimsToLookUp(article).find((other) => other.claim === claim)?.text;
  const passages = (text === undefined ? undefined : article.evidence.claims.get(text)?.passages) ?? [];
  if (passages.length === 0) return null;
  const lines = passages.map(
    ({ bearing, place }): CardLine => [
      BEARINGS[bearing],
      ...placeInWords(place, reader),
      ...speakerOf(place),
      ': “',
      { words: place.words },
      '”',
    ],
  );
  return lines;
}
