import { isPosition } from '../document';
import type { Requests } from './counter';

/** How an article is built: its outline, what can be folded, what a selection grows by. */
export const structureRequests: Requests = {
  capabilities: () => ({
    documentSymbolProvider: { label: 'On Record' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
  }),
  listen({ connection, service, answering, showOptions }) {
    connection.onDocumentSymbol(
      answering('symbols', null, async (open) => service().navigation.symbols(open.read(), open.document.uri, await showOptions(open))),
    );
    connection.onFoldingRanges(answering('folding', null, (open) => service().navigation.foldingRanges(open.read())));
    connection.onSelectionRanges(
      answering('selection ranges', null, (open, { positions }) =>
        Array.isArray(positions) && positions.every(isPosition) ? service().navigation.selectionRanges(open.read(), positions) : null,
      ),
    );
  },
};
