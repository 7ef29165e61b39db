import { describe, expect, test } from 'vitest';
import { selectionSpans } from '../../../server/src/features/selection-ranges';
import { marked } from './cursor';

/** What a selection at the cursor grows through, smallest first. */
function steps(text: string): string[] {
  const { article, cursor } = marked(text);
  return selectionSpans(article, cursor).map((span) => article.text.slice(...span));
}

const SENTENCE = '“It is ours and it stays,” Mayor Ana Ruiz told reporters.';
const PARAGRAPH = `The pier is open. ${SENTENCE}`;
const TEXT = `Pier opens\n\n${PARAGRAPH}\n\nIt rained.`;

describe('a growing selection', () => {
  test('goes from a word through name, mention, attribution, sentence and paragraph to the article', () => {
    expect(steps(TEXT.replace('Ruiz', 'Ru|iz'))).toEqual([
      'Ruiz',
      'Ana Ruiz',
      'Mayor Ana Ruiz',
      '“It is ours and it stays,” Mayor Ana Ruiz told',
      SENTENCE,
      PARAGRAPH,
      TEXT,
    ]);
  });

  test('goes from a word of a quote to the quote, without its marks and with them', () => {
    expect(steps(TEXT.replace('stays', 'st|ays')).slice(0, 4)).toEqual([
      'stays',
      'It is ours and it stays,',
      '“It is ours and it stays,”',
      '“It is ours and it stays,” Mayor Ana Ruiz told',
    ]);
  });

  test('takes in a section', () => {
    const section = '17.40: The pier\n\nIt is open now, and dry.\n\nIt was closed for a year.';
    const found = steps(`Carrow live\n\nIt rained.\n\n${section.replace('open', 'op|en')}\n\n18.05: The boats\n\nThey are out.`);
    expect(found).toContain(section);
  });

  test('is the whole article where nothing stands', () => {
    expect(steps('One.\n\n|\n\nTwo.')).toEqual(['One.\n\n\n\nTwo.']);
    expect(steps('|')).toEqual(['']);
  });
});
