import fc from 'fast-check';
import type { Format } from '../../../server/src/text/format';
import { loadGoldArticles } from '../../fixtures/articles';

/** An article of our own after what happens to copy: sentences lost, doubled and moved, and another style of quotation marks. */
export interface Mutated {
  readonly file: string;
  readonly format: Format;
  readonly text: string;
}

const ARTICLES = loadGoldArticles();

/** Ways to write quotation marks: what “, ”, ‘ and ’ (as a mark, not in a word) become. */
const STYLES: readonly (readonly [string, string, string, string])[] = [
  ['“', '”', '‘', '’'],
  ['"', '"', "'", "'"],
  ['‘', '’', '“', '”'],
  ['«', '»', '‹', '›'],
  ['„', '“', '‚', '‘'],
];

const edit = fc.record({ kind: fc.constantFrom('delete', 'duplicate', 'swap'), at: fc.nat(), with: fc.nat() });

/** One of our own articles, mutated. */
export const mutatedArticle: fc.Arbitrary<Mutated> = fc
  .record({ article: fc.constantFrom(...ARTICLES), edits: fc.array(edit, { maxLength: 6 }), style: fc.constantFrom(...STYLES) })
  .map(({ article, edits, style }) => {
    const pieces = piecesOf(article.text);
    for (const { kind, at, with: other } of edits) {
      const [i, j] = [at % pieces.length, other % pieces.length];
      const [one = '', two = ''] = [pieces[i], pieces[j]];
      if (kind === 'delete') pieces[i] = '';
      else if (kind === 'duplicate') pieces[i] = `${one.trimEnd()} ${one}`;
      else [pieces[i], pieces[j]] = [two, one];
    }
    return { file: article.file, format: article.format, text: inStyle(pieces.join(''), style) };
  });

/** Sentences, roughly, each with the white space after it, so that joined they are the text. */
const piecesOf = (text: string): string[] =>
  text.match(/[^\n]*?(?:[.!?][”’"']?(?=\s)|(?=\n)|$)\s*/g)?.filter((piece) => piece !== '') ?? [text];

const inStyle = (text: string, [open, close, innerOpen, innerClose]: readonly [string, string, string, string]): string =>
  text
    .replace(/“/g, '\u0001')
    .replace(/”/g, '\u0002')
    .replace(/‘((?:[^‘’]|(?<=\p{L})’(?=\p{L}))*)’(?!\p{L})/gu, '\u0003$1\u0004')
    .replaceAll('\u0001', open)
    .replaceAll('\u0002', close)
    .replaceAll('\u0003', innerOpen)
    .replaceAll('\u0004', innerClose);
