import { RULES } from '../../server/src/rules';
import { articleOf } from '../../server/src/rules/examples';

/** A text of about `length` units that is made to be slow to read. */
export type Adversary = (length: number) => string;

const repeated =
  (piece: string): Adversary =>
  (length) =>
    piece.repeat(Math.max(1, Math.round(length / piece.length)));

const between =
  (before: string, piece: string, after: string): Adversary =>
  (length) =>
    before + repeated(piece)(length) + after;

/** What is repeated without an end: marks, halves of characters, markup, and words that patterns begin with. */
const PIECES = [
  '“', '”', '"', "'", '’', '“”', '"“', '“‘"\'', '(“‘[', '’”)', 'a', 'a ', 'A ', 'A', '.', '. ', '- ', '-', '\n', '\r', ' ', '\t', ' a', '[', ']', '](', '[a](', '[a]', '<!--', '-->', '`', '*', '_', '**a', '~', '> ', '# ',
  '|-', '|', 'www.', 'http://', '$1,000 ', '1,', '1 in 2 ', '0', '.A', 'A.', 'U.S. ', '\ud83d', '\ude00', '😀', 'a\u0301', '\u0301', '\u202e', '\u200d', '\u00ad', '\u0000', '<!-- onrecord-disable-line -->', '<!-- onrecord-disable x -->\n',
  '// onrecord-disable-next-line\n', 'according to ', 'said that ', 'and ', ', ', ',', ':', '…', '—', '& ', '&amp;', '\\', '$', '$a^', '[^a]', '[^', 'Mr ', 'of the ', 'more than ', 'a source ', 'officials said ', 'the minister ', 'Ana and Luis ',
  'Ana, ', 'he said ', '“no,” he said. ', 'twenty-', 'half of ', '# a\n', '- a\n', '1. a\n', '> a\n', 'a\n\n', 'Ana\n\n', '“a\n\n', '“a”\n\n', '"a\n', 'A said “b”.\n\n', '    a\n', '```\n', '---\n', 'a\n---\n', '<a ', '<a>', 'Q: a\n',
  'LAVROV: a\n', 'co-', "o'", 'gonna', '@a ', '/a', '© ', '(AP) ', 'AP ', 'A/', '–', 'By Ana, ', 'Oct. 1, ', 'Ana Ruiz said ',
]; // biome-ignore format: one list

/** Names that come in no order: a linear congruence over syllables. */
function names(): () => string {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return `A${[...(state >>> 4).toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')}`;
  };
}

const withNames =
  (paragraph: (name: () => string) => string): Adversary =>
  (length) => {
    const name = names();
    const parts: string[] = [];
    for (let size = 0; size < length; ) {
      const part = paragraph(name);
      parts.push(part);
      size += part.length;
    }
    return parts.join('');
  };

/** Texts made to be slow, by name. */
export const ADVERSARIES: ReadonlyMap<string, Adversary> = new Map<string, Adversary>([
  ...PIECES.map((piece): [string, Adversary] => [JSON.stringify(piece), repeated(piece)]),
  ['a word of apostrophes', between('a', "'", 'x')],
  ['a figure of noughts', between('', '0', '1')],
  ['a word, spaces, a word', between('a', ' ', 'x')],
  ['a word, tabs, a word', between('a', '\t', 'x')],
  ['marks nested', (length) => `${'(“‘['.repeat(length / 8)}${']’”)'.repeat(length / 8)}`],
  ['many people, one line', withNames((name) => `${name()} ${name()} said “we ${name()} it”, and ${name()} denied that. `)],
  ['many people', withNames((name) => `${name()} ${name()} said “we ${name()} it”, and ${name()} denied that.\n\n`)],
  ['one family', withNames((name) => `${name()} Smith said “we ${name()} it”, and Smith denied that.\n\n`)],
  ['one given name', withNames((name) => `John ${name()} said “we ${name()} it”, and John denied that.\n\n`)],
  ['headlines', withNames((name) => `# ${name()} says “we ${name()} it 40 people”\n\n`)],
  ...RULES.flatMap(({ facts: { code, examples } }) =>
    [...examples.bad, ...examples.good].map(articleOf).flatMap((text, i): [string, Adversary][] => [
      [`${code}, example ${i + 1} again and again`, repeated(`${text}\n`)],
      [`${code}, example ${i + 1} in one line`, repeated(text.replace(/\s+/g, ' '))],
    ]),
  ),
]);
