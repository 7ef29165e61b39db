import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';

/** The only sentence of an article of one paragraph, judged. */
function judged(sentence: string) {
  const { sentences } = analyse(`Headline\n\n${sentence}\n`);
  const found = sentences.find(({ block }) => block === 1);
  if (!found) throw new Error(`no sentence in ${sentence}`);
  return found;
}

describe('check-worthiness', () => {
  test.each([
    'Rents in the town have doubled since 2019.',
    'Half of the town’s shops have closed since the bypass opened.',
    'Unemployment stands at 12 percent, the highest rate in the country.',
    'The mayor took bribes from the builders of the stadium.',
    'Skarholm has more shipwrecks than any other island in the north.',
    'The drought has killed 40,000 sheep.',
    'The law caused a wave of bankruptcies among small farmers.',
  ])('is high for %s', (sentence) => {
    expect(judged(sentence).checkworthiness).toBeGreaterThan(0.6);
  });

  test.each([
    'I think that we all love this harbour.',
    'What are we going to do about it?',
    'Good evening and thank you very much.',
    'We should look at it again some day.',
    'She smiled at the sea.',
  ])('is low for %s', (sentence) => {
    expect(judged(sentence).checkworthiness).toBeLessThan(0.4);
  });

  test('says on what grounds, the strongest first, in the sentence’s own words', () => {
    const sentence = 'Unemployment stands at 12 percent, the highest rate in the country.';
    const { why } = judged(sentence);
    expect(why.map(({ code }) => code)).toEqual(expect.arrayContaining(['worth.number', 'worth.superlative']));
    const weights = why.map(({ weight }) => weight ?? 0);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    for (const { words } of why) expect(sentence).toContain(words);
  });

  test('is the same wherever the sentence stands, and in a chain of ten thousand words', () => {
    const sentence = 'Rents in the town have doubled since 2019.';
    const { sentences } = analyse(`Headline\n\nThe council met. ${sentence}\n`);
    expect(sentences.at(-1)?.checkworthiness).toBe(judged(sentence).checkworthiness);
    expect(judged('and the rents doubled '.repeat(10000)).checkworthiness).toBeGreaterThanOrEqual(0);
  });
});
