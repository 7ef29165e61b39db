import { type CodeActionParams, CodeActionTriggerKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { ACTION_KINDS } from '../../service';
import { isConfigurationFile } from '../configuration-desk';
import { isRange } from '../document';
import type { OpenArticle } from '../open-article';
import type { Requests } from './counter';

/** Fixes: listed for a range, and given their edit when one is chosen, against the very version that they were listed for or not at all. */
export const codeActionRequests: Requests = {
  capabilities: ({ abilities }) => ({
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS], resolveProvider: abilities.lazyEdits },
  }),
  listen({ connection, service, configurations, answering, articleOf, complain }) {
    const articleActions = answering('code actions', [], async (open, { range, context }: CodeActionParams) => {
      if (!isRange(range)) return [];
      const asked = Array.isArray(context?.diagnostics) ? context.diagnostics.filter(({ range }) => isRange(range)) : [];
      return service().codeActions(open.read(), versionOf(open), range, {
        diagnostics: asked,
        only: context?.only,
        findings: open.allFindings(),
        place: await configurations.placeFor(open.document.uri),
        annotations: open.annotations(),
        invoked: context?.triggerKind !== CodeActionTriggerKind.Automatic,
      });
    });
    connection.onCodeAction((params, token) => {
      const uri: unknown = params?.textDocument?.uri;
      return typeof uri === 'string' && isConfigurationFile(uri)
        ? configurations.actions(uri, params.range)
        : articleActions(params, token);
    });

    connection.onCodeActionResolve(async (action, token) => {
      const uri = (action?.data as { uri?: unknown } | null | undefined)?.uri;
      const stale = () => new ResponseError<void>(LSPErrorCodes.ContentModified, 'The article has changed since this fix was offered.');
      try {
        const open = await articleOf(uri, token);
        if (!open) return stale();
        return service().resolveCodeAction(open.read(), versionOf(open), action, open.allFindings()) ?? stale();
      } catch (error) {
        if (error instanceof ResponseError) return error;
        complain('resolving a fix', error);
        return stale();
      }
    });
  },
};

const versionOf = ({ document: { uri, version } }: OpenArticle) => ({ uri, version });
