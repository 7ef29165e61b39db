import type { InlayHint } from 'vscode-languageserver';
import { isPosition, isRange } from '../document';
import type { OpenArticle } from '../open-article';
import type { Requests } from './counter';
import { HoldingStill } from './holding-still';

/** Inlay hints: of a range alone, and each with its tooltip when that is wanted. */
export function inlayHintRequests(): Requests {
  let still: HoldingStill | null = null;
  return {
    capabilities: ({ abilities }) => ({ inlayHintProvider: { resolveProvider: abilities.lazyTooltips } }),
    listen(counter) {
      const { connection, service, answering, articleOf, complain } = counter;
      const holding = new HoldingStill(counter, {
        name: 'inlay hints',
        refresh: () => connection.languages.inlayHint.refresh(),
        refreshes: ({ refreshesHints }) => refreshesHints,
      });
      still = holding;
      const hintsOf = async (open: OpenArticle) => {
        const { hints: kinds, minimumConfidence } = await counter.settingsOf(open);
        return holding.show(open, open.hints, () => service().hints(open.read(), { kinds, minimumConfidence }));
      };
      connection.languages.inlayHint.on(
        answering('inlay hints', [], async (open, { range }) =>
          isRange(range) ? service().inlayHints(open.read(), open.document.uri, await hintsOf(open), range) : [],
        ),
      );
      connection.languages.inlayHint.resolve(async (hint, token): Promise<InlayHint> => {
        try {
          const open = await articleOf((hint?.data as { uri?: unknown } | null | undefined)?.uri, token);
          return open && isShown(hint) ? service().resolveInlayHint(open.read(), await hintsOf(open), hint) : hint;
        } catch (error) {
          complain('resolving a hint', error);
          return hint;
        }
      });
    },
    refresh: () => still?.refresh(),
  };
}

/** Whether `hint`, which has been through the client, still has its place. */
const isShown = (hint: InlayHint): boolean => isPosition(hint.position);
