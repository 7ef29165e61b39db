import { isPosition } from '../document';
import type { Requests } from './counter';

/** Hovers. */
export const hoverRequests: Requests = {
  capabilities: () => ({ hoverProvider: true }),
  listen({ connection, service, answering, showOptions }) {
    connection.onHover(
      answering('hover', null, async (open, { position }) =>
        isPosition(position)
          ? service().hover(open.read(), position, { ...(await showOptions(open)), annotations: open.annotations() })
          : null,
      ),
    );
  },
};
