import type { SpeakerIndex } from '../speaker-index';
import type { Requests } from './counter';

/** Speakers over all articles of the open folders. */
export const workspaceSymbolRequests = (index: SpeakerIndex): Requests => ({
  capabilities: () => ({ workspaceSymbolProvider: true }),
  listen({ connection, complain }) {
    connection.onWorkspaceSymbol(async (params, token) => {
      const query: unknown = params?.query;
      try {
        return await index.search(typeof query === 'string' ? query : '', token);
      } catch (error) {
        if (token.isCancellationRequested) throw error;
        complain('searching speakers', error);
        return [];
      }
    });
  },
});
