import { defaultLevel, PACKS } from '../packs';
import type { RuleFacts } from '../rule';
import { LEVELS, type Level } from './levels';
import { ASKED_FORMATS, selectorsFor } from './parse';

/** A JSON schema, as far as ours goes. */
export type Schema = Readonly<Record<string, unknown>>;

const LEVEL_MEANS: Readonly<Record<Level, string>> = {
  error: 'Must be mended: `onrecord check` fails, whatever `--fail-on` says short of `never`.',
  warning: 'Should be mended: `onrecord check` fails.',
  info: 'Worth knowing.',
  hint: 'A suggestion: shown faintly in the editor.',
  off: 'Not reported.',
};

const PATTERNS = 'Patterns as in a .gitignore file, counted from the folder of this file: `opinion/`, `*.draft.md`, `!keep.md`.';

/** A description for all editors, and for those that show it with its marks (VS Code) one with them. */
const described = (description: string): Schema =>
  description.includes('`') ? { description: plain(description), markdownDescription: description } : { description };

const plain = (description: string): string => description.replaceAll('`', '');

const levels: Schema = {
  enum: LEVELS,
  enumDescriptions: LEVELS.map((level) => plain(LEVEL_MEANS[level])),
  markdownEnumDescriptions: LEVELS.map((level) => LEVEL_MEANS[level]),
};

/** What `definition` says, under another description; beside a `$ref` itself, nothing else counts. */
const like = (definition: string, description: string): Schema => ({
  allOf: [{ $ref: `#/definitions/${definition}` }],
  ...described(description),
});

const confidence = (description: string): Schema => ({ type: 'number', minimum: 0, maximum: 1, ...described(description) });

const oneOrMore = (item: Schema, more: Schema): Schema => ({ oneOf: [item, { type: 'array', items: item }], ...more });

const patterns = (description: string, examples: readonly unknown[] = []): Schema =>
  oneOrMore({ type: 'string', minLength: 1 }, { ...described(description), examples });

/** The schema of settings by rule: completion offers every code, group and `*`, and says what each is about. */
export function rulesSchema(facts: readonly RuleFacts[]): Schema {
  const known = new Map(facts.map((rule) => [rule.code, rule]));
  const properties = selectorsFor(facts.map(({ code }) => code)).map((selector) => {
    const rule = known.get(selector);
    const group = selector.replace(/\*$/, '');
    const description = rule
      ? `${rule.title}. ${rule.why} Unless configured, it is ${defaultLevel(rule)}.`
      : selector === '*'
        ? 'All rules; what is said of a group or a single rule counts more.'
        : `All rules whose codes start with ${group}; what is said of a single one counts more.`;
    return [selector, like('setting', description)] as const;
  });
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

/** The JSON schema of `.onrecord.json` for these rules. */
export function configurationSchema(facts: readonly RuleFacts[]): Schema {
  const packs = Object.entries(PACKS);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'On Record',
    description: 'How On Record checks the articles in this folder and those below it: in the editor, on the command line and in CI.',
    type: 'object',
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string', description: 'Where this schema is, for editors that ask.' },
      root: { type: 'boolean', ...described('Leave the configuration of the folders above unread.'), default: false },
      extends: oneOrMore(
        {
          anyOf: [
            { enum: packs.map(([name]) => name), enumDescriptions: packs.map(([, { title }]) => title) },
            { type: 'string', pattern: '/|\\.json$' },
          ],
        },
        {
          description: 'Style packs, and files that are read as if they stood here; later ones win, and this file wins over all of them.',
          examples: ['ap', ['ap', './house.json']],
        },
      ),
      rules: like(
        'rules',
        'How severe a rule is, or `off`. By its code, its group (`source/*`), or `*` for all; the most specific counts.',
      ),
      minimumConfidence: confidence('Findings of which their rule is less sure, from 0 to 1, are not reported.'),
      include: patterns(`Check only these files. ${PATTERNS}`, ['stories/']),
      exclude: patterns(`Don’t check these files. ${PATTERNS}`, [['*.draft.md', 'archive/']]),
      overrides: {
        type: 'array',
        description: 'What is different for some files; later ones win.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: patterns(`The files for which this holds. ${PATTERNS}`, ['opinion/']),
            rules: like('rules', 'How severe a rule is in these files, or `off`.'),
            minimumConfidence: confidence('As above, in these files.'),
          },
        },
      },
      sources: patterns(
        'Folders of transcripts and documents, inside the workspace: quotes and claims are held against them, and nothing is reported in them. `sources/` where nothing is said.',
        [['sources/']],
      ),
      formats: oneOrMore(
        { enum: ASKED_FORMATS },
        described(
          'Read files in these formats as articles too, in this folder and those below it. Text and Markdown files are read without.',
        ),
      ),
      baseline: {
        type: 'string',
        minLength: 1,
        ...described('A file of findings that are known and not reported; `onrecord check --write-baseline FILE` writes it.'),
        examples: ['.onrecord-baseline.json'],
      },
    },
    definitions: {
      rules: rulesSchema(facts),
      setting: {
        oneOf: [
          levels,
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              severity: { ...levels, ...described('How severe the rule is, or `off`.') },
              minimumConfidence: confidence('Findings of which the rule is less sure, from 0 to 1, are not reported.'),
            },
          },
        ],
      },
    },
  };
}
