import type { Connection } from 'vscode-languageserver';
import type { Service } from '../../service';
import type { ClientTraits } from '../abilities';
import type { OpenArticle } from '../open-article';
import { annotationRequests } from '../requests/annotations';
import type { Requests } from '../requests/counter';
import { renameRequests } from '../requests/renames';
import { AnnotationsDesk } from './desk';
import { SidecarFiles } from './sidecar-files';

/** What keeping annotations needs of the server. */
export interface KeepingHost {
  readonly connection: Connection;
  traits(): ClientTraits;
  service(): Service;
  read(uri: string): Promise<string | undefined>;
  write(uri: string, text: string): Promise<boolean>;
  /** Any open document, whether it is read as an article or not. */
  openOf(uri: string): OpenArticle | undefined;
  /** Who the person is by their settings; null where they don't say. */
  authorOf(uri: string): Promise<string | null>;
  /** What is said of an article has changed: everything about it may have to be shown anew. */
  changed(uri: string): void;
  complain(what: string, error: unknown): void;
}

/** Keeps the annotations of the open articles, and answers what is asked of them. */
export function keepAnnotations(host: KeepingHost): { readonly desk: AnnotationsDesk; readonly requests: readonly Requests[] } {
  const { connection, traits, openOf, authorOf, service } = host;
  let granted = false;
  const files = new SidecarFiles({
    connection,
    hasFiles: () => traits().readsFiles && traits().writesFiles,
    isTrusted: () => granted || traits().trusted,
    read: host.read,
    write: host.write,
  });
  const desk = new AnnotationsDesk({ connection, files, traits, changed: host.changed, complain: host.complain });
  const trust = () => {
    granted = true;
    desk.retry();
  };
  return { desk, requests: [annotationRequests({ desk, openOf, authorOf, service, trust }), renameRequests(files, desk)] };
}
