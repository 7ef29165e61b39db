import { NotificationType0, RequestType } from 'vscode-languageserver';
import type { Sources } from '../../service';
import { OpenDocument } from '../document';
import { OpenArticle } from '../open-article';
import { DEFAULTS } from '../settings';
import type { Counter, Requests } from './counter';

/** Which article: one that is open, or, with its text, one that is not. */
export interface SourcesParams {
  readonly textDocument: { readonly uri: string };
  readonly text?: string;
}

/** Client to server: who speaks in an article, how much and through whom; null where it is none that is read. docs/sources.md says what comes back. */
export const SourcesRequest = new RequestType<SourcesParams, Sources | null, void>('onrecord/sources');

/** Server to client: something else than the text has changed (a setting, a verdict on a claim), so that a client who shows sources asks again. */
export const SourcesRefreshNotification = new NotificationType0('onrecord/sources/refresh');

/** What the Sources view and the report show. */
export const sourcesRequests = (): Requests => {
  let at: Counter | undefined;
  return {
    capabilities: () => ({}),
    listen(counter) {
      at = counter;
      listen(counter);
    },
    refresh() {
      // Known to no other client.
      if (at?.traits().showsStatus) at.connection.sendNotification(SourcesRefreshNotification).catch(() => undefined);
    },
  };
};

function listen(counter: Counter): void {
  const { connection, service, answering, showOptions, complain } = counter;
  const sourcesOf = async (open: OpenArticle): Promise<Sources> =>
    service().sources(open.read(), { ...(await showOptions(open)), findings: open.allFindings() });
  const ofOpen = answering('sources', null, sourcesOf);
  connection.onRequest(SourcesRequest, async (params, token) => {
    if (typeof params?.text !== 'string') return ofOpen(params, token);
    try {
      const open = await closedArticle(counter, params.textDocument?.uri, params.text);
      return open && (await sourcesOf(open));
    } catch (error) {
      complain('sources', error);
      return null;
    }
  });
}

/** An article that no editor has open; null where its text does not read like one. */
async function closedArticle({ service, traits, configurations }: Counter, uri: unknown, text: string): Promise<OpenArticle | null> {
  if (typeof uri !== 'string') return null;
  const language = /\.(?:md|markdown)$/i.test(uri) ? 'markdown' : /\.article$/i.test(uri) ? 'article' : 'plaintext';
  const open = new OpenArticle(service(), new OpenDocument(uri, language, 0, text, traits().abilities.encoding));
  if (open.verdict({ settings: DEFAULTS, wanted: undefined }).state !== 'on') return null;
  open.configure(await configurations.of(uri, undefined));
  return open;
}
