import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes, type OpenQuote, type Quote, settleOpen } from '../../../server/src/attribution/quotes';
import type { BlockKind } from '../../../server/src/text/blocks';
import { tokenize } from '../../../server/src/text/tokens';

/**
 * Checks a text in which each quote is marked with its kind: `<direct “No,”> she said.` An ellipsis before the kind says that the quote goes on
 * from the block before, one after it that it is left open: `<…direct… “And then.>`. A line is a block; "# " opens a headline, "## " a subhead.
 */
function check(marked: string): void {
  expect(mark(marked.replace(/<…?(?:direct|mixed|scare|title|unclosed)…? ([^>]*)>/g, '$1'))).toBe(marked);
}

/** Marks the quotes of `text` as `check` reads them. */
function mark(text: string): string {
  let carried: OpenQuote = null;
  return text
    .split('\n')
    .map((line) => {
      const [prefix = '', kind] = line.startsWith('## ')
        ? (['## ', 'subhead'] as const)
        : line.startsWith('# ')
          ? (['# ', 'headline'] as const)
          : ['', 'paragraph' as const];
      const block = line.slice(prefix.length);
      const { quotes, leavesOpen } = findQuotes(tokenize(block), kind, carried);
      carried = leavesOpen;
      return prefix + insert(block, quotes);
    })
    .join('\n');
}

function insert(block: string, quotes: readonly Quote[]): string {
  let at = 0;
  const parts = quotes.map(({ span: [start, end], kind, continues, open }) => {
    const part = `${block.slice(at, start)}<${continues ? '…' : ''}${kind}${open ? '…' : ''} ${block.slice(start, end)}>`;
    at = end;
    return part;
  });
  return parts.join('') + block.slice(at);
}

describe('quotes', () => {
  describe('in double marks', () => {
    it.each([
      '<direct “It’s over,”> she said.',
      '<direct “It’s over,”> she said. <direct “We lost.”>',
      '<direct "It\'s over,"> she said. <direct "We lost.">',
      '<direct "It\'s over ">, she said.',
      '<direct "He asked, \'Is it over?\' ">, she said. <direct "We lost.">',
      'The mayor said: <direct “We shall rebuild the pier.”>',
      'The mayor said: <direct "We shall rebuild the pier.">',
      'She told the hearing, <direct “Nobody asked us.”>',
      '<direct “Who signed it?”> asked Hale.',
      '<direct “Never!”> Moss shouted from the gallery.',
      'He had, Hale said, <mixed “no idea”> who owned it. <direct “None,”> he said, <direct “at all.”>',
      '<direct “If the ferry stops,”> said Ana Ruiz, a baker, <direct “the island starves.”>',
      '<direct “Yes.”>',
      'He paused. <direct “No.”>',
      'Hale said: <direct “No”>',
      'Ruiz: <direct “Why now?”> Hale: <direct “Because.”>',
      '<direct “Why now?”> <direct “Because.”>',
      'Asked whether he would resign, he replied <direct “Absolutely not.”>',
      'She was blunt (<direct “It failed,”> she wrote).',
      'The verdict — <direct “We were wrong about the dam.”> — took a minute to read.',
      '<direct "We will appeal">, the club said.',
      '<direct “[The council] never answered… not once,”> Ruiz said.',
      '<direct “We found 12 boats, 3 of them ours.”> Hale left.',
    ])('%s', check);
  });

  describe('in single marks, as British papers set them', () => {
    it.each([
      '<direct ‘It’s over,’> she said. <direct ‘We lost.’>',
      "<direct 'It's over,'> she said. <direct 'We lost.'>",
      '<direct ‘The ministers’ plan is bad,’> he said.',
      "<direct 'The ministers' plan is bad,'> he said.",
      '<direct ‘We don’t know whose boats’ engines failed’>, said the harbourmaster.',
      '<direct ‘He told me “go away” and I went,’> she told the court.',
      '<direct \'He told me "go away" and I went,\'> she told the court.',
      'The report found <mixed ‘serious and repeated failings’> at the home.',
      "He called the scheme <mixed 'a bad joke'> and left.",
      '<direct ‘They’re singin’ about the mines,’> said Hale.',
      'Moss said: <direct ‘No.’> Then he laughed.',
      '<direct ‘We lost’>, he said, <direct ‘but we shall be back’>.',
      'He said: <direct ‘We lost’>. She said it was <mixed ‘over’>.',
      "<direct 'Cause the roof leaks,'> he said.",
      "<direct 'It's the '90s,'> she said.",
      '<direct ‘The boys’ parents’>, he wrote, <direct ‘knew.’>',
      "Hale said the workers' <mixed 'greed'> was to blame.",
      "A spokesman for the Anglers' Association said: <direct 'The boats' owners weren't told.'>",
      '<direct ‘I was at Jones’s,’> he said, <direct ‘not at the James’ place.’>',
      'She wanted the <mixed ‘experts’> to say so, she said, and the workers’ council agreed.',
      'He said that it bore the initials <mixed ‘R.S.’>[1]',
      'He said: <direct ‘I never saw it.’>† She nodded.',
      '<unclosed… ‘I can pay.> <unclosed… ‘I can pay.> <direct ‘They are in nobody’s interest,’> he concedes.',
    ])('%s', check);
  });

  describe('inside quotes', () => {
    it.each([
      '<direct “He told me ‘go away’ and I went,”> she said.',
      '<direct "He told me \'go away\' and I went,"> she said.',
      '<direct “He said ‘we “must” go’,”> she said.',
      '<direct “The sign said “No entry” in red,”> she said.',
      '<direct “My father’s words were, ‘Keep rowing.’”>',
      "<direct \"My father's words were, 'Keep rowing.'\">",
    ])('%s', check);
  });

  describe('in the marks of other countries', () => {
    it.each([
      '<direct «We are leaving,»> said the envoy.',
      '<direct « We are leaving, »> said the envoy.',
      '<direct »We are leaving,«> said the envoy.',
      '<direct „We are leaving,“> said the envoy.',
      '<direct „We are leaving,”> said the envoy.',
      '<direct ”We are leaving,”> said the envoy.',
      '<direct ‚We are leaving,‘> said the envoy.',
      '<direct ‹We are leaving,›> said the envoy.',
      '<direct 「We are leaving,」> said the envoy.',
      "<direct ``We are leaving,''> said the envoy.",
      "<direct ''We are leaving,''> said the envoy, <direct ''tonight.''>",
      '<direct «He wrote ‹never› twice,»> said the envoy.',
      '<direct «He wrote “never” twice,»> said the envoy.',
    ])('%s', check);
  });

  describe('with marks that were turned or mixed in haste', () => {
    it.each([
      '<direct “We are leaving,“> said the envoy.',
      '<direct “We are leaving,"> said the envoy.',
      '<direct "We are leaving,”> said the envoy. <direct "Soon.”>',
      '<direct " We are leaving, "> said the envoy.',
      '<direct “We are leaving.“>',
      'The envoy said:<direct "We are leaving.">',
      '<direct ’We are leaving,’> said the envoy.',
    ])('%s', check);
  });

  describe('are not apostrophes, clipped words, feet or inches', () => {
    it.each([
      'The ministers’ plan and the unions’ reply crossed.',
      "The ministers' plan and the unions' reply crossed.",
      "In the ’90s, and in the '80s too, rock ’n’ roll was king.",
      "In the '90s rock 'n' roll was king; 'twas ever thus.",
      '’Tis the season; get ’em while they’re hot, at five o’clock.',
      'O’Neill’s boat, D’Arcy’s and the Joneses’ are for sale.',
      'He is 6\'2" tall, his brother 5\' 11" and the plank 12" wide.',
      'He is 6’2” tall and his brother 5’ 11”.',
      'A 12" record, a 7" single.',
      'The workers’ rights. The owners’ wrongs. The players’ strike.',
      '<direct “He’s 6’2”,”> she said.',
      '<direct "He\'s 6\'2" tall,"> she said.',
      '<direct ‘Back in the ’60s we had nothing,’> he said.',
      '<direct “The class of ’68 is here,”> he said.',
      'The year ’22 was dry.',
      'She left <mixed ‘in 1996’> 20 boats, he said.',
      '<direct "The plank\'s 12" long,"> he said. <direct "It\'s fine.">',
      'Guns N’ Roses, Ol’ Man River and rock ’n’ roll. <direct “Nothin’ doin’,”> he said.',
    ])('%s', check);
  });

  describe('built into the writer’s sentence are mixed', () => {
    it.each([
      'Hale said <mixed “no”>.',
      'The harbour had <mixed “expressed a desire”> to sell.',
      'The paper cited two <mixed “people who sat in the room that night”> on Friday.',
      'She said there was <mixed “no such promise”> in the letter.',
      'Ruiz called the tariff <mixed “absurd”> and <mixed “cruel”>.',
      'It was, he added, <mixed “a very long night”>.',
      'The judge described him as <mixed “wholly unreliable.”>',
      'Moss accused the board of <mixed “hiding behind lawyers”>.',
      'Ruiz, who said the tariff was <mixed “absurd”>, left.',
    ])('%s', check);
  });

  describe('at arm’s length are scare quotes', () => {
    it.each([
      'The so-called <scare “experts”> were wrong.',
      "The so-called <scare 'miracle cure'> is salt water.",
      'The <scare “experts”> were wrong again.',
      'His <scare “office”> is a shed.',
      'It was a <scare “victory”>, of sorts.',
      'The bar, dubbed <scare “the Embassy”>, has closed.',
      '<scare “Dreamers”> have waited ten years.',
    ])('%s', check);
  });

  describe('around the names of works are titles', () => {
    it.each([
      'She wrote the novel <title “The Salt Road”> in 1975.',
      'The film <title “Harbour”> opens on Friday.',
      'Her memoir, <title “A House by the Weir,”> sold well.',
      'She appeared on <title “Morning With Moss”> on Sunday.',
      'A documentary titled <title “how we lost the bay”> won the prize.',
      "He directed <title 'The Long Tide'> in 1999.",
      'Asked on CBN’s <title “This Morning,”> Ruiz said she would go.',
      'The band played <title “Rivers of Tin”> twice.',
      '<direct “My book ‘Salt’ is out,”> she said.',
    ])('%s', check);
  });

  describe('without a closing mark', () => {
    it.each([
      '<unclosed… “We will go,> he said.',
      '<unclosed… “We will go,> he said. <direct “And we will come back.”>',
      '<unclosed… "We will go,> said Ana Ruiz, the mayor.',
      '<unclosed… “Will we go?> asked Ruiz.',
      'He called it a <unclosed… “disgrace to the town.> The council met on Monday.',
      'He called it <unclosed… “a disgrace and a shame>',
      '<unclosed… “We will go. Nobody stays,> Moss told reporters on Friday.',
      'The score (<unclosed… “a miracle>) stood.',
      '<unclosed… “It’s a shop, not a time machine,> she fumed outside her door.',
      '<direct… “I asked the council and, he said no to us, and we left.>',
      '<unclosed… “We must act now> said Hale.',
      'She called it <unclosed… “the worst day of my life> and added that <mixed “nobody came.”>',
      '<unclosed… “Never.’> She left the room.',
      'Ruiz said <unclosed… “the pier is lost.> Hale left. Moss said <mixed “the pier is safe”> at once.',
      '<unclosed… ‘We have nothing to hide,> said Hale.',
      '<direct… “We will go, and nobody will stop us.>',
    ])('%s', check);

    it.each([
      ['the next paragraph takes it up', '<direct… “We will go.>\n<…direct “And we will come back,”> he said.'],
      ['over three paragraphs', '<direct… “We will go.>\n<…direct… “And come back.>\n<…direct “And stay,”> he said.'],
      ['in straight marks', '<direct… "We will go.>\n<…direct "And we will come back,"> he said.'],
      ['in single marks', '<direct… ‘We will go. The miners’ hall is ours.>\n<…direct ‘And the brewers’ hall.’>'],
      ['without reopening', '<direct… “We will go.>\n<…direct And we will come back,”> he said. <direct “Soon.”>'],
      ['without reopening, in straight marks', '<direct… "We will go.>\n<…direct And we will come back,"> he said. <direct "Soon.">'],
      ['past a subhead', '<direct… “We will go.>\n## A long road\n<…direct “And we will come back,”> he said.'],
      ['after words of the writer', 'Ruiz told the crowd: <direct… “We will go.>\n<…direct “And we will come back.”>'],
      ['no further than a paragraph without marks', '<direct… “We will go.>\nThe crowd left.\n<direct “Good,”> he said.'],
      ['nor after an attribution', '<unclosed… “We will go,> he said.\n<direct “Good,”> she said.'],
      ['never from a headline', '# <unclosed… “We will go and never come back>\n<direct “Good,”> he said.'],
    ])('goes on where %s', (_, text) => check(text));
  });

  describe('in headlines', () => {
    it.each([
      "# Minister: <direct 'We will not yield'>",
      '# Mayor calls plan <mixed ‘absurd’>',
      "# Mayor's plan <mixed 'absurd'>, say workers' leaders",
      "# <direct 'We were lied to'>: islanders speak",
      '# <direct “Nobody asked us,”> say miners',
      '# The ’90s are back',
    ])('%s', check);
  });

  it('are unclosed where no later block takes up what one left open', () => {
    const article = ['“We will go.', '“And come back.”', '“Never.', 'The crowd left.', '“Soon.'];
    let carried: OpenQuote = null;
    const quotes = article.flatMap((block) => {
      const found = findQuotes(tokenize(block), 'paragraph', carried);
      carried = found.leavesOpen;
      return found.quotes;
    });
    expect(settleOpen(quotes).map(({ kind }) => kind)).toEqual(['direct', 'direct', 'unclosed', 'unclosed']);
  });

  it('finds none where there are none', () => {
    for (const text of ['', 'No marks here.', '"', '“', '”', '’', "'", '""', '“”', '’’’', '" " "']) {
      expect(findQuotes(tokenize(text), 'paragraph', null).quotes.filter(({ kind }) => kind === 'direct')).toEqual([]);
    }
  });

  const pieces = fc.constantFrom(
    '“',
    '”',
    '‘',
    '’',
    '"',
    "'",
    '«',
    '»',
    '„',
    '``',
    "''",
    ' ',
    ', ',
    '. ',
    'He said',
    'the workers',
    'A',
    '6',
    '(',
    ')',
    '—',
    '\n',
    '\ud800',
  );
  const texts = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 }).map((parts) => parts.join(''));
  const kinds = fc.constantFrom<BlockKind>('headline', 'paragraph', 'subhead', 'list-item', 'caption', 'pull-quote');

  it('lie inside the block, in order and apart, in any text', () => {
    fc.assert(
      fc.property(texts, kinds, fc.option(fc.constantFrom('“', '"', '‘', "'", '«', '``')), (text, kind, carried) => {
        const { quotes, leavesOpen } = findQuotes(tokenize(text), kind, carried);
        let at = 0;
        for (const { span } of quotes) {
          expect(span[0]).toBeGreaterThanOrEqual(at);
          expect(span[1]).toBeGreaterThan(span[0]);
          at = span[1];
        }
        expect(at).toBeLessThanOrEqual(text.length);
        if (kind === 'headline') expect(leavesOpen).toBeNull();
        expect(quotes.filter(({ continues }) => continues).length).toBeLessThanOrEqual(carried === null ? 0 : 1);
      }),
    );
  });

  it('are found whatever stands in other paragraphs, but for what is carried', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const inner = text.replace(/[“”"‘’'«»„`\n]/g, 'x');
        expect(findQuotes(tokenize(`Hale wrote: “We go ${inner}x.” He left.`), 'paragraph', null).quotes).toHaveLength(1);
      }),
    );
  });
});
