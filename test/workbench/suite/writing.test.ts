import assert from 'node:assert/strict';
import {
  type CodeLens,
  type CompletionList,
  commands,
  type DocumentLink,
  type InlayHint,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { STRIKE } from '../articles';
import { closeAll, open, rangeOf } from './editor';
import { until } from './waiting';

describe('while an article is written in VS Code', () => {
  let article: TextDocument;
  beforeEach(async () => {
    article = await open('strike.article', STRIKE);
  });
  afterEach(closeAll);

  it('names who a pronoun far from its name stands for, with a way there', async () => {
    const hints = await until('hints', async () => {
      const found = await commands.executeCommand<InlayHint[]>(
        'vscode.executeInlayHintProvider',
        article.uri,
        new Range(0, 0, article.lineCount, 0),
      );
      return found.length > 0 ? found : null;
    });
    const after = rangeOf(article, 'rots,” she').end;
    const hint = hints.find(({ position }) => position.isEqual(after));
    assert.ok(hint, 'a hint behind “she”');
    const [part] = typeof hint.label === 'string' ? [] : hint.label;
    assert.equal(part?.value, 'Ruiz');
    assert.ok(part?.location?.range.isEqual(rangeOf(article, 'Mayor Ana Ruiz')), 'it leads to the fullest naming');
  });

  it('sums up what is in it, in lines that do something', async () => {
    const lenses = await until('lenses', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', article.uri, 20);
      return found.length > 0 ? found : null;
    });
    const titles = lenses.map(({ command }) => command?.title);
    assert.deepEqual(titles, ['3 quotes', '1 unnamed source', '1 claim needs a source', 'Ruiz: 2 quotes']);
    for (const { command } of lenses) {
      assert.ok((await commands.getCommands()).includes(command?.command ?? ''), `${command?.title} has a command that is there`);
    }
  });

  it('finishes a name that is being written, and takes the place of nothing else', async () => {
    const edit = new WorkspaceEdit();
    edit.insert(article.uri, article.lineAt(article.lineCount - 1).range.end, '\nOn Friday Ru');
    assert.ok(await workspace.applyEdit(edit));
    const end = article.lineAt(article.lineCount - 1).range.end;
    const item = await until('a completion', async () => {
      const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', article.uri, end, undefined, 5);
      return list.items.find(({ label }) => label === 'Ruiz') ?? null;
    });
    const range = item.range && ('inserting' in item.range ? item.range.inserting : item.range);
    assert.equal(range && article.getText(range), 'Ru');
    const card = typeof item.documentation === 'object' ? item.documentation.value : item.documentation;
    assert.match(card ?? '', /Ana Ruiz/);
  });
});

describe('links in Markdown in VS Code', () => {
  afterEach(closeAll);

  it('are there once each, and footnotes lead to their notes and back', async () => {
    const text = `${STRIKE}\nSee https://example.org/a and [this](https://example.org/b).[^1]\n\n[^1]: A note.\n`;
    const article = await open('strike.md', text);
    const links = await until('links', async () => {
      const found = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', article.uri, 50);
      return found.filter(({ target }) => /L\d+/.test(target?.fragment ?? '')).length === 2 ? found : null;
    });
    const places = links.map(({ range }) => `${range.start.line}:${range.start.character}`);
    assert.equal(new Set(places).size, places.length, `no two links stand at one place: ${places.join(' ')}`);
  });
});
