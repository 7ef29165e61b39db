import { describe, expect, test } from 'vitest';
import { folderReport } from '../../../server/src/report/folder-report';
import { english } from '../../../server/src/report/say';
import { together } from '../../../server/src/report/together';
import { createService } from '../../../server/src/service';
import { tagsOf, textOf } from './markup';

const service = createService();
const article = (file: string, text: string) => ({ file, sources: service.sources(service.analyse(text)) });

const ARTICLES = [
  article(
    'a/dues.txt',
    'Dues rise\n\n“We have put it off for nine winters,” said Mayor Ida Brekke.\n\nA source said that the quay was sinking.\n',
  ),
  article(
    'b/quay.txt',
    'Quay sinks\n\nBrekke was absent.\n\n“It sinks,” said Ida Brekke.\n\nA source said that nobody had looked.\n\nThe town has lost more boats than any other on the coast since 2019.\n',
  ),
  article('c/<i>.txt', 'Nothing was said by anybody.'),
];
const page = (places: 'lead' | 'lines') => folderReport(ARTICLES, { say: english, file: 'paper', places }).text;

describe('the report on a folder', () => {
  const html = page('lines');
  const shown = textOf(html);

  test('counts articles and what is in all of them', () => {
    expect(shown).toMatch(/^On Record paper 3 articles \d+ words 3 speakers 2 unnamed 2 quotes \d+ claims? 1 needs a source/);
  });

  test('joins a speaker over the articles by name, and never two unnamed ones', () => {
    const { speakers, words } = together(ARTICLES.map(({ sources }) => sources));
    expect(speakers.map(({ name, direct }) => [name, direct])).toEqual([
      ['Ida Brekke', 10],
      ['A source', 0],
      ['A source', 0],
    ]);
    expect(words).toBe(ARTICLES.reduce((sum, { sources }) => sum + sources.words, 0));
  });

  test('has a table whose headings are buttons that sort by what each cell says', () => {
    const tags = tagsOf(html);
    expect(tags.filter(({ name, attributes }) => name === 'button' && attributes.get('class') === 'sort')).toHaveLength(7);
    const rows = [...html.matchAll(/<tr><th scope="row" data-by="([^"]*)"/g)].map(([, by]) => by);
    expect(rows).toEqual(['Dues rise', 'Quay sinks', 'c/&lt;i&gt;.txt']);
    for (const [, cell = ''] of html.matchAll(/<td class="[^"]*" data-by="([^"]*)"/g)) expect(Number(cell)).not.toBeNaN();
  });

  test('leads to its articles where there is an editor', () => {
    expect(page('lead')).toContain('data-file="b/quay.txt"');
    expect(html).not.toContain('data-file');
  });

  test('is well-formed', () => {
    tagsOf(page('lead'));
    expect(textOf(folderReport([], { say: english, file: '', places: 'none' }).text)).toContain('0 articles');
  });
});
