import ignore from 'ignore';
import { type URI, Utils } from 'vscode-uri';

/** What patterns say of a file: `again` is the word of a `!pattern` that takes back what an earlier one, or an earlier list, said. */
export type Match = 'yes' | 'no' | 'again';

/**
 * Matches a path (from the folder of the patterns; undefined outside it) against patterns as a .gitignore file writes them: `opinion/`
 * with all that is in it, `*.draft.md` in any folder, `/index.md` only in this one, `!keep.md` not after all.
 */
export function match(patterns: readonly string[], path: string | undefined): Match {
  if (patterns.length === 0 || path === undefined || !ignore.isPathValid(path)) return 'no';
  const { ignored, unignored } = ignore()
    .add([...patterns])
    .test(path);
  return ignored ? 'yes' : unignored ? 'again' : 'no';
}

/** The path of the file `uri` from the folder `folder`, decoded, with slashes; undefined when it lies outside. */
export function pathWithin(folder: URI, uri: URI): string | undefined {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return undefined;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(base) && uri.path.length > base.length ? uri.path.slice(base.length) : undefined;
}

/** The path of the file `uri` from the folder `folder`, over `..` where it lies outside; undefined on another machine or scheme. */
export function pathFrom(folder: URI, uri: URI): string | undefined {
  let up = '';
  for (let base: URI | undefined = folder; base; base = parentOf(base)) {
    const path = pathWithin(base, uri);
    if (path !== undefined) return up + path;
    up += '../';
  }
  return undefined;
}

/** The folder that holds `uri`; undefined at the top. */
export function parentOf(uri: URI): URI | undefined {
  const parent = Utils.dirname(uri);
  return parent.path === uri.path || parent.path === '' || parent.path === '.' ? undefined : parent;
}
