import type { CompletionItem, CompletionParams } from 'vscode-languageserver';
import { TRIGGERS } from '../../service';
import { isPosition } from '../document';
import type { Requests } from './counter';

/** Completion: a list where something is being written that can be finished, and the card of a speaker when that is wanted. */
export const completionRequests: Requests = {
  capabilities: ({ abilities }) => ({
    completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: abilities.lazyDocumentation },
  }),
  listen({ connection, service, answering, articleOf, settingsOf, sourceFiles, complain }) {
    connection.onCompletion(
      answering('completion', null, async (open, { position }: CompletionParams) => {
        if (!isPosition(position) || !(await settingsOf(open)).completion) return null;
        return service().completion(open.read(), open.document.uri, position, { sourceFiles: await sourceFiles(open) });
      }),
    );
    connection.onCompletionResolve(async (item, token): Promise<CompletionItem> => {
      try {
        const open = await articleOf((item?.data as { uri?: unknown } | null | undefined)?.uri, token);
        return open ? service().resolveCompletion(open.read(), item) : item;
      } catch (error) {
        complain('resolving a completion', error);
        return item;
      }
    });
  },
};
