import type { PlacedVerdict } from '../../../server/src/annotations/verdicts';
import type { Article, ArticleQuote, Attribution } from '../../../server/src/article';
import type { Entity } from '../../../server/src/attribution/speakers';
import type { Claim } from '../../../server/src/claims/support';
import { NO_EVIDENCE } from '../../../server/src/evidence/evidence';
import type { Span } from '../../../server/src/text/span';

/** An attribution by the words that it takes; each is looked for in the text. */
export interface MadeAttribution extends Partial<Omit<Attribution, 'source' | 'cue' | 'content'>> {
  readonly source?: string | null;
  readonly cue?: string;
  readonly content: string | readonly string[];
}

/** What a made article holds, by words of its text. */
export interface Made {
  readonly quotes?: readonly (Partial<Omit<ArticleQuote, 'span'>> & { readonly words: string })[];
  readonly attributions?: readonly MadeAttribution[];
  readonly entities?: readonly (Partial<Omit<Entity, 'mentions'>> & { readonly name: string; readonly mentions?: readonly string[] })[];
  readonly claims?: readonly (Partial<Omit<Claim, 'span'>> & { readonly words: string })[];
  readonly verdicts?: readonly PlacedVerdict[];
}

/** The span of some words of a text; throws where they are not in it. */
export function spanOf(text: string, words: string): Span {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`“${words}” is not in the text`);
  return [at, at + words.length];
}

/** An article made by hand, so that a feature is tested for itself and not for the analysis before it. */
export function made(text: string, { quotes = [], attributions = [], entities = [], claims = [], verdicts = [] }: Made): Article {
  const find = (words: string) => spanOf(text, words);
  return {
    text,
    format: 'plain',
    masked: text,
    citations: [],
    blocks: [],
    sentences: [],
    evidence: NO_EVIDENCE,
    quotes: quotes.map(({ words, ...rest }) => ({
      span: find(words),
      kind: 'direct',
      mark: '“',
      continues: false,
      open: false,
      attribution: null,
      block: 0,
      ...rest,
    })),
    attributions: attributions.map(({ source = null, cue, content, ...rest }, i) => ({
      id: `a${i + 1}`,
      kind: 'direct',
      source: source === null ? null : [find(source)],
      cue: cue === undefined ? [] : [find(cue)],
      content: [content].flat().map(find),
      speaker: null,
      candidates: [],
      via: null,
      disputes: [],
      confidence: 0.9,
      why: [],
      block: 0,
      ...rest,
    })),
    entities: entities.map(({ mentions, ...rest }, i) => ({
      id: `e${i + 1}`,
      kind: 'person',
      role: null,
      gender: null,
      anonymity: 'named',
      ...rest,
      mentions: (mentions ?? [rest.name]).map(find),
    })),
    claims: claims.map(({ words, ...rest }) => ({
      span: find(words),
      checkworthiness: 0.8,
      support: 'none',
      attributions: [],
      disputedBy: [],
      why: [],
      ...rest,
    })),
    verdicts,
  };
}
