import type { Article } from '../../article';
import { keywordsOf } from '../../claims/keywords';
import { agree, type Quantity } from '../../text/quantities';
import { contains, type Span, shift } from '../../text/span';
import { figuresShown, figuresTold } from '../figures';
import type { Fix, Rule, RuleFacts } from '../rule';
import { isQuoted } from '../sources';

const facts: RuleFacts = {
  code: 'claim/number-mismatch',
  title: 'A headline and its article give different numbers',
  why: 'Headlines are written last and checked least. Where the headline counts other than the article does, one of the two is wrong, and readers mostly keep the headline.',
  sources: [
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'Check the figures of a headline against those of the story, and both against the source.',
    },
  ],
  severity: 'warning',
  examples: {
    bad: [
      'Ferry company to pay 870 million crowns for its rival\n\nThe ferry company Northlink will pay 780 million crowns for its rival, it said on Monday.\n',
      'Flood drives 1,200 people from their homes\n\nThe flood has driven 1,450 people from their homes, the fire service said.\n',
    ],
    good: [
      'Ferry company to pay 780m crowns for its rival\n\nThe ferry company Northlink will pay 780 million crowns for its rival, it said on Monday.\n',
      'Flood drives 1,500 people from their homes\n\nThe flood has driven 1,450 people from their homes, the fire service said.\n',
      'Flood drives 1,450 people from their homes\n\nThe flood has driven 1,450 people from their homes, of whom 300 people slept in the school.\n',
      'Three people drown in flood\n\nThe flood has driven 1,450 people from their homes, and three people have drowned.\n',
    ],
  },
};

/** How far apart two figures may be to be taken for the same thing counted wrongly. */
const ALIKE = 2;
/** Small numbers come together by chance; then more of the sentence has to be the same. */
const SMALL = 20;
/** Days and years are counted for many things in one article. */
const TIMES = /^(?:day|week|month|year|hour|minut|secon)/;

interface Told {
  readonly quantity: Quantity;
  readonly about: ReadonlySet<string>;
}

/** Reports a figure of a headline that the article has only otherwise: the same thing counted, in a sentence on the same matter. */
export const claimNumberMismatch: Rule = {
  facts,
  check(article) {
    const shown = shownBy(article);
    const told = toldBy(article, new Set(shown.map(({ quantity }) => quantity.unit)));
    return shown.flatMap(({ quantity, about }) => {
      const same = told.get(quantity.unit) ?? [];
      if (same.length === 0 || same.some((other) => agree(quantity, other.quantity))) return [];
      const rival = same.find(
        (other) =>
          other.quantity.value < quantity.value * ALIKE &&
          quantity.value < other.quantity.value * ALIKE &&
          [...about].filter((word) => other.about.has(word)).length >= (quantity.value < SMALL ? 2 : 1),
      );
      if (!rival) return [];
      const words = article.text.slice(...rival.quantity.span);
      const message = `The article says ${words} here. Find out which is right.`;
      return [
        {
          code: facts.code,
          severity: facts.severity,
          span: quantity.span,
          message,
          related: [{ span: rival.quantity.span, message: 'The article’s figure.' }],
        },
      ];
    });
  },
  fixes(article, { span, related }) {
    const right = related[0]?.span;
    if (!right || isQuoted(article, span[0])) return [];
    const [told, shown] = [article.text.slice(...right), article.text.slice(...span)];
    const fixes: Fix[] = [{ title: `Write “${told}”`, edits: [{ span, text: told }], preferred: true, safe: false }];
    if (!isQuoted(article, right[0]))
      fixes.push({ title: `Write “${shown}” in the article`, edits: [{ span: right, text: shown }], preferred: false, safe: false });
    return fixes;
  },
};

/** The figures of headlines. */
function shownBy(article: Article): Told[] {
  const { blocks, found } = figuresShown(article);
  return blocks.flatMap((b, i) => {
    const { span, analysis } = article.blocks[b] ?? {};
    if (!span || !analysis) return [];
    return (found[i] ?? [])
      .filter(({ unit }) => unit !== '' && !TIMES.test(unit))
      .map((quantity) => ({ quantity: { ...quantity, span: shift(quantity.span, span[0]) }, about: aboutOf(analysis.text, quantity) }));
  });
}

/** How many figures of one thing are compared with a headline's. */
const MOST = 64;

/** The figures of the text that count one of `units`, by what they count, each with what its sentence is about. */
function toldBy(article: Article, units: ReadonlySet<string>): Map<string, Told[]> {
  const byUnit = new Map<string, Told[]>();
  if (units.size === 0) return byUnit;
  const { blocks, found } = figuresTold(article);
  for (const [i, b] of blocks.entries()) {
    const { span, analysis } = article.blocks[b] ?? {};
    if (!span || !analysis) continue;
    let s = 0;
    for (const quantity of found[i] ?? []) {
      if (!units.has(quantity.unit)) continue;
      while (s < analysis.sentences.length - 1 && !contains(analysis.sentences[s]?.span ?? [0, 0], quantity.span)) s++;
      const list = byUnit.get(quantity.unit) ?? [];
      if (list.length >= MOST) continue;
      const sentence: Span = analysis.sentences[s]?.span ?? [0, analysis.text.length];
      list.push({
        quantity: { ...quantity, span: shift(quantity.span, span[0]) },
        about: aboutOf(analysis.text.slice(...sentence), quantity),
      });
      byUnit.set(quantity.unit, list);
    }
  }
  return byUnit;
}

/** What a sentence is about apart from its figures and what they count. */
const aboutOf = (sentence: string, { unit }: Quantity): ReadonlySet<string> =>
  new Set([...keywordsOf(sentence.slice(0, 2000))].filter((word) => !/\d/.test(word) && (unit.length < 3 || !word.startsWith(unit))));
