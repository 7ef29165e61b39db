import type { Article } from '../../article';
import { voicesOf, wordsOf } from '../../features/voices';
import type { Span } from '../../text/span';
import type { Formatter, ReadFile } from './format';
import { PAGE_STYLE } from './html-style';

/** `annotate --format html`: one page that needs nothing else, runs no script and loads nothing; all text of articles is escaped. */
export const annotationHtml = (): Formatter<ReadFile> => ({
  begin: () =>
    `${pageStart('On Record', PAGE_STYLE)}<p class="legend"><span class="q">quote</span> <span class="c">content</span> <span class="s">source</span> <span class="u">cue</span>
<span class="k k-none">claim that nobody stands behind</span> <span class="k k-anonymous">claim of unnamed sources</span></p>
`,
  file: section,
  end: () => '</body>\n</html>\n',
});

/** How a page starts that runs no script and loads nothing, up to the start of its body. */
export const pageStart = (title: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
`;

/** Escapes text for an element or a quoted attribute; what XML and HTML can't hold becomes a replacement character. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

function section({ file, article }: ReadFile): string {
  const blocks = blockMarks(article);
  const body = article.blocks.map(({ kind, span }, b) => {
    const tag = kind === 'headline' ? 'h2' : kind === 'subhead' ? 'h3' : 'p';
    return `<${tag} class="${kind}">${marked(article.text, span, blocks[b] ?? [])}</${tag}>`;
  });
  return `<article>\n<h1>${escapeHtml(file)}</h1>\n${body.join('\n')}\n${speakers(article)}</article>\n`;
}

function speakers(article: Article): string {
  const voices = voicesOf(article);
  const counts = new Map<string, number>();
  for (const { speaker } of article.attributions) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  if (counts.size === 0) return '';
  const rows = [...counts].map(([id, count]) => {
    const entity = voices.entity(id);
    return `<tr><td>${escapeHtml(entity?.name ?? id)}</td><td>${escapeHtml(entity?.role ?? '')}</td><td>${escapeHtml(entity?.kind ?? '')}</td><td>${count}</td></tr>`;
  });
  return `<table>\n<tr><th>Speaker</th><th>Role</th><th>Kind</th><th>Attributions</th></tr>\n${rows.join('\n')}\n</table>\n`;
}

interface Mark {
  readonly span: Span;
  readonly name: string;
  readonly title: string;
}

/** What is to be marked in each block. */
function blockMarks(article: Article): Mark[][] {
  const marks: Mark[][] = article.blocks.map(() => []);
  const put = (span: Span, name: string, title: string): void => {
    // A content may run over several blocks.
    for (let b = blockAt(article, span[0]); b < article.blocks.length; b++) {
      const block = article.blocks[b];
      if (!block || block.span[0] >= span[1]) break;
      marks[b]?.push({ span: [Math.max(span[0], block.span[0]), Math.min(span[1], block.span[1])], name, title });
    }
  };
  for (const { span, support } of article.claims) put(span, `k k-${support}`, `claim: ${support}`);
  for (const attribution of article.attributions) {
    const { source, cue, content, kind } = attribution;
    const chain = [attribution, ...voicesOf(article).carriers(attribution)].map(
      ({ speaker, source }) => voicesOf(article).entity(speaker)?.name ?? (source ? wordsOf(article, source) : 'somebody'),
    );
    const title = `${chain.join(', via ')} (${kind})`;
    for (const span of content) put(span, 'c', title);
    for (const span of source ?? []) put(span, 's', title);
    for (const span of cue) put(span, 'u', title);
  }
  for (const { span, kind } of article.quotes) put(span, kind === 'unclosed' ? 'q unclosed' : 'q', '');
  return marks;
}

/** The last block that starts at or before `offset`, or the first. */
function blockAt({ blocks }: Article, offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.span[0] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** The text of `span` with its marks, which may overlap: it is cut wherever one starts or ends. */
function marked(text: string, [start, end]: Span, marks: readonly Mark[]): string {
  const events = marks
    .flatMap((mark) => [
      { at: mark.span[0], opens: true, mark },
      { at: mark.span[1], opens: false, mark },
    ])
    .sort((a, b) => a.at - b.at);
  const open = new Set<Mark>();
  let written = '';
  let at = start;
  const upTo = (next: number): void => {
    if (next <= at) return;
    const words = escapeHtml(text.slice(at, next));
    const names = [...new Set([...open].map(({ name }) => name))].join(' ');
    const title = [...open].findLast(({ title }) => title !== '')?.title ?? '';
    written += names === '' ? words : `<span class="${names}"${title === '' ? '' : ` title="${escapeHtml(title)}"`}>${words}</span>`;
    at = next;
  };
  for (const { at: next, opens, mark } of events) {
    upTo(next);
    if (opens) open.add(mark);
    else open.delete(mark);
  }
  upTo(end);
  return written;
}
