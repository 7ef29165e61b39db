import { contains, overlaps, type Span, sharedLength, totalLength } from '../text/span';
import type { BlockAttribution } from './block-attribution';

/** From here on a pattern is believed against an unsure model: quotes with their cue, turns, signatures. */
const STRONG = 0.9;
/** A pattern that the models know nothing of is believed from here on (precision on polnear/train without the models: about three in four). */
const BELIEVED = 0.75;
/** Contents that agree as far as this (Jaccard) make two witnesses of one. */
const AGREEING = 0.8;

/** From here on a pattern's own spans stand whatever the models say: layout, and quotes after a colon. */
const DECISIVE = 0.94;
/** What agreement adds of what is missing to certainty; how sure a pattern is that overrules the models, and one of grammar that they are silent on (polnear/dev). */
const AGREEMENT = 0.2;
const OVERRULING = 0.8;
const UNSEEN = 0.6;
/** Models as sure as this know the spans of a quote better than a strong pattern does (this and the others tuned on polnear/dev and our own articles). */
const SURE = 0.7;

type Found = Omit<BlockAttribution, 'via'>;

/** An attribution on its way to the result, and the pattern that it came from or met. */
interface Kept {
  readonly attribution: Found;
  readonly pattern: BlockAttribution | null;
}

/**
 * Joins what the patterns and the trained models found in one block. Where punctuation and layout decide, the pattern's spans win; elsewhere the models'.
 * Where both saw the same, it is a little surer. What carries what is known to the patterns alone. In order of the first span.
 */
export function mergeAttributions(patterns: readonly BlockAttribution[], model: readonly Found[]): BlockAttribution[] {
  const kept: Kept[] = [];
  const met = new Set<BlockAttribution>();
  for (const found of model) {
    const pattern = patterns.find((other) => !met.has(other) && isSame(other, found));
    if (pattern) {
      met.add(pattern);
      kept.push({ attribution: join(pattern, found), pattern });
    } else if (!patterns.some((other) => other.confidence >= STRONG && isMostly(other.content, found.content))) {
      kept.push({ attribution: found, pattern: null });
    }
  }
  for (const pattern of patterns) {
    if (met.has(pattern)) continue;
    const carried = pattern.via !== null && kept.some((other) => other.pattern === patterns[pattern.via ?? -1]);
    // What stands inside the pattern's words is somebody else's, carried by it: no rival.
    const rivals = pattern.via === null ? kept.filter((other) => other.pattern === null && !holds(pattern.content, other.attribution)) : [];
    const taken = rivals.some((other) => isMostly(pattern.content, other.attribution.content, true));
    if (carried || (pattern.confidence >= BELIEVED && !taken)) kept.push({ attribution: alone(pattern), pattern });
  }
  kept.sort((a, b) => startOf(a.attribution) - startOf(b.attribution));
  return kept.map(({ attribution, pattern }) => {
    const carrier = pattern === null || pattern.via === null ? undefined : patterns[pattern.via];
    const via = kept.findIndex((other) =>
      carrier ? other.pattern === carrier : pattern === null && other.pattern !== null && holds(other.attribution.content, attribution),
    );
    const { kind, source, cue, content, confidence, why } = attribution;
    return { kind, source, cue, content, via: via < 0 ? null : via, confidence, why };
  });
}

/** A pattern that the models are silent on: layout and quotes speak for themselves, a clause less so. */
const alone = (pattern: BlockAttribution): BlockAttribution => ({
  ...pattern,
  confidence: pattern.confidence >= STRONG || pattern.via !== null ? pattern.confidence : Math.min(pattern.confidence, UNSEEN),
});

/** Whether both speak of the same cue, and not of sources that have nothing in common (a strong pattern knows its source best). */
function isSame(pattern: BlockAttribution, found: Found): boolean {
  if (!meet(pattern.cue, found.cue)) return false;
  return !pattern.source || !found.source || meet(pattern.source, found.source) || pattern.confidence >= STRONG;
}

function join(pattern: BlockAttribution, found: Found): Found {
  const both = sharedLength(pattern.content, found.content);
  const agreeing = both >= AGREEING * (totalLength(pattern.content) + totalLength(found.content) - both);
  // The models' own figure is calibrated; a pattern that agrees adds little to it, as they see the same words.
  const confidence = agreeing ? found.confidence + AGREEMENT * (1 - found.confidence) : found.confidence;
  const why = [...pattern.why, ...found.why];
  if (pattern.confidence >= DECISIVE || (pattern.confidence >= STRONG && found.confidence < SURE))
    return { ...pattern, confidence: Math.max(confidence, OVERRULING), why };
  return { ...found, source: found.source ?? pattern.source, confidence, why };
}

/** Whether an attribution stands as a whole, its source and cue too, inside somebody's words. */
function holds(words: readonly Span[], { source, cue, content }: Found): boolean {
  const inside = [...(source ?? []), ...cue, ...content];
  return source !== null && inside.every((span) => words.some((part) => contains(part, span)));
}

/** Whether more than half of the shorter content (of the first, with `ofFirst`) is in the other. */
function isMostly(a: readonly Span[], b: readonly Span[], ofFirst = false): boolean {
  return sharedLength(a, b) > 0.5 * (ofFirst ? totalLength(a) : Math.min(totalLength(a), totalLength(b)));
}

const startOf = ({ source, cue, content }: Found): number => Math.min(...[...(source ?? []), ...cue, ...content].map(([start]) => start));

const meet = (a: readonly Span[], b: readonly Span[]): boolean => a.some((x) => b.some((y) => overlaps(x, y)));
