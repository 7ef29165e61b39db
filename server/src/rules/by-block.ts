import type { Article, BlockAnalysis } from '../article';
import { ownCopy, remembered } from '../text/remembered';

/** What is looked for in a block: a pure function of what it says by itself, and of its text as the writer wrote it, markup and all. */
export type Look<T> = (block: BlockAnalysis, text: string) => readonly T[];

/** Where something stands in an article: the indices of the blocks that have it, in order, and for each what was found in it. */
export interface Places<T> {
  readonly blocks: readonly number[];
  readonly found: readonly (readonly T[])[];
}

/**
 * Looks for something in every block of an article, in each once: at a keystroke one block is looked at, and the others that have something are
 * gathered, for all rules in one pass. What else a finding depends on (who somebody is, what stands in other blocks) is for the rule to judge, of the few
 * places that come into question.
 */
export function lookFor<T>(look: Look<T>): (article: Article) => Places<T> {
  let at: number | undefined;
  return (article) => {
    at ??= asked.push(look) - 1;
    return gathered(article, at) as Places<T>;
  };
}

/** Something about a block, worked out when it is first asked for, and kept for as long as the block is in use. */
export function ofBlock<T>(read: (block: BlockAnalysis, text: string) => T): (article: Article, block: number) => T | undefined {
  const known = new WeakMap<Written, { readonly read: T }>();
  return (article, b) => {
    const written = writtenOf(article)[b];
    const analysis = article.blocks[b]?.analysis;
    if (!written || !analysis) return undefined;
    let made = known.get(written);
    if (!made) {
      made = { read: read(analysis, written.text) };
      known.set(written, made);
    }
    return made.read;
  };
}

/** A block as it is written, with what looks found in it. */
interface Written {
  readonly text: string;
  /** How many of `asked` have looked at it. */
  looks: number;
  /** The places in `asked` of looks that found something, and what they found. */
  readonly by: number[];
  readonly found: (readonly unknown[])[];
}

/** The looks that some rule has asked for, each in its place: a rule that is off costs nothing. */
const asked: Look<unknown>[] = [];

/** The same analysis may be written in several ways, one with a link and one without; that is rare, and the last one is kept. */
const known = new WeakMap<BlockAnalysis, Written>();

const writtenOf = remembered(({ text, masked, blocks }: Article): readonly Written[] => {
  const isPlain = text === masked;
  return blocks.map(({ span, analysis }) => {
    const found = known.get(analysis);
    if (found && (isPlain ? found.text === analysis.text : text.startsWith(found.text, span[0]))) return found;
    const own = text.startsWith(analysis.text, span[0]) ? analysis.text : ownCopy(text.slice(span[0], span[1]));
    const written: Written = { text: own, looks: 0, by: [], found: [] };
    known.set(analysis, written);
    return written;
  });
});

interface List {
  readonly blocks: number[];
  readonly found: (readonly unknown[])[];
}

/** What the first so many of `asked` found in an article. */
const lists = new WeakMap<Article, readonly List[]>();

function gathered(article: Article, at: number): List {
  let all = lists.get(article);
  if (!all || all.length <= at) {
    all = gather(article);
    lists.set(article, all);
  }
  return all[at] ?? { blocks: [], found: [] };
}

function gather(article: Article): readonly List[] {
  const all = asked.map((): List => ({ blocks: [], found: [] }));
  for (const [b, written] of writtenOf(article).entries()) {
    if (written.looks < asked.length) lookAt(written, article.blocks[b]?.analysis);
    for (let i = 0; i < written.by.length; i++) {
      const list = all[written.by[i] ?? 0];
      const found = written.found[i];
      if (!list || !found) continue;
      list.blocks.push(b);
      list.found.push(found);
    }
  }
  return all;
}

function lookAt(written: Written, analysis: BlockAnalysis | undefined): void {
  for (; written.looks < asked.length; written.looks++) {
    const found = analysis && asked[written.looks]?.(analysis, written.text);
    if (!found || found.length === 0) continue;
    written.by.push(written.looks);
    written.found.push(found);
  }
}
