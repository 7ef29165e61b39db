import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const pages = globSync(['*.md', 'docs/**/*.md', 'examples/README.md', 'test/**/README.md'], { cwd: root.pathname }).sort();

/** The addresses of a page's links, outside code. */
function linksOf(page: string): string[] {
  const prose = readFileSync(new URL(page, root), 'utf8')
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].map(([, address = '']) => address);
}

describe('the pages', () => {
  test('are found', () => {
    expect(pages).toContain('README.md');
    expect(pages).toContain('docs/architecture.md');
  });

  test.each(pages)('%s links to files that are there', (page) => {
    const local = linksOf(page).filter((address) => !/^(?:[a-z]+:|#)/.test(address));
    const missing = local.filter((address) => !existsSync(new URL(address.replace(/#.*$/, ''), new URL(page, root))));
    expect(missing).toEqual([]);
  });

  test.each(pages)('%s says nothing of the machine that it was written on', (page) => {
    expect(readFileSync(new URL(page, root), 'utf8')).not.toMatch(/\/work\/|\/tmp\/|\/root\/|localhost:\d/);
  });
});

describe('the README', () => {
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

  test('has every setting that a person may want, with its default', () => {
    const settings: Record<string, { default?: unknown; markdownDeprecationMessage?: string }> = Object.assign(
      {},
      ...manifest.contributes.configuration.map(({ properties }: { properties: object }) => properties),
    );
    for (const [name, { default: value, markdownDeprecationMessage: old }] of Object.entries(settings)) {
      if (name.startsWith('onrecord.trace') || old !== undefined) continue;
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``));
      expect(row, name).toBeDefined();
      if (typeof value !== 'object') expect(row).toContain(`| \`${value}\` |`);
    }
  });

  test('names only scripts that there are', () => {
    const named = [...readme.matchAll(/npm (?:run )?(start|test|[a-z]+:?[a-z]*)(?=\s|`)/g)].map(([, script = '']) => script);
    for (const script of named.filter((name) => name !== 'ci' && name !== 'registry')) expect(manifest.scripts).toHaveProperty(script);
  });
});
