import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  DiagnosticSeverity,
  extensions,
  languages,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  workspace,
} from 'vscode';
import { FERRY, IN_FERRY } from '../articles';
import { closeAll, codeOf, diagnosticOf, hoversOver, open, rangeOf } from './editor';
import { until } from './waiting';

describe('an article in VS Code', () => {
  let article: TextDocument;
  beforeEach(async () => {
    article = await open('ferry.article', FERRY);
  });
  afterEach(closeAll);

  it('wakes the extension, by the language of its file', async () => {
    assert.equal(article.languageId, 'article');
    await until('the extension to be active', () => extensions.getExtension('on-record.onrecord')?.isActive || null);
  });

  it('tells over a quote who said it', async () => {
    const card = await until('a hover', async () => (await hoversOver(article, IN_FERRY.quote)) || null);
    assert.match(card, /Ana Ruiz/);
    assert.match(card, /told/);
  });

  it('is coloured by what its words are', async () => {
    const legend = await until('a legend', () =>
      commands
        .executeCommand<SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', article.uri)
        .then((it) => it ?? null),
    );
    const tokens = await commands.executeCommand<SemanticTokens>('vscode.provideDocumentSemanticTokens', article.uri);
    const kinds = new Set<string | undefined>();
    for (let token = 3; token < tokens.data.length; token += 5) kinds.add(legend.tokenTypes[tokens.data[token] ?? -1]);
    for (const kind of ['quote', 'speaker', 'cue']) assert.ok(kinds.has(kind), `${kind} is among ${[...kinds].join(', ')}`);
  });

  it('is reported on, with a sentence and a link to the rule', async () => {
    const finding = await diagnosticOf(article, 'claim/unsourced');
    assert.equal(finding.severity, DiagnosticSeverity.Warning);
    assert.ok(finding.range.intersection(rangeOf(article, IN_FERRY.unsourced)), 'it stands at the claim');
    assert.match(finding.message, /\S+ \S+ \S+/);
    assert.ok(typeof finding.code === 'object' && /claim\/unsourced/.test(finding.code.target.toString(true)), 'it links to its rule');
  });

  it('has a way to mend each fault, and mending removes the finding', async () => {
    for (const code of ['quote/unclosed', 'quote/unattributed', 'claim/unsourced']) {
      const finding = await diagnosticOf(article, code);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        article.uri,
        finding.range,
        CodeActionKind.QuickFix.value,
        20,
      );
      const fix = actions.find(({ title, edit }) => edit && !title.startsWith('Ignore'));
      assert.ok(fix?.edit, `${code} has a fix among: ${actions.map(({ title }) => title).join(' | ')}`);
      const before = article.getText();
      assert.ok(await workspace.applyEdit(fix.edit), `${code}: “${fix.title}” is applied`);
      assert.notEqual(article.getText(), before);
      await until(`${code} to be gone after “${fix.title}”`, () => {
        const left = languages.getDiagnostics(article.uri).filter((other) => codeOf(other) === code);
        return left.length === 0 || null;
      });
    }
  });
});
