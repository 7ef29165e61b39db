import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A file as a URI: relative as it was given, absolute as a file URL; standard input has none of its own. */
export function uriOf(file: string): string {
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file.replaceAll(path.sep, '/').split('/').map(encodeURIComponent).join('/');
}
