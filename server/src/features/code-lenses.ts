import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Article, Attribution } from '../article';
import type { Entity } from '../attribution/speakers';
import type { Finding } from '../rules/rule';
import type { Span } from '../text/span';
import type { Abilities } from './abilities';
import { tidy } from './card';
import type { Lines } from './lines';
import { namingsOf, shortName } from './namings';
import { spokenQuotes } from './spoken-quotes';
import { voicesOf } from './voices';

/** The kinds of lenses. *article*: what there is in all, over the headline; *speakers*: how often somebody is quoted, over the first naming. */
export type LensKind = 'article' | 'speakers';

/** Which kinds are wanted. */
export type LensKinds = Readonly<Record<LensKind, boolean>>;

/** What holds where nobody has said. */
export const ALL_LENSES: LensKinds = { article: true, speakers: true };

/** Commands of a client that lenses may run, where it says that it has them. */
export const SHOW_REFERENCES = 'onrecord.showReferences';
export const GO_TO_NEXT = 'onrecord.goToNextPlace';

/** A line over a paragraph that sums up something of the article. */
export interface Lens {
  /** What it sums up: `quotes`, `unnamed`, `unsourced`, or a speaker's name. */
  readonly key: string;
  /** The paragraph that it stands over. */
  readonly span: Span;
  readonly title: string;
  /** What it counts. */
  readonly places: readonly Span[];
  /** Whether a click shows all of them together, or goes to the next. */
  readonly click: 'show' | 'next';
}

/** How often somebody must be quoted for a line of their own: one quote is plain to see. */
const OFTEN = 2;
/** How many have one at most; those who are quoted most. */
const MOST_SPEAKERS = 12;
/** The most of a name that a lens shows, in UTF-16 units. */
const LONGEST_NAME = 40;

/** What is to be summed up. */
export interface LensOptions {
  readonly kinds: LensKinds;
  /** What is reported on the article. */
  readonly findings: readonly Finding[];
  /** Attributions less sure than this, 0…1, don't count. */
  readonly minimumConfidence: number;
}

/** The lenses of an article, in order of the text. Linear. */
export function findLenses(article: Article, { kinds, findings, minimumConfidence }: LensOptions): Lens[] {
  const sure = new Map(
    article.attributions.filter(({ confidence }) => confidence >= minimumConfidence).map((attribution) => [attribution.id, attribution]),
  );
  return [...(kinds.article ? articleLenses(article, sure, findings) : []), ...(kinds.speakers ? speakerLenses(article, sure) : [])].sort(
    (a, b) => a.span[0] - b.span[0],
  );
}

type Sure = ReadonlyMap<string, Attribution>;

function articleLenses(article: Article, sure: Sure, findings: readonly Finding[]): Lens[] {
  const top = article.blocks.find(({ kind }) => kind === 'headline') ?? article.blocks[0];
  if (!top) return [];
  const quotes = spokenQuotes(article).map(({ span }) => span);
  const unsourced = findings.filter(({ code }) => code === 'claim/unsourced').map(({ span }) => span);
  const lens = (key: string, title: string, places: readonly Span[], click: Lens['click']): Lens[] =>
    places.length > 0 ? [{ key, span: top.span, title, places, click }] : [];
  const unnamed = unnamedSources(article, sure);
  return [
    ...lens('quotes', count(quotes.length, 'quote'), quotes, 'show'),
    ...lens('unnamed', count(unnamed.length, 'unnamed source'), unnamed, 'next'),
    ...lens('unsourced', unsourced.length === 1 ? '1 claim needs a source' : `${unsourced.length} claims need a source`, unsourced, 'next'),
  ];
}

/** Where each unnamed source first speaks. */
function unnamedSources(article: Article, sure: Sure): Span[] {
  const voices = voicesOf(article);
  const first = new Map<string, Span>();
  for (const attribution of sure.values()) {
    const place = attribution.source?.[0];
    if (attribution.speaker === null || !place || voices.entity(attribution.speaker)?.kind !== 'anonymous') continue;
    if (!first.has(attribution.speaker)) first.set(attribution.speaker, place);
  }
  return [...first.values()];
}

/** Over the paragraph that first names somebody who is quoted often: how often, and how much of that through others. */
function speakerLenses(article: Article, sure: Sure): Lens[] {
  const said = new Map<string, { places: Span[]; relayed: Attribution[] }>();
  for (const quote of spokenQuotes(article)) {
    const attribution = quote.attribution === null ? undefined : sure.get(quote.attribution);
    if (!attribution || attribution.speaker === null) continue;
    const own = said.get(attribution.speaker) ?? { places: [], relayed: [] };
    own.places.push(quote.span);
    if (attribution.via !== null) own.relayed.push(attribution);
    said.set(attribution.speaker, own);
  }
  const often = article.entities
    .filter(({ id, anonymity, kind }) => anonymity === 'named' && kind !== 'document' && (said.get(id)?.places.length ?? 0) >= OFTEN)
    .sort((a, b) => (said.get(b.id)?.places.length ?? 0) - (said.get(a.id)?.places.length ?? 0))
    .slice(0, MOST_SPEAKERS);
  return often.flatMap((entity): Lens[] => {
    const { places, relayed } = said.get(entity.id) ?? { places: [], relayed: [] };
    const over = firstNaming(article, entity);
    const name = tidy(shortName(article, entity), LONGEST_NAME);
    const title = [`${name}: ${count(places.length, 'quote')}`, ...relays(article, relayed)].join(', ');
    return over ? [{ key: entity.name, span: over, title, places, click: 'show' }] : [];
  });
}

/** The paragraph that first names somebody; a headline's own lens is about the whole. */
function firstNaming(article: Article, entity: Entity): Span | null {
  for (const { block, read } of namingsOf(article, entity)) {
    const over = article.blocks[block];
    if (read.form === 'name' && over && (over.kind === 'paragraph' || over.kind === 'list-item')) return over.span;
  }
  return null;
}

function relays(article: Article, relayed: readonly Attribution[]): string[] {
  if (relayed.length === 0) return [];
  const voices = voicesOf(article);
  const carriers = new Set(relayed.map(({ via }) => voices.entity(voices.attribution(via)?.speaker ?? null)));
  const [only] = carriers;
  const through = carriers.size === 1 && only?.anonymity === 'named' ? tidy(shortName(article, only), LONGEST_NAME) : 'others';
  return [`${relayed.length} via ${through}`];
}

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

/** What a listed lens carries until its title is wanted. */
export interface LensData {
  readonly uri: string;
  readonly key: string;
}

/** Whether `value` is what a listed lens carries: it has been through the client, and may be anything. */
export function isLensData(value: unknown): value is LensData {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, key } = value as Partial<Record<keyof LensData, unknown>>;
  return typeof uri === 'string' && typeof key === 'string';
}

/** A lens as a client lists it, before it asks for what it says. */
export function codeLens({ key, span }: Lens, uri: string, lines: Lines): CodeLens {
  const start = lines.positionAt(span[0]);
  return { range: { start, end: start }, data: { uri, key } satisfies LensData };
}

/** Gives a listed lens what it says, and what a click does where the client can do it. It says nothing where it is no longer there. */
export function resolveCodeLens(lenses: readonly Lens[], shown: CodeLens, { uri, key }: LensData, lines: Lines, able: Abilities): CodeLens {
  const lens = lenses.find((other) => other.key === key);
  return { ...shown, command: lens ? commandOf(lens, uri, shown, lines, able) : { title: '', command: '' } };
}

function commandOf({ title, places, click }: Lens, uri: string, { range }: CodeLens, lines: Lines, { commands }: Abilities): Command {
  const command = click === 'show' ? SHOW_REFERENCES : GO_TO_NEXT;
  // Without a command it is a line to read.
  if (!commands.has(command)) return { title, command: '' };
  return { title, command, arguments: [uri, range.start, places.map((span) => ({ uri, range: lines.rangeOf(span) }))] };
}
