import { type Comment, CommentMode, l10n, MarkdownString, Uri } from 'vscode';
import type { Kind, Reply } from '../../../server/src/annotations/annotation';
import type { Thread } from '../../../server/src/features/threads';

/** What an annotation is called where people see it. */
export const kindName = (kind: Kind): string =>
  ({
    note: l10n.t('Note'),
    question: l10n.t('Question'),
    verified: l10n.t('Verified'),
    disputed: l10n.t('Disputed'),
    'needs-source': l10n.t('Needs a Source'),
  })[kind];

/** One comment of a thread: the annotation itself, or a reply to it. What people wrote is shown as they wrote it, and does nothing. */
export class Remark implements Comment {
  mode = CommentMode.Preview;
  body: string | MarkdownString;
  readonly author: { readonly name: string };
  readonly contextValue = 'remark';
  readonly timestamp?: Date;

  private constructor(
    readonly id: string,
    readonly article: string,
    /** As it was typed. */
    readonly note: string,
    private readonly shown: MarkdownString,
    { by, at }: { readonly by: string | null; readonly at: string | null },
  ) {
    this.body = shown;
    this.author = { name: by ?? l10n.t('Somebody') };
    const time = Date.parse(at ?? '');
    if (!Number.isNaN(time)) this.timestamp = new Date(time);
  }

  /** What an annotation says. */
  static of(thread: Thread, article: string): Remark {
    return new Remark(thread.id, article, thread.note, bodyOf(thread, article), thread);
  }

  /** What a reply says. */
  static reply({ id, note, by, at }: Reply, article: string): Remark {
    return new Remark(id, article, note, new MarkdownString(inert(note)), { by, at });
  }

  /** Lets the person change the words. */
  startEditing(): void {
    this.mode = CommentMode.Editing;
    this.body = this.note;
  }

  /** Shows it as it was. */
  stopEditing(): void {
    this.mode = CommentMode.Preview;
    this.body = this.shown;
  }
}

function bodyOf({ kind, note, sources, words, range, lapsed }: Thread, article: string): MarkdownString {
  const body = new MarkdownString();
  // The panel shows nothing else of a thread.
  if (kind !== 'note')
    body
      .appendMarkdown('**')
      .appendMarkdown(inert(kindName(kind)))
      .appendMarkdown('.** ');
  if (note.trim() !== '') body.appendMarkdown(inert(note)).appendMarkdown('\n\n');
  for (const source of sources) {
    body.appendMarkdown(`${inert(l10n.t('Source:'))} `);
    const link = linkOf(source, article);
    if (link) body.appendMarkdown(`[${inert(source)}](${link})`);
    else body.appendMarkdown(inert(source));
    body.appendMarkdown('\n\n');
  }
  if (words !== null && range === null)
    body.appendMarkdown(inert(l10n.t('Its words are gone: “{0}”', short(words)))).appendMarkdown('\n\n');
  if (lapsed) body.appendMarkdown(inert(l10n.t('The words have changed since. Verified was: “{0}”', short(words ?? ''))));
  return body;
}

/** Where a source can be opened: a page, or a file beside the article; null for a person, and for anything else. */
function linkOf(source: string, article: string): string | null {
  if (/^https?:\/\/[^\s()<>]+$/i.test(source)) return Uri.parse(source).toString();
  const [, path, line] = /^(\S*[^\s:]\.[a-z0-9]{1,5})(?::(\d+))?$/i.exec(source) ?? [];
  if (path === undefined || /^[a-z][a-z0-9+.-]+:/i.test(path)) return null;
  const file = Uri.joinPath(Uri.parse(article), '..', path);
  return file.with({ fragment: line === undefined ? '' : `L${line}` }).toString();
}

/** Words as Markdown that does nothing, line by line: as VS Code writes them, but for the spaces, which would keep a long note from being wrapped. */
const inert = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => new MarkdownString().appendText(line.trim()).value.replaceAll('&nbsp;', ' '))
    .join('  \n');

/** As much of an article's words as a thread quotes. */
export function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
