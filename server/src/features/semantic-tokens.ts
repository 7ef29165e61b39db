import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Article } from '../article';
import type { Finding } from '../rules/rule';
import { overlaps, type Span } from '../text/span';
import type { Lines } from './lines';
import { voicesOf } from './voices';

/** What can be coloured, and how it can be marked; package.json declares the same names. */
export const LEGEND: SemanticTokensLegend = {
  tokenTypes: ['quote', 'speaker', 'anonymousSpeaker', 'cue', 'claim'],
  tokenModifiers: ['unsourced', 'unattributed', 'indirect'],
};

const UNSOURCED = 1;
const UNATTRIBUTED = 2;
const INDIRECT = 4;

/** How a stretch is painted. Where two overlap, the later of these wins: what is small and particular over what is long. */
const CLAIM = 0;
const UNSOURCED_CLAIM = 1;
const INDIRECT_SPEECH = 2;
const BARE_QUOTE = 3;
const QUOTE = 4;
const SPEAKER = 5;
const ANONYMOUS = 6;
const CUE = 7;

/** Type and modifiers of each paint. */
const PAINTS: readonly (readonly [type: number, modifiers: number])[] = [
  [4, 0],
  [4, UNSOURCED],
  [0, INDIRECT],
  [0, UNATTRIBUTED],
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 0],
];

/** A stretch of one line in one colour. */
export interface PaintedSpan {
  readonly span: Span;
  readonly paint: number;
}

/** How tokens are to be chosen. */
export interface TokenOptions {
  /** Attributions less sure than this, 0…1, are not coloured. */
  readonly minimumConfidence: number;
  /** What is reported on the article: colours mark as unsourced and unattributed what the findings do, and nothing else. */
  readonly findings: readonly Finding[];
}

/**
 * The semantic tokens of an article, as the protocol's run of five numbers each, in order, apart from one another and each within its line.
 * With `within`, those only that touch that span. O(n log n) in the number of quotes, attributions and claims.
 */
export function semanticTokens(article: Article, lines: Lines, options: TokenOptions, within?: Span): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  for (const { span, paint } of flatten(strokesOf(article, options))) {
    if (within && !overlaps(span, within)) continue;
    for (const piece of piecesByLine(lines, span)) {
      const line = lines.lineAt(piece[0]);
      const [lineStart] = lines.lineSpan(line);
      const character = lines.width(lineStart, piece[0]);
      const [type, modifiers] = PAINTS[paint] ?? [0, 0];
      data.push(
        line - lastLine,
        line === lastLine ? character - lastCharacter : character,
        lines.width(piece[0], piece[1]),
        type,
        modifiers,
      );
      lastLine = line;
      lastCharacter = character;
    }
  }
  return data;
}

function strokesOf(article: Article, { minimumConfidence, findings }: TokenOptions): PaintedSpan[] {
  const voices = voicesOf(article);
  const reported = (codes: readonly string[]) => new Set(findings.filter(({ code }) => codes.includes(code)).map(({ span }) => span[0]));
  const unsourced = reported(['claim/unsourced']);
  const unattributed = reported(['quote/unattributed', 'quote/unclosed']);
  const strokes: PaintedSpan[] = [];
  const paint = (spans: readonly Span[], paint: number) => {
    for (const span of spans) strokes.push({ span, paint });
  };
  for (const { span } of article.claims) paint([span], unsourced.has(span[0]) ? UNSOURCED_CLAIM : CLAIM);
  for (const attribution of article.attributions) {
    if (attribution.confidence < minimumConfidence) continue;
    paint(attribution.content, INDIRECT_SPEECH);
    paint(attribution.cue, CUE);
    if (attribution.source) paint(attribution.source, voices.isAnonymous(attribution) ? ANONYMOUS : SPEAKER);
  }
  for (const { span, kind, attribution } of article.quotes) {
    if (kind === 'scare' || kind === 'title') continue;
    if (attribution !== null && (voices.attribution(attribution)?.confidence ?? 0) < minimumConfidence) continue;
    paint([span], unattributed.has(span[0]) ? BARE_QUOTE : QUOTE);
  }
  return strokes;
}

/** Lays overlapping strokes flat: in order, apart, each place in the paint that wins there. */
export function flatten(strokes: readonly PaintedSpan[]): PaintedSpan[] {
  const edges = edgesOf(strokes);
  const layers = new Int32Array(PAINTS.length);
  const flat: PaintedSpan[] = [];
  let open = -1;
  let from = 0;
  for (let i = 0; i < edges.length; ) {
    const at = placeOf(edges[i] ?? 0);
    for (; i < edges.length && placeOf(edges[i] ?? 0) === at; i++) {
      const layer = (edges[i] ?? 0) % EDGES;
      layers[layer >> 1] = (layers[layer >> 1] ?? 0) + ((layer & 1) === 1 ? 1 : -1);
    }
    let top = layers.length - 1;
    while (top >= 0 && (layers[top] ?? 0) <= 0) top--;
    if (top === open) continue;
    if (open >= 0) flat.push({ span: [from, at], paint: open });
    open = top;
    from = at;
  }
  return flat;
}

/** How many edges there can be at one place, opened and closed of each paint. */
const EDGES = 16;

/** Where strokes begin and end, in order: each as one number, of its place, its paint, and whether it opens there. Thousands are sorted at every keystroke. */
function edgesOf(strokes: readonly PaintedSpan[]): Float64Array {
  const edges = new Float64Array(strokes.length * 2);
  let count = 0;
  for (const { span, paint } of strokes) {
    if (span[0] >= span[1]) continue;
    edges[count++] = span[0] * EDGES + paint * 2 + 1;
    edges[count++] = span[1] * EDGES + paint * 2;
  }
  return edges.subarray(0, count).sort();
}

const placeOf = (edge: number): number => Math.floor(edge / EDGES);

/** A span cut at the ends of its lines, without the white space around each piece. */
function piecesByLine(lines: Lines, [start, end]: Span): Span[] {
  const pieces: Span[] = [];
  const last = lines.lineAt(end);
  for (let line = lines.lineAt(start); line <= last; line++) {
    const [lineStart, lineEnd] = lines.lineSpan(line);
    let from = Math.max(start, lineStart);
    let to = Math.min(end, lineEnd);
    while (from < to && isBlank(lines.text.charCodeAt(from))) from++;
    while (to > from && isBlank(lines.text.charCodeAt(to - 1))) to--;
    if (from < to) pieces.push([from, to]);
  }
  return pieces;
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0xa0;
