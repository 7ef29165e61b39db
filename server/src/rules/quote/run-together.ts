import type { Article, ArticleQuote, Attribution } from '../../article';
import { overlaps } from '../../text/span';
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

function changesOfVoice({ text, quotes, attributions, blocks, entities }: Article): ChangeOfVoice[] {
  const said = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
  const named = (attribution: Attribution | undefined): attribution is Attribution =>
    attribution !== undefined &&
    attribution.speaker !== null &&
    attribution.source !== null &&
    attribution.via === null &&
    attribution.confidence >= SURE &&
    kinds.get(attribution.speaker) === 'person';
  return quotes.flatMap((quote, q): ChangeOfVoice[] => {
    const before = quotes[q - 1];
    if (!before || before.block !== quote.block || blocks[quote.block]?.kind !== 'paragraph') return [];
    if (quote.kind !== 'direct' || before.kind !== 'direct') return [];
    const [first, second] = [said.get(before.attribution ?? ''), said.get(quote.attribution ?? '')];
    if (!named(first) || !named(second) || first.speaker === second.speaker) return [];
    // Between the two stands nothing but the first's attribution: a sentence of the writer's would lead up to the new voice.
    const between = [before.span[1], quote.span[0]] as const;
    const gap = text.slice(...between);
    const own = first.source?.some((span) => overlaps(span, between)) === true || gap.trim() === '';
    const opens = own && /^[^.!?]*(?:[.!?]\s+)?$/.test(gap) && /[.!?”’"']\s+$/.test(text.slice(between[1] - 8, between[1]));
    const after = (second.source?.[0]?.[0] ?? 0) >= quote.span[1] && (second.content[0]?.[0] ?? 0) >= quote.span[0];
    return opens && after ? [{ quote, before }] : [];
  });
}
