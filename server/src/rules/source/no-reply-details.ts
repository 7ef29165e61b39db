import { stop } from '../fixes/snippet';
import type { Rule, RuleFacts } from '../rule';
import { inOwnWords, wholeSentenceAt } from '../sources';

const facts: RuleFacts = {
  code: 'source/no-reply-details',
  title: 'Nobody replied, and nobody knows to what',
  why: 'Somebody who “could not be reached” may have had a week and ten emails, or one call at dinner time. Saying how and when the reporter tried shows the reader whether there was a fair chance to answer, and shows the desk too.',
  sources: [
    {
      guide: 'AP',
      says: 'If somebody in the news could not be reached, tell what was done to reach them: how, and when.',
      url: 'https://www.ap.org/about/news-values-and-principles/',
    },
  ],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'Ferry to be sold\n\nThe harbour board did not respond to a request for comment.\n',
      'Ferry to be sold\n\nThe mayor will lose her casting vote. She could not immediately be reached for comment.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe harbour board did not respond to a request for comment sent by email on Monday.\n',
      'Ferry to be sold\n\nThe mayor could not be reached for comment. Two messages left at her office were not returned.\n',
      'Ferry to be sold\n\nThe island could not be reached by ferry.\n',
      'Ferry to be sold\n\n“The board did not respond to a request for comment,” said Ida Brekke, who edits the island’s newsletter.\n',
    ],
  },
};

const NO_REPLY =
  /\b(?:(?:did|do|does|has|have|had) not (?:immediately |yet )?(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?) (?:to )?(?:an? |our |any |the |several |multiple |repeated )?requests? (?:for|seeking) (?:a )?comments?|could not (?:immediately |yet )?be reached for comments?|(?:was|were) not (?:immediately )?(?:reachable|available) for comments?)\b/gi;
/** What tells how it was tried, or when. */
const HOW =
  /\b(?:e-?mail(?:s|ed)?|(?:tele)?phone[ds]?|phoning|calls?|calling|voicemails?|messages?|messaged|texts?|texted|letters?|wrote|written|faxe?[sd]?|sent|left|linkedin|facebook|whatsapp|visit(?:s|ed)?|knock(?:s|ed)?|door|number|address|through (?:his|her|their|its|a) (?:lawyers?|office|agent|spokes\w+)|hours|deadline|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|january|february|march|april|june|july|august|september|october|november|december|last week|(?:this|that) (?:morning|afternoon|evening|week)|before publication|by the time|\d{1,2}(?::\d\d)? ?[ap]\.?m)\b/i;

const noReplies = inOwnWords(NO_REPLY);

/** Reports that there was no reply where neither the sentence nor the one before or after in its paragraph says how or when it was tried. */
export const sourceNoReplyDetails: Rule = {
  facts,
  check: (article) =>
    noReplies(article).flatMap(({ span }) => {
      const sentence = wholeSentenceAt(article, span[0]);
      const block = sentence && article.blocks[sentence.block];
      if (!block) return [];
      const [start, end] = sentence.span;
      const around = article.text.slice(Math.max(block.span[0], start - 200), Math.min(block.span[1], end + 200));
      if (HOW.test(around)) return [];
      const message = 'The reader cannot tell how or when you tried. Say both: by email on Monday, in two calls to the office.';
      return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
    }),
  fixes(article, { span }) {
    const sent = /requests?\b/i.test(article.text.slice(...span)) ? 'sent by' : 'by';
    return [
      {
        title: 'Say how and when you tried',
        edits: [{ span: [span[1], span[1]], text: ` ${sent} ${stop(1, 'email')} on ${stop(2, 'Monday')}`, snippet: true }],
        preferred: true,
        safe: false,
      },
    ];
  },
};
