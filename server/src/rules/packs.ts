import type { Layer, Level } from './configuration/levels';
import type { RuleFacts } from './rule';

/** A set of severities under a name: what a house that follows a style guide would switch on. */
export interface Pack {
  /** The guide that it stands for. */
  readonly title: string;
  /** How the sources of rules name the guide: the first word of their name. */
  readonly guide?: string;
  /** Severities by code that differ from the rules' own. */
  readonly levels: Readonly<Record<string, Level>>;
}

/** The packs that `extends` may name. */
export const PACKS = {
  default: { title: 'The quiet set that any newsroom would accept', levels: {} },
  ap: { title: 'The Associated Press', guide: 'AP', levels: {} },
  reuters: { title: 'Reuters', guide: 'Reuters', levels: {} },
  bbc: { title: 'The BBC', guide: 'BBC', levels: {} },
  guardian: { title: 'The Guardian', guide: 'Guardian', levels: {} },
  npr: { title: 'NPR', guide: 'NPR', levels: {} },
} as const satisfies Readonly<Record<string, Pack>>;

/** The name of a pack. */
export type PackName = keyof typeof PACKS;

export const PACK_NAMES: readonly PackName[] = Object.keys(PACKS).filter(isPack);

/** Whether a pack is called `name`. */
export function isPack(name: string): name is PackName {
  return Object.hasOwn(PACKS, name);
}

/** The level of a rule where nobody configured anything. */
export const defaultLevel = ({ optional, severity }: RuleFacts): Level => (optional ? 'off' : severity);

/** What a pack says of rules: each that rests on its guide is on; `default` puts every rule back to where it is unconfigured. */
export function packLayer(name: PackName, rules: readonly RuleFacts[]): Layer {
  const { guide, levels }: Pack = PACKS[name];
  const own = rules.flatMap((facts): [string, Level][] => {
    if (guide === undefined) return [[facts.code, defaultLevel(facts)]];
    return restsOn(facts, guide) ? [[facts.code, facts.severity]] : [];
  });
  return { rules: new Map([...own, ...Object.entries(levels)].map(([code, level]) => [code, { level }])) };
}

const restsOn = ({ sources }: RuleFacts, guide: string): boolean => sources.some((source) => source.guide.split(' ')[0] === guide);
