import { URI, Utils } from 'vscode-uri';

/** How the file with the annotations of an article is called: the article's name and this. */
const ENDING = '.annotations.json';

/** The files with annotations, as file watchers name them. */
export const SIDECARS = `**/*${ENDING}`;

/** Whether an address is that of a file with annotations. */
export const isSidecar = (uri: string): boolean => uri.endsWith(ENDING);

/** Whether an article is a draft that is no file yet. */
export const isDraft = (uri: string): boolean => uri.startsWith('untitled:');

/** Where the annotations of an article are kept; null for a draft. */
export function sidecarOf(uri: string): string | null {
  if (isDraft(uri)) return null;
  const address = URI.parse(uri);
  return address.with({ path: `${address.path}${ENDING}`, query: '', fragment: '' }).toString();
}

/** How an article is called in the file beside it: by its name alone, so that both can move together. */
export const sourceNameOf = (uri: string): string => encodeURIComponent(Utils.basename(URI.parse(uri)) || 'untitled');

/** What a person calls an article. */
export const shownNameOf = (uri: string): string => Utils.basename(URI.parse(uri)) || uri;
