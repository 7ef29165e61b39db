import { isPosition } from '../document';
import type { Requests } from './counter';

/** Where a speaker comes up: all references, and the highlights as the cursor moves. */
export const mentionRequests: Requests = {
  capabilities: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  listen({ connection, service, answering, showOptions }) {
    connection.onReferences(
      answering('references', null, async (open, { position, context }) => {
        if (!isPosition(position)) return null;
        const declaration = context?.includeDeclaration !== false;
        return service().navigation.references(open.read(), open.document.uri, position, { ...(await showOptions(open)), declaration });
      }),
    );
    connection.onDocumentHighlight(
      answering('highlights', null, (open, { position }) =>
        isPosition(position) ? service().navigation.highlights(open.read(), position) : null,
      ),
    );
  },
};
