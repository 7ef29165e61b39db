import type { Article } from '../../article';
import type { Format } from '../../text/format';
import { findComments } from '../../text/formats';
import { remembered } from '../../text/remembered';
import type { Span } from '../../text/span';

/** How far a directive reaches: the line it stands on, the next one, all up to the matching `enable`, or the whole file. */
export type Reach = 'line' | 'next-line' | 'block' | 'enable' | 'file';

/** Rules that a directive names: a code, `group/*`, or `*`. */
export interface Named {
  readonly selector: string;
  readonly span: Span;
}

/** A comment that tells On Record to be quiet, or to speak again. Spans are relative to the article. */
export interface Directive {
  readonly reach: Reach;
  /** The whole comment. */
  readonly span: Span;
  /** The rules; `*` at the word itself where it names none. */
  readonly rules: readonly Named[];
  /** Whether it names its rules, rather than meaning all. */
  readonly named: boolean;
  /** Why; empty where it does not say. */
  readonly reason: string;
  /** Where a reason may be added. */
  readonly reasonAt: number;
}

const REACHES: Readonly<Record<string, Reach>> = {
  'disable-line': 'line',
  'disable-next-line': 'next-line',
  disable: 'block',
  enable: 'enable',
  'disable-file': 'file',
};

const WORD = /^\s*onrecord-([a-z-]+)(?=\s|$)/;
/** What stands between the rules and the reason: two hyphens or a dash, with white space or nothing around. */
const DASH = /(?:^|\s)(?:--|–|—)(?:\s|$)/;

/** The directives of an article, in order, looked for once. A comment is no prose: where nothing is masked, there is none. */
export const directivesOf = remembered(({ text, masked, format }: Article) => (text === masked ? [] : findDirectives(text, format)));

/** The directives of a text, in order. Linear; never throws. */
function findDirectives(text: string, format: Format): Directive[] {
  if (!text.includes('onrecord-')) return [];
  return findComments(text, format).flatMap(({ span, content }) => {
    const said = text.slice(...content);
    const word = WORD.exec(said);
    const reach = word?.[1] === undefined || !Object.hasOwn(REACHES, word[1]) ? undefined : REACHES[word[1]];
    if (!word || !reach) return [];
    const afterWord = word[0].length;
    const rest = said.slice(afterWord);
    const dash = DASH.exec(rest);
    const list = dash ? rest.slice(0, dash.index) : rest;
    const named = [...list.matchAll(/[^\s,]+/g)].map(({ 0: selector, index }): Named => {
      const start = content[0] + afterWord + index;
      return { selector, span: [start, start + selector.length] };
    });
    const start = content[0] + said.indexOf('onrecord-');
    return [
      {
        reach,
        span,
        rules: named.length > 0 ? named : [{ selector: '*', span: [start, content[0] + afterWord] }],
        named: named.length > 0,
        reason: dash ? rest.slice(dash.index + dash[0].length).trim() : '',
        reasonAt: content[0] + said.trimEnd().length,
      },
    ];
  });
}
