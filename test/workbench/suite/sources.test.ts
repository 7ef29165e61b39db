import assert from 'node:assert/strict';
import { commands, Range, type Tab, TabInputWebview, Uri, window, workspace } from 'vscode';
import { FERRY, IN_FERRY, LOG, PIER } from '../articles';
import { closeAll, diagnosticOf, open, rangeOf } from './editor';
import { until } from './waiting';

describe('who speaks, in VS Code', () => {
  afterEach(async () => {
    await window.tabGroups.close(reports());
    await closeAll();
  });

  /** The tabs of reports. */
  const reports = (): Tab[] =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof TabInputWebview && /onrecord\.\w*report$/i.test(input.viewType));
  const reportCalled = (title: string): Promise<Tab> =>
    until(`a tab “${title}”`, () => reports().find(({ label }) => label === title) ?? null);
  const selected = (): Range => window.activeTextEditor?.selection ?? new Range(0, 0, 0, 0);

  /** Chooses a row of a part of the Sources view by the keyboard, once it is there: the view is not to be read from here, but where a row leads is. */
  const choose = (part: 'speakers' | 'claims', row: number, wanted: Range): Promise<true> =>
    until(`row ${row} of the ${part} to lead to line ${wanted.start.line + 1}`, async () => {
      await commands.executeCommand(`onrecord.${part}.focus`);
      await commands.executeCommand('list.focusFirst');
      for (let down = 0; down < row; down++) await commands.executeCommand('list.focusDown');
      await commands.executeCommand('list.select');
      return wanted.contains(selected()) && !selected().isEmpty ? true : null;
    });

  it('stands in the Sources view, whose rows lead to the words', async () => {
    const article = await open('ferry.article', FERRY);
    await choose('claims', 1, article.lineAt(rangeOf(article, IN_FERRY.unsourced).start).range);
    await choose('speakers', 0, rangeOf(article, 'Mayor Ana Ruiz'));
  });

  it('is what the report beside an article draws, which follows the person to another', async () => {
    await open('ferry.article', FERRY);
    await until('a report', async () => {
      await commands.executeCommand('onrecord.showReport');
      return reports()[0] ?? null;
    });
    assert.equal((await reportCalled('Report: ferry.article')).group.viewColumn, 2);
    await open('pier.article', PIER);
    await reportCalled('Report: pier.article');
    assert.equal(reports().length, 1);
  });

  it('is compared over the articles of a folder and its subfolders', async () => {
    const { uri } = await open('worker.txt', LOG);
    const folder = Uri.joinPath(uri, '..');
    await workspace.fs.createDirectory(Uri.joinPath(folder, 'older'));
    await workspace.fs.writeFile(Uri.joinPath(folder, 'older', 'pier.article'), new TextEncoder().encode(PIER));
    await commands.executeCommand('onrecord.showFolderReport', folder);
    await reportCalled(`Report: ${folder.path.split('/').at(-1)}`);
  });

  it('comes with the next thing to do, and the way there', async () => {
    const article = await open('ferry.article', FERRY);
    await diagnosticOf(article, 'quote/unclosed');
    const unclosed = article.lineAt(rangeOf(article, IN_FERRY.unclosed).start).range;
    await until('the gravest finding to be selected', async () => {
      await commands.executeCommand('onrecord.nextThing');
      return (unclosed.contains(selected()) && !selected().isEmpty) || null;
    });
  });
});
