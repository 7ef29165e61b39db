import type { Article } from '../../article';
import type { Span } from '../../text/span';
import { selectorsOf } from '../configuration/levels';
import type { Finding } from '../rule';
import { type Directive, directivesOf, type Named } from './directives';

/** One rule, or group of rules, that one directive silences. */
interface Silence {
  readonly directive: Directive;
  readonly rule: Named;
}

/** What directives made of findings. */
export interface Suppressed {
  /** The findings that no directive silences. */
  readonly findings: readonly Finding[];
  /** The directives, and of each the rules that silenced nothing. */
  readonly directives: readonly { readonly directive: Directive; readonly unused: readonly Named[] }[];
}

/**
 * Leaves out the findings that the article's own comments silence. Line ends within a paragraph mean nothing, so a line reaches as far as
 * the blocks that stand on it. A finding is silenced where it starts, by the nearest directive that names its rule: of its line, then of
 * the region around it, then of the file. Linear in the article, its findings and its directives.
 */
export function suppress(article: Article, findings: readonly Finding[]): Suppressed {
  const directives = directivesOf(article);
  if (directives.length === 0) return { findings, directives: [] };
  const used = new Set<Named>();
  const lines = silencedBlocks(article, directives);
  const regions = new Map<string, Region[]>();
  const files = new Map<string, Silence>();
  for (const directive of directives) {
    if (directive.reach !== 'file') continue;
    for (const rule of directive.rules) if (!files.has(rule.selector)) files.set(rule.selector, { directive, rule });
  }
  const blockAt = searchBy(article.blocks, ({ span }) => span[0]);
  const left = findings.filter((finding) => {
    const selectors = selectorsOf(finding.code);
    if (!regions.has(finding.code)) regions.set(finding.code, regionsOf(directives, selectors));
    const known = regions.get(finding.code) ?? [];
    const silence =
      pickAny(lines.get(blockAt(finding.span[0])), selectors) ??
      known[searchBy(known, ({ from }) => from)(finding.span[0])]?.silence ??
      pick(files, selectors);
    if (silence) used.add(silence.rule);
    return !silence;
  });
  return {
    findings: left,
    directives: directives.map((directive) => ({ directive, unused: directive.rules.filter((rule) => !used.has(rule)) })),
  };
}

type Silences = ReadonlyMap<string, Silence>;

function pick(silences: Silences, selectors: readonly string[]): Silence | undefined {
  for (const selector of selectors) {
    const silence = silences.get(selector);
    if (silence) return silence;
  }
  return undefined;
}

function pickAny(silences: readonly Silences[] | undefined, selectors: readonly string[]): Silence | undefined {
  for (const here of silences ?? []) {
    const silence = pick(here, selectors);
    if (silence) return silence;
  }
  return undefined;
}

/**
 * What the directives of lines silence, by the index of each block that they reach. Directives of the same line share one map, and a block lies
 * on three kinds of lines at most (its first, its last, and those between), so this is linear whatever stands on one line.
 */
function silencedBlocks({ text, blocks }: Article, directives: readonly Directive[]): ReadonlyMap<number, readonly Silences[]> {
  const silenced = new Map<number, Silences[]>();
  const byReach = new Map<string, Map<string, Silence>>();
  const blockAt = searchBy(blocks, ({ span }) => span[0]);
  const starts = lineStarts(text);
  for (const directive of directives) {
    if (directive.reach !== 'line' && directive.reach !== 'next-line') continue;
    const line = directive.reach === 'line' ? lineAround(starts, directive.span) : lineBelow(starts, directive.span, blocks);
    const before = blockAt(line[0]);
    // The last block that starts before the line may go on over it.
    const first = (blocks[before]?.span[1] ?? 0) > line[0] ? before : before + 1;
    const last = blockAt(line[1] - 1);
    const key = `${first} ${last}`;
    const known = byReach.get(key);
    const here = known ?? new Map<string, Silence>();
    for (const rule of directive.rules) if (!here.has(rule.selector)) here.set(rule.selector, { directive, rule });
    if (known) continue;
    byReach.set(key, here);
    for (let index = first; index <= last; index++) silenced.set(index, [...(silenced.get(index) ?? []), here]);
  }
  return silenced;
}

/** From an offset on, until the next region, this directive holds for a rule; undefined: none. */
interface Region {
  readonly from: number;
  readonly silence: Silence | undefined;
}

/** Where a rule with these selectors is silent, by `disable` and `enable`. */
function regionsOf(directives: readonly Directive[], selectors: readonly string[]): Region[] {
  const regions: Region[] = [{ from: 0, silence: undefined }];
  for (const directive of directives) {
    const rule = directive.rules.find(({ selector }) => selectors.includes(selector));
    if (!rule) continue;
    if (directive.reach === 'block') regions.push({ from: directive.span[1], silence: { directive, rule } });
    if (directive.reach === 'enable') regions.push({ from: directive.span[0], silence: undefined });
  }
  return regions;
}

/** The lines that `span` stands on, where lines start at `starts`. */
function lineAround(starts: readonly number[], [start, end]: Span): Span {
  const at = searchBy(starts, Number);
  return [starts[at(start)] ?? 0, starts[at(end) + 1] ?? Number.POSITIVE_INFINITY];
}

/** The first line after that of `span` on which a block starts. */
function lineBelow(starts: readonly number[], span: Span, blocks: Article['blocks']): Span {
  const from = lineAround(starts, span)[1];
  const next = blocks[searchBy(blocks, (block) => block.span[0])(from - 1) + 1];
  return next ? lineAround(starts, [next.span[0], next.span[0]]) : [from, from];
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

/** Finds, in a list sorted by `key`, the index of the last item whose key is not above an offset; -1 where there is none. */
function searchBy<T>(items: readonly T[], key: (item: T) => number): (offset: number) => number {
  return (offset) => {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const item = items[middle];
      if (item !== undefined && key(item) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}
