import { RequestType } from 'vscode-languageserver';
import { isPosition } from '../document';
import type { Requests } from './counter';

/** Client to server: the snippet that puts words from elsewhere into an article as a quote with its source; null where none can be put there. */
export const QuotedPasteRequest = new RequestType<QuotedPasteParams, string | null, void>('onrecord/quotedPaste');

/** See `QuotedPasteRequest`; whatever came over the wire may be anything. */
export interface QuotedPasteParams {
  readonly textDocument: { readonly uri: string };
  readonly position: unknown;
  readonly quote: unknown;
}

/** Pasting as a quote. */
export const quotedPasteRequests: Requests = {
  capabilities: () => ({}),
  listen({ connection, service, answering }) {
    connection.onRequest(
      QuotedPasteRequest,
      answering('pasting', null, (open, { position, quote }: QuotedPasteParams) =>
        isPosition(position) ? service().quotedPaste(open.read(), open.document.uri, position, quote) : null,
      ),
    );
  },
};
