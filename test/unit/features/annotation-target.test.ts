import { describe, expect, test } from 'vitest';
import type { Kind } from '../../../server/src/annotations/annotation';
import { analyse } from '../../../server/src/article';
import { annotationTarget } from '../../../server/src/features/annotation-target';
import { spanOf } from './made';

const CLAIM = 'Rents in Carrow have doubled since 2019.';
const article = analyse(`Rents in Carrow\n\nThe town clerk, Ida Brekke, said: “Nobody can pay that.”\n\n${CLAIM} Then it rained.\n`);

/** The words that somebody means who selects words, or puts the cursor into them (`at` letters in). */
function meant(kind: Kind, words: string, at?: number): string | null {
  const [start, end] = spanOf(article.text, words);
  const target = annotationTarget(article, at === undefined ? [start, end] : [start + at, start + at], kind);
  return target && article.text.slice(...target);
}

describe('what somebody means who annotates', () => {
  test('is what is selected, without the space around it', () => {
    expect(meant('note', ' have doubled ')).toBe('have doubled');
  });

  test('is the whole claim, where it is judged', () => {
    expect(meant('verified', 'doubled')).toBe(CLAIM);
    expect(meant('disputed', 'doubled', 2)).toBe(CLAIM);
    expect(meant('verified', `${CLAIM} Then it rained.`)).toBe(`${CLAIM} Then it rained.`);
  });

  test('is the speaker, the quote, the claim or the sentence that the cursor is in', () => {
    expect(meant('note', 'Ida Brekke', 3)).toContain('Ida Brekke');
    expect(meant('note', 'can pay', 2)).toBe('“Nobody can pay that.”');
    expect(meant('note', 'doubled', 2)).toBe(CLAIM);
    expect(meant('note', 'rained', 2)).toBe('Then it rained.');
  });

  test('is nothing between paragraphs', () => {
    expect(annotationTarget(article, [16, 16], 'note')).toBeNull();
  });
});
