import { commands, type Disposable, LanguageStatusSeverity, l10n, languages, type TextEditor, window, workspace } from 'vscode';
import { count } from '../../server/src/report/say';
import { LANGUAGES } from './languages';
import type { State, StatusParams } from './protocol';

/** What is said of a file whose text decided that it is not read, by what it looks like. */
const LOOKS: Readonly<Record<string, () => string>> = {
  short: () => l10n.t('On Record: off, too short to tell whether it is an article'),
  list: () => l10n.t('On Record: off, reads like a list'),
  data: () => l10n.t('On Record: off, reads like data or a log'),
  code: () => l10n.t('On Record: off, reads like code'),
  foreign: () => l10n.t('On Record: off, not in English'),
};

const STATES: Readonly<Record<State, () => string>> = {
  on: () => l10n.t('On Record: on'),
  'not-prose': () => l10n.t('On Record: off, does not read like an article'),
  'off-by-setting': () => l10n.t('On Record: off in this workspace'),
  'off-for-file': () => l10n.t('On Record: off for this file'),
  binary: () => l10n.t('On Record: off, not a text'),
  'too-large': () => l10n.t('On Record: off, longer than five million characters'),
};

/** Shows, beside the language of the active editor, what On Record makes of the file, and turns it on and off. */
export class StatusItems implements Disposable {
  private readonly file = languages.createLanguageStatusItem('onrecord.file', [...LANGUAGES]);
  private readonly place = languages.createLanguageStatusItem('onrecord.workspace', [...LANGUAGES]);
  private readonly known = new Map<string, StatusParams>();
  private readonly subscriptions: Disposable[];

  constructor() {
    this.file.name = 'On Record';
    this.place.name = l10n.t('On Record in This Workspace');
    this.subscriptions = [
      window.onDidChangeActiveTextEditor((editor) => this.draw(editor)),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('onrecord') && this.draw()),
      workspace.onDidCloseTextDocument(({ uri }) => this.known.delete(uri.toString())),
    ];
    this.draw();
  }

  /** Takes what the server says of a document. */
  tell(status: StatusParams): void {
    this.known.set(status.uri, status);
    this.draw();
  }

  /** What the server last said of a document. */
  of(uri: string): StatusParams | undefined {
    return this.known.get(uri);
  }

  private draw(editor: TextEditor | undefined = window.activeTextEditor): void {
    const status = editor && this.known.get(editor.document.uri.toString());
    const on = status?.state === 'on';
    // What `when` clauses see: the text at hand is an article that is read.
    commands.executeCommand('setContext', 'onrecord.reading', on);
    this.file.text = status ? textOf(status) : 'On Record';
    this.file.detail = status?.counts && on ? detailOf(status.counts) : '';
    this.file.severity = LanguageStatusSeverity.Information;
    this.file.command = { command: 'onrecord.toggleFile', title: on ? l10n.t('Turn Off for This File') : l10n.t('Turn On for This File') };
    const enabled = workspace.getConfiguration('onrecord', editor?.document).get('enable', true);
    this.place.text = enabled ? l10n.t('On Record: on in this workspace') : l10n.t('On Record: off in this workspace');
    this.place.command = {
      command: 'onrecord.toggleWorkspace',
      title: enabled ? l10n.t('Turn Off for This Workspace') : l10n.t('Turn On for This Workspace'),
    };
  }

  dispose(): void {
    for (const item of [this.file, this.place, ...this.subscriptions]) item.dispose();
  }
}

function textOf({ state, looks, counts }: StatusParams): string {
  if (state === 'on' && counts) {
    return l10n.t('On Record: {0}', count(l10n.t, counts.findings, '{0} finding', '{0} findings'));
  }
  return (state === 'not-prose' && LOOKS[looks ?? '']?.()) || STATES[state]();
}

const detailOf = ({ quotes, speakers, claims }: NonNullable<StatusParams['counts']>): string =>
  [
    count(l10n.t, quotes, '{0} quote', '{0} quotes'),
    count(l10n.t, speakers, '{0} speaker', '{0} speakers'),
    count(l10n.t, claims, '{0} claim', '{0} claims'),
  ].join(', ');
