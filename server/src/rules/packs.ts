import type { Layer, Level } from './configuration/levels';

/** A set of severities under a name: what a house that follows a style guide would switch on. */
export interface Pack {
  /** The guide that it stands for. */
  readonly title: string;
  readonly layer: Layer;
}

const pack = (title: string, rules: Readonly<Record<string, Level>>): Pack => ({
  title,
  layer: { rules: new Map(Object.entries(rules).map(([selector, level]) => [selector, { level }])) },
});

/** The packs that `extends` may name. `default` holds always, below all others: the rules' own severities, but for what it switches off. */
export const PACKS = {
  default: pack('The quiet set that any newsroom would accept', {}),
  ap: pack('The Associated Press', {}),
  reuters: pack('Reuters', {}),
  bbc: pack('The BBC', {}),
  guardian: pack('The Guardian', {}),
  npr: pack('NPR', {}),
} as const satisfies Readonly<Record<string, Pack>>;

/** The name of a pack. */
export type PackName = keyof typeof PACKS;

export const PACK_NAMES: readonly string[] = Object.keys(PACKS);

/** Whether a pack is called `name`. */
export const isPack = (name: string): name is PackName => Object.hasOwn(PACKS, name);
