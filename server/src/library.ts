/**
 * What another program gets from the npm package: reading an article, and everything that can be said of it. Pure: no files, no
 * connection, no clock. docs/library.md shows it at work.
 */
export {
  type AnalyseOptions,
  type Article,
  type ArticleBlock,
  type ArticleQuote,
  type ArticleSentence,
  type Attribution,
  analyse,
} from './article';
export type { Entity } from './attribution/speakers';
export type { Claim, Support } from './claims/support';
export type { Lines } from './features/lines';
export { wordsOf } from './features/voices';
export { FACTS as RULES } from './rules';
export type { RuleFacts, Severity } from './rules/rule';
export {
  type Abilities,
  type ActionContext,
  type Configuration,
  createService,
  type Finding,
  type Fix,
  LEGEND,
  type Service,
  type ShowOptions,
  type Sources,
} from './service';
export type { BlockKind } from './text/blocks';
export type { Format } from './text/format';
export type { Span } from './text/span';
