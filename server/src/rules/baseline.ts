import type { Article } from '../article';
import { anyText, count, listOf, objectOf, propertiesOf, type Read, readJson, text, wrong } from './configuration/json';
import type { ConfigurationProblem } from './configuration/problem';
import type { Finding } from './rule';

/** Findings of one kind on the same words, frozen: known, and not reported. */
export interface BaselineEntry {
  readonly code: string;
  /** The words that it was found on, white space made single, the middle left out where they are many. */
  readonly words: string;
  /** A mark of the whole words and of what stands before and after them. */
  readonly context: string;
  /** How many there were with the same words in the same context. */
  readonly count: number;
}

/** A baseline: the frozen findings of each file, by its path from the baseline's folder. */
export interface Baseline {
  readonly files: ReadonlyMap<string, readonly BaselineEntry[]>;
  readonly problems: readonly ConfigurationProblem[];
}

/** The version of the file's shape. */
const SCHEMA = 1;

/** More characters than these, and only the first and the last of them are written down. */
const MOST_WORDS = 120;

/** So many characters before and after the words are their context. */
const CONTEXT = 40;

/** Freezes findings: what a later check of the same article leaves out. */
export function freeze(article: Article, findings: readonly Finding[]): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const anchor = anchorOf(article.text, finding);
    const key = JSON.stringify([anchor.code, anchor.words, anchor.context]);
    entries.set(key, { ...anchor, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/**
 * The findings that are not frozen: each entry takes away as many as it counts, first those in the context where it was found, then those
 * with the same words elsewhere, in the order of the text. Linear in findings and entries.
 */
export function withoutFrozen(article: Article, findings: readonly Finding[], frozen: readonly BaselineEntry[]): Finding[] {
  if (frozen.length === 0) return [...findings];
  const here = new Map<string, number>();
  const anywhere = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string, by: number): void => void counts.set(key, (counts.get(key) ?? 0) + by);
  for (const { code, words, context, count } of frozen) {
    add(here, JSON.stringify([code, words, context]), count);
    add(anywhere, JSON.stringify([code, words]), count);
  }
  const anchored = findings.map((finding) => {
    const { code, words, context } = anchorOf(article.text, finding);
    return { finding, there: JSON.stringify([code, words, context]), words: JSON.stringify([code, words]) };
  });
  const take = (counts: Map<string, number>, key: string): boolean => {
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left > 0;
  };
  return anchored
    .filter(({ there, words }) => !(take(here, there) && take(anywhere, words)))
    .filter(({ words }) => !take(anywhere, words))
    .map(({ finding }) => finding);
}

function anchorOf(source: string, { code, span }: Finding): Omit<BaselineEntry, 'count'> {
  const words = single(source.slice(...span));
  const before = single(source.slice(Math.max(0, span[0] - CONTEXT), span[0]));
  const after = single(source.slice(span[1], span[1] + CONTEXT));
  return { code, words: shortened(words), context: mark([before, words, after].join('\n')) };
}

const single = (words: string): string => words.replace(/\s+/g, ' ').trim();

function shortened(words: string): string {
  if (words.length <= MOST_WORDS) return words;
  const half = MOST_WORDS / 2 - 1;
  return `${words.slice(0, half)} … ${words.slice(-half)}`;
}

/** Eight hexadecimal digits (FNV-1a over UTF-16 units): tells contexts apart, keeps nothing secret. */
function mark(words: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The text of a baseline: one entry a line, files in the order of their paths, so that it diffs and merges well. Ends with a line end. */
export function printBaseline(files: ReadonlyMap<string, readonly BaselineEntry[]>): string {
  const paths = [...files.keys()].filter((path) => (files.get(path)?.length ?? 0) > 0).sort();
  const lines = paths.map((path) => {
    const entries = (files.get(path) ?? []).map(
      ({ code, words, context, count }) => `      ${JSON.stringify({ code, words, context, count })}`,
    );
    return `    ${JSON.stringify(path)}: [\n${entries.join(',\n')}\n    ]`;
  });
  return `{\n  "schema": ${SCHEMA},\n  "files": {${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}}\n}\n`;
}

const entry = objectOf<BaselineEntry>({ code: text, words: anyText, context: text, count }, 'an entry');

const entries: Read<readonly BaselineEntry[]> = listOf((node, report) => {
  const said = entry(node, report);
  if (!said) return undefined;
  const { code, words, context, count: times } = said;
  if (code === undefined || words === undefined || context === undefined)
    return wrong(node, 'an entry with a code, words and a context', report);
  return { code, words, context, count: times ?? 1 };
}, 'a list of entries');

const files: Read<ReadonlyMap<string, readonly BaselineEntry[]>> = (node, report) => {
  if (node.type !== 'object') return wrong(node, 'an object of files', report);
  return new Map(propertiesOf(node, report).map(({ name, value }) => [name, entries(value, report) ?? []]));
};

const schema: Read<number> = (node, report) =>
  node.value === SCHEMA ? SCHEMA : wrong(node, `${SCHEMA}, the only schema that this version knows`, report);

const baseline = objectOf<{ schema: number; files: ReadonlyMap<string, readonly BaselineEntry[]> }>(
  { schema, files },
  'a baseline in braces { }',
);

/** Reads a baseline. Never throws; what it can't understand it reports and leaves out. */
export function parseBaseline(source: string): Baseline {
  const problems: ConfigurationProblem[] = [];
  const said = readJson(source, baseline, (problem) => problems.push(problem));
  return { files: said?.files ?? new Map(), problems };
}
