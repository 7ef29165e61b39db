import fc from 'fast-check';

const PIECES = [
  '“We will build it,” said Ana Ruiz.',
  'Ruiz said that the “old” line was safe.',
  'A source said: “It costs 40 million',
  'The Clarion reported, citing two officials, that the bridge had been shut.',
  'Ida Brekke, the harbour master, denied it.',
  '“Nobody asked.”',
  '# Headline with “marks”',
  'Work has cost 3 million crowns since 2019.',
  '<b onclick="x">said</b> & ]]> “',
  '\u202e\u0000“',
];

/** Texts made of pieces of news, whole and broken, in any order. */
export const TEXTS: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 20 })), { maxLength: 14 })
  .chain((pieces) => fc.constantFrom('\n\n', ' ', '\n').map((glue) => pieces.join(glue)));
