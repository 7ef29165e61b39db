import type { Article, ArticleQuote, Attribution } from '../../article';
import { overlaps } from '../../text/span';
import { byId } from '../numbering';
import { quotesWhere } from '../quotes-where';
import type { Fix, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'quote/run-together',
  title: 'Two speakers’ quotes run together',
  why: 'When a new voice starts in the middle of a paragraph, readers give its words to whoever spoke before, until the name comes too late. Start a paragraph, or name the new speaker first.',
  sources: [
    {
      guide: 'Reuters Handbook of Journalism',
      says: 'Do not run quotes of two speakers together.',
      url: 'https://handbook.reuters.com/index.php?title=The_Essentials_of_Reuters_sourcing',
    },
  ],
  severity: 'info',
  optional: true,
  examples: {
    bad: [
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke. “They have sold us out,” said the mayor, Tom Hale.\n',
    ],
    good: [
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke.\n\n“They have sold us out,” said the mayor, Tom Hale.\n',
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke. The mayor, Tom Hale, replied: “They have sold us out.”\n',
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke. “She leaks.”\n',
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke. The mayor took it worse. “They have sold us out,” said Tom Hale.\n',
    ],
  },
};

/** Reports a quote that follows another speaker’s within a paragraph, nothing but the end of the sentence between them, with its own speaker named after it. */
export const quoteRunTogether: Rule = {
  facts,
  check: (article) =>
    changesOfVoice(article).map(({ quote, before }) => ({
      code: facts.code,
      severity: facts.severity,
      span: quote.span,
      message: 'Another voice starts here, and its name comes only after. Begin a paragraph, or name the speaker first.',
      related: [{ span: before.span, message: 'Somebody else’s words' }],
    })),
  fixes(article, { span }): Fix[] {
    const at = span[0];
    const gap = /\s*$/.exec(article.text.slice(Math.max(0, at - 8), at))?.[0].length ?? 0;
    return [{ title: 'Begin a paragraph', edits: [{ span: [at - gap, at], text: '\n\n' }], preferred: true, safe: false }];
  },
};

interface ChangeOfVoice {
  readonly quote: ArticleQuote;
  readonly before: ArticleQuote;
}

/** How sure both attributions must be. */
const SURE = 0.6;

/** Quotes that follow another in a paragraph with no sentence between them. */
const following = quotesWhere((quote, block, text, q) => {
  const before = block.quotes[q - 1];
  if (!before || block.kind !== 'paragraph' || quote.kind !== 'direct' || before.kind !== 'direct') return false;
  return /^[^.!?]*(?:[.!?]\s+)?$/.test(text.slice(before.span[1], quote.span[0]));
});

function changesOfVoice(article: Article): ChangeOfVoice[] {
  const { text, quotes, attributions, entities } = article;
  const named = (attribution: Attribution | undefined): attribution is Attribution =>
    attribution !== undefined &&
    attribution.speaker !== null &&
    attribution.source !== null &&
    attribution.via === null &&
    attribution.confidence >= SURE &&
    byId(entities, attribution.speaker)?.kind === 'person';
  return following(article).flatMap((q): ChangeOfVoice[] => {
    const [before, quote] = [quotes[q - 1], quotes[q]];
    // One that stays open is nobody's yet.
    if (!before || !quote || quote.kind !== 'direct' || before.kind !== 'direct') return [];
    const [first, second] = [byId(attributions, before.attribution), byId(attributions, quote.attribution)];
    if (!named(first) || !named(second) || first.speaker === second.speaker) return [];
    // Between the two stands nothing but the first's attribution: a sentence of the writer's would lead up to the new voice.
    const between = [before.span[1], quote.span[0]] as const;
    const own = first.source?.some((span) => overlaps(span, between)) === true || text.slice(...between).trim() === '';
    const opens = own && /[.!?”"’']\s+$/.test(text.slice(between[1] - 8, between[1]));
    const after = (second.source?.[0]?.[0] ?? 0) >= quote.span[1] && (second.content[0]?.[0] ?? 0) >= quote.span[0];
    return opens && after ? [{ quote, before }] : [];
  });
}
