import { commands, type Disposable, l10n, Selection, TextEditorRevealType, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { findArticles } from './find-articles';
import { FIND_ARTICLES, type FindArticlesParams, type ProtocolRange, QUOTE_STEP, type QuoteStepParams } from './protocol';

/** What VS Code has for moving through code, under names that somebody who writes articles would look for. */
const UNDER_OUR_NAMES: Readonly<Record<string, string>> = {
  'onrecord.goToSpeaker': 'editor.action.revealDefinition',
  'onrecord.showSpeaker': 'editor.action.goToReferences',
  'onrecord.showRelays': 'editor.showCallHierarchy',
  'onrecord.renameSpeaker': 'editor.action.rename',
};

/** The commands for moving through an article, and what the server needs for searching a folder that it cannot look into. */
export function moving(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(FIND_ARTICLES, ({ endings, most }: FindArticlesParams, token) => findArticles(endings, most, token)),
    commands.registerCommand('onrecord.nextQuote', () => step(client, 'next')),
    commands.registerCommand('onrecord.previousQuote', () => step(client, 'previous')),
    ...Object.entries(UNDER_OUR_NAMES).map(([own, other]) => commands.registerCommand(own, () => commands.executeCommand(other))),
  ];
}

/** Selects the next quote, so that it is read aloud, too, and shows it. */
async function step(client: BaseLanguageClient, direction: QuoteStepParams['direction']): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const uri = editor.document.uri.toString();
  const { line, character } = editor.selection.start;
  const params: QuoteStepParams = { textDocument: { uri }, position: { line, character }, direction };
  const range = await client.sendRequest<ProtocolRange | null>(QUOTE_STEP, params);
  if (!range) {
    window.setStatusBarMessage(l10n.t('There are no quotes in this text.'), 4000);
    return;
  }
  const selection = new Selection(range.start.line, range.start.character, range.end.line, range.end.character);
  editor.selection = selection;
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
