/**
 * What a text is, seen from afar. *prose*: running English text, as in an article; *binary*: no text at all; *list*: items, tasks, changes,
 * requirements; *data*: tables, logs, settings; *code*; *foreign*: running text, but not English; *short*: too little to tell.
 */
export type Looks = 'prose' | 'binary' | 'list' | 'data' | 'code' | 'foreign' | 'short';

/** How far a text is read for judging what it is, in UTF-16 units. */
const SAMPLE = 30_000;
/** How far it is searched for what no text holds. */
const BINARY_SAMPLE = 100_000;
/** Words of prose below which nothing is said. */
const FEWEST_WORDS = 25;

/** Whether a text is a text: none, if control characters (NUL above all) and characters that could not be decoded are 1 in 100 or more. */
export function looksBinary(text: string): boolean {
  const length = Math.min(text.length, BINARY_SAMPLE);
  let odd = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd || code < 9 || (code > 13 && code < 32 && code !== 0x1b)) odd++;
  }
  return odd > 0 && odd * 100 >= length;
}

/**
 * Judges what a text is by its first lines: by how many of its words stand in lines that run like sentences, and by how many of those are the
 * little words of English. When in doubt it is not prose. Linear in the sample; never throws.
 */
export function looksLike(text: string): Looks {
  if (looksBinary(text)) return 'binary';
  const words: Record<Line, number> = { prose: 0, heading: 0, list: 0, data: 0, code: 0 };
  let little = 0;
  let inlineCode = 0;
  let fenced = false;
  for (const raw of sample(text).split(/\r\n|\n|\r/)) {
    const line = raw.trim();
    if (line === '') continue;
    if (/^(?:```|~~~)/.test(line)) {
      fenced = !fenced;
      continue;
    }
    const found = line.match(WORD)?.length ?? 0;
    const kind = fenced ? 'code' : kindOf(raw, line, found);
    words[kind] += Math.max(found, 1);
    if (kind !== 'prose') continue;
    little += line.match(LITTLE)?.length ?? 0;
    inlineCode += line.match(INLINE_CODE)?.length ?? 0;
  }
  const other = words.list + words.data + words.code;
  if (other > words.prose) return largest(words);
  if (words.prose < FEWEST_WORDS) return 'short';
  if (inlineCode * 40 > words.prose) return 'code';
  return little * 5 < words.prose ? 'foreign' : 'prose';
}

/** Whether a text reads like an article: running English text. */
export const readsLikeProse = (text: string): boolean => looksLike(text) === 'prose';

type Line = 'prose' | 'heading' | 'list' | 'data' | 'code';

const sample = (text: string): string => (text.length <= SAMPLE ? text : text.slice(0, SAMPLE));

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const LITTLE =
  /\b(?:the|a|an|and|or|but|of|to|in|on|at|for|from|with|by|as|that|which|who|is|are|was|were|be|been|has|have|had|it|its|he|she|they|his|her|their|we|i|you|this|will|would|not|after|said|told)\b/gi;
const INLINE_CODE = /`[^`]+`|\b[a-z]+[A-Z][A-Za-z]*\b|\b\w+\(\)|\b[A-Z]\w*_\w+\b|(?:^|\s)--?[a-z][\w-]*/g;

const LOG =
  /^\W{0,2}(?:\d{4}-\d\d-\d\d[T ]\d\d:|\d\d:\d\d:\d\d|\d\d\/\w{3}\/\d{4}|(?:mon|tue|wed|thu|fri|sat|sun) \w{3} +\d|\w{3} +\d+ \d\d:\d\d:\d\d|(?:trace|debug|info|warn|warning|error|fatal)\b\W)/i;
const LIST =
  /^(?:[-*+•]\s|\[[ xX]?\]|\d{1,3}[.)]\s|[a-zA-Z][.)]\s|(?:TODO|FIXME|NOTE)\b|(?:REQ|US|AC|TC|BUG|ISSUE)[-_ ]?\d|(?:added|changed|fixed|removed|deprecated)\s*:)/;
const REQUIREMENT = /\b(?:shall|MUST|SHALL|SHOULD)\b/;
const CODE =
  /[;{}]$|^[{}[\]()<]|=>|::|^\s*(?:import|const|let|var|def|class|function|return|public|private|#include|package|use|fn)\b.*[({;:='"]|^(?:\$|>>>|#!|\/\/|\/\*)|<\/\w+>/;
const SETTING = /^[\w.[\]-]+\s*(?:=|:)\s*\S+$|^\[[\w .-]+\]$|^[\w.-]+[=<>~!]=/;

function kindOf(raw: string, line: string, words: number): Line {
  if (LOG.test(line)) return 'data';
  if (/^#{1,6}\s/.test(line)) return 'heading';
  if (LIST.test(line) || REQUIREMENT.test(line)) return 'list';
  if (CODE.test(line)) return 'code';
  if (SETTING.test(line)) return 'data';
  if (line.includes('\t') || line.startsWith('|')) return 'data';
  const bareCommas = line.match(/[^\s\d],(?=[^\s"”’])|\d,(?!\d{3}\b|\s)|[;|]/g)?.length ?? 0;
  if (bareCommas >= 2 && bareCommas * 4 > words) return 'data';
  if (/^(?: {4}|\t)/.test(raw) && !/[.!?”"’]$/.test(line)) return 'code';
  if (words < 5) return 'heading';
  const letters = line.match(/[\p{L}\s]/gu)?.length ?? 0;
  return letters * 10 < line.length * 7 ? 'data' : 'prose';
}

function largest(words: Readonly<Record<Line, number>>): Looks {
  if (words.code >= words.data && words.code >= words.list) return 'code';
  return words.data >= words.list ? 'data' : 'list';
}
