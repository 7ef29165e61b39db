import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  type Location,
  type LocationLink,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { column, madePdf } from '../../made-pdf';
import { closeAll, codeOf, diagnosticOf, hoversOver, open, rangeOf } from './editor';
import { until } from './waiting';

const COUNCIL =
  'MAYOR HALE: We have waited eleven years for a new pier.\n\nDR. MARLOWE: The timber is rotten from the second bay outwards.\n';
const STORY =
  'Pier to be closed\n\nThe pier will close on Monday, the mayor, Tom Hale, said.\n\n“The wood is rotten from the second bay outwards,” said the surveyor, Tina Marlowe.\n';
const ALTERED = 'quote/altered-from-source';

describe('a transcript beside an article in VS Code', () => {
  let article: TextDocument;
  let transcript: Uri;
  beforeEach(async () => {
    article = await open('pier.article', STORY);
    transcript = Uri.joinPath(article.uri, '..', 'sources', 'council.txt');
    await workspace.fs.writeFile(transcript, new TextEncoder().encode(COUNCIL));
    await window.showTextDocument(article, { preview: false });
  });
  afterEach(closeAll);

  it('is what quotes are held against: reported, shown, gone to, mended', async () => {
    const finding = await diagnosticOf(article, ALTERED);
    assert.match(finding.message, /“timber” for “wood” \(sources\/council\.txt, line 3\)/);
    assert.equal(finding.relatedInformation?.[0]?.location.uri.toString(), transcript.toString());
    assert.match(await hoversOver(article, 'wood is rotten'), /~~wood~~ \*\*timber\*\*/);
    const { start } = rangeOf(article, 'wood is rotten');
    const places = await commands.executeCommand<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', article.uri, start);
    const addresses = places.map((place) => ('targetUri' in place ? place.targetUri : place.uri).toString());
    assert.ok(addresses.includes(transcript.toString()), addresses.join());
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.uri,
      finding.range,
      CodeActionKind.QuickFix.value,
      20,
    );
    const fix = actions.find(({ title }) => title.startsWith('Restore the transcript'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    assert.ok(await workspace.applyEdit(fix.edit));
    assert.match(article.getText(), /“The timber is rotten/);
    await until('the finding to be gone', () => languages.getDiagnostics(article.uri).every((one) => codeOf(one) !== ALTERED) || null);
  });

  it('may be a PDF, whose text is gone to page by page', async function () {
    // In a browser PDFs are not read.
    if (article.uri.scheme !== 'file') return this.skip();
    const survey = Uri.joinPath(article.uri, '..', 'sources', 'survey.pdf');
    await workspace.fs.delete(transcript);
    await workspace.fs.writeFile(
      survey,
      madePdf([column('The Pier Survey'), column('The timber is rotten from the second bay outwards.')]),
    );
    const finding = await until(
      'a finding in the PDF',
      () => languages.getDiagnostics(article.uri).find(({ message }) => message.includes('survey.pdf, page 2')) ?? null,
    );
    const place = finding.relatedInformation?.[0]?.location;
    assert.ok(place);
    const { document, selection } = await window.showTextDocument(place.uri, { selection: place.range });
    assert.equal(document.getText(selection), 'The timber is rotten from the second bay outwards');
    assert.match(document.fileName, /survey\.pdf\.txt$/);
    assert.match(document.getText(), /^— Page 1 —\n\nThe Pier Survey\n\n— Page 2 —\n/);
    assert.match(await hoversOver(article, 'wood is rotten'), /survey\.pdf, page 2\]\(<onrecord-pages:/);
  });
});
