import { lazily, rememberedText } from '../text/remembered';
import { hull, overlaps, type Span } from '../text/span';
import type { Attribution } from './link';
import type { Entity } from './speakers';

/** How many attributions back a denial reaches. */
const REACH = 12;

const DENIAL =
  /^(?:(?:has|have|had|also|later|strongly|flatly|firmly|categorically)\s+)*(?:reject|den(?:y|ies|ied)|dismiss|disput|rebut|refut|contradict|challeng)/i;
const NEGATION =
  /\bno such\b|(?:\b(?:is|was|were|are|be)|[’'](?:s|re)) (?:\p{L}+ )?[“"‘']?(?:not true|untrue|false|baseless|unfounded|groundless|invented|fabricated|nonsense|fiction|made up|a lie|lies)\b/iu;

const isDenial = rememberedText((cue) => DENIAL.test(cue), 20_000);
const negates = rememberedText((content) => NEGATION.test(content), 20_000);

/**
 * Links each denial ("rejected the report", "denied the claims", "said there was no such deal") to the attributions it denies: those of the speaker
 * that its content names, else the last ones of somebody else. Two denials side by side in one sentence deny the same. Returns
 * `attributions` with their `disputes`. Linear.
 */
export function linkDisputes(text: string, attributions: readonly Attribution[], entities: readonly Entity[]): Attribution[] {
  const disputes = new Map<string, readonly string[]>();
  let previous: Attribution | null = null;
  const byMention = lazily(() => mentionIndex(entities));
  for (const [i, denial] of attributions.entries()) {
    const byVerb = denial.cue.some(([start, end]) => isDenial(text.slice(start, end)));
    const first = denial.content[0];
    if (!first || !(byVerb || negates(text.slice(first[0], Math.min(first[1], first[0] + 120))))) continue;
    const before = attributions
      .slice(Math.max(0, i - REACH), i)
      .filter((other) => other.speaker !== denial.speaker || other.speaker === null);
    const object = hull(denial.content);
    const named = new Set(byVerb ? byMention()(object) : []);
    const ofNamed = before.filter((other) => other.speaker !== null && named.has(other.speaker));
    const nearest = likeliest(text, denial, before);
    if (ofNamed.length > 0) disputes.set(denial.id, withCarried(before, ofNamed));
    else if (previous && previous.block === denial.block && previous.speaker === denial.speaker) {
      disputes.set(denial.id, disputes.get(previous.id) ?? []);
    } else if (nearest && denial.block - nearest.block <= 2) disputes.set(denial.id, withCarried(before, [nearest]));
    else continue;
    previous = denial;
  }
  return attributions.map((attribution) => {
    const of = disputes.get(attribution.id);
    return of ? { ...attribution, disputes: of } : attribution;
  });
}

/** Of what was said before, what shares most words with the denial; the nearest of equals. */
function likeliest(text: string, denial: Attribution, before: readonly Attribution[]): Attribution | undefined {
  const denied = stemsOf(text, denial.content);
  let best: Attribution | undefined;
  let most = -1;
  for (const other of before) {
    let common = 0;
    for (const stem of stemsOf(text, other.content)) if (denied.has(stem)) common++;
    // Of two that carry the same words, the outer one is denied, and what it carries with it.
    if (common > most || (common === most && other.via === null)) {
      best = other;
      most = common;
    }
  }
  return best;
}

/** The longer words of a content, cut to their beginnings so that "damage" and "damaged" are one. At most its first 400 units. */
function stemsOf(text: string, content: readonly Span[]): Set<string> {
  const [start, end] = hull(content);
  return new Set(
    (
      text
        .slice(start, Math.min(end, start + 400))
        .toLowerCase()
        .match(/\p{L}{4,}/gu) ?? []
    ).map((word) => word.slice(0, 6)),
  );
}

/** Also what those carry: to deny a report is to deny what its sources said. */
function withCarried(all: readonly Attribution[], roots: readonly Attribution[]): string[] {
  const ids = new Set(roots.map(({ id }) => id));
  for (const other of all) if (other.via !== null && ids.has(other.via)) ids.add(other.id);
  return all.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}

/** Finds the entities mentioned inside a span, by a binary search over all mentions. */
function mentionIndex(entities: readonly Entity[]): (span: Span) => string[] {
  const mentions: { readonly id: string; readonly span: Span }[] = [];
  for (const { id, mentions: spans } of entities) for (const span of spans) mentions.push({ id, span });
  mentions.sort((a, b) => a.span[0] - b.span[0]);
  return (span) => {
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle]?.span[1] ?? 0) <= span[0]) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let at = low; at < mentions.length; at++) {
      const mention = mentions[at];
      if (!mention || mention.span[0] >= span[1]) break;
      if (overlaps(mention.span, span)) found.push(mention.id);
    }
    return found;
  };
}
