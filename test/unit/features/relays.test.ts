import { describe, expect, test } from 'vitest';
import { carriedFor, passedOnBy, type RelayLink, voiceAgain, voiceAt } from '../../../server/src/features/relays';
import { marked } from './cursor';

/** Whose words stand at the cursor, who passed them on, and whom they carry. */
function relay(text: string): { voice: string | undefined; by: string[]; carries: string[] } {
  const { article, cursor } = marked(text);
  const voice = voiceAt(article, cursor, 0.5);
  const written = ({ voice: { name }, places }: RelayLink) => `${name}: ${places.map((place) => article.text.slice(...place)).join(', ')}`;
  return {
    voice: voice?.name,
    by: voice ? passedOnBy(article, voice, 0.5).map(written) : [],
    carries: voice ? carriedFor(article, voice, 0.5).map(written) : [],
  };
}

const DAIRY = `Mlekar may sell its dairies

Food group Mlekar is considering a sale, the Corvin Ledger reported on Tuesday, citing four people familiar with the discussions.

“We sell milk,” said Bohdan Reznik, the chairman of Mlekar.
`;
const at = (words: string): string => DAIRY.replace(words, `${words.slice(0, 2)}|${words.slice(2)}`);

describe('relays', () => {
  test('tell of a source who passed it on', () => {
    const four = { voice: 'four people familiar with the discussions', by: ['Corvin Ledger: citing'], carries: [] };
    expect(relay(at('four people'))).toEqual(four);
  });

  test('tell of a newspaper whom it carries, and that the article carries it', () => {
    const { voice, by, carries } = relay(at('Corvin'));
    expect(voice).toBe('Corvin Ledger');
    expect(by).toEqual([expect.stringMatching(/^Mlekar may sell its dairies: reported/)]);
    expect(carries).toEqual(['four people familiar with the discussions: citing']);
  });

  test('start from what somebody said', () => {
    expect(relay(at('sell milk'))).toMatchObject({ voice: 'Bohdan Reznik', by: [expect.stringMatching(/: said$/)] });
  });

  test('tell of the article, from its headline, whom it quotes itself', () => {
    const { voice, by, carries } = relay(at('Mlekar may').replace('Ml|ekar', 'Mlekar').replace('may', 'm|ay'));
    expect(voice).toBe('Mlekar may sell its dairies');
    expect(by).toEqual([]);
    expect(carries.map((line) => line.split(':')[0])).toEqual(['Corvin Ledger', 'Bohdan Reznik']);
  });

  test('find a voice again by its name when its number has changed, and not when it is gone', () => {
    const { article } = marked(DAIRY);
    expect(voiceAgain(article, 'e99', 'Bohdan Reznik')?.name).toBe('Bohdan Reznik');
    expect(voiceAgain(article, 'e1', 'Nora Quill')).toBeNull();
    expect(voiceAgain(article, 'article', 'another headline')?.detail).toBe('this article');
  });

  test('are none where nobody speaks', () => {
    expect(relay('The sea is wide. |It is wet.').voice).toBeUndefined();
  });
});
