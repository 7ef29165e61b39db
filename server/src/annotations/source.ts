import type { Source } from './annotation';

const ADDRESS = /^[a-z][a-z0-9+.-]+:\/\/\S+$|^(?:mailto|tel|urn|doi):\S+$/i;
const BARE_ADDRESS = /^www\.[^\s/]+\.\S+$/i;
/** A file by its ending, with or without a line: "sources/talk.txt:41", "talk.txt#L41", "talk.txt, line 41". */
const FILE = /^(.*\.[a-z0-9]{1,5})(?:(?::|#L|,? line )(\d{1,7}))?$/i;

/** What somebody typed for a source: an address, a file beside the article with or without a line, or else a person. Null for nothing. */
export function sourceOf(typed: string): Source | null {
  const text = typed.trim();
  if (text === '') return null;
  if (ADDRESS.test(text)) return { kind: 'link', url: text };
  if (BARE_ADDRESS.test(text)) return { kind: 'link', url: `https://${text}` };
  const file = FILE.exec(text);
  const path = file?.[1]?.replaceAll('\\', '/').replace(/^\.\//, '');
  // "Dr. J. R. Hale" ends like a file, too.
  if (path && (path.includes('/') || !/\s/.test(path)))
    return { kind: 'file', path, line: file?.[2] ? Math.max(1, Number(file[2])) : null };
  return { kind: 'person', name: text };
}

/** A source in one line, as `sourceOf` reads it. */
export function writtenSource(source: Source): string {
  if (source.kind === 'link') return source.url;
  if (source.kind === 'person') return source.name;
  return source.line === null ? source.path : `${source.path}:${source.line}`;
}
