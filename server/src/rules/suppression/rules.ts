import type { Article } from '../../article';
import { firstEndingAfter } from '../../text/span';
import { selectorsFor } from '../configuration/parse';
import { closestTo } from '../configuration/suggest';
import { stop } from '../fixes/snippet';
import type { Edit, Finding, Fix, Rule, RuleFacts } from '../rule';
import { REASON, removal } from './comment-text';
import { type Directive, directivesOf, type Named } from './directives';
import type { Suppressed } from './suppress';

const UNUSED: RuleFacts = {
  code: 'suppression/unused',
  title: 'A comment that silences nothing',
  why: 'A comment that once kept a rule quiet and no longer needs to will silence the next finding at this place, which nobody has looked at. It is better gone.',
  sources: [],
  severity: 'info',
  examples: {
    bad: [
      'Harbour to stay open\n\n<!-- onrecord-disable-next-line claim/unsourced -- the council’s own page -->\n\nThe harbour opens at nine.\n',
    ],
    good: ['Harbour to stay open\n\nThe harbour opens at nine.\n'],
  },
};

const UNEXPLAINED: RuleFacts = {
  code: 'suppression/unexplained',
  title: 'A comment that silences a rule and does not say why',
  why: 'Whoever edits the article after you sees that a rule was silenced here, and has to guess whether that was a judgement or haste. A few words after two hyphens tell them.',
  sources: [],
  severity: 'hint',
  examples: {
    bad: [
      'Harbour to stay open\n\n<!-- onrecord-disable-next-line quote/unattributed -->\n\n“We stay open, whatever the council says.”\n\nThe council meets again on Monday.\n',
    ],
    good: [
      'Harbour to stay open\n\n<!-- onrecord-disable-next-line quote/unattributed -- the poster in the window -->\n\n“We stay open, whatever the council says.”\n\nThe council meets again on Monday.\n',
    ],
  },
};

/** What is wrong with the directives of an article, given what they silenced. `codes` are those of all rules. */
export function findingsOn({ directives }: Suppressed, codes: readonly string[]): Finding[] {
  if (directives.length === 0) return [];
  const known = new Set(selectorsFor(codes));
  const findings: Finding[] = [];
  const report = ({ code, severity }: RuleFacts, span: Finding['span'], message: string): void => {
    findings.push({ code, severity, span, message, related: [] });
  };
  let open = 0;
  for (const { directive, unused } of directives) {
    const { reach, rules, span, reason } = directive;
    if (reach === 'enable') {
      if (open === 0) report(UNUSED, span, 'Nothing was silenced before this comment that it could end. Remove it.');
      open = directive.named ? Math.max(0, open - rules.length) : 0;
      continue;
    }
    if (reach === 'block') open += rules.length;
    const unknown = unused.filter(({ selector }) => !known.has(selector));
    for (const { selector, span: at } of unknown) report(UNUSED, at, unknownMessage(selector, known));
    const idle = unused.filter(({ selector }) => known.has(selector));
    if (idle.length === rules.length) report(UNUSED, span, 'This comment silences nothing. Remove it.');
    else
      for (const { selector, span: at } of idle)
        report(UNUSED, at, `“${selector}” finds nothing that this comment would silence. Remove it.`);
    if (reason === '' && unused.length < rules.length) {
      report(UNEXPLAINED, span, 'This comment silences a rule and does not say why. Add “-- ” and the reason.');
    }
  }
  return findings;
}

function unknownMessage(selector: string, known: ReadonlySet<string>): string {
  const meant = closestTo(selector, [...known]);
  return `There is no rule “${selector}”.${meant ? ` Did you mean “${meant}”?` : ' A reason stands after two hyphens.'}`;
}

/**
 * The rules on the comments that silence rules. They find nothing by themselves: `findingsOn` does, once the others have spoken.
 * `codes` are those of the others.
 */
export function suppressionRules(codes: readonly string[]): readonly Rule[] {
  const selectors = selectorsFor(codes);
  return [
    { facts: UNEXPLAINED, check: () => [], fixes: explain },
    { facts: UNUSED, check: () => [], fixes: (article, finding) => retire(article, finding, selectors), mendsSafely: true },
  ];
}

function explain(article: Article, { span }: Finding): Fix[] {
  const directive = directiveAt(article, span);
  if (!directive) return [];
  const lead = /\s/.test(article.text.charAt(directive.reasonAt - 1)) ? '' : ' ';
  const edit: Edit = { span: [directive.reasonAt, directive.reasonAt], text: `${lead}-- ${stop(1, REASON)}`, snippet: true };
  return [{ title: 'Say why it is silenced', edits: [edit], preferred: true, safe: false }];
}

function retire(article: Article, { span }: Finding, selectors: readonly string[]): Fix[] {
  const directive = directiveAt(article, span);
  if (!directive) return [];
  const rule = directive.named ? directive.rules.find(({ span: at }) => at[0] === span[0] && at[1] === span[1]) : undefined;
  const meant = rule && !selectors.includes(rule.selector) ? closestTo(rule.selector, selectors) : undefined;
  const fixes: Fix[] = [];
  if (rule && meant) fixes.push({ title: `Write “${meant}”`, edits: [{ span: rule.span, text: meant }], preferred: true, safe: false });
  const some = rule && directive.rules.length > 1;
  const edit = some ? withoutRule(directive, rule) : removal(article.text, directive.span);
  fixes.push({ title: some ? `Remove “${rule.selector}”` : 'Remove the comment', edits: [edit], preferred: !meant, safe: !meant });
  return fixes;
}

/** Takes one of several rules out, with what parts it from its neighbour. */
function withoutRule({ rules }: Directive, rule: Named): Edit {
  const at = rules.indexOf(rule);
  const next = rules[at + 1];
  const previous = rules[at - 1];
  if (next) return { span: [rule.span[0], next.span[0]], text: '' };
  return { span: [previous?.span[1] ?? rule.span[0], rule.span[1]], text: '' };
}

/** The directive that a finding stands on. */
function directiveAt(article: Article, [start, end]: Finding['span']): Directive | undefined {
  const directives = directivesOf(article);
  const directive = directives[firstEndingAfter(directives, start)];
  return directive && directive.span[0] <= start && end <= directive.span[1] ? directive : undefined;
}
