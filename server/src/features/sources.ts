import type { Article, Attribution } from '../article';
import type { Entity } from '../attribution/speakers';
import type { Relay, RelayEnd, SourcedClaim, Sources, Speaker, Utterance } from '../report/sources';
import type { Finding } from '../rules/rule';
import { firstEndingAfter, hull, type Span } from '../text/span';
import { tidy } from './card';
import type { Lines } from './lines';
import { isSpeech, type Share, sharesOf } from './shares';
import { spokenQuotes } from './spoken-quotes';
import { isUnnamed, type Voices, voicesOf, wordsOf } from './voices';
import { WordPlaces } from './word-places';

/** How sources are to be listed. */
export interface SourcesOptions {
  /** Attributions less sure than this, 0…1, are left out. */
  readonly minimumConfidence: number;
  /** What is reported on the article: claims are said to need a source where the findings say so, and nowhere else. */
  readonly findings: readonly Finding[];
}

/** The finding of a claim that needs a source. */
const UNSOURCED = 'claim/unsourced';

/**
 * Who speaks in an article and how much, what each says and through whom, and who stands behind its claims. Plain JSON, in the words of
 * report/sources.ts; ids stay the same after edits elsewhere, so that a view can keep its place. O(n log n).
 */
export function sources(article: Article, lines: Lines, { minimumConfidence, findings }: SourcesOptions): Sources {
  const places = new WordPlaces(article);
  const shares = sharesOf(article, places, minimumConfidence);
  const voices = voicesOf(article);
  const names = speakerIds(article, shares, voices);
  const claims = claimsOf(article, lines, places, names, findings);
  const utterances = [
    ...shares.map((share) => utteranceOf(article, lines, share, names, claims)),
    ...bareQuotes(article, lines, places, claims),
  ].sort((a, b) => a.span[0] - b.span[0]);
  const headline = article.blocks.find(({ kind }) => kind === 'headline');
  return {
    schema: 1,
    title: headline ? tidy(article.text.slice(...headline.span)) : '',
    words: places.count,
    quotes: spokenQuotes(article).length,
    speakers: speakersOf(shares, lines, voices, names),
    utterances: withIds(utterances.map(({ utterance }) => utterance)),
    claims: claims.map(({ claim }) => claim),
    relays: relaysOf(article, shares, lines, names),
  };
}

/** An id for each speaker, by name: an entity's own is its place in the article, which moves with every name before it. */
function speakerIds(article: Article, shares: readonly Share[], voices: Voices): ReadonlyMap<string, string> {
  const speaking = new Set(shares.flatMap(({ attribution }) => attribution.speaker ?? []));
  const ids = new Map<string, string>();
  const unique = uniquely();
  for (const { id } of article.entities) if (speaking.has(id)) ids.set(id, unique(voices.entity(id)?.name ?? id));
  return ids;
}

/** Makes ids that differ: the second of the same words gets a number. */
function uniquely(): (words: string) => string {
  const times = new Map<string, number>();
  return (words) => {
    const count = (times.get(words) ?? 0) + 1;
    times.set(words, count);
    return count === 1 ? words : `${words} #${count}`;
  };
}

function withIds(utterances: readonly Utterance[]): Utterance[] {
  const unique = uniquely();
  return utterances.map((utterance) => ({ ...utterance, id: unique(`${utterance.speaker ?? ''}: ${utterance.text.slice(0, 60)}`) }));
}

/** What was said, with where it stands in the text, so that it can be put in order. */
interface Placed {
  readonly span: Span;
  readonly utterance: Utterance;
}

type PlacedClaim = { readonly span: Span; readonly claim: SourcedClaim };

function utteranceOf(
  article: Article,
  lines: Lines,
  { attribution, at, quoted, words, carriers }: Share,
  names: ReadonlyMap<string, string>,
  claims: readonly PlacedClaim[],
): Placed {
  const { speaker, source, cue, content, kind } = attribution;
  const span = hull([...(source ?? []), ...cue, ...content]);
  const utterance: Utterance = {
    id: '',
    speaker: speaker === null ? null : (names.get(speaker) ?? null),
    calledBy: speaker === null && source ? tidy(wordsOf(article, source)) : null,
    kind,
    text: tidy(wordsOf(article, content)),
    words,
    at,
    quoted,
    via: carriers.map((carrier) => endOf(article, carrier, names).name),
    place: lines.rangeOf(content[0] ?? span),
    parts: [...(source ?? []), ...cue, ...content].map((part) => lines.rangeOf(part)),
    claims: claimsIn(content, claims),
  };
  return { span, utterance };
}

/** Quotes that nobody is said to have said. */
function bareQuotes(article: Article, lines: Lines, places: WordPlaces, claims: readonly PlacedClaim[]): Placed[] {
  return article.quotes
    .filter((quote) => quote.attribution === null && isSpeech(quote))
    .map(({ span }) => {
      const at = places.within(span);
      const words = at[1] - at[0];
      const place = lines.rangeOf(span);
      return {
        span,
        utterance: {
          id: '',
          speaker: null,
          calledBy: null,
          kind: 'direct',
          text: tidy(article.text.slice(...span)),
          words,
          at: [at],
          quoted: words,
          via: [],
          place,
          parts: [place],
          claims: claimsIn([span], claims),
        },
      };
    });
}

/** The claims that touch any of `spans`, each once; claims come in order and apart. */
function claimsIn(spans: readonly Span[], claims: readonly PlacedClaim[]): string[] {
  const found = new Set<string>();
  for (const [start, end] of spans) {
    for (let c = firstEndingAfter(claims, start); c < claims.length; c++) {
      const placed = claims[c];
      if (!placed || placed.span[0] >= end) break;
      found.add(placed.claim.id);
    }
  }
  return [...found];
}

function claimsOf(
  article: Article,
  lines: Lines,
  places: WordPlaces,
  names: ReadonlyMap<string, string>,
  findings: readonly Finding[],
): PlacedClaim[] {
  const voices = voicesOf(article);
  const reported = new Set(findings.filter(({ code }) => code === UNSOURCED).map(({ span }) => span[0]));
  const unique = uniquely();
  const speakers = (attributions: readonly Attribution[]): string[] => [
    ...new Set(attributions.flatMap(({ speaker }) => (speaker === null ? [] : (names.get(speaker) ?? [])))),
  ];
  const found = (ids: readonly string[]): Attribution[] => ids.flatMap((id) => voices.attribution(id) ?? []);
  return article.claims.map(({ span, support, attributions, disputedBy }) => {
    const behind = found(attributions);
    const carriers = new Set(behind.map(({ via }) => via));
    const text = tidy(article.text.slice(...span));
    const claim: SourcedClaim = {
      id: unique(text.slice(0, 60)),
      text,
      support,
      needsSource: reported.has(span[0]),
      speakers: speakers(behind.filter(({ id }) => !carriers.has(id))),
      disputedBy: speakers(found(disputedBy)),
      at: places.within(span),
      place: lines.rangeOf(span),
    };
    return { span, claim };
  });
}

function speakersOf(shares: readonly Share[], lines: Lines, voices: Voices, names: ReadonlyMap<string, string>): Speaker[] {
  const sums = new Map<string, { entity: Entity; direct: number; indirect: number; passedOn: number }>();
  const sumOf = (id: string | null) => {
    const entity = voices.entity(id);
    if (!entity) return null;
    const sum = sums.get(entity.id) ?? { entity, direct: 0, indirect: 0, passedOn: 0 };
    sums.set(entity.id, sum);
    return sum;
  };
  for (const { attribution, words, quoted, carriers } of shares) {
    const sum = sumOf(attribution.speaker);
    if (sum) {
      sum.direct += quoted;
      sum.indirect += words - quoted;
    }
    for (const carrier of carriers) {
      const carrying = sumOf(carrier.speaker);
      if (carrying) carrying.passedOn += words;
    }
  }
  return [...sums.values()]
    .sort((a, b) => b.direct + b.indirect - (a.direct + a.indirect) || b.passedOn - a.passedOn || firstOf(a.entity) - firstOf(b.entity))
    .map(({ entity, ...sum }) => {
      const mentions = entity.mentions.map((span) => lines.rangeOf(span));
      const place = mentions[0] ?? lines.rangeOf([0, 0]);
      const { name, role, kind } = entity;
      return {
        id: names.get(entity.id) ?? name,
        name: tidy(name),
        role: role && tidy(role),
        kind,
        unnamed: isUnnamed(entity),
        ...sum,
        place,
        mentions,
      };
    });
}

const firstOf = ({ mentions }: Entity): number => mentions[0]?.[0] ?? 0;

function endOf(article: Article, attribution: Attribution, names: ReadonlyMap<string, string>): RelayEnd {
  const entity = voicesOf(article).entity(attribution.speaker);
  if (entity) return { speaker: names.get(entity.id) ?? null, name: tidy(entity.name), unnamed: isUnnamed(entity) };
  return { speaker: null, name: attribution.source ? tidy(wordsOf(article, attribution.source)) : '', unnamed: true };
}

function relaysOf(article: Article, shares: readonly Share[], lines: Lines, names: ReadonlyMap<string, string>): Relay[] {
  const relays = new Map<string, { -readonly [key in keyof Relay]: Relay[key] }>();
  for (const { attribution, carriers } of shares) {
    const carrier = carriers[0];
    if (!carrier) continue;
    const [from, to] = [endOf(article, carrier, names), endOf(article, attribution, names)];
    const key = JSON.stringify([from, to]);
    const known = relays.get(key);
    if (known) known.times++;
    else relays.set(key, { carrier: from, carried: to, times: 1, place: lines.rangeOf(attribution.content[0] ?? [0, 0]) });
  }
  return [...relays.values()];
}
