import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import manifest from '../../../package.json';
import { analyse } from '../../../server/src/article';
import { withoutStops } from '../../../server/src/features/fix-edit';

interface Snippet {
  readonly prefix: string;
  readonly body: string | readonly string[];
  readonly description: string;
}

const { snippets } = manifest.contributes;
const read = (path: string): Record<string, Snippet> => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const all = Object.entries(read(snippets[0]?.path ?? ''));
const plain = (snippet: Snippet): string => withoutStops([snippet.body].flat().join('\n'));
const named = (prefix: string): Snippet => {
  const found = all.find(([, snippet]) => snippet.prefix === prefix);
  if (!found) throw new Error(`no ${prefix}`);
  return found[1];
};

describe('snippets', () => {
  test('are there for articles, plain text and Markdown', () => {
    expect(snippets.map(({ language }) => language)).toEqual(['article', 'plaintext', 'markdown']);
    expect(new Set(snippets.map(({ path }) => path)).size).toBe(1);
  });

  test('have a prefix of their own that begins no word of a sentence, and a sentence that says what they are for', () => {
    const prefixes = all.map(([, { prefix }]) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const [name, { prefix, description }] of all) {
      expect(prefix).toMatch(/^x[a-z]+$/);
      expect(description, name).toMatch(/\S+ \S+.*[.”’…]$/);
    }
  });

  test('with quotes have a sister in British marks', () => {
    for (const prefix of ['xquote', 'xlead', 'xsplit', 'xpart', 'xpull']) {
      expect(plain(named(prefix))).toContain('“');
      expect(plain(named(`${prefix}uk`))).toContain('‘');
    }
  });

  test.each(['xquote', 'xquoteuk', 'xlead', 'xleaduk', 'xsplit', 'xsplituk'])(
    '%s, filled in, is read as a quote with its speaker',
    (prefix) => {
      const said = plain(named(prefix))
        .replace(/([“‘])([,.])/g, (_, mark, stop) => `${mark}We will build the tram line by May${stop}`)
        .replace(/[Ss]peaker/, 'Ana Ruiz');
      const article = analyse(`The town is growing.\n\n${said}\n`);
      const names = new Map(article.entities.map(({ id, name }) => [id, name]));
      for (const quote of article.quotes) {
        const attribution = article.attributions.find(({ id }) => id === quote.attribution);
        expect(names.get(attribution?.speaker ?? ''), said).toBe('Ana Ruiz');
      }
      expect(article.quotes.length).toBeGreaterThan(0);
    },
  );
});
