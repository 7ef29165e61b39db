import { verdictOn } from '../annotations/verdicts';
import type { Article } from '../article';
import { rememberedPair } from '../text/remembered';
import { type BaselineEntry, withoutFrozen } from './baseline';
import { settingOf } from './configuration/levels';
import { DEFAULT_SETTINGS, type Settings } from './configuration/resolve';
import { defaultLevel } from './packs';
import type { Finding, Rule } from './rule';
import { findingsOn } from './suppression/rules';
import { suppress } from './suppression/suppress';

/** What holds for an article when it is checked. */
export interface Configuration {
  readonly settings: Settings;
  /** The findings of this article that are frozen. */
  readonly baseline: readonly BaselineEntry[];
}

/** What holds where nobody configured anything. */
export const UNCONFIGURED: Configuration = { settings: DEFAULT_SETTINGS, baseline: [] };

/**
 * What `rules` report on an article, in the order of the text: as severe as it is configured, without what the article's own comments
 * silence, and without what is frozen.
 */
export function checkBy(rules: readonly Rule[], article: Article, { settings, baseline }: Configuration): Finding[] {
  if (!settings.checked) return [];
  const set = settingsFor(rules, settings);
  const found = withoutVerified(
    article,
    rules.flatMap((rule) => (set.get(rule.facts.code)?.level === 'off' ? [] : [...rule.check(article)])),
  );
  const codes = rules.map(({ facts }) => facts.code);
  const suppressed = suppress(article, configured(found, set));
  const findings = [...suppressed.findings, ...configured(findingsOn(suppressed, codes), set)].sort(byPlace);
  return withoutFrozen(article, findings, baseline);
}

/** What holds for each rule, by its code. */
const settingsFor = rememberedPair(
  (rules: readonly Rule[], { layers }: Settings): ReadonlyMap<string, ReturnType<typeof settingOf>> =>
    new Map(rules.map(({ facts }) => [facts.code, settingOf(layers, facts.code, defaultLevel(facts))])),
);

/** Findings but those on a claim that somebody has checked and found to be so: nobody needs to be warned of it. */
function withoutVerified({ verdicts }: Article, findings: readonly Finding[]): readonly Finding[] {
  if (verdicts.length === 0) return findings;
  return findings.filter(({ code, span }) => !code.startsWith('claim/') || verdictOn(verdicts, span)?.verdict !== 'verified');
}

/** Findings at the severity that holds for their rule, without those that are switched off or of which their rule is not sure enough. */
function configured(findings: readonly Finding[], set: ReadonlyMap<string, ReturnType<typeof settingOf>>): Finding[] {
  return findings.flatMap((finding) => {
    const setting = set.get(finding.code);
    if (!setting || setting.level === 'off' || (finding.confidence ?? 1) < setting.minimumConfidence) return [];
    return finding.severity === setting.level ? [finding] : [{ ...finding, severity: setting.level }];
  });
}

const byPlace = (a: Finding, b: Finding): number => a.span[0] - b.span[0] || a.span[1] - b.span[1];
