import { LEGEND } from '../../service';
import { isRange } from '../document';
import type { OpenArticle } from '../open-article';
import { TokensDesk } from '../tokens';
import type { Requests } from './counter';

/** Semantic tokens: of the whole article, of what has changed, of a range. */
export function semanticTokenRequests(): Requests & { forget(uri: string): void } {
  const tokens = new TokensDesk();
  return {
    capabilities: () => ({ semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true } }),
    listen({ connection, service, answering, showOptions }) {
      // None at all where nothing is read: colours of another extension must not be hidden by an empty answer.
      const options = async (open: OpenArticle) => ({ ...(await showOptions(open)), findings: open.allFindings() });
      const all = async (open: OpenArticle) => {
        const shown = await options(open);
        return service().semanticTokens(open.read(), undefined, { ...shown, previous: tokens.of(open.document.uri) });
      };
      connection.languages.semanticTokens.on(
        answering('semantic tokens', null, async (open) => tokens.full(open.document.uri, await all(open))),
      );
      connection.languages.semanticTokens.onDelta(
        answering('semantic tokens', null, async (open, { previousResultId }) =>
          tokens.delta(open.document.uri, await all(open), previousResultId),
        ),
      );
      connection.languages.semanticTokens.onRange(
        answering('semantic tokens', null, async (open, { range }) => ({
          data: isRange(range) ? service().semanticTokens(open.read(), range, await options(open)) : [],
        })),
      );
    },
    forget: (uri) => tokens.forget(uri),
  };
}
