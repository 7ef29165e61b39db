import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompletionList } from 'vscode-languageserver-types';
import { type Article, analyse } from '../../../../server/src/article';
import { type Abilities, PLAINEST } from '../../../../server/src/features/abilities';
import { completion, isCompletionData, resolveCompletion } from '../../../../server/src/features/completion/completion';
import { Lines } from '../../../../server/src/features/lines';
import type { Format } from '../../../../server/src/text/format';
import { anyArticle } from '../any-article';

const CURSOR = '|';

interface Asked {
  readonly article: Article;
  readonly offset: number;
  readonly list: CompletionList | null;
}

/** What is offered where the text has a `|`. */
function ask(marked: string, { able = PLAINEST, format = 'plain' as Format, sourceFiles = [] as readonly string[] } = {}): Asked {
  const offset = marked.indexOf(CURSOR);
  if (offset < 0) throw new Error('no cursor');
  const article = analyse(marked.slice(0, offset) + marked.slice(offset + 1), { format });
  return { article, offset, list: completion(article, 'file:///a', offset, new Lines(article.text), able, { sourceFiles }) };
}

const offered = (marked: string, options?: Parameters<typeof ask>[1]): string[] =>
  ask(marked, options).list?.items.map(({ label }) => label) ?? [];

/** The text once the first item is taken. */
function taken(marked: string): string {
  const { article, list } = ask(marked);
  const edit = list?.items[0]?.textEdit;
  if (!edit || !('range' in edit)) throw new Error(`nothing to take at: ${marked}`);
  const [start, end] = new Lines(article.text).spanOf(edit.range);
  return article.text.slice(0, start) + edit.newText + article.text.slice(end);
}

const RUIZ = `Tram line agreed

Mayor Ana Ruiz said on Monday that the tram would be built. “We have the money,” Ruiz said.

Peter Dahl, who runs the harbour, told reporters that the town could not pay for it.

`;

describe('a name that is being written', () => {
  test('is finished with the short name where the article has named the speaker', () => {
    expect(offered(`${RUIZ}On Tuesday Ru|`)).toEqual(['Ruiz', 'Ana Ruiz']);
    expect(taken(`${RUIZ}On Tuesday Ru| said`)).toBe(`${RUIZ}On Tuesday Ruiz said`);
  });

  test('is finished from the first name, too', () => {
    expect(taken(`${RUIZ}On Tuesday An|`)).toBe(`${RUIZ}On Tuesday Ruiz`);
    expect(taken(`${RUIZ}On Tuesday Ana R|`)).toMatch(/On Tuesday Ana Ruiz$/);
  });

  test('comes with its role, and whole, where the text has not named the speaker yet', () => {
    expect(offered(`Tram line agreed\n\nThe line was promised by Ru|.\n\n${RUIZ.slice(18)}`)).toEqual(['Mayor Ana Ruiz', 'Ana Ruiz']);
  });

  test('needs two letters where a sentence opens, as every word has a capital there', () => {
    for (const place of ['R|', 'It rained. R|', '“No,” Dahl said. R|', 'On Tuesday: R|']) expect(offered(RUIZ + place)).toEqual([]);
    for (const place of ['Ru|', 'It rained. Ru|', 'On Tuesday R|', 'She told R|']) expect(offered(RUIZ + place)).toContain('Ruiz');
  });

  test('needs a capital, and somebody to name', () => {
    for (const place of ['On Tuesday ru|', 'On Tuesday |', 'On Tuesday Xy|', 'On Tuesday the mayoRu|']) {
      expect(offered(RUIZ + place)).toEqual([]);
    }
  });

  test('is not finished with itself', () => {
    expect(offered(`${RUIZ}On Tuesday Ruiz|`)).not.toContain('Ruiz');
    expect(offered(`${RUIZ}On Tuesday Holm|`)).toEqual([]);
  });

  test('is asked for anew at each letter', () => {
    expect(ask(`${RUIZ}On Tuesday Ru|`).list?.isIncomplete).toBe(true);
  });

  test('is not finished inside quotation marks, be they closed or not', () => {
    expect(offered(`${RUIZ}“I told Ru|,” Dahl said.`)).toEqual([]);
    expect(offered(`${RUIZ}“I told Ru|`)).toEqual([]);
  });

  test('is not finished in an address or a comment', () => {
    expect(offered(`${RUIZ}See [this](https://example.org/Ru|).`, { format: 'markdown' })).toEqual([]);
    expect(offered(`${RUIZ}It rained. <!-- Ru| -->`, { format: 'markdown' })).toEqual([]);
  });

  test('takes the place of the whole word only where the client tells inserting from replacing', () => {
    const { list, article } = ask(`${RUIZ}On Tuesday Ru|xx said`, { able: { ...PLAINEST, insertsOrReplaces: true } });
    const edit = list?.items[0]?.textEdit;
    if (!edit || !('insert' in edit)) throw new Error('an insert-replace edit');
    const lines = new Lines(article.text);
    expect(article.text.slice(...lines.spanOf(edit.insert))).toBe('Ru');
    expect(article.text.slice(...lines.spanOf(edit.replace))).toBe('Ruxx');
  });

  test('shows who it is, at once or when asked', () => {
    const marked = `${RUIZ}On Tuesday Ru|`;
    expect(ask(marked).list?.items[0]?.documentation).toMatchObject({
      kind: 'plaintext',
      value: expect.stringMatching(/^Ana Ruiz, Mayor/),
    });
    const able: Abilities = { ...PLAINEST, lazyDocumentation: true, completionMarkup: 'markdown' };
    const { article, list } = ask(marked, { able });
    const [item] = list?.items ?? [];
    if (!item) throw new Error('an item');
    expect(item.documentation).toBeUndefined();
    expect(isCompletionData(item.data)).toBe(true);
    expect(resolveCompletion(article, item, { uri: '', name: 'Ana Ruiz' }, able).documentation).toMatchObject({ kind: 'markdown' });
    expect(resolveCompletion(article, item, { uri: '', name: 'Nobody' }, able)).toEqual(item);
  });
});

describe('after a quote', () => {
  test('“said” comes first, then who may have said it, then other plain verbs', () => {
    expect(offered(`${RUIZ}“It is too dear,” |`)).toEqual(['said', 'Dahl said', 'Ruiz said', 'added', 'told reporters', 'replied']);
  });

  test('a comma may stand outside the mark, as in British papers', () => {
    expect(offered(`${RUIZ}‘It is too dear’, |`)[0]).toBe('said');
  });

  test('verbs are in the tense that the article speaks in', () => {
    const present = RUIZ.replaceAll(' said', ' says').replace('told', 'tells');
    expect(offered(`${present}“It is too dear,” |`).slice(0, 2)).toEqual(['says', 'Dahl says']);
  });

  test('a question may be asked', () => {
    expect(offered(`${RUIZ}“Is it too dear?” |`)).toContain('asked');
  });

  test('nothing comes where the sentence has ended, or goes on already', () => {
    for (const place of [
      '“It is too dear.” |',
      '“It is too dear” |',
      '“It is too dear,” |said Dahl.',
      'They called it “too dear” |',
      '“It is too dear,”|',
    ]) {
      expect(offered(RUIZ + place)).toEqual([]);
    }
  });

  test('letters narrow it down in the client, so the list is whole', () => {
    expect(ask(`${RUIZ}“It is too dear,” sa|`).list).toMatchObject({ isIncomplete: false, items: [{ label: 'said' }, {}, {}, {}] });
  });
});

describe('a citation', () => {
  const sourceFiles = ['sources/council minutes.txt', 'sources/ruiz-interview.vtt', 'sources/budget.pdf'];

  test('is finished with the files beside the article, by any part of their names', () => {
    expect(offered(`${RUIZ}It cost [a lot](|`, { sourceFiles, format: 'markdown' })).toHaveLength(3);
    expect(offered(`${RUIZ}It cost [a lot](inter|)`, { sourceFiles })).toEqual(['sources/ruiz-interview.vtt']);
    expect(offered(`${RUIZ}It cost [a lot](MINUTES|`, { sourceFiles })).toEqual(['sources/council%20minutes.txt']);
    expect(offered(`${RUIZ}It cost a lot.[^1]\n\n[^1]: budg|`, { sourceFiles, format: 'markdown' })).toEqual(['sources/budget.pdf']);
  });

  test('is no bracket in a sentence', () => {
    expect(offered(`${RUIZ}It cost a lot (|`, { sourceFiles })).toEqual([]);
  });
});

describe('for any text and place', () => {
  test('taking what is offered changes the word that is being written and no other', () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(), fc.constantFrom('Ru', 'Da', 'Ana R', '“Yes,” ', 'sa', '](', ''), (text, seed, typed) => {
        const at = seed % (text.length + 1);
        const offset = at + typed.length;
        const article = analyse(text.slice(0, at) + typed + text.slice(at));
        const lines = new Lines(article.text);
        const able = { ...PLAINEST, insertsOrReplaces: true };
        const list = completion(article, 'file:///a', offset, lines, able, { sourceFiles: ['sources/a.txt'] });
        for (const { textEdit } of list?.items ?? []) {
          if (!textEdit || !('insert' in textEdit)) throw new Error('an insert-replace edit');
          const [start, end] = lines.spanOf(textEdit.insert);
          expect(end).toBe(offset);
          // What gives way is what was being written: a word, or the words of a name.
          expect(article.text.slice(start, end)).toMatch(/^[\p{L}\p{M}’' -]*$|^\S*$/u);
          expect(lines.spanOf(textEdit.replace)[0]).toBe(start);
          expect(article.text.slice(end, lines.spanOf(textEdit.replace)[1])).toMatch(/^[^\s“”"]*$/u);
          expect(article.quotes.some(({ span }) => span[0] < offset && offset < span[1] && start > span[0] + 2 && typed !== '](')).toBe(
            false,
          );
        }
      }),
      // A mark right behind the bracket of a link was taken for the rest of its address.
      { examples: [['"', 0, '](']] },
    );
  });

  test('nothing that has been through a client is taken for ours', () => {
    for (const data of [null, 1, {}, { uri: 'a' }, { uri: 'a', name: 1 }]) expect(isCompletionData(data)).toBe(false);
  });
});
