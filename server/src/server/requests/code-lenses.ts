import type { CodeLens } from 'vscode-languageserver';
import { isRange } from '../document';
import type { OpenArticle } from '../open-article';
import type { Requests } from './counter';
import { HoldingStill } from './holding-still';

/** Code lenses: where they stand, and what each says once it comes into view. */
export function codeLensRequests(): Requests {
  let still: HoldingStill | null = null;
  return {
    capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
    listen(counter) {
      const { connection, service, answering, articleOf, complain } = counter;
      const holding = new HoldingStill(counter, {
        name: 'lenses',
        refresh: () => connection.sendRequest('workspace/codeLens/refresh'),
        refreshes: ({ refreshesLenses }) => refreshesLenses,
      });
      still = holding;
      const lensesOf = async (open: OpenArticle) => {
        const { lenses: kinds, minimumConfidence } = await counter.settingsOf(open);
        return holding.show(open, open.lenses, () =>
          service().lenses(open.read(), { kinds, minimumConfidence, findings: open.allFindings() }),
        );
      };
      connection.onCodeLens(
        answering('lenses', [], async (open) => service().codeLenses(open.read(), open.document.uri, await lensesOf(open))),
      );
      connection.onCodeLensResolve(async (lens, token): Promise<CodeLens> => {
        try {
          const open = await articleOf((lens?.data as { uri?: unknown } | null | undefined)?.uri, token);
          return open && isRange(lens.range) ? service().resolveCodeLens(open.read(), await lensesOf(open), lens) : lens;
        } catch (error) {
          complain('resolving a lens', error);
          return lens;
        }
      });
    },
    refresh: () => still?.refresh(),
  };
}
