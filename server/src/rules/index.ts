import type { Article } from '../article';
import type { Finding, Fix, Rule } from './rule';

/** Every rule, in the order of their codes. */
export const RULES: readonly Rule[] = [];

/** What the rules report on an article, in the order of the text. */
export function check(article: Article): Finding[] {
  return RULES.flatMap((rule) => [...rule.check(article)]).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** The ways to mend a finding of this very article, the likeliest first; none for a code that no rule has. */
export function fixesFor(article: Article, finding: Finding): readonly Fix[] {
  return RULES.find((rule) => rule.facts.code === finding.code)?.fixes(article, finding) ?? [];
}
