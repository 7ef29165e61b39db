import type { Hover } from 'vscode-languageserver-types';
import type { Placed } from '../annotations/annotation';
import { annotationsOn } from '../annotations/verdicts';
import type { Article, ArticleQuote, Attribution } from '../article';
import type { EntityKind } from '../attribution/mentions';
import type { Reason } from '../attribution/reason';
import type { Entity } from '../attribution/speakers';
import type { Claim, Support } from '../claims/support';
import { type Span, spanLength } from '../text/span';
import { PLAINEST } from './abilities';
import { annotationCard } from './annotation-card';
import { type Card, type CardLine, type Piece, renderCard } from './card';
import type { Reader } from './document-places';
import { claimEvidenceCard, judgedQuoteAt, quoteEvidenceCard } from './evidence-cards';
import type { Lines } from './lines';
import { GROUNDS, groundsInARow, reasonSentence } from './reasons';
import { sureness } from './sureness';
import { nameOf, speakerOf, voicesOf, wordsOf } from './voices';

/** How hovers are to be set. */
export interface HoverOptions {
  readonly markup: 'markdown' | 'plaintext';
  /** Attributions less sure than this, 0…1, are not shown. */
  readonly minimumConfidence: number;
  /** What people have added to the article. */
  readonly annotations?: readonly Placed[];
  /** How the client gets to documents beside the article; as any client does where it does not say. */
  readonly reader?: Reader;
}

/** The most reasons that a card gives. */
const MOST_REASONS = 3;

/**
 * What stands at `offset` (UTF-16 units): who said it, through whom, by which cue, how sure and why; for a claim, who stands behind it;
 * for the mention of a speaker, who that is. Null where there is nothing to say.
 */
export function hover(
  article: Article,
  offset: number,
  lines: Lines,
  { markup, minimumConfidence, annotations = [], reader = PLAINEST }: HoverOptions,
): Hover | null {
  const attributed = attributionAt(article, offset, minimumConfidence);
  const claim = smallest(article.claims, offset, ({ span }) => [span])?.item;
  const quote = smallest(article.quotes, offset, ({ span }) => [span])?.item;
  const mention = smallest(article.entities, offset, ({ mentions }) => mentions);
  const cards: Card[] = [];
  let span: Span | undefined;
  const show = (card: Card, at: Span) => {
    cards.push(card);
    if (!span || spanLength(at) < spanLength(span)) span = at;
  };
  const judged = judgedQuoteAt(article, offset);
  const said = judged && quoteEvidenceCard(article, judged, reader);
  // What has to be mended is read first.
  const wrong = judged !== undefined && WRONG.has(judged.judgement);
  if (said && quote && wrong) show(said, quote.span);
  if (attributed) show(attributionCard(article, attributed.item), attributed.span);
  else if (quote) show(quoteCard(quote), quote.span);
  if (said && quote && !wrong) show(said, quote.span);
  if (mention && mention.item.id !== attributed?.item.speaker) show(speakerCard(article, mention.item), mention.span);
  for (const placed of annotationsOn(annotations, [offset, offset]))
    if (placed.span) show(annotationCard(article.text, placed), placed.span);
  if (claim) show([...claimCard(article, claim), ...(claimEvidenceCard(article, claim, reader) ?? [])], claim.span);
  if (!span) return null;
  return {
    contents: renderCard(
      cards.flatMap((card, i): Card => (i > 0 ? ['rule', ...card] : card)),
      markup,
    ),
    range: lines.rangeOf(span),
  };
}

/** Judgements that say that a quote is not as it was said. */
const WRONG: ReadonlySet<string> = new Set(['altered', 'stitched', 'wrong-speaker']);

interface Found<T> {
  readonly item: T;
  readonly span: Span;
}

/** The item with the smallest span around `offset`; the last of those of one size. The end of a span still belongs to it. */
function smallest<T>(items: readonly T[], offset: number, spansOf: (item: T) => readonly Span[]): Found<T> | undefined {
  let best: Found<T> | undefined;
  for (const item of items) {
    for (const span of spansOf(item)) {
      if (span[0] <= offset && offset <= span[1] && (!best || spanLength(span) <= spanLength(best.span))) best = { item, span };
    }
  }
  return best;
}

function attributionAt(article: Article, offset: number, minimumConfidence: number): Found<Attribution> | undefined {
  const sure = article.attributions.filter(({ confidence }) => confidence >= minimumConfidence);
  return smallest(sure, offset, ({ source, cue, content }) => [...(source ?? []), ...cue, ...content]);
}

const KINDS: Readonly<Record<Attribution['kind'], string>> = {
  direct: 'Quoted directly',
  indirect: 'Said in the writer’s words',
  mixed: 'Quoted in part',
};

function attributionCard(article: Article, attribution: Attribution): Card {
  const voices = voicesOf(article);
  const how: Piece[] = [KINDS[attribution.kind]];
  if (attribution.cue.length > 0) how.push(' · cue “', { words: wordsOf(article, attribution.cue) }, '”');
  const card: CardLine[] = [speakerOf(article, attribution), how];
  const carriers = voices.carriers(attribution);
  if (carriers.length > 0) {
    card.push(['Passed on by ', ...carriers.flatMap((carrier, i) => [i > 0 ? ', and that by ' : '', ...carrierName(article, carrier)])]);
  }
  const denied = attribution.disputes.flatMap((id) => voices.attribution(id) ?? []);
  if (denied.length > 0) card.push(['Denies what was said by ', ...listed(denied.map((other) => carrierName(article, other)))]);
  card.push(...otherSpeakers(article, attribution));
  const reasons = reasonList(grammarFirst(attribution.why));
  card.push([sureness(attribution.confidence), reasons.length > 0 ? ', because' : ''], ...reasons);
  return card;
}

/** A few names in a row, each once. */
function listed(names: readonly (readonly Piece[])[]): Piece[] {
  const seen = new Set<string>();
  const once = names.filter((name) => {
    const key = JSON.stringify(name);
    return !seen.has(key) && seen.add(key);
  });
  return once.slice(0, 3).flatMap((name, i) => [i > 0 ? ', ' : '', ...name]);
}

/** Who else speaks, or might. */
function otherSpeakers(article: Article, { speaker, candidates, why }: Attribution): Card {
  const joint = why.some(({ code }) => code === 'speaker.joint');
  const names = candidates
    .filter((candidate) => candidate.speaker !== speaker)
    .slice(0, joint ? 4 : 2)
    .flatMap(({ speaker: id, confidence }, i): Piece[] => {
      const entity = voicesOf(article).entity(id);
      if (!entity) return [];
      return joint
        ? [i > 0 ? ', ' : '', { words: entity.name, strong: true }]
        : [i > 0 ? ' or ' : '', { words: entity.name }, ` (${Math.round(confidence * 100)} %)`];
    });
  if (names.length === 0) return [];
  return [[joint ? 'Together with ' : speaker === null ? 'Perhaps ' : 'Or else ', ...names]];
}

function carrierName(article: Article, carrier: Attribution): Piece[] {
  const entity = voicesOf(article).entity(carrier.speaker);
  if (entity) return [{ words: entity.name, strong: true }];
  return carrier.source ? ['“', { words: wordsOf(article, carrier.source) }, '”'] : ['somebody unnamed'];
}

/** Where the sentence's own grammar shows it, that a model thinks so too says nothing more to a reader. */
function grammarFirst(why: readonly Reason[]): readonly Reason[] {
  const shown = why.some(({ code }) => code.startsWith('pattern.'));
  return shown ? why.filter(({ code }) => !code.startsWith('model.')) : why;
}

function reasonList(why: readonly Reason[]): Card {
  const list = why.slice(0, MOST_REASONS).map(reasonSentence);
  return list.length > 0 ? [{ list }] : [];
}

function quoteCard({ kind, attribution }: ArticleQuote): Card {
  if (kind === 'title') return [['The title of a work.']];
  if (kind === 'scare') return [['Words held at arm’s length; nobody is quoted here.']];
  const card: CardLine[] = [];
  if (attribution === null) card.push(['Nobody is said to have said this.']);
  if (kind === 'unclosed') card.push(['The closing quotation mark is missing.']);
  return card.length > 0 ? card : [['A quote.']];
}

const ENTITY_KINDS: Readonly<Record<EntityKind, string>> = {
  person: 'Person',
  organization: 'Organisation',
  document: 'Document',
  anonymous: 'Unnamed source',
  group: 'Group',
};

/** Who a speaker is, and how often they speak. */
export function speakerCard(article: Article, entity: Entity): Card {
  const said = article.attributions.filter(({ speaker }) => speaker === entity.id);
  const direct = said.filter(({ kind }) => kind !== 'indirect').length;
  const facts = [ENTITY_KINDS[entity.kind], count(entity.mentions.length, 'mention')];
  if (said.length > 0) facts.push(`speaks ${count(said.length, 'time')}, ${direct} of them quoted`);
  return [nameOf(entity), [facts.join(' · ')]];
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

const SUPPORT: Readonly<Record<Support, string>> = {
  none: 'Nobody stands behind it',
  anonymous: 'Only an unnamed source stands behind it',
  secondhand: 'It comes second-hand',
  attributed: 'Somebody stands behind it',
  cited: 'A link or a footnote stands behind it',
  verified: 'Marked as verified',
  disputed: 'It is disputed',
};

/** Reasons that the line above them has said already. */
const PLAIN_TO_SEE: ReadonlySet<string> = new Set(['support.attribution', 'support.nobody', 'support.cited', 'support.verified']);

function claimCard(article: Article, claim: Claim): Card {
  const voices = voicesOf(article);
  const names = (ids: readonly string[]): Piece[] =>
    listed(ids.flatMap((id) => voices.attribution(id) ?? []).map((attribution) => carrierName(article, attribution)));
  const behind: Piece[] = [{ words: 'Claim', strong: true }, ` · ${SUPPORT[claim.support]}`];
  const carriers = new Set(claim.attributions.flatMap((id) => voices.attribution(id)?.via ?? []));
  const origins = claim.attributions.filter((id) => !carriers.has(id));
  if (claim.support !== 'none' && origins.length > 0) behind.push(': ', ...names(origins));
  const card: CardLine[] = [behind];
  if (claim.disputedBy.length > 0) card.push(['Denied by ', ...names(claim.disputedBy)]);
  card.push(...reasonList(claim.why.filter(({ code }) => !(code in GROUNDS || PLAIN_TO_SEE.has(code)))));
  const grounds = groundsInARow(claim.why);
  card.push([`Worth a check: ${Math.round(claim.checkworthiness * 100)} %`, ...(grounds.length > 0 ? [' · ', ...grounds] : [])]);
  return card;
}
