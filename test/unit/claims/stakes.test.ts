import { describe, expect, test } from 'vitest';
import { isCited } from '../../../server/src/claims/citations';
import { Echoes } from '../../../server/src/claims/echoes';
import { type StakeKind, stakeOf } from '../../../server/src/claims/stakes';
import { tagTokens } from '../../../server/src/language/tagger';
import { plainCitations } from '../../../server/src/text/citation-places';
import type { Span } from '../../../server/src/text/span';
import { tokenize } from '../../../server/src/text/tokens';

function stakeIn(sentence: string): StakeKind | null {
  const tokens = tokenize(sentence);
  return stakeOf(tokens, tagTokens(tokens), { span: [0, sentence.length], tokens: [0, tokens.length] })?.kind ?? null;
}

describe('what makes readers ask who says so', () => {
  test.each<[StakeKind, string]>([
    ['comparison', 'Skarholm has more shipwrecks than any other island in the north.'],
    ['comparison', 'Nurses here are three times more likely to leave.'],
    ['superlative', 'Marlowe’s is the most popular bakery in the county.'],
    ['superlative', 'The hospital is the worst in the country for waiting times.'],
    ['share', 'Two in three shops on Pell Street stand empty.'],
    ['share', 'Nearly 40 per cent of the boats are rotten.'],
    ['trend', 'Rents have doubled since 2019.'],
    ['trend', 'Crime in the district has fallen by a third in five years.'],
    ['amount', 'The closure has cost the orchards more than 40 million crowns.'],
    ['accusation', 'The company misled regulators for years.'],
    ['accusation', 'The mayor took bribes from the builders of the stadium.'],
  ])('%s: %s', (kind, sentence) => {
    expect(stakeIn(sentence)).toBe(kind);
  });

  test.each([
    'The council met on Tuesday and adjourned at nine.',
    'Marsh was convicted of fraud and sentenced to four years.',
    'It took more than a year to build.',
    'The last ferry leaves at ten.',
    'It is one of the largest harbours in the north.',
    'The bridge opened in 1932.',
  ])('nothing: %s', (sentence) => {
    expect(stakeIn(sentence)).toBeNull();
  });
});

describe('citations', () => {
  const cited = (marked: string): boolean => {
    const span: Span = [marked.indexOf('{'), marked.indexOf('}') - 1];
    const text = marked.replace('{', '').replace('}', '');
    return isCited(text, span, plainCitations(text));
  };

  test.each([
    '{Rents [doubled](https://rents.example).}',
    '{Rents doubled (see www.rents.example).}',
    '{Rents doubled.}[1]',
    '{Rents doubled.} [^rents]',
    '{Rents doubled.¹}',
  ])('stand in %s', (marked) => {
    expect(cited(marked)).toBe(true);
  });

  test.each([
    '{Rents doubled.} They fell again.[1]',
    '{The flat has 40 m².}',
    '{Rents doubled.}\n\n[1]: https://rents.example',
    '[^1]: {Register of rents, https://rents.example.}',
  ])('do not stand in %s', (marked) => {
    expect(cited(marked)).toBe(false);
  });
});

describe('echoes', () => {
  test('find the sentence that says much the same, and no other', () => {
    const sentences = ['Ida Brekke said that rents in Carrow had doubled since 2019.', 'The sea was calm on Tuesday evening.'];
    const text = sentences.join(' ');
    const spans: Span[] = [
      [0, sentences[0]?.length ?? 0],
      [(sentences[0]?.length ?? 0) + 1, text.length],
    ];
    const echoes = new Echoes(text, spans);
    expect(echoes.of('Rents in Carrow have doubled since 2019.', 0.6)).toBe(0);
    expect(echoes.of('The harbour in Carrow is closed to fishing boats.', 0.6)).toBe(-1);
  });
});
