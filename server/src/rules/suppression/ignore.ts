import type { Article } from '../../article';
import { formatNamed } from '../../text/formats';
import { inSnippet, stop } from '../fixes/snippet';
import type { Edit, Finding, Fix } from '../rule';
import { endOfLine, lineEndOf, REASON, startOfLine } from './comment-text';

/** The ways to keep a finding quiet by a comment in the article, for when it is right as it is: here, and in the whole file. */
export function ignoreFixes(article: Article, { code, span }: Finding): Fix[] {
  if (code.startsWith('suppression/')) return [];
  return [
    { title: `Ignore ${code} here`, edits: [ignoreHere(article, code, span[0])], preferred: false, safe: false },
    { title: `Ignore ${code} in this file`, edits: [ignoreInFile(article, code)], preferred: false, safe: false },
  ];
}

const comment = (reach: string, code: string): string => `<!-- onrecord-${reach} ${inSnippet(code)} -- ${stop(1, REASON)} -->`;

/**
 * Above the paragraph; but at the end of its last line where a line of its own would tear something apart: a list item, a heading, a quotation.
 */
function ignoreHere({ text, format, blocks }: Article, code: string, at: number): Edit {
  const block = blocks.find(({ span }) => span[0] <= at && at < span[1]);
  const first = startOfLine(text, block?.span[0] ?? at);
  const before = text.slice(first, block?.span[0] ?? at);
  const datelined = blocks.some(({ kind, span }) => kind === 'dateline' && span[0] === first);
  const ownLine = format === 'plain' || before === '' || datelined;
  if (ownLine) {
    return { span: [first, first], text: `${comment('disable-next-line', code)}${lineEndOf(text)}`, snippet: true };
  }
  const end = endOfLine(text, block?.span[1] ?? at);
  return { span: [end, end], text: ` ${comment('disable-line', code)}`, snippet: true };
}

/** Above all else, below the front matter. */
function ignoreInFile({ text, format }: Article, code: string): Edit {
  const at = formatNamed(format).top(text);
  const lineEnd = lineEndOf(text);
  return { span: [at, at], text: `${comment('disable-file', code)}${lineEnd}${lineEnd}`, snippet: true };
}
