import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, analyse } from '../../../server/src/article';
import { type Abilities, PLAINEST } from '../../../server/src/features/abilities';
import {
  ALL_LENSES,
  codeLens,
  findLenses,
  GO_TO_NEXT,
  isLensData,
  type Lens,
  type LensKinds,
  resolveCodeLens,
  SHOW_REFERENCES,
} from '../../../server/src/features/code-lenses';
import { Lines } from '../../../server/src/features/lines';
import { check } from '../../../server/src/rules';
import { anyArticle } from './any-article';

const lensesOf = (article: Article, kinds: LensKinds = ALL_LENSES): Lens[] =>
  findLenses(article, { kinds, findings: check(article), minimumConfidence: 0.5 });

/** The lenses as lines over the paragraphs that they stand over. */
function shown(text: string, kinds?: LensKinds): string[] {
  return lensesOf(analyse(text), kinds).map(({ title, span: [start] }) => `${title} / ${text.slice(start, start + 12)}`);
}

const TALKS = `Talks on the bridge go on

Ana Ruiz, the mayor of Port Ellery, came back on Monday. “We have a bridge,” Ruiz said.

“Nobody won tonight,” Ruiz told reporters. A source said that the harbour would close.

The repair has cost the town more than 3 million crowns since 2019.

“It is old,” said Peter Dahl, the harbour master.
`;

describe('the lens over the article', () => {
  test('counts quotes, unnamed sources and claims that need a source', () => {
    expect(shown(TALKS, { article: true, speakers: false })).toEqual([
      '3 quotes / Talks on the',
      '1 unnamed source / Talks on the',
      '1 claim needs a source / Talks on the',
    ]);
  });

  test('says nothing of what there is none of', () => {
    expect(shown('The tram will run on Monday.\n\nIt is blue.')).toEqual([]);
    expect(shown('')).toEqual([]);
  });

  test('counts the claims that are reported, and no others', () => {
    const lenses = findLenses(analyse(TALKS), { kinds: ALL_LENSES, findings: [], minimumConfidence: 0.5 });
    expect(lenses.map(({ key }) => key)).not.toContain('unsourced');
  });
});

describe('the lens over a speaker', () => {
  test('stands over the paragraph that first names who is quoted twice or more, and over no other', () => {
    expect(shown(TALKS, { article: false, speakers: true })).toEqual(['Ruiz: 2 quotes / Ana Ruiz, th']);
  });

  test('takes a speech over several paragraphs for one quote', () => {
    const text = `Ana Ruiz, the mayor, spoke. “We have waited for years,” Ruiz said. “And we waited for the boat.

“And the boat came, and nobody was there to meet it.”`;
    expect(shown(text, { article: false, speakers: true })).toEqual([]);
  });

  test('says through whom the words came', () => {
    const article = analyse(TALKS);
    const ruiz = article.entities.find(({ name }) => name === 'Ana Ruiz');
    const [first, second, ...others] = article.attributions.filter(({ speaker }) => speaker === ruiz?.id);
    if (!ruiz || !first || !second) throw new Error('Ruiz speaks twice');
    const relayed: Article = {
      ...article,
      entities: [...article.entities, { ...ruiz, id: 'e9', name: 'RT', kind: 'organization', mentions: [] }],
      attributions: [first, { ...second, via: 'a9' }, ...others, { ...second, id: 'a9', speaker: 'e9', content: [] }],
    };
    expect(lensesOf(relayed, { article: false, speakers: true }).map(({ title }) => title)).toEqual(['Ruiz: 2 quotes, 1 via RT']);
  });
});

describe('a lens', () => {
  const article = analyse(TALKS);
  const lines = new Lines(TALKS);
  const lenses = lensesOf(article);
  const resolved = (key: string, able: Abilities) => {
    const lens = lenses.find((other) => other.key === key);
    if (!lens) throw new Error(`no ${key}`);
    return resolveCodeLens(lenses, codeLens(lens, 'file:///a', lines), { uri: 'file:///a', key }, lines, able).command;
  };

  test('runs the client’s command where it has it', () => {
    const able = { ...PLAINEST, commands: new Set([SHOW_REFERENCES, GO_TO_NEXT]) };
    expect(resolved('unsourced', able)).toMatchObject({
      command: GO_TO_NEXT,
      arguments: ['file:///a', { line: 0, character: 0 }, [{ uri: 'file:///a', range: { start: { line: 6, character: 0 } } }]],
    });
    expect(resolved('Ana Ruiz', able)?.command).toBe(SHOW_REFERENCES);
  });

  test('is a line to read where it has none', () => {
    expect(resolved('quotes', PLAINEST)).toEqual({ title: '3 quotes', command: '' });
  });

  test('says nothing where what it counted is gone', () => {
    const [lens] = lenses;
    if (!lens) throw new Error('a lens');
    const listed = codeLens(lens, 'file:///a', lines);
    expect(resolveCodeLens([], listed, { uri: 'file:///a', key: 'quotes' }, lines, PLAINEST).command).toEqual({ title: '', command: '' });
    expect(isLensData(listed.data)).toBe(true);
    for (const data of [null, 3, {}, { uri: 'a' }, { uri: 'a', key: 1 }]) expect(isLensData(data)).toBe(false);
  });

  test('lies inside the text, in order, for any text', () => {
    fc.assert(
      fc.property(anyArticle, (text) => {
        const found = lensesOf(analyse(text));
        const starts = found.map(({ span }) => span[0]);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (const { span, places } of found) {
          for (const [start, end] of [span, ...places]) expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
      }),
    );
  });
});
