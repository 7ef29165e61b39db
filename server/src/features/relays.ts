import type { Article, Attribution } from '../article';
import { firstEndingAfter, hull, type Span } from '../text/span';
import { tidy } from './card';
import { mentionsOf } from './mention-places';
import { detailOf, type OutlineKind, SPEAKER_KINDS } from './outline';
import { saidAt } from './said-places';
import { voicesOf, wordsOf } from './voices';

/** Somebody whose words pass through an article, or the article itself. */
export interface RelayVoice {
  /** The entity’s id; `article`; or the id of an attribution whose speaker is not known. */
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind | 'article';
  readonly span: Span;
  /** The words to go to; within `span`. */
  readonly words: Span;
}

/** One voice that passes on another, or is passed on by it, and where it does so. */
export interface RelayLink {
  readonly voice: RelayVoice;
  /** The words that do it: “citing”, “told”; in order. */
  readonly places: readonly Span[];
}

/** Blocks in which the article, or its paper, speaks of itself. */
const OF_THE_ARTICLE: ReadonlySet<string> = new Set(['headline', 'byline', 'dateline']);

/** Whose words are at `offset`: of the speaker mentioned there, where they have something to say; else of who said what stands there; in the headline the article’s. */
export function voiceAt(article: Article, offset: number, minimumConfidence: number): RelayVoice | null {
  const mention = mentionsOf(article).at(offset);
  if (mention && speaksIn(article).has(mention.entity.id)) return voiceOf(article, mention.entity.id);
  const said = saidAt(article, offset, minimumConfidence);
  if (said) return voiceOf(article, keyOf(said.attribution));
  const head = article.blocks[firstEndingAfter(article.blocks, offset - 1)];
  return head && head.span[0] <= offset && OF_THE_ARTICLE.has(head.kind) ? articleVoice(article) : null;
}

/** The voice that a client asks about again: by its id if that still has this name, else by its name. Null where it is gone. */
export function voiceAgain(article: Article, id: string, name: string): RelayVoice | null {
  if (id === ARTICLE) return articleVoice(article);
  const same = voiceOf(article, id);
  if (same?.name === name) return same;
  const entity = article.entities.find((one) => one.name === name);
  return entity ? voiceOf(article, entity.id) : null;
}

/** Who passes on what a voice says: a newspaper, an agency, or the article itself. */
export function passedOnBy(article: Article, { id }: RelayVoice, minimumConfidence: number): RelayLink[] {
  const voices = voicesOf(article);
  return linked(article, minimumConfidence, (attribution) => {
    if (keyOf(attribution) !== id) return null;
    const carrier = voices.attribution(attribution.via);
    return carrier ? keyOf(carrier) : ARTICLE;
  });
}

/** Whom a voice carries: those whose words it passes on. */
export function carriedFor(article: Article, { id }: RelayVoice, minimumConfidence: number): RelayLink[] {
  const voices = voicesOf(article);
  return linked(article, minimumConfidence, (attribution) => {
    const carrier = voices.attribution(attribution.via);
    return (carrier ? keyOf(carrier) : ARTICLE) === id ? keyOf(attribution) : null;
  });
}

/** The voices that `other` names for an attribution, each once, with the places of those attributions. Linear. */
function linked(article: Article, minimumConfidence: number, other: (attribution: Attribution) => string | null): RelayLink[] {
  const places = new Map<string, Span[]>();
  for (const attribution of article.attributions) {
    if (attribution.confidence < minimumConfidence) continue;
    const id = other(attribution);
    const [place] = [...attribution.cue, ...(attribution.source ?? []), ...attribution.content];
    // A voice that carries itself ("the paper, citing …, said") says nothing new.
    if (id === null || !place || (attribution.via !== null && keyOf(attribution) === keyOf(carrierOf(article, attribution)))) continue;
    const list = places.get(id);
    if (list) list.push(place);
    else places.set(id, [place]);
  }
  return [...places].flatMap(([id, spans]) => {
    const voice = voiceOf(article, id);
    return voice ? [{ voice, places: spans }] : [];
  });
}

const carrierOf = (article: Article, attribution: Attribution): Attribution =>
  voicesOf(article).attribution(attribution.via) ?? attribution;

const ARTICLE = 'article';
const keyOf = ({ id, speaker }: Attribution): string => speaker ?? id;

const speakers = new WeakMap<Article, ReadonlySet<string>>();

function speaksIn(article: Article): ReadonlySet<string> {
  const known = speakers.get(article);
  if (known) return known;
  const ids = new Set(article.attributions.flatMap(({ speaker }) => speaker ?? []));
  speakers.set(article, ids);
  return ids;
}

function articleVoice({ text, blocks }: Article): RelayVoice {
  const headline = blocks.find(({ kind }) => kind === 'headline')?.span ?? blocks[0]?.span ?? [0, 0];
  return {
    id: ARTICLE,
    name: tidy(text.slice(...headline)) || 'This article',
    detail: 'this article',
    kind: 'article',
    span: [0, text.length],
    words: headline,
  };
}

function voiceOf(article: Article, id: string): RelayVoice | null {
  if (id === ARTICLE) return articleVoice(article);
  const voices = voicesOf(article);
  const entity = voices.entity(id);
  if (entity) {
    const naming = mentionsOf(article).naming(entity)?.span;
    if (!naming) return null;
    return { id, name: tidy(entity.name) || '…', detail: detailOf(entity), kind: SPEAKER_KINDS[entity.kind], span: naming, words: naming };
  }
  const attribution = voices.attribution(id);
  const spans = attribution?.source ?? attribution?.content;
  if (!attribution || !spans || spans.length === 0) return null;
  const name = attribution.source ? tidy(wordsOf(article, attribution.source)) : 'Somebody';
  return { id, name: name || '…', detail: 'who that is, is not clear', kind: 'unnamed', span: hull(spans), words: hull(spans) };
}
