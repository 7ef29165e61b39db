import type { Article } from '../../article';
import type { Claim } from '../../claims/support';
import { overlaps, type Span } from '../../text/span';
import { lookFor } from '../by-block';
import { isChecked } from '../checked';
import { citations } from '../fixes/cite';
import { stop } from '../fixes/snippet';
import { byId, firstAttributions } from '../numbering';
import type { Finding, Fix, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'claim/unverified',
  title: 'A claim passed on with doubt that nobody has checked',
  why: '“He alleged”, “they insisted”, “an unconfirmed report”: the writer doubts it and prints it all the same. The reader should learn what was done about the doubt: whether it was checked, and with what result, or that it could not be.',
  sources: [
    {
      guide: 'BBC Editorial Guidelines',
      says: 'If something could not be verified, say so, and say whose it is.',
      url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy/guidelines',
    },
    { guide: 'Reuters Handbook of Journalism', says: 'Tell readers what could not be checked independently, and why.' },
  ],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'Rents in Carrow\n\nThe council met on Tuesday.\n\nThe tenants’ leader, Per Holm, alleged that rents in Carrow had doubled since 2019.\n',
      'Rents in Carrow\n\nThe council met on Tuesday.\n\nRents in Carrow have doubled since 2019, the tenants’ leader, Per Holm, insisted.\n',
    ],
    good: [
      'Rents in Carrow\n\nThe council met on Tuesday.\n\nThe tenants’ leader, Per Holm, said that rents in Carrow had doubled since 2019.\n',
      'Rents in Carrow\n\nThe council met on Tuesday.\n\nThe tenants’ leader, Per Holm, alleged that rents in Carrow had doubled since 2019. His figures could not be verified.\n',
      'Rents in Carrow\n\nThe council met on Tuesday.\n\nThe tenants’ leader, Per Holm, alleged that rents in Carrow had doubled since 2019. The register of rents bears him out.\n',
    ],
  },
};

/** Words of a cue by which a writer keeps a distance. */
const DOUBT =
  /\b(?:alleg(?:e|es|ed|ing)|claim(?:s|ed|ing)|insist(?:s|ed|ing)?|contend(?:s|ed|ing)?|maintain(?:s|ed|ing)?|assert(?:s|ed|ing)?|purport(?:s|ed)?|unconfirmed)\b/i;
/** What is claimed as one's own is another sense of the word. */
const POSSESSED =
  /^\s+(?:(?:the|a|an|his|her|its|their|sole|full)\s+)?(?:responsibility|victory|credit|lives?|title|prize|crown|compensation|damages|benefits?|asylum|seats?|gold|silver|bronze)\b/i;
/** Reports claims whose only backing is a voice that the writer doubts, where neither the paragraph nor the next says that it was checked. */
export const claimUnverified: Rule = {
  facts,
  check(article) {
    const distant = distantVoices(article);
    return article.claims.flatMap((claim): Finding[] => {
      if (!BACKED.has(claim.support) || !distant.has(claim.attributions[0] ?? '')) return [];
      const behind = claim.attributions.flatMap((id) => byId(article.attributions, id) ?? []);
      const doubted = behind.every(({ id }) => distant.has(id));
      const voice = doubted ? behind.find(({ cue }) => cue.some((span) => overlaps(span, claim.span))) : undefined;
      const cue = voice?.cue.find((span) => overlaps(span, claim.span));
      if (!voice || !cue || isChecked(article, voice.block)) return [];
      const message = `“${article.text.slice(...cue)}” keeps a distance. Say whether this was checked, or that it could not be.`;
      return [{ code: facts.code, severity: facts.severity, span: claim.span, message, related: [], confidence: claim.checkworthiness }];
    });
  },
  fixes(article, { span }) {
    const say = (title: string, text: string, preferred: boolean): Fix => ({
      title,
      edits: [{ span: [span[1], span[1]], text: ` ${text}`, snippet: true }],
      preferred,
      safe: false,
    });
    return [
      say('Say that it could not be verified', `${stop(1, 'This newspaper')} could not verify this independently.`, true),
      say('Say what a check came to', `${stop(1, 'Records')} ${stop(2, 'confirm')} this.`, false),
      ...citations(article, span),
    ];
  },
};

/** The attributions of a block whose cue has a word of doubt. */
const doubts = lookFor(({ attributions }, text) =>
  attributions.flatMap(({ cue }, a) => (cue.some((span) => DOUBT.test(text.slice(...span))) ? [a] : [])),
);

/** The ids of the attributions whose cue keeps a distance. */
function distantVoices(article: Article): ReadonlySet<string> {
  const { blocks, found } = doubts(article);
  const first = firstAttributions(article);
  const distant = new Set<string>();
  for (const [i, block] of blocks.entries()) {
    for (const a of found[i] ?? []) {
      const attribution = article.attributions[(first[block] ?? 0) + a];
      if (attribution?.cue.some((span) => keepsDistance(article.text, span))) distant.add(attribution.id);
    }
  }
  return distant;
}

const keepsDistance = (text: string, [start, end]: Span): boolean =>
  DOUBT.test(text.slice(start, end)) && !POSSESSED.test(text.slice(end, end + 40));

/** A claim that is cited or verified has been checked; one that nobody or nobody named stands behind is for other rules. */
const BACKED: ReadonlySet<Claim['support']> = new Set(['attributed', 'secondhand', 'disputed']);
