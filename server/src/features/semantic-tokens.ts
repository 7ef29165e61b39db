import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Article } from '../article';
import type { Finding } from '../rules/rule';
import { changeBetween, growth } from '../text/change';
import { firstAbove } from '../text/sorted';
import { overlaps, type Span } from '../text/span';
import type { Lines } from './lines';
import { differing, edgesOf, flatten, Strokes } from './painting';
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
  /** The tokens of an earlier version, as they were given here: those that are the same are taken over from them. */
  readonly previous?: readonly number[] | undefined;
}

/**
 * The semantic tokens of an article, as the protocol's run of five numbers each, in order, apart from one another and each within its line.
 * With `within`, those only that touch that span. Linear in the number of quotes, attributions and claims.
 */
export function semanticTokens(article: Article, lines: Lines, options: TokenOptions, within?: Span): number[] {
  const edges = edgesOf(strokesOf(article, options));
  const old = options.previous && !within ? pictures.get(options.previous) : undefined;
  const picture = new Picture(lines, edges);
  if (old && old.lines.encoding === lines.encoding) picture.drawAgain(old);
  else picture.draw(within);
  // Of a part nothing can be taken for the whole.
  if (!within) pictures.set(picture.data, picture);
  return picture.data;
}

/** What tokens were made of, by them. */
const pictures = new WeakMap<readonly number[], Picture>();

/** The tokens of one version of an article. */
class Picture {
  data: number[] = [];
  /** For each token: where it starts, and where the stretch in its colour does, which may be several tokens on several lines. */
  private starts: number[] = [];
  private stretches: number[] = [];
  /** Where the last token starts. */
  private lastLine = 0;
  private lastCharacter = 0;
  /** The line at hand. */
  private line = 0;
  private lineStart = 0;
  private lineEnd = 0;

  constructor(
    readonly lines: Lines,
    private readonly edges: Float64Array,
  ) {
    this.goTo(0);
  }

  draw(within?: Span): void {
    flatten(this.edges, 0, (start, end, paint) => {
      if (!within || overlaps([start, end], within)) this.add(start, end, paint);
      return false;
    });
  }

  /** Draws anew what lies around the places where the text or the strokes have changed, and takes the rest from an earlier version. */
  drawAgain(old: Picture): void {
    const change = changeBetween(old.lines.text, this.lines.text);
    const by = growth(change);
    const { first, last } = differing(old.edges, this.edges, by);
    // A change may make or break a line end with the unit beside it.
    const kept = firstAbove(old.stretches, Math.min(first, change.start - BESIDE) - 1);
    const head = firstAbove(old.stretches, (old.stretches[kept - 1] ?? 0) - 1);
    const from = old.stretches[head] ?? 0;
    this.take(old, 0, head, 0);
    let rest = old.starts.length;
    flatten(this.edges, head === 0 ? 0 : from, (start, end, paint) => {
      if (start > Math.max(last, change.after + BESIDE)) {
        const twin = firstAbove(old.stretches, start - by - 1);
        if (old.stretches[twin] === start - by) {
          rest = twin;
          return true;
        }
      }
      this.add(start, end, paint);
      return false;
    });
    this.take(old, rest, old.starts.length, by);
  }

  /** Adds a stretch in one paint: a token on each of its lines, without the white space around it. */
  private add(start: number, end: number, paint: number): void {
    const { lines, data } = this;
    const [type, modifiers] = PAINTS[paint] ?? [0, 0];
    if (start > this.lineEnd || start < this.lineStart) this.goTo(lines.lineAt(start));
    for (; ; this.goTo(this.line + 1)) {
      let from = Math.max(start, this.lineStart);
      let to = Math.min(end, this.lineEnd);
      while (from < to && isBlank(lines.text.charCodeAt(from))) from++;
      while (to > from && isBlank(lines.text.charCodeAt(to - 1))) to--;
      if (from < to) {
        const character = lines.width(this.lineStart, from);
        const isNewLine = this.line !== this.lastLine;
        data.push(
          this.line - this.lastLine,
          isNewLine ? character : character - this.lastCharacter,
          lines.width(from, to),
          type,
          modifiers,
        );
        this.starts.push(from);
        this.stretches.push(start);
        this.lastLine = this.line;
        this.lastCharacter = character;
      }
      if (end <= this.lineEnd) return;
    }
  }

  /** Takes over tokens `[first, last)` of an earlier version, moved by `by`. */
  private take(old: Picture, first: number, last: number, by: number): void {
    if (first >= last) return;
    const at = this.data.length;
    this.data = this.data.concat(old.data.slice(first * 5, last * 5));
    for (let i = first; i < last; i++) {
      this.starts.push((old.starts[i] ?? 0) + by);
      this.stretches.push((old.stretches[i] ?? 0) + by);
    }
    // Each is told from the one before it: of the first, that is another now.
    const start = this.starts[at / 5] ?? 0;
    const [line, character] = this.place(start);
    this.data[at] = line - this.lastLine;
    this.data[at + 1] = line === this.lastLine ? character - this.lastCharacter : character;
    [this.lastLine, this.lastCharacter] = this.place(this.starts.at(-1) ?? 0);
  }

  private place(at: number): [line: number, character: number] {
    const line = this.lines.lineAt(at);
    return [line, this.lines.width(this.lines.lineSpan(line)[0], at)];
  }

  private goTo(line: number): void {
    this.line = line;
    [this.lineStart, this.lineEnd] = this.lines.lineSpan(line);
  }
}

/** How many units beside a change may be read otherwise. */
const BESIDE = 2;

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
