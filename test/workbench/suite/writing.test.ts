import assert from 'node:assert/strict';
import { type CodeLens, commands, type InlayHint, Range, type TextDocument } from 'vscode';
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
});
