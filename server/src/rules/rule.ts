import type { Article } from '../article';
import type { Place } from '../evidence/place';
import type { Span } from '../text/span';

/** How much a finding matters; `off` where a newsroom has switched its rule off. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A style guide's word on the matter, in our own words. */
export interface StyleSource {
  readonly guide: string;
  readonly says: string;
  readonly url?: string;
}

/** What a rule is, apart from how it checks: the source of its documentation page. */
export interface RuleFacts {
  /** `group/name`. */
  readonly code: string;
  readonly title: string;
  /** Why an editor would want it: a short paragraph. */
  readonly why: string;
  readonly sources: readonly StyleSource[];
  readonly severity: Severity;
  /** Off unless a configuration or a style pack asks for it: what some houses want, and not any newsroom would accept. */
  readonly optional?: boolean;
  /** Small articles of our own; tests check that the bad ones are found and the good ones are not. */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
}

/** An example of a rule: an article, alone or with the documents beside it. */
export type Example = string | SourcedExample;

/** An article with the documents beside it, by their names (`council.txt`). */
export interface SourcedExample {
  readonly article: string;
  readonly sources: Readonly<Record<string, string>>;
}

/** Another place that belongs to a finding. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  /** Where it lies in a document beside the article; `span` is then into that. */
  readonly place?: Place;
}

/** What a rule reports. Spans are relative to the article. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  /** What is wrong and what to do, in a plain sentence. */
  readonly message: string;
  readonly related: readonly Related[];
  /** 0…1: how sure the rule is, where it can tell; 1 where it does not say. A configuration may leave out the less sure. */
  readonly confidence?: number;
}

/** A replacement in the article's text. */
export interface Edit {
  readonly span: Span;
  /** The new text; `${1:…}` stops in it where `snippet` is set (every `$`, `}` and `\` of article text escaped). */
  readonly text: string;
  readonly snippet?: boolean;
}

/** A way to mend a finding. Never changes a word inside quotation marks. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The likeliest of its finding. */
  readonly preferred: boolean;
  /** May be applied without a look: `source.fixAll.onrecord` does. */
  readonly safe: boolean;
}

/** One rule. */
export interface Rule {
  readonly facts: RuleFacts;
  /** What it finds, in order; each with this rule's code and default severity. */
  check(article: Article): readonly Finding[];
  /** The ways to mend `finding`, the likeliest first; asked only when a person wants them. */
  fixes(article: Article, finding: Finding): readonly Fix[];
  /** Some of its fixes are safe. No other rule is asked for one when all safe fixes are to be applied, as editors do before each save. */
  readonly mendsSafely?: boolean;
}
