import { describe, expect, test } from 'vitest';
import { folded, rankOf } from '../../../server/src/features/fuzzy';

describe('a search for a name', () => {
  test('takes the whole before the start, that before the start of a word, of several, a part, scattered letters', () => {
    const query = 'ana r';
    const names = ['ana r', 'ana ruiz', 'susana ana r.', 'ana maria ruiz', 'banana rose', 'andrea nagy or'];
    expect(names.map((name) => rankOf(query, name))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('does not take a name that lacks a letter, or has them in another order', () => {
    expect(rankOf('anx', 'ana ruiz')).toBeNull();
    expect(rankOf('ruiz ana', 'ana ruiz')).toBeNull();
  });

  test('takes everything for no query', () => {
    expect(rankOf('', 'ana ruiz')).not.toBeNull();
  });

  test('looks over accents, capitals and curly apostrophes', () => {
    expect(folded('José O’Neill-Łukasz Ødegård')).toBe("jose o'neill-lukasz odegard");
    expect(rankOf(folded('Ode'), folded('Martin Ødegård'))).toBe(2);
  });
});
