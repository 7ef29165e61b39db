import {
  type CommentController,
  CommentMode,
  type CommentThread,
  CommentThreadCollapsibleState,
  CommentThreadState,
  comments,
  type Disposable,
  l10n,
  Range,
  Uri,
} from 'vscode';
import type { Thread } from '../../../server/src/features/threads';
import type { AnnotationsParams } from '../../../server/src/server/annotations/desk';
import { isReadable } from '../languages';
import { kindName, Remark, short } from './remark';

/** A thread on the screen, and what it was last made from. */
interface Shown {
  readonly thread: CommentThread;
  made: string;
  /** What has come while a comment of it is being edited. */
  waiting: Thread | null;
}

/** The annotations of articles as VS Code's own comments: in the gutter, in threads, in the panel. */
export class AnnotationThreads implements Disposable {
  private readonly controller: CommentController;
  private readonly articles = new Map<string, Map<string, Shown>>();

  constructor(private readonly isRead: (uri: string) => boolean) {
    this.controller = comments.createCommentController('onrecord', 'On Record');
    this.controller.options = {
      prompt: l10n.t('Reply…'),
      placeHolder: l10n.t('A note, a question, or why this is verified or disputed'),
    };
  }

  /** Lets people start notes in the gutter of articles, and of no other text. VS Code asks anew whenever this is set. */
  offer(): void {
    this.controller.commentingRangeProvider = {
      provideCommentingRanges: (document) =>
        isReadable(document) && this.isRead(document.uri.toString()) ? [new Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [],
    };
  }

  /** Takes what the server says of an article's annotations. */
  tell({ uri, threads }: AnnotationsParams): void {
    const shown = this.articles.get(uri) ?? new Map<string, Shown>();
    this.articles.set(uri, shown);
    const gone = new Set(shown.keys());
    for (const thread of threads) {
      gone.delete(thread.id);
      const known = shown.get(thread.id);
      if (known) draw(known, thread, uri);
      else shown.set(thread.id, this.create(thread, uri));
    }
    for (const id of gone) {
      shown.get(id)?.thread.dispose();
      shown.delete(id);
    }
    if (shown.size === 0) this.articles.delete(uri);
  }

  /** A thread that VS Code has opened for a new note becomes that of annotation `id`, so that it stays where the person is writing. */
  adopt(thread: CommentThread, id: string): void {
    const uri = thread.uri.toString();
    const shown = this.articles.get(uri) ?? new Map<string, Shown>();
    this.articles.set(uri, shown.set(id, { thread, made: '', waiting: null }));
  }

  /** The annotation was not made after all. */
  release(thread: CommentThread): void {
    const id = this.idOf(thread);
    if (id !== undefined) this.articles.get(thread.uri.toString())?.delete(id);
  }

  /** The annotation that a thread shows; undefined for one that is still to be written. */
  idOf(thread: CommentThread): string | undefined {
    for (const [id, shown] of this.articles.get(thread.uri.toString()) ?? []) if (shown.thread === thread) return id;
    return undefined;
  }

  /** Shows the comments of a thread anew: one is, or no longer is, being edited. */
  redraw(remark: Remark): void {
    for (const shown of this.articles.get(remark.article)?.values() ?? []) {
      if (!shown.thread.comments.includes(remark)) continue;
      shown.thread.comments = [...shown.thread.comments];
      if (shown.waiting && !isEdited(shown)) draw(shown, shown.waiting, remark.article);
    }
  }

  /** Opens the thread of an annotation. */
  open(uri: string, id: string): void {
    const shown = this.articles.get(uri)?.get(id);
    if (shown) shown.thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
  }

  private create(of: Thread, uri: string): Shown {
    const thread = this.controller.createCommentThread(Uri.parse(uri), rangeOf(of), []);
    thread.collapsibleState = CommentThreadCollapsibleState.Collapsed;
    const shown = { thread, made: '', waiting: null };
    draw(shown, of, uri);
    return shown;
  }

  dispose(): void {
    this.controller.dispose();
  }
}

function draw(shown: Shown, of: Thread, uri: string): void {
  const { thread } = shown;
  shown.waiting = isEdited(shown) ? of : null;
  if (shown.waiting) return;
  const range = rangeOf(of);
  if (!thread.range?.isEqual(range)) thread.range = range;
  const { range: _, near, ...said } = of;
  const made = JSON.stringify({ ...said, isOrphan: isOrphan(of) });
  if (made === shown.made) return;
  shown.made = made;
  thread.comments = [Remark.of(of, uri), ...of.replies.map((reply) => Remark.reply(reply, uri))];
  thread.label = labelOf(of);
  thread.state = of.resolved ? CommentThreadState.Resolved : CommentThreadState.Unresolved;
  thread.contextValue = [of.resolved ? 'resolved' : 'open', of.kind, isOrphan(of) ? 'orphan' : 'placed', of.lapsed ? 'lapsed' : '']
    .join(' ')
    .trim();
  thread.canReply = true;
}

const isEdited = ({ thread }: Shown): boolean => thread.comments.some(({ mode }) => mode === CommentMode.Editing);

const isOrphan = ({ range, words }: Thread): boolean => range === null && words !== null;

/** Where a thread is shown: at its words; where they are gone, near where they were; at the top for one on the whole article. */
function rangeOf({ range, near }: Thread): Range {
  if (range) return new Range(range.start.line, range.start.character, range.end.line, range.end.character);
  const line = near?.line ?? 0;
  return new Range(line, 0, line, 0);
}

function labelOf(thread: Thread): string {
  const name = kindName(thread.kind);
  if (isOrphan(thread)) return l10n.t('{0}, orphaned: “{1}” is no longer here', name, short(thread.words ?? ''));
  if (thread.words === null) return l10n.t('{0}, on the whole article', name);
  if (thread.lapsed) return l10n.t('{0}, but the words have changed since', name);
  if (thread.resolved) return l10n.t('{0}, settled by {1}', name, thread.resolved.by ?? l10n.t('somebody'));
  return thread.by === null ? name : l10n.t('{0} by {1}', name, thread.by);
}
