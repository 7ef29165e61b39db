import fc from 'fast-check';

/** What texts are made of that break readers of text: halves of characters, marks on nothing, direction, controls, marks of every style and language. */
const PIECES = [
  '\ud83d', '\ude00', '😀', '👩‍👩‍👧', '\u0301', 'a\u0301\u0323', '\u202e', '\u2066', '\u200d', '\u00ad', '\u200b', '\ufeff', '\ufffd', '\u0000', '\u001b[2J', '\u0007', '\u0085', '\u2028',
  '“', '”', '‘', '’', '"', "'", '«', '»', '„', '‟', '‹', '›', '「', '」', '``', "''", '(', ')', '[', ']', '{', '}', '(“‘[', ']’”)',
  '\n', '\r', '\r\n', '\n\n', '\t', ' ', '   ', '.', '…', '?!', ',', ':', '—', '-', '--', '/', '\\', '$', '&amp;', '&#x22;', '<!--', '-->', '<b>', '</b>', '`', '```\n', '*', '**', '_', '~~',
  '# ', '> ', '- ', '1. ', '| a | b |\n|---|---|\n', '---\n', '[a](b)', '[^1]', '[^1]: ', '![', 'https://a.b/c', 'www.a.b', '@ana', '#tag', '\\[', '$x^2$',
  'Ana Ruiz', 'Ruiz', 'Mr ', 'Dr. ', 'U.S. ', 'the minister', 'a source', 'officials', 'he', 'She', 'who', 'I ', 'we ', 'RT', 'ДАРЬЯ', '王小明', 'دنيا', 'O’Neill', 'al-Haq', 'van der ', 'Jr.',
  ' said', ' said that ', ' denied ', 'according to ', 'told reporters ', 'rejected the report', ' and ', ' or ', ' of ', ' more than ', ' doubled since 2019', 'reportedly ', 'it is believed that ',
  '12 per cent', '£3.4m', '1,200', '0', '000000000001', 'two-thirds of ', 'Oct. 3', 'LONDON (Reuters) - ', 'By Tom Hale', 'Q: ', 'LAVROV: ', '© AP/Ana Ruiz', '(Photo by X/AFP)', 'last week ',
  '<!-- onrecord-disable-line -->', '<!-- onrecord-disable quote/unclosed -- x -->', '// onrecord-disable-next-line *', '<!-- onrecord-enable -->', '<!-- onrecord-disable-file',
]; // biome-ignore format: one list

/** Texts of every kind: of those pieces, of anything at all, and long runs of one of them. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join('')) },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ unit: 'grapheme', maxLength: 6 })),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...PIECES), fc.nat(400)).map(([piece, times]) => piece.repeat(times)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.nat(120))
      .map(([open, middle, close, times]) => `${open.repeat(times)}${middle}${close.repeat(times)}`),
  },
);

/** How an article may be written down. */
export const anyFormat = fc.constantFrom('plain' as const, 'markdown' as const, 'html' as const);
