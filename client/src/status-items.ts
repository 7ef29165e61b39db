import { commands, type Disposable, LanguageStatusSeverity, languages, type TextEditor, window, workspace } from 'vscode';
import { LANGUAGES } from './languages';
import type { State, StatusParams } from './protocol';

const LOOKS: Readonly<Record<string, string>> = {
  short: 'too short to tell whether it is an article',
  list: 'reads like a list',
  data: 'reads like data or a log',
  code: 'reads like code',
  foreign: 'not in English',
};

const OFF: Readonly<Record<Exclude<State, 'on' | 'not-prose'>, string>> = {
  'off-by-setting': 'off in this workspace',
  'off-for-file': 'off for this file',
  binary: 'off: not a text',
  'too-large': 'off: longer than five million characters',
};

/** Shows, beside the language of the active editor, what On Record makes of the file, and turns it on and off. */
export class StatusItems implements Disposable {
  private readonly file = languages.createLanguageStatusItem('onrecord.file', [...LANGUAGES]);
  private readonly place = languages.createLanguageStatusItem('onrecord.workspace', [...LANGUAGES]);
  private readonly known = new Map<string, StatusParams>();
  private readonly subscriptions: Disposable[];

  constructor() {
    this.file.name = 'On Record';
    this.place.name = 'On Record in This Workspace';
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
    this.file.command = { command: 'onrecord.toggleFile', title: on ? 'Turn Off for This File' : 'Turn On for This File' };
    const enabled = workspace.getConfiguration('onrecord', editor?.document).get('enable', true);
    this.place.text = `On Record: ${enabled ? 'on' : 'off'} in this workspace`;
    this.place.command = {
      command: 'onrecord.toggleWorkspace',
      title: enabled ? 'Turn Off for This Workspace' : 'Turn On for This Workspace',
    };
  }

  dispose(): void {
    for (const item of [this.file, this.place, ...this.subscriptions]) item.dispose();
  }
}

function textOf({ state, looks, counts }: StatusParams): string {
  if (state === 'on') return counts ? `On Record: ${count(counts.findings, 'finding')}` : 'On Record: on';
  return `On Record: ${state === 'not-prose' ? `off, ${LOOKS[looks ?? ''] ?? 'does not read like an article'}` : OFF[state]}`;
}

const detailOf = ({ quotes, speakers, claims }: NonNullable<StatusParams['counts']>): string =>
  [count(quotes, 'quote'), count(speakers, 'speaker'), count(claims, 'claim')].join(', ');

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
