import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Article } from '../article';
import type { Finding } from '../rules/rule';
import { overlaps, type Span } from '../text/span';
import type { Lines } from './lines';
import { flatten, Strokes } from './painting';
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

/** How tokens are to be chosen. */
export interface TokenOptions {
  /** Attributions less sure than this, 0…1, are not coloured. */
  readonly minimumConfidence: number;
  /** What is reported on the article: colours mark as unsourced and unattributed what the findings do, and nothing else. */
  readonly findings: readonly Finding[];
}

/**
 * The semantic tokens of an article, as the protocol's run of five numbers each, in order, apart from one another and each within its line.
 * With `within`, those only that touch that span. Linear in the number of quotes, attributions and claims.
 */
export function semanticTokens(article: Article, lines: Lines, options: TokenOptions, within?: Span): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  let line = 0;
  let [lineStart, lineEnd] = lines.lineSpan(line);
  const goTo = (number: number): void => {
    line = number;
    [lineStart, lineEnd] = lines.lineSpan(line);
  };
  flatten(strokesOf(article, options), (start, end, paint) => {
    if (within && !overlaps([start, end], within)) return;
    const [type, modifiers] = PAINTS[paint] ?? [0, 0];
    if (start > lineEnd) goTo(lines.lineAt(start));
    for (;;) {
      // A piece of one line, without the white space around it.
      let from = Math.max(start, lineStart);
      let to = Math.min(end, lineEnd);
      while (from < to && isBlank(lines.text.charCodeAt(from))) from++;
      while (to > from && isBlank(lines.text.charCodeAt(to - 1))) to--;
      if (from < to) {
        const character = lines.width(lineStart, from);
        data.push(line - lastLine, line === lastLine ? character - lastCharacter : character, lines.width(from, to), type, modifiers);
        lastLine = line;
        lastCharacter = character;
      }
      if (end <= lineEnd) return;
      goTo(line + 1);
    }
  });
  return data;
}

function strokesOf(article: Article, { minimumConfidence, findings }: TokenOptions): Strokes[] {
  const voices = voicesOf(article);
  const unsourced = new Set<number>();
  const unattributed = new Set<number>();
  for (const { code, span } of findings) {
    if (code === 'claim/unsourced') unsourced.add(span[0]);
    else if (code === 'quote/unattributed' || code === 'quote/unclosed') unattributed.add(span[0]);
  }
  const claims = new Strokes();
  for (const { span } of article.claims) claims.add(span, unsourced.has(span[0]) ? UNSOURCED_CLAIM : CLAIM);
  const attributions = new Strokes();
  for (const attribution of article.attributions) {
    const { confidence, content, cue, source } = attribution;
    if (confidence < minimumConfidence) continue;
    for (const span of content) attributions.add(span, INDIRECT_SPEECH);
    for (const span of cue) attributions.add(span, CUE);
    if (source) for (const span of source) attributions.add(span, voices.isAnonymous(attribution) ? ANONYMOUS : SPEAKER);
  }
  const quotes = new Strokes();
  for (const { span, kind, attribution } of article.quotes) {
    if (kind === 'scare' || kind === 'title') continue;
    if (attribution !== null && (voices.attribution(attribution)?.confidence ?? 0) < minimumConfidence) continue;
    quotes.add(span, unattributed.has(span[0]) ? BARE_QUOTE : QUOTE);
  }
  return [claims, attributions, quotes];
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0xa0;
