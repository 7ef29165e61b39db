import { expect, test } from 'vitest';
import { quoteStep } from '../../../server/src/features/quote-steps';
import { marked } from './cursor';

/** The words of the quote that a step from the cursor leads to. */
function step(text: string, direction: 'next' | 'previous'): string | null {
  const { article, cursor } = marked(text);
  const span = quoteStep(article, cursor, direction);
  return span && article.text.slice(...span);
}

const TEXT = 'Ana Ruiz spoke. “It is ours and it stays,” she said. It rained. “We paid for every nail of it,” she said. The boat is out.';

test('steps go to the next quote, to the one before, and round the ends', () => {
  const from = (words: string) => TEXT.replace(words, `|${words}`);
  expect(step(from('Ana'), 'next')).toBe('“It is ours and it stays,”');
  expect(step(from('“It'), 'next')).toBe('“We paid for every nail of it,”');
  expect(step(from('rained'), 'next')).toBe('“We paid for every nail of it,”');
  expect(step(from('rained'), 'previous')).toBe('“It is ours and it stays,”');
  expect(step(from('“We'), 'previous')).toBe('“It is ours and it stays,”');
  expect(step(from('out'), 'next')).toBe('“It is ours and it stays,”');
  expect(step(from('Ana'), 'previous')).toBe('“We paid for every nail of it,”');
});

test('steps lead nowhere without quotes', () => {
  expect(step('The boat is |out.', 'next')).toBeNull();
  expect(step('', 'previous')).toBeNull();
});
