import type { Requests } from './counter';

/** Document links: addresses, files of the open folders, footnotes. */
export const documentLinkRequests: Requests = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  listen({ connection, service, answering, folders, traits }) {
    connection.onDocumentLinks(
      answering('links', [], (open) =>
        service().documentLinks(open.read(), { uri: open.document.uri, folders: folders(), clientLinks: traits().findsLinks }),
      ),
    );
  },
};
