import type { Article } from '../../article';
import type { BlockKind } from '../../text/blocks';
import type { Span } from '../../text/span';
import type { Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'quote/altered',
  title: 'A quote that the article has in other words',
  why: 'What stands between quotation marks in a headline or a pull quote has to be what was said. Where the article quotes it otherwise, at least one of the two is not.',
  sources: [
    { guide: 'AP', says: 'Never alter quotes, not even to mend small slips.' },
    { guide: 'Reuters Handbook of Journalism', says: 'Quotes are sacrosanct: what stands between the marks is what was said.' },
  ],
  severity: 'warning',
  examples: {
    bad: [
      '“We stole it”: Ennor win with last kick\n\n“We nicked it, and I’ll take it,” said the manager, Steph Carlyon.\n',
      'Ferry to be sold\n\n> “They have sold the island for a song.”\n\n“They sold this island for a song,” said Tom Hale, who leads the islanders’ union.\n',
    ],
    good: [
      '“We nicked it”: Ennor win with last kick\n\n“We nicked it, and I’ll take it,” said the manager, Steph Carlyon.\n',
      '“Crumbs!” Ovens to stay on\n\n“We nicked it, and I’ll take it,” said the baker, Tina Marlowe.\n',
      '“It is time for a change”\n\n“It is cold,” said the manager, Steph Carlyon.\n',
    ],
  },
};

const SHOWN: ReadonlySet<BlockKind> = new Set(['headline', 'subhead', 'pull-quote', 'caption']);
/** Fewer words than this could be anybody's. */
const FEWEST = 3;
/** Bounds on what is compared, so that no article costs more than a moment. */
const MOST_SHOWN = 30;
const MOST_SAID = 300;
const MOST_WORDS = 60;
/** The share of words that may differ in the same quote. */
const DIFFERENT = 0.4;

interface Word {
  readonly key: string;
  readonly span: Span;
}

interface Altered {
  readonly span: Span;
  /** Where it stands in other words. */
  readonly said: Span;
}

/** Reports quotes of headlines and pull quotes that the text has almost, and nowhere exactly. */
export const quoteAltered: Rule = {
  facts,
  check: (article) =>
    alteredIn(article).map(({ span, said }) => ({
      code: facts.code,
      severity: facts.severity,
      span,
      message: 'The article quotes this in other words. Restore what was said.',
      related: [{ span: said, message: 'The article’s wording.' }],
    })),
  fixes(article, finding) {
    const found = alteredIn(article).find(({ span }) => span[0] === finding.span[0]);
    if (!found) return [];
    const words = wordsOf(article.text, found.span);
    const [first, last] = [words[0]?.span[0], words.at(-1)?.span[1]];
    if (first === undefined || last === undefined) return [];
    const said = article.text.slice(...found.said);
    return [{ title: `Restore the wording “${said}”`, edits: [{ span: [first, last], text: said }], preferred: true, safe: false }];
  },
};

function alteredIn(article: Article): Altered[] {
  const { quotes, blocks, text } = article;
  const shown = quotes.filter(
    ({ block, kind }) => SHOWN.has(blocks[block]?.kind ?? 'paragraph') && kind !== 'title' && kind !== 'unclosed',
  );
  if (shown.length === 0) return [];
  const said = quotes
    .filter(({ block, kind }) => !SHOWN.has(blocks[block]?.kind ?? 'paragraph') && kind !== 'title' && kind !== 'scare')
    .slice(0, MOST_SAID)
    .map(({ span }) => wordsOf(text, span));
  return shown.slice(0, MOST_SHOWN).flatMap(({ span }) => {
    const words = wordsOf(text, span);
    if (words.length < FEWEST) return [];
    const near = nearest(words, said);
    return near ? [{ span, said: near }] : [];
  });
}

const wordsOf = (text: string, [start, end]: Span): Word[] =>
  [...text.slice(start, Math.min(end, start + 600)).matchAll(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu)]
    .slice(0, MOST_WORDS)
    .map((match) => ({
      key: match[0].toLowerCase().replaceAll('’', "'"),
      span: [start + match.index, start + match.index + match[0].length],
    }));

/** The stretch of a quote of the text that is almost `words`; null where one is exactly, or none is close. */
function nearest(words: readonly Word[], said: readonly (readonly Word[])[]): Span | null {
  const shown = words.map(({ key }) => key);
  let best: Span | null = null;
  let least = Math.max(1, Math.floor(shown.length * DIFFERENT)) + 1;
  for (const quote of said) {
    for (let at = 0; at < quote.length; at++) {
      if (quote[at]?.key !== shown[0]) continue;
      for (const length of [shown.length, shown.length - 1, shown.length + 1]) {
        const stretch = quote.slice(at, at + length);
        if (stretch.length < length || stretch.at(-1)?.key !== shown.at(-1)) continue;
        const differing = distance(
          shown,
          stretch.map(({ key }) => key),
        );
        if (differing === 0) return null;
        const [first, last] = [stretch[0], stretch.at(-1)];
        // A short one must open the quote: three common words come together by chance.
        if (differing < least && first && last && (shown.length > 4 || at === 0)) {
          least = differing;
          best = [first.span[0], last.span[1]];
        }
      }
    }
  }
  return best;
}

/** Words to put in, take out or change to make one of the other (Levenshtein). */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1);
  for (const [i, word] of a.entries()) {
    let diagonal = i;
    let left = i + 1;
    row = row.map((up, j) => {
      left = Math.min(up + 1, left + 1, diagonal + (word === b[j] ? 0 : 1));
      diagonal = up;
      return left;
    });
  }
  return row.at(-1) ?? a.length;
}
