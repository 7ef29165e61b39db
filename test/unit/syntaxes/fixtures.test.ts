import { beforeAll, describe, expect, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { analyse } from '../../../server/src/article';
import { loadGoldArticles } from '../../fixtures/articles';
import { loadGrammar, paint, stretches } from './paint';

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const articles = loadGoldArticles().filter(({ format }) => format === 'plain');

describe('the first paint', () => {
  test.each(articles.map((article) => [article.file, article.text] as const))('of %s has the quotes that the server finds', (_, text) => {
    const found = analyse(text).quotes.map(({ span }) => text.slice(...span));
    expect(stretches(paint(grammar, text), 'string.quoted')).toEqual(found);
  });
});
