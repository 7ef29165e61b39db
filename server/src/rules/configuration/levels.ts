import type { Severity } from '../rule';

/** What a newsroom sets a rule to. */
export type Level = Severity | 'off';

/** Every level, the strictest first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'hint', 'off'];

/** What a configuration says of the rules that a selector names; what it leaves out stays as it was. */
export interface RuleSetting {
  readonly level?: Level;
  /** 0…1: findings of which their rule is less sure are not reported. */
  readonly minimumConfidence?: number;
}

/** One voice among several: a pack, a file, an override, a person. Later voices win. */
export interface Layer {
  /** By selector: `claim/unsourced`, `claim/*`, or `*`. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** 0…1, for all rules that have none of their own. */
  readonly minimumConfidence?: number | undefined;
}

/** The selectors that name the rule `code`, the most specific first. */
export function selectorsOf(code: string): readonly [exact: string, group: string, all: string] {
  const slash = code.indexOf('/');
  return [code, slash < 0 ? code : `${code.slice(0, slash)}/*`, '*'];
}

/** The level and the least confidence that `layers` come to for the rule `code`, whose own level is `byDefault`. */
export function settingOf(layers: readonly Layer[], code: string, byDefault: Level): Required<RuleSetting> {
  let level = byDefault;
  let general = 0;
  let own: number | undefined;
  for (const { rules, minimumConfidence } of layers) {
    const settings = selectorsOf(code).flatMap((selector) => rules.get(selector) ?? []);
    level = settings.find((setting) => setting.level !== undefined)?.level ?? level;
    own = settings.find((setting) => setting.minimumConfidence !== undefined)?.minimumConfidence ?? own;
    general = minimumConfidence ?? general;
  }
  return { level, minimumConfidence: own ?? general };
}
