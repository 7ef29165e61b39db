import { describe, expect, test } from 'vitest';
import { references } from '../../../server/src/features/references';
import { marked, shown } from './cursor';

/** All that is found from the cursor: what stands in brackets, and in braces where the naming is wanted too. */
function lists(text: string): void {
  const at = marked(text);
  const options = { declaration: false, minimumConfidence: 0.5 };
  expect(shown(at, references(at.article, at.cursor, options))).toEqual(shown(at, at.brackets));
  const all = references(at.article, at.cursor, { ...options, declaration: true });
  const inOrder = [...at.brackets, ...at.braces].sort((a, b) => a[0] - b[0]);
  expect(shown(at, all)).toEqual(shown(at, inOrder));
}

const PIER =
  '{Mayor Ana Ruiz} opened the pier on Monday. [“It is ours and it stays,”] [Ruiz] told reporters. [She] did not stay.\n\nTom Hale, a docker, did. “I like piers,” Hale said.';
const from = (words: string) => PIER.replace(words, `${words.slice(0, 2)}|${words.slice(2)}`);

describe('references', () => {
  test('are all mentions and quotes of whoever is mentioned at the cursor', () => {
    lists(from('Ruiz] told'));
    lists(from('She'));
    lists(from('Mayor'));
  });

  test('are the same from their words', () => {
    lists(from('ours and'));
    lists(from('told'));
  });

  test('leave out “I” beside the quote that it stands in', () => {
    lists('{Tom Hale} likes piers. [“I have liked them since I was five,”] [Ha|le] said.');
  });

  test('are none where nobody is meant', () => {
    lists('Mayor Ana Ruiz opened the pier. The rail|ings are green.');
  });
});
