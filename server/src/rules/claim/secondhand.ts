import type { Article, Attribution } from '../../article';
import type { Claim } from '../../claims/support';
import { contains, type Span } from '../../text/span';
import { isChecked } from '../checked';
import { citations } from '../fixes/cite';
import { inSnippet, stop } from '../fixes/snippet';
import { byId } from '../numbering';
import type { Fix, Rule, RuleFacts } from '../rule';
import { type Sourced, sourcedById } from '../sources';

const facts: RuleFacts = {
  code: 'claim/secondhand',
  title: 'A claim that reaches the reader through somebody else’s report',
  why: 'What one paper quotes from another has been shortened once already. Ask the speaker yourself, or say plainly whose report it is.',
  sources: [
    {
      guide: 'BBC Editorial Guidelines',
      says: 'Gather at first hand; where that cannot be done, speak to those who were there, and corroborate what they say.',
      url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy/guidelines',
    },
    { guide: 'Reuters Handbook of Journalism', says: 'Match what others report yourself, and credit them where you cannot.' },
  ],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'Rents in Carrow\n\nThe council met on Tuesday.\n\n“Rents in Carrow have doubled since 2019,” the Clarion quoted Ida Brekke as saying.\n',
    ],
    good: [
      'Rents in Carrow\n\nThe council met on Tuesday.\n\n“Rents in Carrow have doubled since 2019,” the Clarion quoted Ida Brekke as saying. Brekke confirmed her words to this newspaper.\n',
      'Rents in Carrow\n\nThe council met on Tuesday.\n\nThe landlord, Tom Hale, said that the clerk had told him that rents in Carrow had doubled since 2019.\n',
      'Rents in Carrow\n\nThe council met on Tuesday.\n\n“Rents in Carrow have doubled since 2019,” the town clerk, Ida Brekke, said.\n',
    ],
  },
};

/** Reports claims that an outlet or a document passes on in their own sentence, unless the article says that it asked or checked. */
export const claimSecondhand: Rule = {
  facts,
  check: (article) =>
    article.claims.flatMap((claim) => {
      const relay = relayOf(article, claim);
      if (!relay || isChecked(article, relay.origin.block)) return [];
      const { span, checkworthiness } = claim;
      const message = 'This comes through somebody else’s report. Ask the speaker, or cite the report.';
      const related = [{ span: relay.carrier.span, message: 'Who passes it on' }];
      return [{ code: facts.code, severity: facts.severity, span, message, related, confidence: checkworthiness }];
    }),
  fixes(article, { span }) {
    const claim = article.claims.find((candidate) => candidate.span[0] === span[0]);
    const relay = claim && relayOf(article, claim);
    if (!relay) return [];
    const speaker = byId(article.entities, relay.origin.speaker);
    return [...(speaker?.anonymity === 'named' ? [sayAsked(span, speaker.name)] : []), ...citations(article, span)];
  },
};

/** Says after a claim that its speaker confirmed it. */
const sayAsked = ([, end]: Span, name: string): Fix => ({
  title: `Say that ${name} confirmed it`,
  edits: [{ span: [end, end], text: ` ${inSnippet(name)} confirmed this to ${stop(1, 'this newspaper')}.`, snippet: true }],
  preferred: true,
  safe: false,
});

interface Relay {
  readonly origin: Attribution;
  readonly carrier: Sourced;
}

/** Whose words a claim gives and what has passed them on, where the claim's own sentence has nothing better and says so itself. */
function relayOf(article: Article, { support, attributions, why, span }: Claim): Relay | undefined {
  if (support !== 'secondhand' || !why.some(({ code }) => code === 'support.attribution')) return undefined;
  for (const id of attributions) {
    const origin = sourcedById(article, id)?.attribution;
    const carrier = sourcedById(article, origin?.via ?? null);
    if (!origin || !carrier || carrier.entity?.id === origin.speaker || !contains(span, carrier.span)) continue;
    if (carrier.entity?.kind === 'document' || OUTLET.test(carrier.words)) return { origin, carrier };
  }
  return undefined;
}

/** What outlets are called, or have in their names. */
const OUTLET =
  /\b(?:newspapers?|papers?|dail(?:y|ies)|weekly|magazines?|tabloids?|broadsheets?|broadcasters?|radio|television|tv|channels?|agenc(?:y|ies)|outlets?|media|press|(?:web|news)\s?sites?|Times|Post|News|Herald|Tribune|Gazette|Chronicle|Clarion|Courier|Telegraph|Guardian|Observer|Journal|Mail|Mirror|Star|Standard|Independent|Reuters|AFP|Agence|TASS|Interfax|Xinhua|Bloomberg|CNN|BBC|NBC|CBS|ABC|NPR|Politico|Jazeera|Spiegel|Monde|Figaro|Bild)\b/;
