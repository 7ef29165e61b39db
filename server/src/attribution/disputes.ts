import { remembered, rememberedPair, rememberedText } from '../text/remembered';
import { firstNot } from '../text/sorted';
import { hull, overlaps, type Span, shift } from '../text/span';
import type { AttributedBlock, BlockAttribution, Standing } from './block-attribution';
import { entityNamed } from './entity-named';
import { attributionAt, placeOf, type Said } from './said';
import type { Entity, SpeakerChoice } from './speakers';

/** How many attributions back a denial reaches. */
const REACH = 12;

const DENIAL =
  /^(?:(?:has|have|had|also|later|strongly|flatly|firmly|categorically)\s+)*(?:reject|den(?:y|ies|ied)|dismiss|disput|rebut|refut|contradict|challeng)/i;
const NEGATION =
  /\bno such\b|(?:\b(?:is|was|were|are|be)|[’'](?:s|re)) (?:\p{L}+ )?[“"‘']?(?:not true|untrue|false|baseless|unfounded|groundless|invented|fabricated|nonsense|fiction|made up|a lie|lies)\b/iu;

/** What is denied: for each attribution that denies others, by its number, the numbers of those, in order. */
export interface Disputes {
  readonly of: ReadonlyMap<number, readonly number[]>;
  /** For each block which of its attributions may deny others, by their words. */
  readonly denials: readonly (readonly Denial[])[];
}

/** An attribution whose words may deny what others say: by its verb, or else by its content. */
export interface Denial {
  /** Its index among those of its block. */
  readonly a: number;
  readonly byVerb: boolean;
}

/** What denials are found in. */
export interface Spoken {
  /** The article's text, masked. */
  readonly text: string;
  readonly standing: Standing;
  readonly said: Said;
  readonly choices: readonly (readonly SpeakerChoice[])[];
  readonly entities: readonly Entity[];
}

/**
 * Links each denial ("rejected the report", "denied the claims", "said there was no such deal") to the attributions it denies: those of the speaker
 * that its content names, else the last ones of somebody else. Two denials side by side in one sentence deny the same.
 * Linear; what the words of a block say of it is taken from `old`, what was said and denied in the earlier version.
 */
export function findDisputes(spoken: Spoken, old?: { readonly said: Said; readonly disputes: Disputes }): Disputes {
  const { standing, said, entities } = spoken;
  const denials = said.attributions.map((attributions, b) => {
    const o = standing.was[b] ?? -1;
    if (old && old.said.attributions[o] === attributions) return old.disputes.denials[o] ?? NONE;
    const analysis = standing.analyses[b];
    return analysis && attributions.length > 0 ? denialsAmong(attributions, analysis) : NONE;
  });
  const disputes = new Map<number, readonly number[]>();
  /** The latest denial. */
  let previous = -1;
  for (let b = 0; b < denials.length; b++) {
    for (const { a, byVerb } of denials[b] ?? NONE) {
      const denial = (said.starts[b] ?? 0) + a;
      const speaker = speakerOf(spoken, denial);
      const before: number[] = [];
      for (let n = Math.max(0, denial - REACH); n < denial; n++) {
        const other = speakerOf(spoken, n);
        if (other !== speaker || other === null) before.push(n);
      }
      const object = byVerb ? contentOf(spoken, denial) : null;
      const named = object ? before.filter((n) => isNamedIn(object, entityNamed(speakerOf(spoken, n), entities))) : [];
      if (named.length > 0) disputes.set(denial, withCarried(said, before, named));
      else if (previous >= 0 && said.blockOf[previous] === b && speakerOf(spoken, previous) === speaker) {
        disputes.set(denial, disputes.get(previous) ?? []);
      } else {
        const nearest = likeliest(spoken, denial, before);
        if (nearest < 0 || b - (said.blockOf[nearest] ?? 0) > 2) continue;
        disputes.set(denial, withCarried(said, before, [nearest]));
      }
      previous = denial;
    }
  }
  return { of: disputes, denials };
}

const NONE: readonly Denial[] = [];

function denialsAmong(attributions: readonly BlockAttribution[], { tokens: { text } }: AttributedBlock): readonly Denial[] {
  const denials = attributions.flatMap(({ cue, content: [first] }, a) => {
    const byVerb = cue.some(([start, end]) => DENIAL.test(text.slice(start, end)));
    return first && (byVerb || NEGATION.test(text.slice(first[0], Math.min(first[1], first[0] + 120)))) ? [{ a, byVerb }] : [];
  });
  return denials.length > 0 ? denials : NONE;
}

const speakerOf = ({ said, choices }: Spoken, n: number): string | null =>
  choices[said.blockOf[n] ?? 0]?.[placeOf(said, n)]?.speaker ?? null;

/** The number of the attribution that carries another, or -1. */
function viaOf(said: Said, n: number): number {
  const via = attributionAt(said, n)?.via ?? null;
  return via === null ? -1 : (said.starts[said.blockOf[n] ?? 0] ?? 0) + via;
}

/** From the beginning of a content to its end, in blocks that go on with it too; in the article. */
function contentOf({ standing: { blocks, analyses }, said }: Spoken, n: number): Span {
  const [start, end] = shift(hull(attributionAt(said, n)?.content ?? []), blocks[said.blockOf[n] ?? 0]?.span[0] ?? 0);
  const last = said.goesOnIn.get(n)?.at(-1) ?? -1;
  return [start, last < 0 ? end : (blocks[last]?.span[0] ?? 0) + (analyses[last]?.quotes[0]?.span[1] ?? 0)];
}

/** Whether one of an entity's mentions, which come in order, shares something with a span. */
function isNamedIn([start, end]: Span, entity: Entity | undefined): boolean {
  const mentions = entity?.mentions ?? [];
  const after = firstNot(0, mentions.length, (m) => (mentions[m]?.[0] ?? 0) < end);
  // Mentions are short and nest little: one that reaches the span is among the last that begin before its end.
  for (let m = after - 1; m >= 0 && m >= after - 4; m--) if (overlaps(mentions[m] ?? [0, 0], [start, end])) return true;
  return false;
}

/** Of what was said before, what shares most words with the denial; the nearest of equals. -1 where nothing was said. */
function likeliest(spoken: Spoken, denial: number, before: readonly number[]): number {
  const sharedWith = sharedStems(stemsOf(spoken, denial));
  let best = -1;
  let most = -1;
  for (const other of before) {
    const common = sharedWith(stemsOf(spoken, other));
    // Of two that carry the same words, the outer one is denied, and what it carries with it.
    if (common > most || (common === most && viaOf(spoken.said, other) < 0)) {
      best = other;
      most = common;
    }
  }
  return best;
}

/** The longer words of a content, cut to their beginnings so that "damage" and "damaged" are one. At most its first 400 units. */
type Stems = ReadonlySet<string>;

function stemsOf(spoken: Spoken, n: number): Stems {
  const { said, standing, text } = spoken;
  const analysis = standing.analyses[said.blockOf[n] ?? 0];
  const attribution = attributionAt(said, n);
  if (analysis && attribution && !said.goesOnIn.has(n)) return stemsInBlock(attribution, analysis);
  const [start, end] = contentOf(spoken, n);
  return stemsIn(text.slice(start, Math.min(end, start + LONGEST)));
}

const LONGEST = 400;

const stemsInBlock = rememberedPair(({ content }: BlockAttribution, { tokens: { text } }: AttributedBlock): Stems => {
  const [start, end] = hull(content);
  return readStems(text.slice(start, Math.min(end, start + LONGEST)));
});

const readStems = (content: string): Stems => new Set((content.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6)));

const stemsIn = rememberedText(readStems, 2_000);

/** How many stems two contents share. */
const sharedStems = remembered((denied: Stems) =>
  remembered((other: Stems) => {
    let count = 0;
    for (const stem of other) if (denied.has(stem)) count++;
    return count;
  }),
);

/** Also what those carry: to deny a report is to deny what its sources said. */
function withCarried(said: Said, all: readonly number[], roots: readonly number[]): number[] {
  const denied = new Set(roots);
  for (const other of all) if (denied.has(viaOf(said, other))) denied.add(other);
  return all.filter((n) => denied.has(n));
}
