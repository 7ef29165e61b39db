import type { Article } from '../../article';
import { hull } from '../../text/span';
import { citations } from '../fixes/cite';
import { stop } from '../fixes/snippet';
import { byId } from '../numbering';
import type { Rule, RuleFacts } from '../rule';
import { sentenceAt } from '../sources';
import { lineEndOf } from '../suppression/comment-text';

const facts: RuleFacts = {
  code: 'source/single-source',
  title: 'A story that rests on one source',
  why: 'One source can be mistaken, or have a stake. A second, with knowledge of its own, is what makes a report more than somebody’s word. Ask another, cite a document, or say why there is only one.',
  sources: [
    {
      guide: 'BBC Editorial Guidelines',
      says: 'Be reluctant to rely on a single source; if you do, it should be credible, and best of all named.',
      url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy/guidelines',
    },
  ],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'Ferry to be sold\n\nThe ferry will be sold in May, the harbour master, Ida Brekke, said on Monday.\n\nBrekke said that the hull was past repair and that the buyer would break her up for scrap. She said that two firms had made an offer, and that the lower of them was taken because it would pay at once.\n\n“There is more filler in her now than there is steel,” she said.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe ferry will be sold in May, the harbour master, Ida Brekke, said on Monday.\n\nBrekke said that the hull was past repair and that the buyer would break her up for scrap. She said that two firms had made an offer, and that the lower of them was taken because it would pay at once.\n\n“There is not a thing wrong with her,” said the mayor, Tom Hale.\n',
      'Ferry to be sold\n\nThe ferry will be sold in May, the harbour master, Ida Brekke, said.\n',
    ],
  },
};

/** A note of fewer words or fewer attributions may well have one source. */
const WORDS = 60;
const ATTRIBUTIONS = 3;

/** Reports, at its first attribution, the one source of an article that has no other and cites nothing. */
export const sourceSingleSource: Rule = {
  facts,
  check(article) {
    const { attributions, claims, entities } = article;
    const [first] = attributions;
    if (!first?.source || attributions.length < ATTRIBUTIONS) return [];
    const one = attributions.every(({ speaker, cue }) => speaker !== null && speaker === first.speaker && cue.length > 0);
    if (!one || wordsIn(article) < WORDS || claims.some(({ support }) => support === 'verified') || article.citations.length > 0) return [];
    const entity = byId(entities, first.speaker);
    if (!entity) return [];
    const message = 'The whole story comes from this one source. Find a second, or say why there is none.';
    return [{ code: facts.code, severity: facts.severity, span: hull(first.source), message, related: [] }];
  },
  fixes(article, { span }) {
    const sentence = sentenceAt(article, span[0]);
    const end = article.text.trimEnd().length;
    const lineEnd = lineEndOf(article.text);
    const text = `${lineEnd}${lineEnd}${stop(1, 'A second source')} said that ${stop(2, 'it was otherwise')}.`;
    return [
      { title: 'Add a second voice at the end', edits: [{ span: [end, end], text, snippet: true }], preferred: true, safe: false },
      ...(sentence ? citations(article, sentence) : []),
    ];
  },
};

/** Roughly how many words its paragraphs have. */
const wordsIn = ({ blocks }: Article): number =>
  blocks.reduce((sum, { kind, analysis }) => (kind === 'paragraph' ? sum + (analysis.text.match(/\s+/g)?.length ?? 0) + 1 : sum), 0);
