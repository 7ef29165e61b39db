import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  type CompletionList,
  commands,
  DiagnosticSeverity,
  type Hover,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { FERRY } from '../articles';
import { closeAll, codeOf, diagnosticOf, open } from './editor';
import { until } from './waiting';

const CLAIM = 'claim/unsourced';
const configure = (rules: Record<string, string>): string => JSON.stringify({ root: true, rules }, null, 2);

describe('.onrecord.json in VS Code', () => {
  let configuration: TextDocument;
  let article: TextDocument;
  beforeEach(async () => {
    configuration = await open('.onrecord.json', configure({ [CLAIM]: 'error' }));
    const file = Uri.joinPath(configuration.uri, '..', 'ferry.article');
    await workspace.fs.writeFile(file, new TextEncoder().encode(FERRY));
    article = await workspace.openTextDocument(file);
    await window.showTextDocument(article, { preview: false });
  });
  afterEach(closeAll);

  /** Writes the configuration anew, as a person does: in the editor, unsaved. */
  async function write(text: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.replace(configuration.uri, new Range(new Position(0, 0), configuration.positionAt(configuration.getText().length)), text);
    assert.ok(await workspace.applyEdit(edit));
  }

  const gone = (code: string) =>
    until(`${code} to be gone`, () => languages.getDiagnostics(article.uri).every((finding) => codeOf(finding) !== code) || null);

  it('rules the articles beside it, at once as it changes', async () => {
    assert.equal((await diagnosticOf(article, CLAIM)).severity, DiagnosticSeverity.Error);
    await write(configure({ 'claim/*': 'off' }));
    await gone(CLAIM);
    await write(configure({ 'claim/*': 'hint' }));
    assert.equal((await diagnosticOf(article, CLAIM)).severity, DiagnosticSeverity.Hint);
  });

  it('offers the rules and says what they are about', async () => {
    assert.equal(configuration.languageId, 'jsonc');
    const inside = configuration.positionAt(configuration.getText().indexOf(CLAIM) + 3);
    const offered = await until('a completion', async () => {
      const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', configuration.uri, inside);
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.some((label) => label.includes('quote/unclosed')) ? labels : null;
    });
    assert.ok(offered.some((label) => label.includes('claim/*')));
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', configuration.uri, inside);
    const words = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)));
    assert.match(words.join('\n'), /nobody stands behind/);
  });

  it('shows what is wrong in it, and mends it', async () => {
    await write(configure({ 'claim/unsorced': 'off' }));
    const wrong = await until(
      'a diagnostic',
      () => languages.getDiagnostics(configuration.uri).find((one) => codeOf(one) === 'config/unknown-rule') ?? null,
    );
    assert.match(wrong.message, /Did you mean “claim\/unsourced”/);
    const [fix] = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      configuration.uri,
      wrong.range,
      CodeActionKind.QuickFix.value,
    );
    assert.ok(fix?.edit && (await workspace.applyEdit(fix.edit)));
    assert.equal(configuration.getText(), configure({ [CLAIM]: 'off' }));
    await gone(CLAIM);
  });

  it('is where a finding is ignored everywhere', async () => {
    const finding = await diagnosticOf(article, 'quote/unclosed');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      article.uri,
      finding.range,
      CodeActionKind.QuickFix.value,
      20,
    );
    const action = actions.find(({ title }) => title.startsWith('Ignore quote/unclosed everywhere'));
    assert.ok(action?.edit, `among ${actions.map(({ title }) => title).join(' | ')}`);
    assert.ok(await workspace.applyEdit(action.edit));
    assert.equal(JSON.parse(configuration.getText()).rules['quote/unclosed'], 'off');
    await gone('quote/unclosed');
  });
});
