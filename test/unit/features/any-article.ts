import fc from 'fast-check';

const PIECES = [
  'Ana Ruiz',
  'Ruiz',
  'Peter Dahl, the harbour master,',
  'A source',
  'Dawn',
  'he',
  'She',
  'the mayor',
  'said',
  'told reporters',
  'according to',
  'citing CNN',
  'that the boat costs 40 million crowns',
  '“',
  '”',
  '"',
  "'",
  '’',
  ',',
  '.',
  '?',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '[^1]',
  '[^1]: ',
  '[a note](notes.txt)',
  'https://example.org/a?b=c',
  '😀',
  '\ud800',
  '\u0000',
] as const;

/** Texts that look like articles, and some that look like nothing. */
export const anyArticle: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ').replace(/ {2,}/g, ' ')),
  },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);
