import { beforeAll, describe, expect, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, paint, stretches } from './paint';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** A case: a text after its headline, and what is painted with the scope. */
type Case = readonly [what: string, text: string, painted: readonly string[]];

const painted = (text: string, scope: string) => stretches(paint(grammar, text), scope);
const inBody = (text: string, scope: string) => painted(`A headline\n\n${text}`, scope);

describe('quotes', () => {
  const cases: readonly Case[] = [
    ['curly double', 'She said: “We won.” Then she left.', ['“We won.”']],
    ['straight double', 'He said "we lost" and "we go on".', ['"we lost"', '"we go on"']],
    ['British single, curly', '‘It’s over,’ she said.', ['‘It’s over,’']],
    ['British single, straight', "'It isn't over,' he said.", ["'It isn't over,'"]],
    ['single inside double', '“He told me ‘no’ twice,” she said.', ['“He told me ‘no’ twice,”']],
    ['double inside single', '‘She called it “a gift” again,’ he said.', ['‘She called it “a gift” again,’']],
    ['straight single inside straight double', `"He told me 'no' twice," she said.`, [`"He told me 'no' twice,"`]],
    ['guillemets', '« Nous verrons », dit-il. «Si», rispose.', ['« Nous verrons »', '«Si»']],
    ['guillemets that point inward', 'Er sagte: »Gut so.« Dann ging er.', ['»Gut so.«']],
    ['low and high marks', 'Er sagte: „Gut so.“ Dann ging er.', ['„Gut so.“']],
    ['a quote over two lines of one paragraph', '“We are here\nto stay,” she said.', ['“We are here\nto stay,”']],
    ['two quotes of one sentence', '“Yes,” he said, “and soon.”', ['“Yes,”', '“and soon.”']],
    ['possessive plural inside a single quote', '‘The boys’ team won again,’ he said.', ['‘The boys’ team won again,’']],
    ['single quote that ends in an s', '‘We want better terms’ and ‘more time’, she said.', ['‘We want better terms’', '‘more time’']],
    ['a quote in brackets', 'The plan (“a gift”) failed.', ['“a gift”']],
    ['a quote after a dash', 'The plan—"a gift"—failed.', ['"a gift"']],
  ];
  test.each(cases)('are painted: %s', (_, text, quotes) => {
    expect(inBody(text, 'string.quoted')).toEqual(quotes);
  });

  const silent: readonly Case[] = [
    ['apostrophes', "The mayor’s aide didn’t call. It's the players' turn, and the Joneses’ house.", []],
    ['shortened words', "Rock 'n' roll of the '90s, 'tis said; ’twas the summer of ’69.", []],
    ['curly marks typed the wrong way round for years', 'The class of ‘98 and the ‘80s.', []],
    ['feet and inches', `The 6'2" guard jumped over a 5-foot-10 rival from 12" away.`, []],
    ['a lone single mark', "He wrote 'no and left.", []],
    ['minutes and seconds', `At 51°30'26" north it was calm.`, []],
  ];
  test.each(silent)('are not painted: %s', (_, text) => {
    expect(inBody(text, 'string.quoted')).toEqual([]);
  });

  test('end with their paragraph when nobody closes them', () => {
    expect(inBody('“We go on, she said.\n\nThe game ended at nine.', 'string.quoted')).toEqual(['“We go on, she said.']);
  });
  test('end where the next paragraph opens with a mark, though no empty line is between', () => {
    expect(inBody('“We go on.\n“And on,” she said. The end.', 'string.quoted')).toEqual(['“We go on.', '“And on,”']);
  });
  test('straight ones left open do not turn the rest inside out', () => {
    expect(inBody('"We go on, she said.\n\nHe said "no" to it.', 'string.quoted')).toEqual(['"We go on, she said.', '"no"']);
  });
  test('an inner one left open does not swallow the outer', () => {
    expect(inBody('“He told me ‘no twice,” she said. The end.', 'string.quoted')).toEqual(['“He told me ‘no twice,”']);
  });
  test('have their marks told apart', () => {
    expect(inBody('“Yes,” he said.', 'punctuation.definition.string')).toEqual(['“', '”']);
  });
});

describe('cues', () => {
  const cases: readonly Case[] = [
    ['after a quote', '“Yes,” she said.', ['said']],
    ['inverted', '“Yes,” said the minister.', ['said']],
    ['according to', 'Rents fell, according to the council.', ['according to']],
    ['a relay', 'The paper reported, citing two officials.', ['reported', 'citing']],
    ['several', 'He denied it and urged calm.', ['denied', 'urged']],
    ['in a statement', 'The firm said in a statement that it paid.', ['said', 'in a statement']],
  ];
  test.each(cases)('are painted: %s', (_, text, cues) => {
    expect(inBody(text, 'keyword.other.cue')).toEqual(cues);
  });
  test('are left alone inside quotes, other words and compounds', () => {
    expect(inBody('“She said so.” The aforesaid hearsay, a say-nothing essay, and the unsaid.', 'keyword.other.cue')).toEqual([]);
  });
});

describe('the furniture of an article', () => {
  test('the first line is the headline, quotes in it included', () => {
    const text = 'Mayor: ‘No deal’ on harbour\n\nThe mayor said no.';
    expect(painted(text, 'markup.heading.headline')).toEqual(['Mayor: ‘No deal’ on harbour']);
    expect(painted(text, 'string.quoted')).toEqual(['‘No deal’']);
  });
  test('empty lines may stand before it', () => {
    expect(painted('\n\nMayor says no\n\nThe mayor said no.', 'markup.heading.headline')).toEqual(['Mayor says no']);
  });
  test('a quote left open in it ends with it', () => {
    expect(painted('Mayor: “No deal\nThe mayor said no.', 'string.quoted')).toEqual(['“No deal']);
  });
  test('subheads are painted', () => {
    expect(inBody('## “What comes next”', 'markup.heading.subhead')).toEqual(['## “What comes next”']);
    expect(inBody('## “What comes next”', 'string.quoted')).toEqual(['“What comes next”']);
  });

  const datelines: readonly Case[] = [
    ['place, date, agency and colon', 'PORT ELLIS, Oct 28 (Halden News): The mayor said no.', ['PORT ELLIS, Oct 28 (Halden News):']],
    ['place, agency and hyphen', 'PORT ELLIS (Halden News) - The mayor said no.', ['PORT ELLIS (Halden News) -']],
    ['place and dash', 'PORT ELLIS — The mayor said no.', ['PORT ELLIS —']],
    ['place, country and en dash', 'ST. ODRAN, Velmark – The mayor said no.', ['ST. ODRAN, Velmark –']],
    ['place, country, date and dash', 'ORLÉA, Velmark, March 3 — The mayor said no.', ['ORLÉA, Velmark, March 3 —']],
    ['none: a sentence with a dash', 'The mayor — she won in May — said no.', []],
    ['none: capitals in a sentence', 'NATO said no — and stayed.', []],
  ];
  test.each(datelines)('dateline: %s', (_, text, found) => {
    expect(inBody(text, 'meta.dateline').map((s) => s.trim())).toEqual(found);
  });

  const bylines: readonly Case[] = [
    ['a name', 'By Ana Ruiz', ['By Ana Ruiz']],
    ['a name and a place', 'By Ana Ruiz in Port Ellis', ['By Ana Ruiz in Port Ellis']],
    ['none: a sentence', 'By Monday the mayor had said no.', []],
  ];
  test.each(bylines)('byline: %s', (_, text, found) => {
    const tokens = paint(grammar, `A headline\n${text}`).filter(({ scopes }) => scopes.some((s) => s.includes('byline')));
    expect(tokens.length === 0 ? [] : [tokens.map((t) => t.text).join('')]).toEqual(found);
  });

  const credits: readonly Case[] = [
    ['a sign and an agency', 'The harbour at dawn. © Halden News / Ana Ruiz', ['© Halden News / Ana Ruiz']],
    ['in brackets', 'The harbour at dawn. (Photo: Ana Ruiz)', ['(Photo: Ana Ruiz)']],
    ['a line of its own', 'Photograph: Ana Ruiz/Halden News', ['Photograph: Ana Ruiz/Halden News']],
    ['none: a sentence about photographs', 'Photographs of the harbour were shown.', []],
  ];
  test.each(credits)('credit: %s', (_, text, found) => {
    expect(inBody(text, 'comment.line.credit')).toEqual(found);
  });

  const turns: readonly Case[] = [
    ['a letter', 'Q: Why now?', ['Q']],
    ['a name in capitals', 'ANA RUIZ: Because we must.', ['ANA RUIZ']],
    ['a name with a title', 'Ms Ruiz: Because we must.', ['Ms Ruiz']],
    ['none: one common word', 'Note: the meeting moved.', []],
    ['none: a sentence', 'The mayor said: no.', []],
  ];
  test.each(turns)('turn: %s', (_, text, found) => {
    expect(inBody(text, 'entity.name.speaker')).toEqual(found);
  });

  test('comments, links, footnotes and front matter are set apart', () => {
    expect(inBody('A fact.<!-- onrecord-disable-line claim/unsourced: seen “myself” -->', 'comment.block')).toEqual([
      '<!-- onrecord-disable-line claim/unsourced: seen “myself” -->',
    ]);
    expect(inBody('# onrecord-disable-next-line claim/unsourced -- seen', 'comment.line.directive')).toHaveLength(1);
    expect(inBody('See [the report](https://example.org/r).[^2]', 'markup.underline.link')).toEqual(['https://example.org/r']);
    expect(inBody('See the report.[^2]', 'constant.other.footnote')).toEqual(['[^2]']);
    expect(painted('---\ntitle: “x”\n---\nThe mayor said no.', 'comment.block.front-matter')).toEqual(['---\ntitle: “x”\n---']);
  });
});

describe('any text', () => {
  test.each([
    ['marks', `"'“”‘’«»„`.repeat(4000)],
    ['opening single marks', " 'a".repeat(6000)],
    ['possessives after an opening mark', `‘${'boys’ a '.repeat(4000)}`],
    ['capitals', 'AB '.repeat(9000)],
    ['brackets', '['.repeat(20000)],
    ['lone surrogates and nulls', '\ud800\u0000“\udc00'.repeat(2000)],
  ])('is painted to its end: %s', (_, text) => {
    expect(
      paint(grammar, `A headline\n\n${text}`)
        .slice(2)
        .map((t) => t.text)
        .join(''),
    ).toBe(text);
  });
});
