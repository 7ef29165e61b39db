import { URI, Utils } from 'vscode-uri';

/** The path of a file from the folder of the article at `uri`, with slashes; null where they are not on one machine, or no address says where they are. */
export function pathFrom(uri: string, file: string): string | null {
  try {
    const [from, to] = [Utils.dirname(URI.parse(uri, true)), URI.parse(file, true)];
    if (from.scheme !== to.scheme || from.authority !== to.authority) return null;
    const [there, here] = [to.path.split('/'), from.path.split('/').filter((part, i) => i === 0 || part !== '')];
    let same = 0;
    while (same < here.length && here[same] === there[same]) same++;
    return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
  } catch {
    return null;
  }
}
