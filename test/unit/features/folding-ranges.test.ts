import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { type FoldingOptions, foldingRanges, folds } from '../../../server/src/features/folding-ranges';
import { Lines } from '../../../server/src/features/lines';
import type { Format } from '../../../server/src/text/format';

const ANY: FoldingOptions = { limit: undefined, collapsedText: false };

/** Each fold as its first line and its last. */
function folded(text: string, format: Format = 'plain', options = ANY): string[] {
  const lines = text.split('\n');
  const found = foldingRanges(folds(analyse(text, { format })), new Lines(text), options);
  return found.map(({ startLine, endLine, kind, collapsedText }) =>
    [`${lines[startLine]} … ${lines[endLine]}`, kind, collapsedText].filter(Boolean).join(' · '),
  );
}

const LIVE = `# Carrow live

It has rained all day in the town, the council says.

## 17.40: The pier

The pier is closed.

It will open on Friday.

## 16.10: The boats

They are out.
`;

const SPEECH = `The harbour master, Ida Brandt, spoke for an hour on Monday.

“The ferry is old,” she said. “It was old when I came.

“It was old when my father came.

“And it still sails.”

Nobody clapped, and the hall was cold.
`;

describe('folding', () => {
  test('folds sections from subhead to subhead', () => {
    expect(folded(LIVE, 'markdown')).toEqual([
      '## 17.40: The pier … It will open on Friday. · region',
      '## 16.10: The boats … They are out. · region',
    ]);
  });

  test('folds a speech over several paragraphs, and says whose it is where the client shows that', () => {
    const expected = '“The ferry is old,” she said. “It was old when I came. … “And it still sails.”';
    expect(folded(SPEECH)).toEqual([expected]);
    expect(folded(SPEECH, 'plain', { ...ANY, collapsedText: true })).toEqual([`${expected} · … Ida Brandt`]);
  });

  test('folds a block quote', () => {
    expect(folded('He wrote it down.\n\n> The sea is wide.\n>\n> The boat is small.\n\nThat was all.\n', 'markdown')).toEqual([
      '> The sea is wide. … > The boat is small.',
    ]);
  });

  test('folds nothing on one line', () => {
    expect(folded('“The ferry is old,” Ida Brandt said.\n')).toEqual([]);
  });

  test('keeps the longest where a client takes few', () => {
    expect(folded(LIVE, 'markdown', { ...ANY, limit: 1 })).toEqual(['## 17.40: The pier … It will open on Friday. · region']);
  });
});
