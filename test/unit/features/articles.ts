import fc from 'fast-check';
import { type Article, analyse } from '../../../server/src/article';
import { loadGoldArticles } from '../../fixtures/articles';
import { loadExamples } from '../../fixtures/examples';

/** Every article of our own, read. */
export const OUR_ARTICLES: readonly { readonly file: string; readonly article: Article }[] = [...loadExamples(), ...loadGoldArticles()].map(
  ({ file, text, format }) => ({ file, article: analyse(text, { format }) }),
);

const PIECES = [
  'Ana Ruiz', 'Ruiz', 'Mr Ruiz', 'Tom Hale', 'he', 'She', 'the mayor', 'The Carrow Mercury', 'two officials', '“', '”', '"', "'", '’s', '‘', '«', '»',
  ' said', ' told', ' according to ', ', citing ', ' reported that ', '“We are tired,” she said.', ' cost 40 million crowns', '. ', ', ', '\n', '\n\n', '\r\n', '# ', '> ', '- ',
  'Q: ', '17.40: Later', '\u0000', '\ud83d', '😀', '\t', '<!-- onrecord-disable -->', '**', '[a](b)', 'By Tom Hale',
]; // biome-ignore format: one list

/** The longest stretch of an article that is cut out, in UTF-16 units. */
const STRETCH = 600;

/** Texts made of what articles are made of, in any order, and stretches of our own articles with something wrong in them. */
const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.tuple(fc.constantFrom(...OUR_ARTICLES), fc.nat(), fc.nat({ max: STRETCH }), fc.nat({ max: 40 }), fc.constantFrom(...PIECES)).map(
    ([
      {
        article: { text },
      },
      start,
      at,
      gone,
      piece,
    ]) => {
      const from = start % (text.length + 1);
      return text.slice(from, from + at) + piece + text.slice(from + at + gone, from + STRETCH);
    },
  ),
);

/** A text, read, and an offset in it. */
export const anyPlace: fc.Arbitrary<{ readonly article: Article; readonly offset: number }> = fc
  .tuple(anyText, fc.nat(), fc.constantFrom('plain' as const, 'markdown' as const))
  .map(([text, at, format]) => ({ article: analyse(text, { format }), offset: at % (text.length + 1) }));
