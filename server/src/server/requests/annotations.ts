import { LSPErrorCodes, NotificationType0, type Range, RequestType, ResponseError } from 'vscode-languageserver';
import { isKind, type Kind } from '../../annotations/annotation';
import { isObject, type Json } from '../../annotations/json';
import type { Service } from '../../service';
import { COMMANDS } from '../annotations/commands';
import type { AnnotationsDesk, AnnotationsParams } from '../annotations/desk';
import { isRange } from '../document';
import type { OpenArticle } from '../open-article';
import type { Requests } from './counter';

/** Client to server: the annotations of an open article; null where it is not open. */
export const AnnotationsRequest = new RequestType<{ readonly textDocument: { readonly uri: string } }, AnnotationsParams | null, void>(
  'onrecord/annotations',
);

/** Client to server: the words that somebody means who annotates a range; null where there are none. */
export const AnnotationTargetRequest = new RequestType<
  { readonly textDocument: { readonly uri: string }; readonly range: Range; readonly kind: Kind },
  Range | null,
  void
>('onrecord/annotationTarget');

/** Client to server: what could not be written may be tried again. */
export const RetryNotification = new NotificationType0('onrecord/retryAnnotations');

/** Client to server: the person trusts the folders that are open. */
export const TrustNotification = new NotificationType0('onrecord/trusted');

/** What the commands need of the server beside the counter. */
export interface AnnotationRequestsHost {
  readonly desk: AnnotationsDesk;
  /** Any open document, whether it is read as an article or not. */
  openOf(uri: string): OpenArticle | undefined;
  /** Who the person is by their settings; null where they don't say. */
  authorOf(uri: string): Promise<string | null>;
  service(): Service;
  /** The person trusts the folders that are open. */
  trust(): void;
}

/** Annotations: commands that change them, for any client, and the question for all of them. */
export function annotationRequests({ desk, openOf, authorOf, service, trust }: AnnotationRequestsHost): Requests {
  return {
    capabilities: () => ({ executeCommandProvider: { commands: Object.keys(COMMANDS) } }),
    listen({ connection, complain }) {
      connection.onExecuteCommand(async ({ command, arguments: given }) => {
        const act = COMMANDS[command];
        const argument: Json | undefined = Array.isArray(given) ? (given[0] as Json) : undefined;
        const uri = isObject(argument) && typeof argument.uri === 'string' ? argument.uri : '';
        const open = openOf(uri);
        const session = await desk.of(uri);
        if (!act || !isObject(argument)) return new ResponseError<void>(LSPErrorCodes.RequestFailed, `There is no command ${command}.`);
        if (!open || !session) return new ResponseError<void>(LSPErrorCodes.ServerCancelled, 'Open the article first.');
        try {
          const newId = () => `urn:uuid:${crypto.randomUUID()}`;
          const answer = act({ open, session, author: await authorOf(uri), now: now(), newId }, argument);
          return { ...answer, problem: await desk.keep(uri) };
        } catch (error) {
          if (error instanceof ResponseError) return error;
          complain(command, error);
          return new ResponseError<void>(LSPErrorCodes.RequestFailed, 'On Record failed at this. Please report it.');
        }
      });
      connection.onRequest(AnnotationsRequest, async (params) => {
        const uri: unknown = params?.textDocument?.uri;
        if (typeof uri !== 'string') return null;
        await desk.of(uri);
        return desk.paramsOf(uri);
      });
      connection.onRequest(AnnotationTargetRequest, (params) => {
        const { textDocument, range, kind } = (params ?? {}) as Partial<typeof params>;
        const open = typeof textDocument?.uri === 'string' ? openOf(textDocument.uri) : undefined;
        return open && isRange(range) && isKind(kind) ? service().annotationTarget(open.read(), range, kind) : null;
      });
      connection.onNotification(RetryNotification, () => desk.retry());
      connection.onNotification(TrustNotification, trust);
    },
  };
}

/** To the second: nobody needs more, and it reads better in a file. */
const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
