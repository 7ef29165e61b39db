import { describe, expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { analyse } from '../../../server/src/article';
import { withSources } from '../../../server/src/rules/examples';
import { createService } from '../../../server/src/service';
import type { Format } from '../../../server/src/text/format';

const SOURCES = {
  'council.txt': `MAYOR HALE: We have waited eleven years for a new pier. I will not ask this town to wait another winter.

DR. MARLOWE: The timber is rotten from the second bay outwards. We counted 23 piles that a child could push over.
`,
  'radio.vtt': 'WEBVTT\n\n00:01:04.000 --> 00:01:06.000\n<v Ida Brekke>The gulls will be the only ones who miss it.\n',
  'survey (final).html': '<p>The survey found 23 rotten piles in the second and third bays of the pier.</p>',
};

const service = createService({ markup: 'markdown', documentChanges: true });

/** An article with the sources beside it; `|` in it marks the cursor. */
function at(marked: string, format: Format = 'plain') {
  const offset = marked.indexOf('|');
  const article = withSources(analyse(marked.replace('|', ''), { format }), SOURCES);
  return { article, position: service.lines(article).positionAt(offset) };
}

function card(marked: string): string {
  const { article, position } = at(marked);
  const contents = service.hover(article, position)?.contents;
  return MarkupContent.is(contents) ? contents.value : '';
}

describe('the card of a quote', () => {
  test('says that it stands word for word, and where', () => {
    expect(card('“We have |waited eleven years for a new pier,” said the mayor, Tom Hale.\n')).toContain(
      '**Word for word** in [sources\\/council.txt, line 1](<file:///sources/council.txt#L1>), said by MAYOR HALE',
    );
    expect(card('“The gulls will |be the only ones who miss it,” said the harbour master, Ida Brekke.\n')).toContain(
      ', at 1:04, said by Ida Brekke',
    );
  });

  test('says what was edited that may be', () => {
    expect(card('“We counted |twenty-three piles … a child could push over,” said Tina Marlowe.\n')).toMatch(
      /\*\*As said\*\*, but for figures for words, words left out with “…”: \[sources/,
    );
  });

  test('shows the words that are otherwise', () => {
    expect(card('“The wood is |rotten from the second bay outwards,” said the surveyor, Tina Marlowe.\n')).toMatch(
      /\*\*Otherwise\*\* in .*\n\n“The ~~wood~~ \*\*timber\*\* is rotten/,
    );
    expect(card('“I will |ask this town to wait another winter,” said the mayor, Tom Hale.\n')).toContain('“I will **not** ask this town');
  });

  test('says where the pieces are, whose words they are, or that they are nowhere', () => {
    expect(card('“The timber is |rotten from the second bay outwards,” said the mayor, Tom Hale.\n')).toContain(
      '**Somebody else’s words** in ',
    );
    expect(card('“We will |sell the benches to pay for it all,” said the mayor, Tom Hale.\n')).toContain(
      'Not in any of the 3 documents beside the article.',
    );
    expect(card('He called it a “|lifeline” for the town, said Tom Hale.\n')).not.toContain('document');
  });
});

describe('the card of a claim', () => {
  test('has the passages that bear on it', () => {
    expect(card('The survey |found 23 rotten piles in the second and third bays of the pier.\n')).toMatch(
      /Supported by \[sources\\\/survey \\\(final\\\).html, line 1\]\(<file:\/\/\/sources\/survey%20\(final\).html#L1>\): “The survey found 23/,
    );
  });
});

describe('citing a passage', () => {
  const document = { uri: 'file:///story.md', version: 1 };
  const cited = (marked: string, format: Format): string[] => {
    const { article, position } = at(marked, format);
    const actions = service.codeActions(article, document, { start: position, end: position }, { diagnostics: [] });
    return actions.flatMap(({ title, edit }) =>
      title.startsWith('Cite sources')
        ? [
            title,
            ...(edit?.documentChanges ?? []).flatMap((change) =>
              'edits' in change ? change.edits.map((one) => ('newText' in one ? one.newText : '')) : [],
            ),
          ]
        : [],
    );
  };
  const CLAIM = 'The survey |found 23 rotten piles in the second and third bays of the pier.';

  test('is a footnote with a link in Markdown, and one with a line in plain text', () => {
    expect(cited(`${CLAIM} It closed.\n`, 'markdown')).toEqual([
      'Cite sources/survey (final).html, line 1',
      '[^1]',
      '\n\n[^1]: [sources/survey (final).html, line 1](sources/survey%20%28final%29.html)',
    ]);
    expect(cited(`${CLAIM} It closed.\n`, 'plain')).toEqual([
      'Cite sources/survey (final).html, line 1',
      '[1]',
      '\n\n[1]: sources/survey (final).html, line 1',
    ]);
  });

  test('is not offered where something is cited', () => {
    expect(cited(`${CLAIM}[^1]\n\n[^1]: the survey\n`, 'markdown')).toEqual([]);
  });
});

describe('a finding', () => {
  test('points at the place in the other document', () => {
    const { article } = at('|“The wood is rotten from the second bay outwards,” said the surveyor, Tina Marlowe.\n');
    expect(service.diagnostics(article, 'file:///story.txt')).toContainEqual(
      expect.objectContaining({
        code: 'quote/altered-from-source',
        relatedInformation: [
          {
            location: { uri: 'file:///sources/council.txt', range: { start: { line: 2, character: 13 }, end: { line: 2, character: 62 } } },
            message: 'The timber is rotten from the second bay outwards',
          },
        ],
      }),
    );
  });
});
