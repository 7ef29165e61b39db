import { defaultLevel, PACK_NAMES, packLayer } from '../../server/src/rules/packs';
import type { Example, Rule, RuleFacts } from '../../server/src/rules/rule';

/** Where a rule's page lies, under docs/rules/. */
export const pageOf = (code: string): string => `${code}.md`;

/** The page of one rule, written from its facts. */
export function rulePage({ facts }: Rule): string {
  const { code, title, why, severity, optional, sources, examples } = facts;
  return `${[
    `<!-- Written from the rule's facts by npm run docs. Change those, not this. -->\n`,
    `# ${title}\n`,
    `\`${code}\` · ${optional ? `off unless a configuration or a style pack asks for it, then **${severity}**` : `reported as **${severity}** unless configured otherwise`}${packs(facts)}\n`,
    `${why}\n`,
    ...(sources.length > 0 ? ['## What style guides say, in our words\n', `${sources.map(source).join('\n')}\n`] : []),
    ...(examples.bad.length > 0 ? ['## Reported\n', ...examples.bad.map(example)] : []),
    ...(examples.good.length > 0 ? ['## Not reported\n', ...examples.good.map(example)] : []),
    '## To switch it off or on\n',
    `In \`.onrecord.json\`:\n\n\`\`\`json\n{ "rules": { "${code}": "off" } }\n\`\`\`\n`,
    `At one place, with a reason:\n\n\`\`\`markdown\n<!-- onrecord-disable-next-line ${code} -- say why -->\n\`\`\`\n`,
    '[All rules](../README.md)',
  ].join('\n')}\n`;
}

/** The list of all rules. */
export function rulesPage(rules: readonly Rule[]): string {
  const groups = [...new Set(rules.map(({ facts }) => facts.code.split('/')[0] ?? ''))];
  const lists = groups.map((group) => {
    const rows = rules.filter(({ facts }) => facts.code.startsWith(`${group}/`));
    return `## ${group}\n\n| rule | what it reports | severity |\n| --- | --- | --- |\n${rows
      .map(({ facts }) => `| [\`${facts.code}\`](${pageOf(facts.code)}) | ${facts.title} | ${defaultLevel(facts)} |`)
      .join('\n')}\n`;
  });
  return `<!-- Written from the rules' facts by npm run docs. Change those, not this. -->\n\n# Rules\n\n${lists.join('\n')}`;
}

function packs(facts: RuleFacts): string {
  const named = PACK_NAMES.filter((pack) => pack !== 'default').flatMap((pack) => {
    const level = packLayer(pack, [facts]).rules.get(facts.code)?.level;
    return level === undefined || level === defaultLevel(facts) ? [] : [`${level} in \`${pack}\``];
  });
  return named.length === 0 ? '' : `; ${named.join(', ')}`;
}

const source = ({ guide, says, url }: RuleFacts['sources'][number]): string =>
  `- ${url === undefined ? guide : `[${guide}](${url})`}: ${says}`;

/** An article in a fence longer than any run of backticks in it, and the documents beside it. */
function example(given: Example): string {
  if (typeof given === 'string') return fenced(given);
  return [
    fenced(given.article),
    ...Object.entries(given.sources).map(([name, source]) => `with \`sources/${name}\`:\n\n${fenced(source)}`),
  ].join('\n');
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}\n`;
}
