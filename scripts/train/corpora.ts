import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../server/src/text/span';

/** A word of a corpus with its part of speech, where it stands in its text. */
export interface TaggedWord {
  readonly span: Span;
  readonly tag: string;
}

/** A text with the parts of speech that somebody gave its words. */
export interface TaggedText {
  readonly name: string;
  readonly text: string;
  readonly words: readonly TaggedWord[];
}

/** One (source, cue, content) of an annotated article, UTF-16 spans. */
export interface GoldAttribution {
  readonly source: readonly Span[] | null;
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** An article with its annotated attributions. */
export interface AnnotatedArticle {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

const gunzip = (file: string): string => gunzipSync(readFileSync(file)).toString('utf8');

/** The paragraphs of GUM's documents with their gold tags, a text for each paragraph; `name` is the document's. */
export function readGum(corpora: string): TaggedText[] {
  const texts: TaggedText[] = [];
  let name = '';
  let text = '';
  let words: TaggedWord[] = [];
  const flush = (): void => {
    if (words.length > 0) texts.push({ name, text: text.trimEnd(), words });
    text = '';
    words = [];
  };
  for (const line of gunzip(path.join(corpora, 'gum/all-genres.conllu.gz')).split('\n')) {
    if (line.startsWith('# newdoc id = ')) {
      flush();
      name = line.slice(14).trim();
    } else if (line.startsWith('# newpar')) {
      if (!line.startsWith('# newpar_block')) flush();
    } else if (/^\d+\t/.test(line)) {
      const [, form = '', , , tag = '', , , , , misc = ''] = line.split('\t');
      words.push({ span: [text.length, text.length + form.length], tag });
      text += form + (/(?:^|\|)SpaceAfter=No/.test(misc) ? '' : ' ');
    }
  }
  flush();
  return texts;
}

const articleTexts = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(path.join(folder, 'text'))
      .sort()
      .map((file) => [file.replace(/\.txt$/, ''), readFileSync(path.join(folder, 'text', file), 'utf8')]),
  );

/** PolNeAR's articles with automatic tags; `part` is `train` or `dev`. */
export function readPolnearTags(corpora: string, part: string): TaggedText[] {
  const folder = path.join(corpora, 'polnear', part);
  const texts = articleTexts(folder);
  const result: TaggedText[] = [];
  let words: TaggedWord[] = [];
  let toUtf16 = codePoints('');
  for (const line of gunzip(path.join(folder, 'corenlp.tsv.gz')).split('\n')) {
    if (line.startsWith('# ')) {
      const name = line.slice(2).trim();
      const text = texts.get(name) ?? '';
      toUtf16 = codePoints(text);
      words = [];
      result.push({ name, text, words });
    } else if (/^\d/.test(line)) {
      const [start, end, , , tag = ''] = line.split('\t');
      words.push({ span: [toUtf16(Number(start)), toUtf16(Number(end))], tag });
    }
  }
  return result;
}

/** From offsets in code points to UTF-16 units of `text`. */
export function codePoints(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  const map = [0];
  let at = 0;
  for (const character of text) {
    at += character.length;
    map.push(at);
  }
  return (offset) => map[Math.min(offset, map.length - 1)] ?? at;
}

/** PolNeAR's articles with their attributions: of several annotators, the first by name, as the scorer has it. */
export function readPolnear(corpora: string, part: string): AnnotatedArticle[] {
  const folder = path.join(corpora, 'polnear', part);
  const first = new Map<string, string>();
  for (const file of readdirSync(path.join(folder, 'attributions')).sort()) {
    const article = file.replace(/_[^_]*\.ann$/, '');
    if (!first.has(article)) first.set(article, file);
  }
  return [...articleTexts(folder)].flatMap(([name, text]) => {
    const file = first.get(name);
    if (!file) return [];
    return [{ name, text, attributions: readBrat(readFileSync(path.join(folder, 'attributions', file), 'utf8'), codePoints(text)) }];
  });
}

function readBrat(ann: string, toUtf16: (offset: number) => number): GoldAttribution[] {
  const lines = ann.split('\n').map((line) => line.split('\t'));
  const entities = new Map<string, Span[]>();
  for (const [id = '', body = ''] of lines) {
    const match = id.startsWith('T') ? /^\S+ (.*)$/.exec(body) : null;
    if (!match?.[1]) continue;
    const spans = match[1].split(';').map((part): Span => {
      const [start = 0, end = 0] = part.split(' ').map((n) => toUtf16(Number(n)));
      return [start, end];
    });
    entities.set(id, spans);
  }
  const result: GoldAttribution[] = [];
  for (const [id = '', body = ''] of lines) {
    if (!id.startsWith('E') || !body) continue;
    const roles: Record<string, Span[]> = {};
    for (const argument of body.trim().split(' ')) {
      const [, role = '', entity = ''] = /^(Source|Cue|Content)\d*:(T\d+)$/.exec(argument) ?? [];
      const spans = entities.get(entity);
      if (spans) roles[role] = [...(roles[role] ?? []), ...spans].sort((a, b) => a[0] - b[0]);
    }
    const { Source: source, Cue: cue, Content: content } = roles;
    if (cue && content) result.push({ source: source ?? null, cue, content });
  }
  return result;
}

/** All running text there is, to count words in: one string a document. Never the parts that are measured on. */
export function readPlainTexts(corpora: string): string[] {
  const texts = [...articleTexts(path.join(corpora, 'polnear/train')).values()];
  texts.push(...readGum(corpora).map(({ text }) => text));
  for (const text of textFiles(path.join(corpora, 'wikinews'))) texts.push(text.replaceAll('""', '"'));
  for (const text of textFiles(path.join(corpora, 'newsdiscourse/train'))) texts.push(text.replace(/^(?:H|S\d+) {2}/gm, ''));
  for (const file of ['strict', 'crowd']) {
    for (const line of readFileSync(path.join(corpora, `claimbuster/${file}.jsonl`), 'utf8').split('\n')) {
      if (line.trim()) texts.push(String((JSON.parse(line) as { text?: unknown }).text ?? ''));
    }
  }
  return texts;
}

function textFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:csv|tsv|txt)$/.test(entry.name) && !/^(?:README|LICENSE)/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}
