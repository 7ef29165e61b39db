import {
  type Comment,
  type CommentReply,
  type CommentThread,
  commands,
  Disposable,
  l10n,
  type Range,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { Kind } from '../../../server/src/annotations/annotation';
import type { AnnotationsParams } from '../../../server/src/server/annotations/desk';
import { isReadable } from '../languages';
import {
  ANNOTATION_TARGET,
  ANNOTATIONS,
  type ProtocolRange,
  RETRY_ANNOTATIONS,
  TRUST,
  WRITE_FILE,
  type WriteFileParams,
} from '../protocol';
import { askForGrounds, askForKind, askForNote } from './asking';
import { Changes, newId } from './changes';
import type { Kept } from './kept';
import { kindName, Remark, short } from './remark';
import { AnnotationThreads } from './threads';
import { writeFile } from './write-file';

/** The command that adds an annotation of each kind. */
const COMMAND_OF: Readonly<Record<Kind, string>> = {
  verified: 'onrecord.markVerified',
  disputed: 'onrecord.markDisputed',
  'needs-source': 'onrecord.markNeedsSource',
  question: 'onrecord.askQuestion',
  note: 'onrecord.addNote',
};

/** The commands that the server may put behind its fixes; each takes an address and a range, as the protocol has them. */
export const ANNOTATE_COMMANDS: readonly string[] = Object.values(COMMAND_OF);

/** Notes and verdicts: shows them as comments, and lets people add, answer, change, settle and remove them. */
export class Annotations extends Disposable {
  private readonly threads: AnnotationThreads;
  private readonly changes: Changes;
  private readonly subscriptions: Disposable[];
  /** The words that a note was started on: VS Code's own idea of them begins at the cursor's word. */
  private started: { readonly uri: string; readonly range: Range } | undefined;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly kept: Kept,
    isRead: (uri: string) => boolean,
  ) {
    super(() => Disposable.from(...this.subscriptions).dispose());
    this.changes = new Changes(client, kept);
    this.threads = new AnnotationThreads(isRead);
    this.subscriptions = [
      this.threads,
      client.onNotification(ANNOTATIONS, (params: AnnotationsParams) => {
        this.threads.tell(params);
        kept.setUnsaved(params.uri, params.unsaved).then(undefined, () => undefined);
      }),
      client.onRequest(WRITE_FILE, ({ uri, text }: WriteFileParams) => writeFile(uri, text)),
      workspace.onDidGrantWorkspaceTrust(() => client.sendNotification(TRUST)),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused && client.state === State.Running) client.sendNotification(RETRY_ANNOTATIONS);
      }),
      ...this.adding(),
      ...this.answering(),
      ...this.changing(),
    ];
  }

  /** What is read as an article may have changed. */
  reconsider(): void {
    this.threads.offer();
  }

  /** The server has an article: changes of it that it did not live to answer are made again. */
  resume(): void {
    this.changes.resume().catch(() => undefined);
  }

  /** Commands that add something to the words at hand, or to those that a fix names. */
  private adding(): Disposable[] {
    const at = (command: string, act: (editor: TextEditor, range: Range) => Promise<void>, kind: Kind) =>
      commands.registerCommand(command, async (uri?: unknown, range?: unknown) => {
        const editor = await editorOf(uri);
        const target = editor && (await this.targetOf(editor, range, kind));
        if (editor && target) await act(editor, target);
      });
    const judging = (command: string, kind: Kind) => at(command, (editor, range) => this.judge(editor, range, kind), kind);
    return [
      at('onrecord.addNote', (editor, range) => this.startNote(editor, range), 'note'),
      at('onrecord.askQuestion', (editor, range) => this.ask(editor, range, 'question', false), 'question'),
      at('onrecord.markNeedsSource', (editor, range) => this.ask(editor, range, 'needs-source', true), 'needs-source'),
      commands.registerCommand('onrecord.markAs', () => this.markAs()),
      judging('onrecord.markVerified', 'verified'),
      judging('onrecord.markDisputed', 'disputed'),
    ];
  }

  /** Commands of a thread that is being written into. */
  private answering(): Disposable[] {
    const submit = (command: string, kind: Kind) =>
      commands.registerCommand(command, (reply: CommentReply) => this.submit(reply.thread, reply.text, kind));
    return [
      submit('onrecord.submitNote', 'note'),
      submit('onrecord.submitQuestion', 'question'),
      submit('onrecord.submitVerified', 'verified'),
      submit('onrecord.submitDisputed', 'disputed'),
      submit('onrecord.submitNeedsSource', 'needs-source'),
      commands.registerCommand('onrecord.submitReply', async ({ thread, text }: CommentReply) => {
        const id = this.threads.idOf(thread);
        if (id !== undefined && text.trim() !== '')
          await this.make(thread.uri, 'onrecord.replyToAnnotation', { id, note: text, reply: newId() });
      }),
    ];
  }

  /** Commands of threads and comments that are there. */
  private changing(): Disposable[] {
    const onThread = (command: string, act: (uri: Uri, id: string, thread: CommentThread) => Promise<unknown>) =>
      commands.registerCommand(command, async (thread: CommentThread) => {
        const id = thread && this.threads.idOf(thread);
        if (id !== undefined) await act(thread.uri, id, thread);
      });
    const onRemark = (command: string, act: (remark: Remark) => unknown) =>
      commands.registerCommand(command, (comment: Comment) => (comment instanceof Remark ? act(comment) : undefined));
    return [
      onThread('onrecord.settleThread', (uri, id) => this.make(uri, 'onrecord.resolveAnnotation', { id, resolved: true })),
      onThread('onrecord.reopenThread', (uri, id) => this.make(uri, 'onrecord.resolveAnnotation', { id, resolved: false })),
      onThread('onrecord.confirmThread', (uri, id) => this.make(uri, 'onrecord.confirmAnnotation', { id })),
      onThread('onrecord.reattachThread', (uri, id) => this.reattach(uri, id)),
      onThread('onrecord.judgeThread', (uri, id) => this.rejudge(uri, id)),
      onRemark('onrecord.editRemark', (remark) => {
        remark.startEditing();
        this.threads.redraw(remark);
      }),
      onRemark('onrecord.cancelEdit', (remark) => {
        remark.stopEditing();
        this.threads.redraw(remark);
      }),
      onRemark('onrecord.saveRemark', (remark) => this.save(remark)),
      onRemark('onrecord.deleteRemark', (remark) => this.remove(Uri.parse(remark.article), remark.id)),
    ];
  }

  private make(uri: Uri, command: string, argument: Readonly<Record<string, unknown>>) {
    return this.changes.make(command, { uri: uri.toString(), ...argument });
  }

  /** Opens an empty thread on the words, with the cursor in it: what VS Code does for its own “Add Comment”. */
  private async startNote(editor: TextEditor, range: Range): Promise<void> {
    editor.selection = new Selection(range.start, range.end);
    this.started = { uri: editor.document.uri.toString(), range };
    await commands.executeCommand('workbench.action.addComment');
  }

  private async submit(thread: CommentThread, text: string, kind: Kind): Promise<void> {
    const { uri } = thread;
    const { started } = this;
    const range = started?.uri === uri.toString() && started.range.end.line === thread.range?.end.line ? started.range : thread.range;
    // A thread on no words is one on the whole file, of which we open none.
    if (!range || (text.trim() === '' && (kind === 'note' || kind === 'question'))) return;
    this.started = undefined;
    const id = newId();
    this.threads.adopt(thread, id);
    const answer = await this.make(uri, 'onrecord.annotate', { id, kind, note: text, range: plain(range) });
    if (answer) return;
    this.threads.release(thread);
    // The words that could not be kept are given back.
    await window.showTextDocument(uri);
    if (text.trim() !== '') await commands.executeCommand('workbench.action.addComment');
  }

  private async ask({ document }: TextEditor, range: Range, kind: Kind, mayBeEmpty: boolean): Promise<void> {
    const note = await askForNote(kindName(kind), short(document.getText(range)), mayBeEmpty);
    if (note !== undefined) await this.add(document.uri, range, kind, note, '');
  }

  private async judge({ document }: TextEditor, range: Range, kind: Kind): Promise<void> {
    const given = await askForGrounds(kindName(kind), this.kept.sources(), document, short(document.getText(range)));
    if (!given) return;
    if (given.source !== '') await this.kept.named(given.source);
    await this.add(document.uri, range, kind, given.note, given.source);
  }

  private async add(uri: Uri, range: Range, kind: Kind, note: string, source: string): Promise<void> {
    await this.make(uri, 'onrecord.annotate', { id: newId(), kind, note, range: plain(range), ...(source !== '' && { source }) });
  }

  private async markAs(): Promise<void> {
    const kind = await askForKind();
    if (kind !== undefined) await commands.executeCommand(COMMAND_OF[kind]);
  }

  private async rejudge(uri: Uri, id: string): Promise<void> {
    const kind = await askForKind();
    if (kind !== undefined) await this.make(uri, 'onrecord.editAnnotation', { id, kind });
  }

  private async reattach(uri: Uri, id: string): Promise<void> {
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    if (!editor || editor.selection.isEmpty) {
      window.showInformationMessage(l10n.t('Select the words that the note belongs to, then choose “Attach to Selection” again.'));
      return;
    }
    await this.make(uri, 'onrecord.reattachAnnotation', { id, range: plain(editor.selection) });
  }

  private async save(remark: Remark): Promise<void> {
    const note = typeof remark.body === 'string' ? remark.body : remark.body.value;
    remark.stopEditing();
    this.threads.redraw(remark);
    if (note !== remark.note) await this.make(Uri.parse(remark.article), 'onrecord.editAnnotation', { id: remark.id, note });
  }

  private async remove(uri: Uri, id: string): Promise<void> {
    const removed = (await this.make(uri, 'onrecord.removeAnnotation', { id }))?.removed;
    if (!removed) return;
    const undo = l10n.t('Undo');
    if ((await window.showInformationMessage(l10n.t('The note has been deleted.'), undo)) === undo) {
      await this.make(uri, 'onrecord.restoreAnnotation', { removed });
    }
  }

  /** The words that the person means: those that a fix names, else what the server makes of the selection. */
  private async targetOf(editor: TextEditor, range: unknown, kind: Kind): Promise<Range | undefined> {
    const { start, end } = editor.selection;
    const asked = isRange(range) ? range : plain({ start, end });
    const uri = editor.document.uri.toString();
    const target = await this.client.sendRequest<ProtocolRange | null>(ANNOTATION_TARGET, { textDocument: { uri }, range: asked, kind });
    if (target) return this.client.protocol2CodeConverter.asRange(target);
    window.showInformationMessage(l10n.t('Select the words first that you want to say something of.'));
    return undefined;
  }
}

async function editorOf(uri: unknown): Promise<TextEditor | undefined> {
  const wanted = uri instanceof Uri ? uri : typeof uri === 'string' ? Uri.parse(uri) : undefined;
  const open = wanted && window.visibleTextEditors.find(({ document }) => document.uri.toString() === wanted.toString());
  const editor = open ?? window.activeTextEditor;
  return editor && isReadable(editor.document) ? editor : undefined;
}

function isRange(value: unknown): value is ProtocolRange {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

/** A range as the protocol writes it. */
const plain = ({ start, end }: Pick<Range, 'start' | 'end'>): ProtocolRange => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});
