import { RULES } from '../../server/src/rules';
import { LEVELS } from '../../server/src/rules/configuration/levels';
import { configurationSchema } from '../../server/src/rules/configuration/schema';
import { pageOf, rulePage, rulesPage } from './rule-page';

/** A file that is written from the rules’ facts: its path, and its text when it is up to date. */
export interface Generated {
  readonly path: string;
  /** Makes the text; `before` is what the file holds now. */
  readonly text: (before: string) => string;
}

const facts = RULES.map((rule) => rule.facts);

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The files that are written from the rules' facts. */
export const GENERATED: readonly Generated[] = [
  { path: 'docs/onrecord.schema.json', text: () => json(configurationSchema(facts)) },
  { path: 'package.json', text: withRulesSetting },
  { path: 'docs/rules/README.md', text: () => rulesPage(RULES) },
  ...RULES.map((rule): Generated => ({ path: `docs/rules/${pageOf(rule.facts.code)}`, text: () => rulePage(rule) })),
];

/** The extension's manifest with the setting by which a person overrides severities: a table of the rules in the settings editor. */
function withRulesSetting(before: string): string {
  const manifest = JSON.parse(before);
  manifest.contributes.configuration.properties['onrecord.rules'] = {
    type: 'object',
    scope: 'resource',
    order: 4,
    default: {},
    additionalProperties: false,
    markdownDescription:
      'How severe rules are for you, whatever `.onrecord.json` says: by a rule’s code, by a group (`source/*`), or `*` for all. What a newsroom agrees on belongs into `.onrecord.json`, which the command line and your colleagues heed, too.',
    properties: Object.fromEntries([
      ...facts.map(({ code, title }) => [code, { type: 'string', enum: LEVELS, description: title }]),
      ...[...new Set(facts.map(({ code }) => `${code.split('/')[0]}/*`)), '*'].map((selector) => [
        selector,
        { type: 'string', enum: LEVELS },
      ]),
    ]),
  };
  return json(manifest);
}
