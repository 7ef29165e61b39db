import { type Position, type Range, RequestType } from 'vscode-languageserver';
import { isPosition } from '../document';
import type { Requests } from './counter';

/** Client to server: where the next quote is from a position, or the one before. */
export interface QuoteStepParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}

/** See `QuoteStepParams`; null where there are no quotes. */
export const QuoteStepRequest = new RequestType<QuoteStepParams, Range | null, void>('onrecord/quoteStep');

/** Steps from quote to quote, which the protocol has no request for. */
export const stepRequests: Requests = {
  capabilities: () => ({}),
  listen({ connection, service, answering }) {
    connection.onRequest(
      QuoteStepRequest,
      answering('stepping', null, (open, { position, direction }: QuoteStepParams) =>
        isPosition(position) ? service().navigation.quoteStep(open.read(), position, direction === 'previous' ? 'previous' : 'next') : null,
      ),
    );
  },
};
