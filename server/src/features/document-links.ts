import type { DocumentLink } from 'vscode-languageserver-types';
import { URI, Utils } from 'vscode-uri';
import type { Article } from '../article';
import { overlaps, type Span } from '../text/span';
import { footnotesOf } from './footnotes';
import type { Lines } from './lines';

/** Where an article lies, and what its client finds by itself. */
export interface LinkOptions {
  /** The article's own address. */
  readonly uri: string;
  /** The addresses of the folders that are open: links lead nowhere else on this machine. */
  readonly folders: readonly string[];
  /** The client itself makes links of bare web addresses, and of Markdown's links. */
  readonly clientLinks: boolean;
}

/** The longest address, in UTF-16 units. */
const LONGEST = 2000;
/** The longest name in front of an "@", in UTF-16 units. */
const LONGEST_NAME = 64;

/** A stretch of the text and what is written there: an address, or a path from the article's folder. */
interface Written {
  readonly span: Span;
  readonly target: string;
}

/**
 * The links of an article, in order and apart: web and mail addresses, Markdown's links, files of the open folders ("(sources/minutes.txt:14)"), and the
 * marks of footnotes, which lead to their notes, and these back. What a text says can lead to the web, to a mail or to a file of the open folders and does
 * nothing else. Linear.
 */
export function documentLinks({ text, format }: Article, lines: Lines, options: LinkOptions): DocumentLink[] {
  const own = options.clientLinks;
  const written = [
    ...(own && format === 'markdown' ? [] : [...markdownTargets(text), ...filePlaces(text)]),
    ...bareAddresses(text).filter(({ target }) => !own || !/^https?:/i.test(target)),
  ];
  const links = written.flatMap(({ span, target }) => {
    const address = addressOf(target, options);
    return address === null ? [] : [{ span, target: address, tooltip: undefined }];
  });
  const notes = footnotesOf(text).map(({ from, to, says }) => {
    const { line, character } = lines.positionAt(to);
    return { span: from, target: `${options.uri}#L${line + 1},${character + 1}`, tooltip: says };
  });
  const all = [...notes, ...links].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  return all
    .filter(({ span }, i) => span[0] < span[1] && !all.slice(Math.max(0, i - 4), i).some((other) => overlaps(other.span, span)))
    .map(({ span, target, tooltip }) => ({ range: lines.rangeOf(span), target, ...(tooltip !== undefined && { tooltip }) }));
}

/** Where a link leads: to the web, to a mail, or to a file of the open folders; null for everything else. */
export function addressOf(target: string, { uri, folders }: Pick<LinkOptions, 'uri' | 'folders'>): string | null {
  if (/^(?:https?:\/\/|mailto:)[^\s"'<>\\^`{|}]+$/i.test(target)) return target;
  // Another scheme, a drive, another machine, a place in this text.
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]{2}|^#|^$/i.test(target)) return null;
  const [path = '', fragment = ''] = target.split('#');
  const plain = decoded(path);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file that anybody means has one
  if (plain === null || /[\u0000-\u001f\\]/.test(plain)) return null;
  try {
    const article = URI.parse(uri, true);
    const folder = folders.map((open) => URI.parse(open, true)).find((open) => isIn(article, open));
    if (!folder) return null;
    const file = plain.startsWith('/') ? Utils.joinPath(folder, plain) : Utils.joinPath(Utils.dirname(article), plain);
    if (!isIn(file, folder)) return null;
    return file.with({ fragment: /^L?\d{1,7}(?:,\d{1,7})?$/.test(fragment) ? fragment : '' }).toString();
  } catch {
    return null;
  }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Whether a file lies below a folder. Both are free of "..", which joining has worked out. */
function isIn(file: URI, folder: URI): boolean {
  const below = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return file.scheme === folder.scheme && file.authority === folder.authority && Utils.resolvePath(file).path.startsWith(below);
}

/** "https://…", "www.…", "somebody@example.org", without the marks of the sentence around them. */
function bareAddresses(text: string): Written[] {
  const found: Written[] = [];
  let done = 0;
  for (const { index: at, 0: start } of text.matchAll(/https?:\/\/|\bwww\.|@/gi)) {
    if (at < done) continue;
    const written = start === '@' ? mailAround(text, at, done) : webFrom(text, at, start);
    if (!written) continue;
    found.push(written);
    done = written.span[1];
  }
  return found;
}

function webFrom(text: string, at: number, start: string): Written | null {
  const [run = ''] = /^[^\s"“”«»<>`\\^{|}]*/.exec(text.slice(at, at + LONGEST)) ?? [];
  const address = withoutMarks(run);
  if (address.length <= start.length) return null;
  return { span: [at, at + address.length], target: start.toLowerCase() === 'www.' ? `https://${address}` : address };
}

/** Leaves a sentence's own marks at the end out; a closing bracket only where the address opens none. */
function withoutMarks(run: string): string {
  let end = run.length;
  for (; end > 0; end--) {
    const last = run.charAt(end - 1);
    if (/[.,;:!?'’*_…]/.test(last)) continue;
    if (last === ')' && count(run, '(', end) < count(run, ')', end)) continue;
    if (last === ']' && count(run, '[', end) < count(run, ']', end)) continue;
    break;
  }
  return run.slice(0, end);
}

function count(run: string, mark: string, end: number): number {
  let n = 0;
  for (let at = run.indexOf(mark); at >= 0 && at < end; at = run.indexOf(mark, at + 1)) n++;
  return n;
}

function mailAround(text: string, at: number, done: number): Written | null {
  const [name = ''] = /[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/.exec(text.slice(Math.max(done, at - LONGEST_NAME), at)) ?? [];
  const [host = ''] = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/.exec(text.slice(at + 1, at + 260)) ?? [];
  if (name === '' || !/\.[A-Za-z]{2,}$/.test(host)) return null;
  const span: Span = [at - name.length, at + 1 + host.length];
  return { span, target: `mailto:${text.slice(...span)}` };
}

/** "[a note](target)", "[a note]: target", "<https://…>": where the target stands. */
function markdownTargets(text: string): Written[] {
  const found: Written[] = [];
  for (const { index, 0: start } of text.matchAll(/\]\(|^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]+/gm)) {
    const at = index + start.length;
    const target = targetAt(text, at);
    if (target !== '') found.push({ span: [at, at + target.length], target });
  }
  return found;
}

/** The target that starts at `at`: up to white space, or a bracket that it does not open. */
function targetAt(text: string, at: number): string {
  const limit = Math.min(text.length, at + LONGEST);
  let depth = 0;
  let end = at;
  for (; end < limit; end++) {
    const character = text.charAt(end);
    if (/[\s<>]/.test(character)) break;
    if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) break;
  }
  return text.slice(at, end);
}

/** "(sources/minutes.txt:14)": a file and a line, as a quote that is pasted gets them. */
function filePlaces(text: string): Written[] {
  return [...text.matchAll(/\(([^()\n:#]{1,200}):(\d{1,6})\)/g)].flatMap(({ index, 1: path = '', 2: line = '' }): Written[] =>
    /\.[A-Za-z][A-Za-z0-9]{0,7}$/.test(path) && !/^\s|\s$/.test(path)
      ? [{ span: [index + 1, index + 2 + path.length + line.length], target: `${path.replaceAll('%', '%25')}#L${line}` }]
      : [],
  );
}
