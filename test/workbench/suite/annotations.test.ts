import assert from 'node:assert/strict';
import { commands, languages, Position, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { FERRY, IN_FERRY } from '../articles';
import { closeAll, codeOf, diagnosticOf, hoversOver, open, rangeOf } from './editor';
import { until } from './waiting';

const CLAIM = 'claim/unsourced';

describe('notes and verdicts in VS Code', () => {
  let article: TextDocument;
  beforeEach(async () => {
    article = await open('ferry.article', FERRY);
    await diagnosticOf(article, CLAIM);
  });
  afterEach(closeAll);

  const sidecarOf = (uri: Uri): Uri => uri.with({ path: `${uri.path}.annotations.json` });
  const read = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));
  const run = (command: string, argument: object): Thenable<{ id: string; problem: string | null }> =>
    commands.executeCommand(`onrecord.${command}`, { uri: article.uri.toString(), ...argument });
  const annotate = (words: string, more: object) => {
    const { start, end } = rangeOf(article, words);
    const plain = ({ line, character }: { line: number; character: number }) => ({ line, character });
    return run('annotate', { range: { start: plain(start), end: plain(end) }, by: 'Ana Ruiz', ...more });
  };
  const isWarnedOf = (code: string): boolean => languages.getDiagnostics(article.uri).some((finding) => codeOf(finding) === code);

  it('are kept beside the article, and a verified claim loses its warning', async () => {
    const { problem } = await annotate(IN_FERRY.unsourced, { kind: 'verified', note: 'In the budget.', source: 'sources/budget.txt:12' });
    assert.equal(problem, null);
    await until('the warning to go', () => !isWarnedOf(CLAIM) || null);
    const { first } = JSON.parse(await read(sidecarOf(article.uri)));
    assert.match(first.items[0].target.selector[0].exact, /^The repair has cost .* since 2019\.$/);
    assert.match(await hoversOver(article, 'than 3 million'), /\*\*Verified\*\* by Ana Ruiz/);
  });

  it('are there again when the article is opened again, changed by others meanwhile', async () => {
    await annotate(IN_FERRY.unsourced, { kind: 'verified' });
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.writeFile(
      article.uri,
      new TextEncoder().encode(FERRY.replace('By Sofia Lind', 'By Sofia Lind and Per Holm\n\nHolm Bay has waited.')),
    );
    article = await workspace.openTextDocument(article.uri);
    await window.showTextDocument(article);
    // VS Code may hand out the old text first, and the findings on it.
    await until('what others have written', () => article.getText().includes('Holm Bay has waited') || null);
    await diagnosticOf(article, 'quote/unattributed');
    await until(
      'the verdict over the claim',
      async () => /\*\*Verified\*\* by Ana Ruiz/.test(await hoversOver(article, 'than 3 million')) || null,
    );
    await until('the warning to stay away', () => !isWarnedOf(CLAIM) || null);
  });

  it('are taken in when others write into their file while the article is open', async () => {
    await annotate(IN_FERRY.quote, { kind: 'note', note: 'On tape.' });
    const sidecar = sidecarOf(article.uri);
    const theirs = (await read(sidecar)).replace('On tape.', 'On tape, at the ninth minute.');
    await workspace.fs.writeFile(sidecar, new TextEncoder().encode(theirs));
    await until('their words over the quote', async () => /at the ninth minute/.test(await hoversOver(article, IN_FERRY.quote)) || null);
  });

  it('go along when the article is given another name', async () => {
    await annotate(IN_FERRY.quote, { kind: 'note', note: 'On tape.' });
    const to = Uri.joinPath(article.uri, '..', 'landing.article');
    const edit = new WorkspaceEdit();
    edit.renameFile(article.uri, to);
    assert.ok(await workspace.applyEdit(edit));
    assert.match(await read(sidecarOf(to)), /On tape\./);
    await assert.rejects(async () => read(sidecarOf(article.uri)));
  });

  it('go along when a draft is saved', async function () {
    // In memory there is no saving without a dialogue.
    if (article.uri.scheme !== 'file') return this.skip();
    const file = Uri.joinPath(article.uri, '..', 'draft.article');
    article = await workspace.openTextDocument(file.with({ scheme: 'untitled' }));
    const editor = await window.showTextDocument(article);
    await editor.edit((edit) => edit.insert(new Position(0, 0), FERRY));
    await diagnosticOf(article, CLAIM);
    assert.match((await annotate(IN_FERRY.quote, { kind: 'note', note: 'On tape.' })).problem ?? '', /not been saved/);
    assert.ok(await article.save());
    await until('the note beside the file', async () => /On tape\./.test(await read(sidecarOf(file)).catch(() => '')) || null);
    article = await workspace.openTextDocument(file);
    assert.match(await hoversOver(article, IN_FERRY.quote), /On tape/);
  });

  it('are offered for every finding on a claim', async () => {
    const finding = await diagnosticOf(article, CLAIM);
    const actions = await commands.executeCommand<{ title: string; command?: { command: string } }[]>(
      'vscode.executeCodeActionProvider',
      article.uri,
      finding.range,
    );
    const action = actions.find(({ title }) => title === 'Mark as verified with a note…');
    assert.equal(action?.command?.command, 'onrecord.markVerified');
  });
});
