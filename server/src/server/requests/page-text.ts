import { RequestType } from 'vscode-languageserver';
import type { Requests } from './counter';

/** Client to server: the text of a PDF beside an open article, page by page; null where there is none, or it has not been read (yet). */
export const PageTextRequest = new RequestType<{ readonly uri: string }, string | null, void>('onrecord/pageText');

/** The pages of documents that no text editor shows. */
export const pageTextRequests: Requests = {
  capabilities: () => ({}),
  listen({ connection, pageText }) {
    connection.onRequest(PageTextRequest, (params) => (typeof params?.uri === 'string' ? pageText(params.uri) : null));
  },
};
