import type { Article, Attribution } from '../../article';
import { remembered } from '../../text/remembered';
import { firstEndingAfter, type Span } from '../../text/span';
import { lookFor } from '../by-block';
import { firstAttributions } from '../numbering';
import type { Fix, Rule, RuleFacts } from '../rule';
import { inOwnWords, isQuoted } from '../sources';

const facts: RuleFacts = {
  code: 'cue/loaded-verb',
  title: 'A verb of saying that takes sides',
  why: '“Claimed” doubts, “admitted” convicts, “slammed” cheers. Where “said” serves, it lets the words speak for themselves.',
  sources: [
    { guide: 'Reuters Handbook of Journalism', says: '“Said” is nearly always best: “claim” suggests doubt, “admit” suggests guilt.' },
    { guide: 'BBC News style guide', says: 'Beware of “claim” and “admit”: they carry a judgement, and “say” does not.' },
    { guide: 'Guardian and Observer style guide', says: 'Prefer “say” to verbs that colour what was said.' },
  ],
  severity: 'hint',
  examples: {
    bad: [
      'Ferry to be sold\n\nThe harbour master, Ida Brekke, claimed that the ferry was too old.\n',
      'Ferry to be sold\n\n“They have sold us out,” slammed Tom Hale, who leads the islanders’ union.\n',
      'Ferry to be sold\n\nTom Hale slammed the sale as “a disgrace”.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe harbour master, Ida Brekke, said that the ferry was too old.\n',
      'Ferry to be sold\n\n“He claimed that it was old,” Ida Brekke said.\n',
      'Ferry to be sold\n\nThe harbour master, Ida Brekke, admitted that she had lost the key.\n',
      'Ferry to be sold\n\nIda Brekke, 51, claimed the title in 2019 and was admitted to the guild.\n',
    ],
  },
};

/** Verbs by what "said" would be in their place; those of `ATTACKS` may also take as their object what is spoken against, and then mean "criticise". */
const VERBS: ReadonlyMap<string, string> = new Map(
  ['claim', 'admit', 'confess', 'boast', 'rant', 'fume', 'gush', 'slam', 'blast', 'rage', 'moan', 'whine', 'crow', 'thunder'].flatMap(
    (verb) => {
      const doubled = /^(?:admit|slam)$/.test(verb) ? verb + verb.slice(-1) : verb.replace(/e$/, '');
      return [
        [verb, 'say'],
        [`${/(?:ss|sh)$/.test(verb) ? `${verb}es` : `${verb}s`}`, 'says'],
        [`${doubled}ed`, 'said'],
        [`${doubled}ing`, 'saying'],
      ] as const;
    },
  ),
);
const ATTACKS = /^(?:slam|blast)/;

/** Reports loaded verbs that attribute something. */
export const cueLoadedVerb: Rule = {
  facts,
  check: (article) =>
    loadedVerbs(article).flatMap((verb) => {
      const { span, word } = verb;
      if (!ATTACKS.test(word) && replacementFor(article, verb) === null) return [];
      const message = `“${word}” takes sides. ${ATTACKS.test(word) ? 'Say what was said, or “criticise”.' : 'Where “said” serves, use it.'}`;
      return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
    }),
  fixes(article, { span }): Fix[] {
    const found = loadedVerbs(article).find((verb) => verb.span[0] === span[0]);
    const word = found && replacementFor(article, found);
    return word ? [{ title: `Write “${word}”`, edits: [{ span, text: word }], preferred: true, safe: false }] : [];
  },
};

/** "She admitted that she had stopped watching": what people hold against themselves is admitted, and "said" would say less. */
const ownsUp = ({ text }: Article, at: number, word: string): boolean =>
  /^(?:admit|confess)/.test(word) && /^ (?:that )?(?:he|she|they|I|we)\b/.test(text.slice(at + word.length, at + word.length + 12));

interface LoadedVerb {
  readonly span: Span;
  readonly word: string;
  readonly attribution: Attribution | null;
}

/** A verb in the cue of an attribution, by its place in the block's list; relative to the block. */
interface CueVerb {
  readonly attribution: number;
  /** Which part of the cue. */
  readonly part: number;
  readonly at: number;
  readonly word: string;
}

const cueVerbs = lookFor(({ attributions }, text) =>
  attributions.flatMap(({ cue }, attribution) =>
    cue.flatMap(([start, end], part) =>
      [...text.slice(start, end).matchAll(/[\p{L}]+/gu)].flatMap((match): CueVerb[] => {
        const word = match[0].toLowerCase();
        return VERBS.has(word) && word !== 'claim' && word !== 'claims' ? [{ attribution, part, at: start + match.index, word }] : [];
      }),
    ),
  ),
);

/** "slammed the order as “bonkers”": an attack, whether or not the analysis takes it for an attribution. */
const attacks = inOwnWords(
  /\b(?:slam(?:med|s)?|blast(?:ed|s)?) (?=(?:the|an?|his|her|its|their|this|that|\p{Lu})[^.]{0,60}?(?: as | for | over |[“‘"]))/gu,
);

const loadedVerbs = remembered((article: Article): readonly LoadedVerb[] => {
  const cues = verbsOfCues(article);
  const known = new Set(cues.map(({ span }) => span[0]));
  const more = attacks(article).flatMap(({ span, match }): LoadedVerb[] => {
    const word = match[0].trim();
    return known.has(span[0]) ? [] : [{ span: [span[0], span[0] + word.length], word, attribution: null }];
  });
  return [...cues, ...more].sort((a, b) => a.span[0] - b.span[0]);
});

/** The first in each part of a cue that is no quoted word and nothing that people hold against themselves. */
function verbsOfCues(article: Article): LoadedVerb[] {
  const { blocks, found } = cueVerbs(article);
  const first = firstAttributions(article);
  return blocks.flatMap((b, i) => {
    const start = article.blocks[b]?.span[0] ?? 0;
    const telling = (found[i] ?? []).filter(({ at, word }) => !isQuoted(article, start + at) && !ownsUp(article, start + at, word));
    return telling
      .filter(({ attribution, part }, v) => telling[v - 1]?.attribution !== attribution || telling[v - 1]?.part !== part)
      .map(({ attribution, at, word }): LoadedVerb => {
        const of = article.attributions[(first[b] ?? 0) + attribution] ?? null;
        return { span: [start + at, start + at + word.length], word, attribution: of };
      });
  });
}

/** "said" where a quote or a clause follows or went before; "criticised" before the thing attacked; nothing where neither fits. */
function replacementFor({ text, quotes }: Article, { span, word, attribution }: LoadedVerb): string | null {
  const after = text.slice(span[1], span[1] + 12);
  if (/\b(?:was|were|been|be|being)\s+$/.test(text.slice(Math.max(0, span[0] - 8), span[0]))) return null;
  const last = attribution?.content.at(-1);
  const contentBefore = last !== undefined && last[1] <= span[0];
  const next = firstEndingAfter(quotes, span[1]);
  const quoteNext = quotes.slice(next, next + 2).some(({ span: [start] }) => start >= span[1] && start - span[1] <= 2);
  if (contentBefore || quoteNext || /^,? that\b|^:/.test(after)) return VERBS.get(word) ?? null;
  if (!ATTACKS.test(word)) return /^ (?:he|she|it|they|there|I|we)\b/.test(after) ? (VERBS.get(word) ?? null) : null;
  const british = /\b\w+(?:isation|ise[ds]?|our(?:ed|s)?|tre)\b|‘\w/.test(text);
  return /ed$/.test(word) ? (british ? 'criticised' : 'criticized') : null;
}
