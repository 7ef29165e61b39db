/** One tag of a page: its name, whether it closes, and its attributes. */
export interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly alone: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /([a-z-]+)(?:="([^"<>]*)")?/gi;

/** Tags that never hold anything. */
const VOID = new Set(['meta', 'br']);

/** The tags of a page, read strictly: throws where anything stands in it that is no tag, no text and no entity, or where tags don't close as they opened. */
export function tagsOf(page: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  const left = page.replace(TAG, (_, slash: string, name: string, rest: string, end: string) => {
    const attributes = new Map([...rest.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, value]));
    const alone = end === '/' || VOID.has(name);
    tags.push({ name, closes: slash === '/', alone, attributes });
    if (slash === '/') {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> closes <${last}>`);
    } else if (!alone) open.push(name);
    return '';
  });
  const stray = /[<>]/.exec(left);
  if (stray) throw new Error(`a stray ${stray[0]} in ${left.slice(Math.max(0, stray.index - 40), stray.index + 40)}`);
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(left)) throw new Error('a bare &');
  if (open.length > 0) throw new Error(`left open: ${open.join(' ')}`);
  return tags;
}

/** What a page shows, without its tags. */
export const textOf = (page: string): string =>
  page
    .replace(TAG, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
