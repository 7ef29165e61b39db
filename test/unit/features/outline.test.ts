import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { documentSymbols, symbolInformation } from '../../../server/src/features/document-symbols';
import { Lines } from '../../../server/src/features/lines';
import { type OutlineNode, outline } from '../../../server/src/features/outline';
import type { Format } from '../../../server/src/text/format';
import { OUR_ARTICLES } from './articles';
import { expectNested } from './nested';

/** An outline as a person sees it: a line each, set in under what it belongs to. */
function drawn(nodes: readonly OutlineNode[], indent = ''): string {
  return nodes
    .map(({ kind, name, detail, children }) => {
      const line = `${indent}${kind}: ${name}${detail ? ` (${detail})` : ''}\n`;
      return line + drawn(children, `${indent}  `);
    })
    .join('');
}

const seen = (text: string, format: Format = 'plain'): string => drawn(outline(analyse(text, { format }), 0.5));

describe('the outline', () => {
  test('has the headline, and under it who speaks, in the order of the text, with what they say', () => {
    expect(
      seen(`Pier opens after a year

Mayor Ana Ruiz opened the pier on Monday. “It is ours and it stays,” she told reporters. She said that the railings would be painted.

“I like piers,” said Tom Hale, a nurse.

“It is cold,” Ruiz said.
`),
    ).toBe(`headline: Pier opens after a year
  person: Ana Ruiz (Mayor)
    quote: “It is ours and it stays,”
    reported: that the railings would be painted
  person: Tom Hale (nurse)
    quote: “I like piers,”
  person: Ana Ruiz (Mayor)
    quote: “It is cold,”
`);
  });

  test('names a voice anew in each paragraph, so that only headlines and sections run over several', () => {
    const found = seen(
      'Pier opens\n\n“It is ours and it stays,” said the mayor, Ana Ruiz.\n\n“It was cold,” Ruiz said. She said that it rained.\n',
    );
    expect(found.match(/person: Ana Ruiz/g)).toHaveLength(2);
    expect(found.match(/quote|reported/g)).toHaveLength(3);
  });

  test('has sections', () => {
    expect(
      seen(
        `# Carrow live

## 17.40: The pier

“It is ours and it stays,” said the mayor, Ana Ruiz.

## 16.10: The boats

“They are out,” said Tom Hale, a nurse.
`,
        'markdown',
      ),
    ).toBe(`headline: Carrow live
  section: 17.40: The pier
    person: Ana Ruiz (mayor)
      quote: “It is ours and it stays,”
  section: 16.10: The boats
    person: Tom Hale (nurse)
      quote: “They are out,”
`);
  });

  test('has whoever is carried under whoever carries', () => {
    expect(
      seen(
        'Food group Mlekar is considering a sale, the Corvin Ledger reported on Tuesday, citing four people familiar with the discussions.\n',
      ),
    ).toMatch(
      /^organization: Corvin Ledger\n {2}reported: Food group Mlekar.*\n {4}unnamed: four people.* \(not named\)\n {6}reported: Food group Mlekar/,
    );
  });

  test('says who stands behind a claim, and shows those that nobody says', () => {
    const found = seen(`Ferry to return

The repair of the ferry cost 12 million crowns, three times as much as any before it, and killed 40 per cent of the budget.

A source said that the ferry had lost 9 million crowns last year, more than any other.
`);
    expect(found).toMatch(/claim: The repair of the ferry cost 12 million crowns.*… \(nobody stands behind it\)/);
    expect(found).toMatch(
      /unnamed: A source \(not named\)\n +reported: that the ferry had lost.*\(only an unnamed source stands behind it\)/,
    );
  });

  test('shows a quote of nobody', () => {
    expect(seen('Pier opens\n\nThe hall was full and the tea was hot.\n\n“It is the wrong place for a pier.”\n\nIt rained.\n')).toContain(
      'quote: “It is the wrong place for a pier.” (nobody is said to have said this)',
    );
  });

  test('does not say that nobody stands behind what somebody says, nor twice what somebody is', () => {
    const found = seen('Pier opens\n\nThe pier cost 40 million crowns, a spokesman for Mlekar said on Monday.\n');
    expect(found).toContain('person: a spokesman for Mlekar\n');
    expect(found).not.toContain('nobody');
  });

  test.each(OUR_ARTICLES)('of $file has lines that nest', ({ article }) => {
    expectNested(outline(article, 0), [0, article.text.length]);
  });
});

describe('the symbols of a document', () => {
  const text = 'Pier opens\n\n“It is ours and it stays,” said the mayor, Ana Ruiz.\n';
  const nodes = outline(analyse(text), 0.5);

  test('are a tree', () => {
    const [headline] = documentSymbols(nodes, new Lines(text));
    expect(headline).toMatchObject({
      name: 'Pier opens',
      range: { start: { line: 0, character: 0 }, end: { line: 2, character: 52 } },
      selectionRange: { end: { line: 0, character: 10 } },
      children: [{ name: 'Ana Ruiz', detail: 'mayor', children: [{ name: '“It is ours and it stays,”' }] }],
    });
  });

  test('are a list for a client that knows no trees', () => {
    const found = symbolInformation(nodes, 'file:///a.txt', new Lines(text));
    expect(found.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['Pier opens', undefined],
      ['Ana Ruiz', 'Pier opens'],
      ['“It is ours and it stays,”', 'Ana Ruiz'],
    ]);
  });
});
