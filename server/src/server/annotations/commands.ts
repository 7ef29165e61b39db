import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { isKind, type Kind, type Source } from '../../annotations/annotation';
import { added, edited, lost, reattached, removed, replied, resolved, restored } from '../../annotations/change';
import { isObject, type Json, type JsonObject, listOf, textOf } from '../../annotations/json';
import { selectorsFor } from '../../annotations/selectors';
import { sourceOf } from '../../annotations/source';
import { annotationTarget } from '../../features/annotation-target';
import type { Span } from '../../text/span';
import { isPosition, isRange } from '../document';
import type { OpenArticle } from '../open-article';
import type { Session } from './session';
import { sourceNameOf } from './sidecar';

/** An open article and its annotations, for a command that changes them. */
export interface Scene {
  readonly open: OpenArticle;
  readonly session: Session;
  /** Who the person is; null where nobody knows. */
  readonly author: string | null;
  /** The time, as RFC 3339 has it. */
  readonly now: string;
  newId(): string;
}

/** What a command answers. */
export type Answer = { readonly id?: string; readonly removed?: readonly JsonObject[] };

type Act = (scene: Scene, argument: JsonObject) => Answer;

/** The commands by which any client changes annotations; each takes one object, with the address of an open article in `uri`. See docs/annotations.md. */
export const COMMANDS: Readonly<Record<string, Act>> = {
  'onrecord.annotate': annotate,
  'onrecord.editAnnotation': edit,
  'onrecord.replyToAnnotation': reply,
  'onrecord.resolveAnnotation': resolve,
  'onrecord.confirmAnnotation': confirm,
  'onrecord.reattachAnnotation': reattach,
  'onrecord.removeAnnotation': remove,
  'onrecord.restoreAnnotation': restore,
};

const wrong = (message: string) => new ResponseError<void>(LSPErrorCodes.RequestFailed, message);

function annotate({ open, session, author, now, newId }: Scene, argument: JsonObject): Answer {
  const { text, uri } = open.document;
  const kind: Kind = isKind(argument.kind) ? argument.kind : 'note';
  const asked = spanIn(open, argument);
  const span = asked && annotationTarget(open.read(), asked, kind);
  if (asked && !span) throw wrong('There are no words here to say something of. Select some.');
  const note = textOf(argument.note) ?? '';
  if (note.trim() === '' && (kind === 'note' || kind === 'question')) throw wrong('The note is empty.');
  const id = textOf(argument.id) ?? newId();
  const selectors = span && selectorsFor(text, span);
  const by = textOf(argument.by) ?? author;
  session.change(added(session.all, { id, kind, note, sources: sourcesIn(argument), selectors, by, at: now }, sourceNameOf(uri)));
  return { id };
}

function edit({ session, now }: Scene, argument: JsonObject): Answer {
  const id = idIn(argument);
  const note = textOf(argument.note);
  const saying = {
    ...(note !== null && { note }),
    ...(isKind(argument.kind) && { kind: argument.kind }),
    ...((argument.source !== undefined || argument.sources !== undefined) && { sources: sourcesIn(argument) }),
  };
  return changed(session, id, edited(session.all, id, saying, now));
}

function reply({ session, author, now, newId }: Scene, argument: JsonObject): Answer {
  const note = textOf(argument.note) ?? '';
  if (note.trim() === '') throw wrong('The reply is empty.');
  const id = textOf(argument.reply) ?? newId();
  const to = idIn(argument);
  if (!session.annotation(to)) throw wrong(GONE);
  session.change(replied(session.all, to, { id, note, by: textOf(argument.by) ?? author, at: now }));
  return { id };
}

function resolve({ session, author, now }: Scene, argument: JsonObject): Answer {
  const id = idIn(argument);
  const stamp = argument.resolved === false ? null : { by: textOf(argument.by) ?? author, at: now };
  return changed(session, id, resolved(session.all, id, stamp));
}

/** What has been verified still holds for the words as they are now. */
function confirm({ open, session, now }: Scene, argument: JsonObject): Answer {
  const id = idIn(argument);
  const span = session.placed().find(({ annotation }) => annotation.id === id)?.span;
  if (!span) throw wrong(GONE);
  const selectors = selectorsFor(open.document.text, span);
  return changed(session, id, edited(reattached(session.all, new Map([[id, selectors]]), sourceNameOf(session.uri)), id, {}, now));
}

/** Puts an annotation on other words. */
function reattach({ open, session, now }: Scene, argument: JsonObject): Answer {
  const id = idIn(argument);
  const kind = session.annotation(id)?.kind;
  const asked = spanIn(open, argument);
  const span = kind && asked && annotationTarget(open.read(), asked, kind);
  if (!span) throw wrong('There are no words here to attach it to. Select some.');
  const all = new Map([[id, selectorsFor(open.document.text, span)]]);
  return changed(session, id, edited(reattached(session.all, all, sourceNameOf(session.uri)), id, {}, now));
}

function remove({ session }: Scene, argument: JsonObject): Answer {
  const before = session.all;
  session.change(removed(before, idIn(argument)));
  const gone = lost(before, session.all);
  if (gone.length === 0) throw wrong(GONE);
  return { removed: gone };
}

/** Puts back what `onrecord.removeAnnotation` has answered. */
function restore({ session }: Scene, argument: JsonObject): Answer {
  session.change(restored(session.all, listOf(argument.removed).filter(isObject)));
  return {};
}

const GONE = 'This note is no longer there.';

function changed(session: Session, id: string, now: Session['all']): Answer {
  if (now === session.all) throw wrong(GONE);
  session.change(now);
  return { id };
}

function idIn({ id }: JsonObject): string {
  if (typeof id !== 'string') throw wrong('The id of an annotation is missing.');
  return id;
}

/** The span that an argument names by `range` or `position`; null where it names none. */
function spanIn({ document: { lines } }: OpenArticle, argument: JsonObject): Span | null {
  const range: unknown = argument.range;
  if (isRange(range)) return lines.spanOf(range);
  const position: unknown = argument.position;
  if (!isPosition(position)) return null;
  const at = lines.offsetAt(position);
  return [at, at];
}

const sourcesIn = ({ source, sources }: JsonObject): Source[] =>
  [...listOf(source), ...listOf(sources)].flatMap((typed: Json) => sourceOf(textOf(typed) ?? '') ?? []);
