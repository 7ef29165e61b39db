import type { CallHierarchyItem, CancellationToken } from 'vscode-languageserver';
import { isRelayData } from '../../features/call-hierarchy';
import { isPosition } from '../document';
import type { OpenArticle } from '../open-article';
import type { Requests } from './counter';

/** Who passed whose words on, as a call hierarchy: incoming are those who pass on, outgoing those whom they carry. */
export const relayRequests: Requests = {
  capabilities: () => ({ callHierarchyProvider: true }),
  listen({ connection, service, answering, showOptions }) {
    const { onPrepare, onIncomingCalls, onOutgoingCalls } = connection.languages.callHierarchy;
    onPrepare(
      answering('relays', null, async (open, { position }) => {
        const item = isPosition(position)
          ? service().navigation.relay(open.read(), open.document.uri, position, await showOptions(open))
          : null;
        return item && [item];
      }),
    );
    /** Answers for the voice of an item, in the article that the item is of. */
    const ofItem = <R>(name: string, answer: (open: OpenArticle, item: CallHierarchyItem) => Promise<R> | R) => {
      const ofDocument = answering(name, null, (open, { item }: { readonly item: CallHierarchyItem }) => answer(open, item));
      return (params: { readonly item: CallHierarchyItem }, token: CancellationToken) =>
        ofDocument({ ...params, ...{ textDocument: { uri: params?.item?.uri } } }, token);
    };
    onIncomingCalls(
      ofItem('who passed it on', async (open, { data, uri }) =>
        isRelayData(data) ? service().navigation.passedOnBy(open.read(), uri, data, await showOptions(open)) : null,
      ),
    );
    onOutgoingCalls(
      ofItem('whom it carries', async (open, { data, uri }) =>
        isRelayData(data) ? service().navigation.carriedFor(open.read(), uri, data, await showOptions(open)) : null,
      ),
    );
  },
};
