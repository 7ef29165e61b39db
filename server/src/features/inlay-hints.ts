import { type InlayHint, InlayHintKind, type InlayHintLabelPart } from 'vscode-languageserver-types';
import type { Article, ArticleQuote, Attribution } from '../article';
import type { Entity } from '../attribution/speakers';
import { firstNot } from '../text/sorted';
import { firstEndingAfter, type Span, spanLength } from '../text/span';
import type { Abilities } from './abilities';
import { type Card, renderCard, tidy } from './card';
import type { Lines } from './lines';
import { isRead, type MentionPlace, type MentionPlaces, mentionsOf, type ReadPlace } from './mention-places';
import { fullestNaming, shortName } from './namings';
import { nameOf, voicesOf } from './voices';

/** The kinds of hints. *names*: whom a pronoun or a role stands for; *speakers*: whose a long quote is; *relays*: through whom words came. */
export type HintKind = 'names' | 'speakers' | 'relays';

/** Which kinds are wanted. */
export type HintKinds = Readonly<Record<HintKind, boolean>>;

/** What holds where nobody has said: all of them. Each shows only where a reader would have to look back. */
export const ALL_HINTS: HintKinds = { names: true, speakers: true, relays: true };

/** A few words to show between the words of an article. */
export interface Hint {
  readonly kind: HintKind;
  /** Where they stand: an empty span. */
  readonly span: Span;
  /** Ours, in front of the name. */
  readonly lead: string;
  /** The name, as the article gives it. */
  readonly name: string;
  /** Where the article names it most fully. */
  readonly target: Span | null;
  readonly why: Card;
}

/** An attribution less sure than this, 0…1, gets no hint: a wrong name between one's words is worse than none. */
const SURE = 0.75;
/** The same of who its speaker is. */
const SURE_WHO = 0.8;
/** From here on, in UTF-16 units, a name is far from its pronoun: some fifty words. */
const FAR = 300;
/** A quote from this length on, in UTF-16 units, is long: some ten words. */
const LONG = 60;
/** The most of a name that a hint shows, in UTF-16 units. */
const LONGEST_NAME = 36;

/** What is to be hinted at. */
export interface HintOptions {
  /** Attributions less sure than this, 0…1, get no hint; nor do those that are anything but sure. */
  readonly minimumConfidence: number;
  readonly kinds: HintKinds;
}

/** The hints of an article, in order of the text. Linear. */
export function findHints(article: Article, { minimumConfidence, kinds }: HintOptions): Hint[] {
  const least = Math.max(SURE, minimumConfidence);
  const sure = article.attributions.filter(({ confidence }) => confidence >= least);
  const hints = [
    ...(kinds.names ? nameHints(article, sure) : []),
    ...(kinds.speakers ? speakerHints(article, sure) : []),
    ...(kinds.relays ? relayHints(article, sure) : []),
  ];
  return hints.sort((a, b) => a.span[0] - b.span[0]);
}

/** Who a pronoun or a role stands for that speaks: at the first of a paragraph, where the name is far or somebody else came between. */
function nameHints(article: Article, attributions: readonly Attribution[]): Hint[] {
  const places = mentionsOf(article);
  const told = new Set<string>();
  return attributions.flatMap((attribution): Hint[] => {
    const entity = speakerIfSure(article, attribution);
    const place = attribution.source?.[0]?.[0];
    if (!entity || place === undefined || told.has(`${attribution.block} ${entity.id}`)) return [];
    const naming = namingAt(places.inBlock(attribution.block), place);
    if (!naming || naming.entity.id !== entity.id || (naming.read.form !== 'pronoun' && naming.read.form !== 'role')) return [];
    const before = lastNamedBefore(places.of(entity), naming);
    if (!before || !isFar(places, before, naming)) return [];
    told.add(`${attribution.block} ${entity.id}`);
    const words = article.text.slice(...naming.span);
    const why: Card = [
      nameOf(entity),
      ['“', { words }, `” stands for this ${entity.kind === 'person' ? 'person' : 'speaker'}, named ${distance(before, naming)}.`],
    ];
    return [hint(article, 'names', naming.span[1], '', entity, why)];
  });
}

/** The innermost naming at a place, of those that start last. */
function namingAt(places: readonly MentionPlace[], offset: number): ReadPlace | undefined {
  return places.findLast((place): place is ReadPlace => isRead(place) && place.span[0] <= offset && offset < place.span[1]);
}

/** The last place before `naming` that names its speaker in the writer's own words. */
function lastNamedBefore(places: readonly MentionPlace[], naming: ReadPlace): ReadPlace | undefined {
  for (let i = lastStartingBy(places, naming.span[0]); i >= 0; i--) {
    const other = places[i];
    if (other && other !== naming && isRead(other) && other.read.form === 'name' && !other.read.quoted) return other;
  }
  return undefined;
}

/** The index of the last of `places` that starts at or before `offset`; −1 where none does. Logarithmic. */
const lastStartingBy = (places: readonly MentionPlace[], offset: number): number =>
  firstNot(0, places.length, (i) => (places[i]?.span[0] ?? 0) <= offset) - 1;

/** Whether a reader may have lost the name: it is far back, or not in this paragraph and somebody else has been named since. */
function isFar(places: MentionPlaces, name: ReadPlace, naming: ReadPlace): boolean {
  if (naming.span[0] - name.span[1] > FAR || naming.block - name.block > 1) return true;
  if (naming.block === name.block) return false;
  return [...places.inBlock(name.block), ...places.inBlock(naming.block)].some(
    (other) =>
      isRead(other) &&
      other.span[0] > name.span[0] &&
      other.span[0] <= naming.span[0] &&
      other.entity.id !== name.entity.id &&
      other.read.form === 'name' &&
      other.entity.kind === name.entity.kind,
  );
}

function distance(name: MentionPlace, naming: MentionPlace): string {
  const paragraphs = naming.block - name.block;
  if (paragraphs === 0) return 'further up in this paragraph';
  return paragraphs === 1 ? 'in the paragraph before' : `${paragraphs} paragraphs before`;
}

/** Whose a long quote is, at its end, where its own paragraph does not say: at the last paragraph of a speech that runs over several. */
function speakerHints(article: Article, attributions: readonly Attribution[]): Hint[] {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  return article.quotes.flatMap((quote, q): Hint[] => {
    const attribution = quote.attribution === null ? undefined : byId.get(quote.attribution);
    if (quote.kind !== 'direct' || spanLength(quote.span) < LONG || !attribution || !isElsewhere(article, quote, attribution)) return [];
    const next = article.quotes[q + 1];
    if (next?.attribution === quote.attribution && next.block - quote.block <= 1) return [];
    const entity = speakerIfSure(article, attribution);
    if (!entity) return [];
    const why: Card = [
      nameOf(entity),
      ['This quote goes on with what was said further up, or stands apart from it; its own paragraph does not say whose it is.'],
    ];
    return [hint(article, 'speakers', quote.span[1], '— ', entity, why)];
  });
}

/** Whether the words that say whose a quote is are in another paragraph. Headlines and captions sum up; nobody asks there. */
function isElsewhere({ blocks }: Article, { block }: ArticleQuote, { source, cue }: Attribution): boolean {
  const own = blocks[block];
  if (!own || (own.kind !== 'paragraph' && own.kind !== 'list-item' && own.kind !== 'pull-quote')) return false;
  const place = (source?.[0] ?? cue[0])?.[0];
  return place !== undefined && (place < own.span[0] || place >= own.span[1]);
}

/** Through whom words came, where that is said in another sentence. */
function relayHints(article: Article, attributions: readonly Attribution[]): Hint[] {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  const sentenceOf = (place: number) => firstEndingAfter(article.sentences, place);
  return attributions.flatMap((attribution): Hint[] => {
    const carrier = attribution.via === null ? undefined : byId.get(attribution.via);
    const source = attribution.source?.at(-1);
    const carried = carrier?.source?.[0];
    // A transcript's turn says plainly whose it is.
    if (!carrier || carrier.cue.length === 0 || !source || !carried || sentenceOf(source[0]) === sentenceOf(carried[0])) return [];
    const entity = speakerIfSure(article, carrier);
    if (!entity) return [];
    const why: Card = [['Passed on by ', ...nameOf(entity), '.'], ['The sentence that says so is another one.']];
    return [hint(article, 'relays', source[1], 'via ', entity, why)];
  });
}

/** Who speaks, where the article names them and it is sure. */
function speakerIfSure(article: Article, { speaker, candidates }: Attribution): Entity | null {
  const entity = voicesOf(article).entity(speaker);
  if (entity?.anonymity !== 'named' || (entity.kind !== 'person' && entity.kind !== 'organization')) return null;
  return (candidates[0]?.confidence ?? 0) >= SURE_WHO ? entity : null;
}

function hint(article: Article, kind: HintKind, at: number, lead: string, entity: Entity, why: Card): Hint {
  return { kind, span: [at, at], lead, name: tidy(shortName(article, entity), LONGEST_NAME), target: fullestNaming(article, entity), why };
}

/** What a listed hint carries until its tooltip is wanted. */
export interface HintData {
  readonly uri: string;
  readonly kind: HintKind;
  readonly name: string;
}

/** Whether `value` is what a listed hint carries: it has been through the client, and may be anything. */
export function isHintData(value: unknown): value is HintData {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, kind, name } = value as Partial<Record<keyof HintData, unknown>>;
  return typeof uri === 'string' && typeof name === 'string' && typeof kind === 'string' && Object.hasOwn(ALL_HINTS, kind);
}

/** A hint as a client shows it. `uri` is the article's own. */
export function inlayHint({ kind, span, lead, name, target, why }: Hint, uri: string, lines: Lines, able: Abilities): InlayHint {
  const part: InlayHintLabelPart = { value: name };
  if (target) part.location = { uri, range: lines.rangeOf(target) };
  const shown: InlayHint = {
    position: lines.positionAt(span[0]),
    label: lead === '' ? [part] : [{ value: lead }, part],
    kind: InlayHintKind.Parameter,
    paddingLeft: true,
  };
  if (able.lazyTooltips) return { ...shown, data: { uri, kind, name } satisfies HintData };
  return { ...shown, tooltip: renderCard(why, able.markup) };
}

/** Gives a hint its tooltip against this very article; as it is where the article has moved on and no such hint is there. */
export function resolveInlayHint(
  hints: readonly Hint[],
  shown: InlayHint,
  { kind, name }: HintData,
  lines: Lines,
  able: Abilities,
): InlayHint {
  const place = lines.offsetAt(shown.position);
  const alike = hints.filter((hint) => hint.kind === kind && hint.name === name);
  const nearest = alike.sort((a, b) => Math.abs(a.span[0] - place) - Math.abs(b.span[0] - place))[0];
  return nearest ? { ...shown, tooltip: renderCard(nearest.why, able.markup) } : shown;
}
