import type { Article } from '../../article';
import { contains, overlaps, type Span } from '../../text/span';
import { nameWeasel } from '../fixes/name-weasel';
import type { Finding, Rule, RuleFacts } from '../rule';
import { inOwnWords, isSaid, namesSpeaker, sentenceAt, sourcesOfBlock, sourcesWhere, wholeSentenceAt } from '../sources';

const facts: RuleFacts = {
  code: 'claim/weasel',
  title: 'Words that claim and name nobody',
  why: '“It is believed”, “reportedly”, “critics say”: somebody believes, reports or says it, and the reader is not told who. Say who, or say it in your own name.',
  sources: [
    {
      guide: 'NPR Ethics Handbook',
      says: 'It is not enough that something is “reportedly” so: say as exactly as you can who knows it, and how.',
      url: 'https://ethics.npr.org/g-transparency/i-d-that-source-as-best-you-can/',
    },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\nIt is believed that the ferry will be sold in May.\n',
      'Ferry to be sold\n\nThe ferry has reportedly been sold for a song.\n',
      'Ferry to be sold\n\nCritics say that the sale came too late.\n',
      'Ferry to be sold\n\nThe buyer is thought to be a shipping line from Velmark.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe ferry has reportedly been sold for a song, according to the islanders’ newspaper.\n',
      'Ferry to be sold\n\nSome islanders believe that it was sold too late, while some say that it should stay.\n',
      'Ferry to be sold\n\nThe harbour board believes that the ferry will be sold in May.\n',
      'Ferry to be sold\n\n“It is believed that it will be sold,” said Ida Brekke.\n',
      'Ferry to be sold\n\nCritics say that the sale came too late. “We lost a year,” said Ida Brekke, who leads the islanders’ union.\n',
    ],
  },
};

const PASSIVE =
  /\b(?:it (?:is|was|has been)|it[’']s) (?:widely |generally |commonly |often |now )?(?:believed|thought|understood|claimed|rumou?red|alleged|reported|said)(?: that)?\b|\b(?:is|are|was|were) (?:widely |generally |commonly )?(?:believed|thought|understood|rumou?red|reputed) to\b|\b(?:reportedly|supposedly|purportedly)\b/gi;
const NOBODY = /^(?:critics|some|many|others|some people|many people|some critics|opponents|sceptics|skeptics|detractors|observers)$/i;

const passives = inOwnWords(PASSIVE);
const nobodies = sourcesWhere((words) => NOBODY.test(words.trim()));

/** Reports believing and reporting without a believer or reporter. */
export const claimWeasel: Rule = {
  facts,
  check(article) {
    const findings: Finding[] = [];
    const report = (span: Span, words: string): void => {
      const message = `“${words}” names nobody. Say who, or say it in your own name.`;
      findings.push({ code: facts.code, severity: facts.severity, span, message, related: [] });
    };
    for (const { span, match } of passives(article)) {
      if (!isNamed(article, span) && !ACCORDING.test(sentenceTo(article, span))) report(span, match[0]);
    }
    for (const { span, words, attribution } of nobodies(article)) {
      if (!isRest(article, span) && isSaid(article, attribution) && !namesSpeaker(article, attribution.block)) report(span, words);
    }
    return findings.sort((a, b) => a.span[0] - b.span[0]);
  },
  fixes(article, { span }) {
    const sentence = sentenceAt(article, span[0]);
    return sentence ? nameWeasel(article, span, sentence) : [];
  },
};

/** A source at the end of the sentence. */
const ACCORDING = /, according to [^,;]{3,100}$/i;

/** The words of the sentence at a place. */
function sentenceTo(article: Article, span: Span): string {
  const sentence = wholeSentenceAt(article, span[0]);
  return sentence ? article.text.slice(...sentence.span) : '';
}

/** "Some scientists believe …, while some say …": the rest of a group that the sentence has placed. */
function isRest(article: Article, span: Span): boolean {
  const sentence = wholeSentenceAt(article, span[0]);
  return sentence !== null && /\b(?:some|many|most) \p{Ll}{4,}s\b/iu.test(article.text.slice(sentence.span[0], span[0]));
}

/** Whether the sentence has a named source after all: "It is thought, Brekke said, that …". */
function isNamed(article: Article, span: Span): boolean {
  const sentence = wholeSentenceAt(article, span[0]);
  if (!sentence) return false;
  return sourcesOfBlock(article, sentence.block).some(
    ({ span: at, entity, attribution }) =>
      !attribution.cue.some((cue) => overlaps(cue, span)) &&
      contains(sentence.span, at) &&
      entity !== undefined &&
      entity.kind !== 'anonymous' &&
      entity.anonymity !== 'passive' &&
      entity.anonymity !== 'collective',
  );
}
