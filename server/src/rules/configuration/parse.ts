import type { Format } from '../../text/format';
import { FORMATS } from '../../text/formats';
import type { Span } from '../../text/span';
import { listOf, objectOf, oneOrMore, propertiesOf, type Read, readJson, share, spanOf, text, unknownName, wrong, yesOrNo } from './json';
import { type Layer, LEVELS, type Level, type RuleSetting } from './levels';
import { type ConfigurationProblem, replacement } from './problem';
import { closestTo } from './suggest';

/** A pack, or a file that is read as if it stood here. */
export interface Extended {
  /** The name of a pack (`ap`), or the path of a file (`./house.json`). */
  readonly name: string;
  readonly span: Span;
}

/** What is different for some files. */
export interface Override {
  /** Patterns as in a .gitignore file. */
  readonly files: readonly string[];
  readonly layer: Layer;
}

/** What one `.onrecord.json` says. What it leaves out, it leaves to the files of the folders above. */
export interface ConfigurationFile {
  /** Whether the files of the folders above are left unread. */
  readonly root: boolean;
  readonly extends: readonly Extended[];
  readonly layer: Layer;
  /** Patterns as in a .gitignore file: only these are checked. */
  readonly include?: readonly string[];
  /** Patterns as in a .gitignore file: these are not checked. */
  readonly exclude: readonly string[];
  readonly overrides: readonly Override[];
  /** Folders of transcripts and documents. */
  readonly sources?: readonly string[];
  /** Formats that are read although they have to be asked for. */
  readonly formats?: readonly Format[];
  /** The path of the baseline. */
  readonly baseline?: { readonly path: string; readonly span: Span };
}

/** The names that a configuration may use. */
export interface KnownNames {
  /** The codes of all rules. */
  readonly codes: readonly string[];
  readonly packs: readonly string[];
}

/** What stands in a configuration file, as far as it can be understood, and what is wrong with it, in the order of the file. */
export interface ParsedConfiguration {
  readonly file: ConfigurationFile;
  readonly problems: readonly ConfigurationProblem[];
}

const level: Read<Level> = (node, report) => {
  const known = LEVELS.find((name) => name === node.value);
  if (known) return known;
  const meant = typeof node.value === 'string' ? closestTo(synonyms.get(node.value) ?? node.value, LEVELS) : undefined;
  const span = spanOf(node);
  report({
    code: 'config/wrong-value',
    span,
    message: `A severity is one of ${LEVELS.map((name) => `"${name}"`).join(', ')}.${meant ? ` Did you mean "${meant}"?` : ''}`,
    fixes: meant ? [replacement(`Write "${meant}"`, span, JSON.stringify(meant))] : [],
  });
  return undefined;
};

/** What other tools call the levels. */
const synonyms: ReadonlyMap<string, Level> = new Map([
  ['warn', 'warning'],
  ['information', 'info'],
  ['suggestion', 'hint'],
  ['none', 'off'],
  ['ignore', 'off'],
]);

const settingFields = objectOf<{ severity: Level; minimumConfidence: number }>(
  { severity: level, minimumConfidence: share },
  'a severity, or an object with one',
);

const setting: Read<RuleSetting> = (node, report) => {
  if (node.type !== 'object') {
    const plain = level(node, report);
    return plain && { level: plain };
  }
  const said = settingFields(node, report);
  return (
    said && {
      ...(said.severity && { level: said.severity }),
      ...(said.minimumConfidence !== undefined && { minimumConfidence: said.minimumConfidence }),
    }
  );
};

/** Settings by selector; reports selectors that name no rule. */
export const readRules =
  (codes: readonly string[]): Read<ReadonlyMap<string, RuleSetting>> =>
  (node, report) => {
    if (node.type !== 'object') return wrong(node, 'an object of rules and their severities', report);
    const selectors = selectorsFor(codes);
    const known = new Set(selectors);
    const rules = new Map<string, RuleSetting>();
    for (const { name, key, value } of propertiesOf(node, report)) {
      if (!known.has(name)) unknownName({ code: 'config/unknown-rule', what: 'rule' }, name, selectors, key, report);
      const said = setting(value, report);
      if (said && known.has(name)) rules.set(name, said);
    }
    return rules;
  };

/** All that may name rules: their codes, their groups (`claim/*`), and `*`. */
export function selectorsFor(codes: readonly string[]): string[] {
  const groups = new Set(codes.map((code) => `${code.slice(0, code.indexOf('/'))}/*`));
  return [...codes, ...groups, '*'];
}

/** The formats whose files are read only where somebody asks for it. */
export const ASKED_FORMATS: readonly Format[] = FORMATS.filter(({ onlyAsked }) => onlyAsked).map(({ id }) => id);

const askedFormat: Read<Format> = (node, report) =>
  ASKED_FORMATS.find((name) => name === node.value) ?? wrong(node, `one of ${ASKED_FORMATS.map((name) => `"${name}"`).join(', ')}`, report);

/** A style pack by its name, or a file by a path that says so with its dot or slash. */
const extended =
  (packs: readonly string[]): Read<Extended> =>
  (node, report) => {
    const name = text(node, report);
    if (name === undefined) return undefined;
    if (!isPath(name) && !packs.includes(name)) {
      const otherwise = `The packs are ${packs.join(', ')}; a file starts with ./`;
      return unknownName({ code: 'config/unknown-pack', what: 'style pack', otherwise }, name, packs, node, report);
    }
    return { name, span: spanOf(node) };
  };

/** Whether `name`, in `extends`, names a file. */
export const isPath = (name: string): boolean => name.includes('/') || name.endsWith('.json');

interface Said {
  $schema: string;
  root: boolean;
  extends: readonly Extended[];
  rules: ReadonlyMap<string, RuleSetting>;
  minimumConfidence: number;
  include: readonly string[];
  exclude: readonly string[];
  overrides: readonly Override[];
  sources: readonly string[];
  formats: readonly Format[];
  baseline: { readonly path: string; readonly span: Span };
}

const patterns = oneOrMore(text, 'a pattern, or a list of patterns');

/** Reads a configuration file: JSON with comments. Never throws; what it can't understand it reports and leaves out. */
export function parseConfiguration(source: string, { codes, packs }: KnownNames): ParsedConfiguration {
  const problems: ConfigurationProblem[] = [];
  const rules = readRules(codes);
  const override = objectOf<{ files: readonly string[]; rules: ReadonlyMap<string, RuleSetting>; minimumConfidence: number }>(
    { files: patterns, rules, minimumConfidence: share },
    'an object with "files" and "rules"',
  );
  const read = objectOf<Said>(
    {
      $schema: text,
      root: yesOrNo,
      extends: oneOrMore(extended(packs), 'a style pack, a file, or a list of them'),
      rules,
      minimumConfidence: share,
      include: patterns,
      exclude: patterns,
      overrides: listOf((node, report) => {
        const said = override(node, report);
        if (said && !said.files) return wrong(node, 'an object that says in "files" for which files it holds', report);
        return said?.files && { files: said.files, layer: layerOf(said.rules, said.minimumConfidence) };
      }, 'a list of overrides'),
      sources: patterns,
      formats: oneOrMore(askedFormat, 'a format, or a list of formats'),
      baseline: (node, report) => {
        const path = text(node, report);
        return path === undefined ? undefined : { path, span: spanOf(node) };
      },
    },
    'an object in braces { }',
  );
  const said = readJson(source, read, (problem) => problems.push(problem)) ?? {};
  return {
    file: {
      root: said.root ?? false,
      extends: said.extends ?? [],
      layer: layerOf(said.rules, said.minimumConfidence),
      exclude: said.exclude ?? [],
      overrides: said.overrides ?? [],
      ...(said.include && { include: said.include }),
      ...(said.sources && { sources: said.sources }),
      ...(said.formats && { formats: said.formats }),
      ...(said.baseline && { baseline: said.baseline }),
    },
    problems: problems.sort((a, b) => a.span[0] - b.span[0]),
  };
}

const layerOf = (rules: ReadonlyMap<string, RuleSetting> | undefined, minimumConfidence: number | undefined): Layer => ({
  rules: rules ?? new Map(),
  minimumConfidence,
});
