import type { Fix } from '../../../../server/src/rules/rule';

/** The text after a fix, with the words that its snippet stops at left as they are offered. */
export function apply(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce((was, { span, text: put, snippet }) => was.slice(0, span[0]) + (snippet ? plain(put) : put) + was.slice(span[1]), text);
}

const plain = (snippet: string): string => snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
