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
  { path: 'package.nls.json', text: withRuleTitles },
  { path: 'docs/rules/README.md', text: () => rulesPage(RULES) },
  ...RULES.map((rule): Generated => ({ path: `docs/rules/${pageOf(rule.facts.code)}`, text: () => rulePage(rule) })),
];

/** The extension's manifest with the setting by which a person overrides severities: a table of the rules in the settings editor. */
function withRulesSetting(before: string): string {
  const manifest = JSON.parse(before);
  const group = manifest.contributes.configuration.find(({ id }: { id: string }) => id === 'onrecord.rules');
  group.properties['onrecord.rules'] = {
    type: 'object',
    scope: 'resource',
    order: 4,
    default: {},
    additionalProperties: false,
    markdownDescription: '%rules%',
    properties: Object.fromEntries([
      ...facts.map(({ code }) => [code, { type: 'string', enum: LEVELS, description: `%rule.${code}%` }]),
      ...[...new Set(facts.map(({ code }) => `${code.split('/')[0]}/*`)), '*'].map((selector) => [
        selector,
        { type: 'string', enum: LEVELS },
      ]),
    ]),
  };
  return json(manifest);
}

/** What people read of the extension's manifest, with the rules' titles; package.nls.de.json has them in German. */
function withRuleTitles(before: string): string {
  const texts: Record<string, string> = JSON.parse(before);
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('rule.'));
  const at = others.findIndex(([key]) => key === 'rules') + 1;
  const titles = facts.map(({ code, title }): [string, string] => [`rule.${code}`, title]);
  return json(Object.fromEntries([...others.slice(0, at), ...titles, ...others.slice(at)]));
}
