import { describe, expect, test } from 'vitest';
import { claimNodes, type Filter, type Node, speakerNodes } from '../../../client/src/sources/nodes';
import { english } from '../../../server/src/report/say';
import { createService } from '../../../server/src/service';

const service = createService();
const HARBOUR = `Harbour dues to rise by a third

“We have put it off for nine winters,” said Mayor Ida Brekke. She said that the quay was sinking.

A senior official in the harbour office who asked not to be named said that the dues would rise again in May.

The dam will close in June, the Clarion reported, citing two officials.

The town has lost more boats than any other on the coast since 2019.

“Somebody will pay.”
`;
const ALL: Filter = { unnamedOnly: false, needsSourceOnly: false, text: '' };
const sources = service.sources(service.analyse(HARBOUR));
const speakers = (filter: Partial<Filter> = {}) => speakerNodes(sources, { ...ALL, ...filter }, english);
const claims = (filter: Partial<Filter> = {}) => claimNodes(sources, { ...ALL, ...filter }, english);
const row = (nodes: readonly Node[], label: string) => nodes.find((node) => node.label.includes(label));

/** Rows as lines, those below indented. */
const drawn = (nodes: readonly Node[], indent = ''): string[] =>
  nodes.flatMap(({ icon, label, description, children }) => [
    `${indent}${icon} | ${label} | ${description}`,
    ...drawn(children, `${indent}  `),
  ]);

describe('the rows of the speakers', () => {
  test('show name, role and words, and below what each said', () => {
    expect(drawn([row(speakers(), 'A senior')].flatMap((node) => node ?? []))).toEqual([
      'question | A senior official in… | unnamed · 8 words',
      '  comment | that the dues would rise again in May | reported',
    ]);
    expect(drawn([row(speakers(), 'Brekke')].flatMap((node) => node ?? []))).toEqual([
      'person | Ida Brekke | Mayor · 13 words',
      '  quote | “We have put it off for nine winters,” | claim',
      '  comment | that the quay was sinking | reported',
    ]);
  });

  test('mark the unnamed by another icon and by a word, not by colour alone', () => {
    for (const node of speakers()) {
      if (node.context !== 'speaker.unnamed') continue;
      expect(node.icon).toBe('question');
      expect(node.description).toMatch(/^unnamed/);
      expect(node.spoken).toMatch(/, unnamed,/);
    }
  });

  test('say through whom something came', () => {
    expect(row(speakers(), 'two officials')?.children[0]?.description).toContain('via ');
    expect(row(speakers(), 'Clarion')?.description).toBe('passes on 6 words');
  });

  test('end with what nobody is named for', () => {
    expect(drawn(speakers()).slice(-2)).toEqual(['warning | Without a speaker | 1', '  quote | “Somebody will pay.” | ']);
  });

  test('read well aloud, with the line', () => {
    const brekke = row(speakers(), 'Brekke');
    expect(brekke?.spoken).toBe('Ida Brekke, Mayor, person, 13 words, speaks 2 times');
    expect(brekke?.children[0]?.spoken).toBe('Quote, “We have put it off for nine winters,”, claim: Somebody stands behind it, line 3');
  });

  test('lead to the words, and are led to from them', () => {
    const quote = row(speakers(), 'Brekke')?.children[0];
    expect(quote?.place).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 38 } });
    expect(quote?.stretches).toContainEqual(quote?.place);
  });
});

describe('the rows of the claims', () => {
  test('come by support, what needs a source first and folded out', () => {
    const [first, ...others] = claims();
    expect(first).toMatchObject({ label: 'Needs a source', icon: 'warning', description: '1', open: true });
    expect(first?.children[0]).toMatchObject({
      label: expect.stringMatching(/^The town has lost/),
      spoken: expect.stringMatching(/^Claim: Needs a source, The town .*, line 9$/),
    });
    expect(others.every(({ open }) => !open)).toBe(true);
  });

  test('tick what has been verified', () => {
    const verified = {
      ...sources,
      claims: sources.claims.map((claim) => ({ ...claim, support: 'verified' as const, needsSource: false })),
    };
    const [group] = claimNodes(verified, ALL, english);
    expect(group).toMatchObject({ label: 'Verified', icon: 'pass-filled' });
    expect(group?.children[0]?.icon).toBe('pass-filled');
    const rows = speakerNodes(verified, ALL, english).flatMap(({ children }) => children);
    expect(rows.filter(({ description }) => description.includes('✓ verified')).length).toBeGreaterThan(0);
  });
});

describe('a filter', () => {
  test('keeps the unnamed', () => {
    expect(speakers({ unnamedOnly: true }).map(({ context }) => context)).toEqual(['speaker.unnamed', 'speaker.unnamed', 'unclear']);
  });

  test('keeps claims that need a source', () => {
    expect(claims({ needsSourceOnly: true }).map(({ label }) => label)).toEqual(['Needs a source']);
  });

  test('finds words in names, roles and quotes, in capitals or not', () => {
    expect(speakers({ text: 'BREKKE' }).map(({ label }) => label)).toEqual(['Ida Brekke']);
    expect(speakers({ text: 'mayor' })[0]?.children).toHaveLength(2);
    expect(speakers({ text: 'quay' })[0]?.children.map(({ label }) => label)).toEqual(['that the quay was sinking']);
    expect(claims({ text: 'boats' }).flatMap(({ children }) => children)).toHaveLength(1);
    expect([...speakers({ text: 'zebra' }), ...claims({ text: 'zebra' })]).toEqual([]);
  });
});

test('what an article holds stays words', () => {
  const hostile = service.sources(service.analyse('Row\n\n“$(zap) [x](command:evil) {0} <img src=x>,” said Ida “$(bug)” Brekke.\n\nMore.'));
  const labels = drawn(speakerNodes(hostile, ALL, english)).join('\n');
  expect(labels).toContain('$(zap) [x](command:evil) {0} <img src=x>');
});
