import type { Article } from '../../article';
import { stakeOf } from '../../claims/stakes';
import type { Claim } from '../../claims/support';
import type { Span } from '../../text/span';
import { ofBlock } from '../by-block';
import { isChecked } from '../checked';
import { citations } from '../fixes/cite';
import { nameSource } from '../fixes/name-source';
import { sayConfirmed } from '../fixes/say-confirmed';
import type { Rule, RuleFacts } from '../rule';
import { isUnnamedPerson, type Sourced, sourcedById, wholeSentenceAt } from '../sources';

const facts: RuleFacts = {
  code: 'source/serious-allegation-single-unnamed',
  title: 'A grave accusation on the word of one unnamed source',
  why: 'Whoever is accused cannot answer somebody who has no name, and the reader cannot weigh it. Find a second source, a document, or somebody who says it in public; and let the accused answer.',
  sources: [
    {
      guide: 'BBC Editorial Guidelines',
      says: 'To rely on a single unnamed source for a serious allegation is for senior editors to decide; they ask how the source knows, and whether the accused have been heard.',
      url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy/guidelines',
    },
  ],
  severity: 'warning',
  examples: {
    bad: [
      'Treasurer in court\n\nThe trial of Alan Marsh goes on.\n\nA source said that Marsh had stolen from a previous employer.\n',
      'Treasurer in court\n\nThe trial goes on.\n\nAn official who asked not to be named said that Marsh took bribes for years.\n',
    ],
    good: [
      'Treasurer in court\n\nThe trial goes on.\n\nAn official who asked not to be named said that Marsh took bribes for years. Minutes of the board confirm it.\n',
      'Treasurer in court\n\nThe trial goes on.\n\nHis sister, Ada Marsh, said that he had stolen from a previous employer.\n',
      'Treasurer in court\n\nThe trial goes on.\n\nA source said that the hearing would start at nine.\n',
    ],
  },
};

const GRAVE =
  /\b(?:(?:stole|stolen|steal|stealing|took|taken|taking|pocketed|embezzled|siphoned)\b.{0,40}\b(?:money|cash|funds|bribes?|from)|brib(?:e|es|ed|ery)|fraud|corrupt|rap(?:e|ed)|sexual(?:ly)?|assault(?:ed)?|abus(?:e|ed)|murder(?:ed)?|tortured?|launder(?:ed|ing)|blackmail(?:ed)?|stolen|falsified|covered up)\b/i;

/** Reports claims that accuse somebody and that one single unnamed source stands behind. */
export const sourceSeriousAllegationSingleUnnamed: Rule = {
  facts,
  check(article) {
    const anonymous = article.claims.filter(({ support }) => support === 'anonymous');
    return anonymous.flatMap((claim) => {
      const { span } = claim;
      const source = onlySource(article, claim);
      if (!source || isChecked(article, source.attribution.block) || !accuses(article, span)) return [];
      const message = 'One unnamed source accuses somebody here. Find a second source or a document, and let the accused answer.';
      return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
    });
  },
  fixes(article, { span }) {
    const claim = article.claims.find((candidate) => candidate.span[0] === span[0]);
    const source = claim && onlySource(article, claim);
    return source ? [sayConfirmed(span), nameSource(article, source.span), ...citations(article, span)] : [];
  },
};

/** The one unnamed person behind a claim; undefined where there are more, or somebody with a name. */
function onlySource(article: Article, { support, attributions }: Claim): Sourced | undefined {
  if (support !== 'anonymous') return undefined;
  const unnamed = attributions.flatMap((id) => sourcedById(article, id) ?? []).filter(isUnnamedPerson);
  const [first] = unnamed;
  return new Set(unnamed.map(({ entity }) => entity?.id)).size === 1 && !SEVERAL.test(first?.words ?? '') ? first : undefined;
}

/** More than one person, or none. */
const SEVERAL = /\b(?:sources|officials|people|two|three|several|position|line|policy|version|account)\b/i;

/** Where sentences start that accuse somebody. */
const accusations = ofBlock(({ sentences, tokens, tags }, text) =>
  sentences
    .filter((sentence) => GRAVE.test(text.slice(...sentence.span)) || stakeOf(tokens, tags, sentence)?.kind === 'accusation')
    .map(({ span }) => span[0]),
);

function accuses(article: Article, [start]: Span): boolean {
  const block = wholeSentenceAt(article, start)?.block ?? -1;
  return accusations(article, block)?.includes(start - (article.blocks[block]?.span[0] ?? 0)) === true;
}
