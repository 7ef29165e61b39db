import type { Article, Attribution } from '../article';
import type { EntityKind } from '../attribution/mentions';
import type { Entity } from '../attribution/speakers';
import type { Claim, Support } from '../claims/support';
import { firstEndingAfter, overlaps, type Span } from '../text/span';
import { tidy } from './card';
import { type Nested, nest } from './nesting';
import { sectionsOf } from './sections';
import { voicesOf, wordsOf } from './voices';

/** What a line of the outline stands for. */
export type OutlineKind = 'headline' | 'section' | 'person' | 'organization' | 'document' | 'unnamed' | 'quote' | 'reported' | 'claim';

/** A line of an article’s outline, with those under it. */
export interface OutlineNode {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  /** Holds the spans of its children, which lie apart and in order. */
  readonly span: Span;
  /** The words to go to; within `span`. */
  readonly words: Span;
  readonly children: readonly OutlineNode[];
}

/** A line before it has its place. */
interface Row {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly words: Span;
  /** Whose words; null for headlines, sections, and what nobody said. */
  readonly voice: Voice | null;
  /** Index of the block of somebody’s words; −1 for all else. */
  readonly block: number;
}

interface Voice {
  readonly key: string;
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
}

/**
 * An article from top to bottom: its headline, its sections, in them who speaks, and under each voice what it says there, in the order of the text.
 * Whoever a voice carries stands under it. What is a claim says who stands behind it, and one that nobody says has a line of its own.
 * O(n log n) in the number of attributions, quotes and claims.
 */
export function outline(article: Article, minimumConfidence: number): OutlineNode[] {
  const voices = voicesOf(article);
  // Carriers before those whom they carry, so that of equal stretches theirs is the outer one.
  const said = article.attributions
    .filter(({ confidence }) => confidence >= minimumConfidence)
    .map((attribution) => ({ attribution, depth: attribution.via === null ? 0 : voices.carriers(attribution).length }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ attribution }) => attribution);
  const carried = carriedBy(said);
  const rows = [
    ...headlineRow(article),
    ...sectionRows(article),
    ...said.flatMap((attribution) => saidRows(article, attribution, carried)),
  ];
  rows.push(...bareQuoteRows(article));
  const spoken = rows.filter(({ voice }) => voice !== null).sort((a, b) => a.span[0] - b.span[0]);
  rows.push(...claimRows(article, spoken));
  return byVoice(nest(rows.map((row) => withSupport(row, article))), null);
}

function headlineRow({ text, blocks }: Article): Row[] {
  const headline = blocks.find(({ kind }) => kind === 'headline');
  const last = blocks.at(-1);
  if (!headline || !last) return [];
  const name = nameOf(text, headline.span);
  return [{ kind: 'headline', name, detail: '', span: [headline.span[0], last.span[1]], words: headline.span, voice: null, block: -1 }];
}

const sectionRows = (article: Article): Row[] =>
  sectionsOf(article).map(({ span, subhead }) => ({
    kind: 'section',
    name: nameOf(article.text, subhead),
    detail: '',
    span,
    words: subhead,
    voice: null,
    block: -1,
  }));

/** For each attribution that carries others, those. */
function carriedBy(said: readonly Attribution[]): ReadonlyMap<string, readonly Attribution[]> {
  const lists = new Map<string, Attribution[]>();
  for (const attribution of said) {
    if (attribution.via === null) continue;
    const list = lists.get(attribution.via);
    if (list) list.push(attribution);
    else lists.set(attribution.via, [attribution]);
  }
  return lists;
}

const partsOf = ({ content, cue, source }: Attribution): readonly Span[] => [...content, ...cue, ...(source ?? [])];

/** A line for each block that somebody’s words stand in, over the words of those whom they carry there. */
function saidRows(article: Article, attribution: Attribution, carried: ReadonlyMap<string, readonly Attribution[]>): Row[] {
  const voice = voiceOf(article, attribution);
  const { text, blocks } = article;
  const parts = [...partsOf(attribution), ...(carried.get(attribution.id) ?? []).flatMap(partsOf)];
  const own = blocks[attribution.block]?.span ?? [0, text.length];
  const near = parts.filter((span) => overlaps(span, own));
  const rows: Row[] = [];
  const [first] = attribution.content;
  if (first && near.length > 0) {
    const span: Span = [Math.min(...near.map(([start]) => start)), Math.max(...near.map(([, end]) => end))];
    rows.push({ kind: kindOf(attribution), name: nameOf(text, first), detail: '', span, words: first, voice, block: attribution.block });
  }
  for (const span of attribution.content) {
    if (overlaps(span, own)) continue;
    const block = firstEndingAfter(blocks, span[0]);
    rows.push({ kind: kindOf(attribution), name: nameOf(text, span), detail: '', span, words: span, voice, block });
  }
  return rows;
}

const kindOf = ({ kind }: Attribution): OutlineKind => (kind === 'indirect' ? 'reported' : 'quote');

function voiceOf(article: Article, attribution: Attribution): Voice {
  const entity = voicesOf(article).entity(attribution.speaker);
  if (!entity) {
    const words = attribution.source ? tidy(wordsOf(article, attribution.source)) : '';
    return { key: `? ${words}`, kind: 'unnamed', name: words || 'Somebody', detail: words ? 'who that is, is not clear' : 'not named' };
  }
  return { key: entity.id, kind: SPEAKER_KINDS[entity.kind], name: tidy(entity.name) || '…', detail: detailOf(entity) };
}

/** What is known of a speaker beside the name. */
export function detailOf({ kind, name, role }: Entity): string {
  if (kind === 'anonymous') return 'not named';
  return role === null || name.includes(role) ? '' : tidy(role);
}

/** What a speaker is, for a line of the outline. */
export const SPEAKER_KINDS: Readonly<Record<EntityKind, OutlineKind>> = {
  person: 'person',
  organization: 'organization',
  document: 'document',
  anonymous: 'unnamed',
  group: 'unnamed',
};

/** Quotes that the article gives to nobody. Headlines and captions need not say who. */
const bareQuoteRows = ({ text, quotes, blocks }: Article): Row[] =>
  quotes
    .filter(({ kind, attribution }) => attribution === null && kind !== 'scare' && kind !== 'title')
    .filter(({ block }) => blocks[block]?.kind === 'paragraph' || blocks[block]?.kind === 'list-item')
    .map(({ span }) => ({
      kind: 'quote',
      name: nameOf(text, span),
      detail: 'nobody is said to have said this',
      span,
      words: span,
      voice: null,
      block: -1,
    }));

/** Claims that no voice speaks in; a voice’s own line says what support its claim has. */
function claimRows({ text, claims }: Article, spoken: readonly Row[]): Row[] {
  let from = 0;
  return claims.flatMap(({ span, support }): Row[] => {
    while (from < spoken.length && (spoken[from]?.span[1] ?? 0) <= span[0]) from++;
    for (let i = from; i < spoken.length && (spoken[i]?.span[0] ?? 0) < span[1]; i++) {
      if (overlaps(spoken[i]?.span ?? [0, 0], span)) return [];
    }
    // Attributed by the sentence before or after: that one has a line.
    if (support === 'attributed') return [];
    return [{ kind: 'claim', name: nameOf(text, span), detail: SUPPORT[support], span, words: span, voice: null, block: -1 }];
  });
}

const SUPPORT: Readonly<Record<Support, string>> = {
  none: 'nobody stands behind it',
  anonymous: 'only an unnamed source stands behind it',
  secondhand: 'second-hand',
  attributed: '',
  cited: 'cited',
  verified: 'verified',
  disputed: 'disputed',
};

function withSupport(row: Row, article: Article): Row {
  if (row.voice === null) return row;
  const claim = claimAt(article, row.words);
  // Somebody says it, if only perhaps.
  return claim && claim.support !== 'none' ? { ...row, detail: SUPPORT[claim.support] } : row;
}

/** The claim that words stand in. */
function claimAt({ claims }: Article, [start]: Span): Claim | undefined {
  const claim = claims[firstEndingAfter(claims, start)];
  return claim && claim.span[0] <= start ? claim : undefined;
}

/**
 * Puts what one voice says in a paragraph without another between under one line with its name; `under` is the voice whose line this stands in.
 * A line ends with its paragraph, for editors that keep the first line of what is on the screen in sight: only headlines and subheads are worth that.
 */
function byVoice(rows: readonly Nested<Row>[], under: string | null): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  for (let i = 0; i < rows.length; ) {
    const row = rows[i];
    if (!row) break;
    const { voice } = row.item;
    if (voice === null) {
      nodes.push(nodeOf(row, null));
      i++;
      continue;
    }
    const from = i;
    while (rows[i]?.item.voice?.key === voice.key && rows[i]?.item.block === row.item.block) i++;
    const run = rows.slice(from, i);
    // A voice within its own words says nothing that its line does not say.
    if (voice.key === under) continue;
    const lines = run.map((one) => nodeOf(one, voice.key));
    const span: Span = [run[0]?.span[0] ?? 0, run.at(-1)?.span[1] ?? 0];
    nodes.push({ kind: voice.kind, name: voice.name, detail: voice.detail, span, words: lines[0]?.words ?? span, children: lines });
  }
  return nodes;
}

function nodeOf({ item, span, children }: Nested<Row>, voice: string | null): OutlineNode {
  const start = Math.min(Math.max(item.words[0], span[0]), span[1]);
  const words: Span = [start, Math.min(Math.max(item.words[1], start), span[1])];
  return { kind: item.kind, name: item.name, detail: item.detail, span, words, children: byVoice(children, voice) };
}

/** The longest name of a line, in UTF-16 units. */
const LONGEST_NAME = 80;

/** The first words of a stretch of the article. */
function nameOf(text: string, [start, end]: Span): string {
  const words = tidy(text.slice(start, Math.min(end, start + 4 * LONGEST_NAME)));
  if (words.length <= LONGEST_NAME) return words || '…';
  const cut = words.lastIndexOf(' ', LONGEST_NAME);
  return `${words.slice(0, cut > LONGEST_NAME / 2 ? cut : LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
