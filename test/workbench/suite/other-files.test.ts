import assert from 'node:assert/strict';
import { commands, languages, type SemanticTokens, window, workspace } from 'vscode';
import { FERRY, IN_FERRY, LOG, PAGE } from '../articles';
import { closeAll, diagnosticOf, hoversOver, open } from './editor';
import { until } from './waiting';

describe('a file that may or may not be an article', () => {
  afterEach(closeAll);

  it('is read where its prose reads like one', async () => {
    const text = await open('ferry.txt', FERRY);
    assert.equal(text.languageId, 'plaintext');
    await until('a hover', async () => (await hoversOver(text, IN_FERRY.quote)) || null);
  });

  it('is left alone where it reads like a log', async () => {
    const log = await open('worker.txt', LOG);
    const article = await open('ferry.article', FERRY);
    // The server has read the log once it speaks of what was opened after it.
    await diagnosticOf(article, 'claim/unsourced');
    assert.equal(await hoversOver(log, 'queue depth'), '');
    assert.deepEqual(languages.getDiagnostics(log.uri), []);
    const tokens = await commands.executeCommand<SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', log.uri);
    assert.equal(tokens?.data.length ?? 0, 0);
  });

  it('is left alone where it is HTML, until it is turned on for the file', async () => {
    const page = await open('ferry.html', PAGE);
    assert.equal(page.languageId, 'html');
    const article = await open('ferry.article', FERRY);
    await diagnosticOf(article, 'claim/unsourced');
    assert.equal(await hoversOver(page, IN_FERRY.quote), '');
    assert.deepEqual(languages.getDiagnostics(page.uri), []);
    await window.showTextDocument(page);
    await commands.executeCommand('onrecord.toggleFile');
    assert.match(await until('a hover', async () => (await hoversOver(page, IN_FERRY.quote)) || null), /Ana Ruiz/);
    await diagnosticOf(page, 'claim/unsourced');
    await commands.executeCommand('onrecord.toggleFile');
    await until('the findings to go', () => languages.getDiagnostics(page.uri).length === 0 || null);
  });

  it('falls silent where the workspace turns On Record off, and speaks again', async () => {
    const article = await open('ferry.article', FERRY);
    await diagnosticOf(article, 'claim/unsourced');
    const settings = workspace.getConfiguration('onrecord');
    await settings.update('enable', false, true);
    await until('the findings to go', () => languages.getDiagnostics(article.uri).length === 0 || null);
    await settings.update('enable', undefined, true);
    await diagnosticOf(article, 'claim/unsourced');
  });
});
