import type { Verdict } from '../annotations/annotation';
import { type PlacedVerdict, verdictOn } from '../annotations/verdicts';
import type { Attribution } from '../attribution/link';
import type { Reason } from '../attribution/reason';
import type { Entity } from '../attribution/speakers';
import type { BlockKind } from '../text/blocks';
import { lazily } from '../text/remembered';
import { firstEndingAfter, type Span } from '../text/span';
import { isCited } from './citations';
import { Echoes } from './echoes';

/** Who stands behind a claim. */
export type Support = 'none' | 'anonymous' | 'secondhand' | 'attributed' | 'cited' | 'verified' | 'disputed';

/** A checkable statement of the article; spans are relative to the article. */
export interface Claim {
  readonly span: Span;
  /** 0.5…1 */
  readonly checkworthiness: number;
  readonly support: Support;
  /** The ids of the attributions that carry it. */
  readonly attributions: readonly string[];
  /** The ids of the attributions that deny it. */
  readonly disputedBy: readonly string[];
  readonly why: readonly Reason[];
}

/** What support is judged by: an article before its claims. */
export interface Attributed {
  /** As the writer wrote it: links stand in it. */
  readonly text: string;
  /** Where it points at its evidence. */
  readonly citations: readonly number[];
  readonly blocks: readonly { readonly kind: BlockKind; readonly span: Span }[];
  readonly sentences: readonly {
    readonly span: Span;
    readonly block: number;
    readonly checkworthiness: number;
    readonly why: readonly Reason[];
  }[];
  readonly attributions: readonly Attribution[];
  readonly entities: readonly Entity[];
  /** What people have judged, the earliest first. */
  readonly verdicts: readonly PlacedVerdict[];
}

/** From this score on a sentence is a claim. */
export const CLAIM = 0.5;

/** Blocks that make statements of the article's own. A headline or a caption sums up what the text has to support. */
const STATES: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item']);

/** How much of what a sentence says has to come up in an attributed one to be taken for the same. */
const SAME = 0.6;

/**
 * Judges for each sentence that is a claim who stands behind it: whoever has checked it; a link or footnote; an attribution that holds it; one that a reader carries on
 * from the sentence before, or expects from the quotation right after, in the same paragraph; or an attributed sentence elsewhere that says much
 * the same. Wherever that is in doubt, the claim counts as supported. Linear.
 */
export function judgeSupport(article: Attributed): Claim[] {
  const { text, citations, sentences, blocks, verdicts } = article;
  const holders = holdersBySentence(article);
  const backing = new Backing(article.attributions, article.entities);
  const echoes = lazily(
    () =>
      new Echoes(
        text,
        sentences.map(({ span }, s): Span => (holders[s]?.length ? span : [span[0], span[0]])),
      ),
  );
  const carried: (readonly Attribution[])[] = [];
  const claims: Claim[] = [];
  for (const [s, { span, block, checkworthiness, why }] of sentences.entries()) {
    const own = holders[s] ?? [];
    const sameBlock = (other: number): boolean => sentences[other]?.block === block;
    const before = sameBlock(s - 1) ? (carried[s - 1] ?? []) : [];
    carried.push(own.length > 0 ? own : before);
    const kind = blocks[block]?.kind;
    if (checkworthiness < CLAIM || kind === undefined || !STATES.has(kind) || text.charCodeAt(span[1] - 1) === QUESTION) continue;
    const claim = (attributions: readonly Attribution[], reason: string): void => {
      const cited = isCited(text, span, citations);
      const disputedBy = backing.deniersOf(attributions);
      const judged = verdictOn(verdicts, span);
      const support = judged ? SUPPORT_BY[judged.verdict] : cited ? 'cited' : backing.of(attributions, disputedBy.length > 0);
      const reasons = [{ code: judged ? `support.${judged.verdict}` : cited ? 'support.cited' : reason }, ...why];
      claims.push({ span, checkworthiness, support, attributions: attributions.map(({ id }) => id), disputedBy, why: reasons });
    };
    if (own.length > 0) claim(own, 'support.attribution');
    else if (before.length > 0) claim(before, 'support.carried');
    else if (sameBlock(s + 1) && holders[s + 1]?.length) claim(holders[s + 1] ?? [], 'support.next');
    else {
      const echo = echoes().of(text.slice(span[0], span[1]), SAME);
      claim(echo < 0 ? [] : (holders[echo] ?? []), echo < 0 ? 'support.nobody' : 'support.elsewhere');
    }
  }
  return claims;
}

const QUESTION = 0x3f;

/** What a person's verdict is worth, whatever the article says. */
const SUPPORT_BY: Readonly<Record<Verdict, Support>> = { verified: 'verified', disputed: 'disputed', 'needs-source': 'none' };

/** An attribution this sure stands behind a sentence, however little of it is its content; a less sure one only behind what it mostly covers. */
const SURE = 0.8;
const MOSTLY = 0.35;
/** The same with source and cue counted in: "According to the harbour master, Ida Brekke, it is old." */
const NEARLY_ALL = 0.8;

/** For each sentence the attributions whose content it shares, in order; where none, those whose source or cue it shares. */
function holdersBySentence({ sentences, attributions }: Attributed): Attribution[][] {
  const byContent: Attribution[][] = sentences.map(() => []);
  const byMention: Attribution[][] = sentences.map(() => []);
  const put = (lists: Attribution[][], attribution: Attribution, [start, end]: Span, all: readonly Span[]): void => {
    for (let s = firstEndingAfter(sentences, start); s < sentences.length; s++) {
      const span = sentences[s]?.span;
      if (!span || span[0] >= end) break;
      const stands =
        attribution.confidence >= SURE ||
        shareOf(span, [start, end]) >= MOSTLY ||
        all.reduce((share, part) => share + Math.max(0, shareOf(span, part)), 0) >= NEARLY_ALL;
      const list = stands ? lists[s] : undefined;
      if (list && list.at(-1) !== attribution) list.push(attribution);
    }
  };
  for (const attribution of attributions) {
    const mention = [...(attribution.source ?? []), ...attribution.cue];
    const all = [...mention, ...attribution.content];
    for (const span of attribution.content) put(byContent, attribution, span, all);
    for (const span of mention) put(byMention, attribution, span, all);
  }
  return byContent.map((list, s) => (list.length > 0 ? list : (byMention[s] ?? [])));
}

/** The share of `whole` that `part` takes. */
const shareOf = (whole: Span, part: Span): number => (Math.min(whole[1], part[1]) - Math.max(whole[0], part[0])) / (whole[1] - whole[0]);

/** What attributions are worth as support. */
class Backing {
  private readonly entities: ReadonlyMap<string, Entity>;
  private readonly byId: ReadonlyMap<string, Attribution>;
  private readonly carriers: ReadonlySet<string>;
  private readonly deniers = new Map<string, string[]>();

  constructor(attributions: readonly Attribution[], entities: readonly Entity[]) {
    this.entities = new Map(entities.map((entity) => [entity.id, entity]));
    this.byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
    this.carriers = new Set(attributions.flatMap(({ via }) => via ?? []));
    for (const { id, disputes } of attributions) {
      for (const denied of disputes) {
        const list = this.deniers.get(denied);
        if (list) list.push(id);
        else this.deniers.set(denied, [id]);
      }
    }
  }

  /** The ids of the attributions that deny any of these. */
  deniersOf(attributions: readonly Attribution[]): string[] {
    return [...new Set(attributions.flatMap(({ id }) => this.deniers.get(id) ?? []))];
  }

  /** The best that these give: whoever passes something on is worth what its origin is worth. */
  of(attributions: readonly Attribution[], denied: boolean): Support {
    const origins = attributions.filter(({ id }) => !this.carriers.has(id));
    const kinds = new Set((origins.length > 0 ? origins : attributions).map((origin) => this.kindOf(origin)));
    const best = (['attributed', 'secondhand', 'anonymous'] as const).find((kind) => kinds.has(kind));
    if (best === undefined) return 'none';
    return denied && best !== 'anonymous' ? 'disputed' : best;
  }

  /** A chain is as good as its weakest link. */
  private kindOf(origin: Attribution): Support {
    const seen = new Set<string>();
    for (let link: Attribution | undefined = origin; link && !seen.has(link.id); link = this.byId.get(link.via ?? '')) {
      seen.add(link.id);
      if (this.entities.get(link.speaker ?? '')?.kind === 'anonymous') return 'anonymous';
    }
    return origin.via === null ? 'attributed' : 'secondhand';
  }
}
