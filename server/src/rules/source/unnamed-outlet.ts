import { isCited } from '../../claims/citations';
import { citations } from '../fixes/cite';
import { stop } from '../fixes/snippet';
import type { Rule, RuleFacts } from '../rule';
import { inOwnWords, sentenceAt, wholeSentenceAt } from '../sources';

const facts: RuleFacts = {
  code: 'source/unnamed-outlet',
  title: 'News taken over from an outlet without a name',
  why: '“Local media said” hides who found the story out, and whether several did or all copied one. Readers weigh a report by where it stood, and whoever did the work is owed the credit. Name the outlet.',
  sources: [
    {
      guide: 'Guardian editorial code',
      says: 'Acknowledge where published material was taken from, and do not run others’ work as one’s own.',
      url: 'https://www.theguardian.com/info/2015/aug/05/the-guardians-editorial-code',
    },
    {
      guide: 'Guardian and Observer style guide',
      says: 'If you repeat a quote from elsewhere, always say where it came from, so that readers can judge it.',
    },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\nThe ferry will be sold in May, local media reported.\n',
      'Ferry to be sold\n\nA newspaper reported that the ferry would be sold in May.\n',
      'Ferry to be sold\n\nAccording to media reports, the ferry will be sold in May.\n',
      'Ferry to be sold\n\nReports say that the ferry will be sold in May.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe ferry will be sold in May, the Skarholm Clarion reported.\n',
      'Ferry to be sold\n\nLocal media, among them the Skarholm Clarion, reported that the ferry would be sold.\n',
      'Ferry to be sold\n\nThe Skarholm Clarion had the news first. The newspaper reported that the ferry would be sold.\n',
      'Ferry to be sold\n\nThe ferry will be sold, [a newspaper reported](https://clarion.example/ferry).\n',
      'Ferry to be sold\n\n“Local media reported that we were broke,” said Ida Brekke.\n',
      'Ferry to be sold\n\nA newspaper report on the ferry hangs in the harbour office.\n',
      'Ferry to be sold\n\nThe two reports say that the ferry is too old.\n',
    ],
  },
};

const SAY = 'said|say|says|report|reports|reported|claimed|claim|suggest|suggests|suggested|indicate|indicated';
const OUTLET =
  '(?:(?:local|national|regional|foreign|several|some|other|various) )?(?:media|press|news) (?:outlets?|reports?|organi[sz]ations?)|(?:local|national|regional|foreign|some) (?:media|press|newspapers?|newspaper reports|tv|television|radio|broadcasters?)|(?:a|an|one) (?:(?:local|national|regional|foreign|daily|weekly|evening|sunday|british|american) )?(?:newspaper(?: report)?|tabloid|broadsheet|magazine|news site|news website|tv station|television station|radio station|broadcaster)|newspapers';
const SPEAKS = new RegExp(
  `\\b(?:(?:${OUTLET}) (?:have |has |had |also |later ){0,2}(?:${SAY})\\b|according to (?:${OUTLET})\\b|(?:(?:some|several|other|unconfirmed|initial|early) )?reports (?:have |had |also )?(?:say|said|suggest|suggested|indicate|indicated|claim|claimed)\\b)`,
  'gi',
);
const BARE = /^reports\b/i;
/** The outlet named beside, before or after, or whom the words keep apart by name. */
const NAMED = /^,? (?:such as|including|like|among them|called|citing|quoting|and \p{Lu})/u;

const speaking = inOwnWords(SPEAKS);

/** Reports outlets and reports that speak without a name, unless a link in the sentence leads to them or the name stands beside. */
export const sourceUnnamedOutlet: Rule = {
  facts,
  check(article) {
    const { text, citations } = article;
    return speaking(article).flatMap(({ span: [start, end] }) => {
      const words = text.slice(start, end);
      const whole = wholeSentenceAt(article, start);
      if (!whole || isCited(text, whole.span, citations) || NAMED.test(text.slice(end, end + 40))) return [];
      // "A newspaper report on the ferry": a thing, and nobody speaks.
      if (/^(?:an?|one) .*\breport$/i.test(words)) return [];
      const before = text.slice(Math.max(whole.span[0], start - 40), start);
      // "the local media": these very ones.
      if (/\b(?:the|these|those|its|their|his|her|our)\s+$/i.test(before)) return [];
      // "The two reports say", "police reports say": reports of somebody whom the article has named.
      if (BARE.test(words) && /\p{L}\s+$/u.test(before) && !/\b(?:that|but|and|as|while|although|after|where)\s+$/i.test(before)) return [];
      const message = `“${words}” leaves out where it stood. Name the outlet, and link to its report if you can.`;
      return [{ code: facts.code, severity: facts.severity, span: [start, end], message, related: [] }];
    });
  },
  fixes(article, { span }) {
    const words = article.text.slice(...span);
    const verb = new RegExp(`(?:${SAY})$`, 'i').exec(words)?.[0];
    const according = /^according to /i.exec(words)?.[0];
    if (according === undefined && verb === undefined) return [];
    const said = /^(?:report|say|suggest|indicate|claim)$/i.test(verb ?? '') ? `${verb}s` : (verb ?? '');
    const text =
      according === undefined
        ? `${stop(1, /^\p{Lu}/u.test(words) ? 'The outlet' : 'the outlet')} ${said}`
        : `${according}${stop(1, 'the outlet')}`;
    const sentence = sentenceAt(article, span[0]);
    return [
      { title: 'Name the outlet', edits: [{ span, text, snippet: true }], preferred: true, safe: false },
      ...(sentence ? citations(article, sentence) : []),
    ];
  },
};
