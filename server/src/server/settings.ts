import { ALL_LENSES, type LensKinds } from '../features/code-lenses';
import { ALL_HINTS, type HintKinds } from '../features/inlay-hints';
import { type Layer, LEVELS, type RuleSetting } from '../rules/configuration/levels';

/** The settings under `onrecord` that the server heeds. */
export interface Settings {
  readonly enable: boolean;
  /** Attributions less sure than this, 0…1, are neither coloured nor shown in hovers. */
  readonly minimumConfidence: number;
  /** Whether findings are reported at all; where a client draws them is its own affair. */
  readonly findings: boolean;
  /** Who the person is, beside notes and verdicts; empty where they don't say. */
  readonly author: string;
  /** Which names are shown between the words. */
  readonly hints: HintKinds;
  /** Whether names, verbs and sources are offered while they are written. */
  readonly completion: boolean;
  /** What is summed up over paragraphs. */
  readonly lenses: LensKinds;
  /** The severities that the person wants, whatever the configuration says; undefined where none. */
  readonly rules: Layer | undefined;
}

/** What holds where a client has no settings. */
export const DEFAULTS: Settings = {
  enable: true,
  minimumConfidence: 0.5,
  findings: true,
  author: '',
  completion: true,
  hints: ALL_HINTS,
  lenses: ALL_LENSES,
  rules: undefined,
};

/** Reads settings as a client sends them: values of the wrong type, or out of range, count as not set. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULTS;
  const { enable, minimumConfidence, findings, diagnostics, author, completion, hints, lenses, rules } = value as Record<string, unknown>;
  return {
    enable: typeof enable === 'boolean' ? enable : DEFAULTS.enable,
    minimumConfidence:
      typeof minimumConfidence === 'number' && minimumConfidence >= 0 && minimumConfidence <= 1
        ? minimumConfidence
        : DEFAULTS.minimumConfidence,
    // `diagnostics` is what `findings` was called while it could only be on or off.
    findings: findings !== 'off' && diagnostics !== false,
    author: typeof author === 'string' ? author.trim() : DEFAULTS.author,
    completion: typeof completion === 'boolean' ? completion : DEFAULTS.completion,
    hints: readSwitches(hints, ALL_HINTS),
    lenses: readSwitches(lenses, ALL_LENSES),
    rules: readRules(rules),
  };
}

function readRules(value: unknown): Layer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const rules = Object.entries(value).flatMap(([selector, said]): [string, RuleSetting][] => {
    const level = LEVELS.find((name) => name === said);
    return level ? [[selector, { level }]] : [];
  });
  return rules.length > 0 ? { rules: new Map(rules) } : undefined;
}

/** Reads an object of switches; those that it does not set are as in `defaults`. One boolean sets them all. */
function readSwitches<K extends string>(value: unknown, defaults: Readonly<Record<K, boolean>>): Readonly<Record<K, boolean>> {
  const set = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<string, unknown>>;
  const read = (key: string, otherwise: unknown): unknown => {
    if (typeof value === 'boolean') return value;
    return typeof set[key] === 'boolean' ? set[key] : otherwise;
  };
  return Object.fromEntries(Object.entries(defaults).map(([key, on]) => [key, read(key, on)])) as Record<K, boolean>;
}
