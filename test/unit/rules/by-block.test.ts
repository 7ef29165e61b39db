import { describe, expect, test } from 'vitest';
import { type Article, analyse } from '../../../server/src/article';
import { lookFor, ofBlock } from '../../../server/src/rules/by-block';

const ARTICLE = ['Ferry to be sold', 'The ferry is old.', 'The council met.', 'The ferry will be sold.', 'It rained.'];
const articleOf = (paragraphs: readonly string[], previous?: Article, format: 'plain' | 'markdown' = 'plain'): Article =>
  analyse(paragraphs.join('\n\n'), { previous, format });

/** A look for ferries that notes which blocks it was shown. */
function ferries() {
  const shown: string[] = [];
  const look = lookFor(({ text }) => {
    shown.push(text);
    return [...text.matchAll(/ferry/gi)].map(({ index }) => index);
  });
  return { look, shown };
}

describe('a look', () => {
  test('tells which blocks have something, and what', () => {
    const { look } = ferries();
    expect(look(articleOf(ARTICLE))).toEqual({ blocks: [0, 1, 3], found: [[0], [4], [4]] });
  });

  test('is made of the blocks that an edit touched, and of no others', () => {
    const { look, shown } = ferries();
    const before = articleOf(ARTICLE);
    look(before);
    shown.length = 0;
    const after = articleOf(ARTICLE.with(2, 'The council met the ferry.'), before);
    expect(look(after)).toEqual({ blocks: [0, 1, 2, 3], found: [[0], [4], [20], [4]] });
    expect(shown).toEqual(['The council met the ferry.']);
    look(after);
    expect(shown).toHaveLength(1);
  });

  test('finds the same list where an edit changed nothing of what it looks for, wherever the blocks went', () => {
    const { look } = ferries();
    const before = articleOf(ARTICLE);
    const { found } = look(before);
    const reworded = articleOf(ARTICLE.with(3, 'The ferry may be sold.'), before);
    expect(look(reworded).found).toBe(found);
    const moved = articleOf(['Ferry to be sold', 'Nobody came.', ...ARTICLE.slice(1)], reworded);
    expect(look(moved)).toEqual({ blocks: [0, 2, 4], found });
    expect(look(moved).found).not.toBe(look(articleOf(ARTICLE)).found);
  });

  test('finds in the first and the last block what was not there before', () => {
    const { look } = ferries();
    let article = articleOf(ARTICLE);
    for (const paragraphs of [ARTICLE.with(0, 'Boat to be sold'), ARTICLE.with(4, 'The ferry'), ['The ferry'], [], ARTICLE]) {
      article = articleOf(paragraphs, article);
      expect(look(article)).toEqual(look(articleOf(paragraphs)));
    }
  });

  test('is shown a block as it is written, though another of the same words is written otherwise', () => {
    const links = lookFor((_, text) => text.match(/\]\(\w+\)/g) ?? []);
    const paragraphs = ['Ferry sold', '[The ferry](one) is old.', 'It rained.', '[The ferry](two) is old.'];
    const before = articleOf(paragraphs, undefined, 'markdown');
    expect(links(before).found).toEqual([['](one)'], ['](two)']]);
    const after = articleOf(paragraphs.with(1, '[The ferry](six) is old.'), before, 'markdown');
    expect(links(after).found).toEqual([['](six)'], ['](two)']]);
    expect(links(before).found).toEqual([['](one)'], ['](two)']]);
  });
});

test('what is asked of a block is worked out once, and is nothing where there is no such block', () => {
  let made = 0;
  const length = ofBlock(({ text }) => {
    made++;
    return text.length;
  });
  const before = articleOf(ARTICLE);
  expect([length(before, 1), length(before, 1), length(before, 9)]).toEqual([17, 17, undefined]);
  expect(length(articleOf(['New', ...ARTICLE], before), 2)).toBe(17);
  expect(made).toBe(1);
});
