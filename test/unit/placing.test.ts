import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlacedVerdict } from '../../server/src/annotations/verdicts';
import { type Article, analyse, withEvidence } from '../../server/src/article';
import { NO_EVIDENCE } from '../../server/src/evidence/evidence';
import type { Format } from '../../server/src/text/format';
import { loadGoldArticles } from '../fixtures/articles';

/** Paragraphs that mean something else beside others: what one of them is depends on those around it, or far away. */
const PARAGRAPHS = [
  '“We will not sell the ferry,” the council says',
  'By Nora Vance',
  '“We will not sell the ferry,” said the mayor, Ida Brekke. “It has run for ninety years.',
  '“And it will run for ninety more.”',
  '“Nobody has asked us.”',
  'What would you tell the young people of the island?',
  'A source said that the ferry had lost 40,000 crowns in March.',
  'The ferry lost 40,000 crowns in March.',
  'Rents in Carrow have doubled since 2019.',
  'The town clerk, Tom Hale, said that rents in Carrow had doubled since 2019.',
  'Tom Hale denied the claims.',
  'Ida Brekke rejected the report. It is false, the mayor said.',
  'The Clarion reported that according to two officials the harbour would close in June.',
  '## “It has run for ninety years”',
  'The pier, which cost 3 million, is [the longest](https://pier.example) in the country.',
  'The bridge is 112 years old.[1]',
  '> “We will not sell the ferry”',
  '- The school has 412 pupils, a spokesman said.',
  '“If it stops,” she added, “we starve. And nobody will',
  'Photo: Ida Brekke at the pier. “Nobody has asked us.”',
  '“Rents in Carrow have doubled since 2019.”',
  'He said the rents had doubled.',
];

/** Such paragraphs in a row, so that they mean it often. */
const ROWS = [
  ['“It has run for ninety years,” said the mayor, Ida Brekke. “And we', '“And the ferry lost 40,000 crowns in March.”', 'Photo: the pier at dawn.', '“Nobody pays for it.”'],
  ['The harbour has 12 berths,” said Tom Hale. “We need 20.”', '“Rents in Carrow have doubled since 2019.”', 'The town clerk, Tom Hale, said that rents in Carrow had doubled since 2019.'],
  ['What does the ferry cost?', '“The ferry lost 40,000 crowns in March.”', 'And who pays?', '“Nobody has asked us.”'],
  ['The town clerk, Tom Hale, said that rents had doubled since 2019.', 'Ida Brekke denied the claims.', 'The landlords also rejected the report.'],
  ['A source said that the ferry had lost 40,000 crowns in March.', 'Tom Hale came.', 'He said that rents in Carrow had doubled since 2019.'],
].map((row) => row.join('\n\n')); // biome-ignore format: one row a line

/** The paragraphs of our own articles; they are shorter than a real article's, and hold all kinds of quotes. */
const OWN = loadGoldArticles().flatMap(({ text }) => text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== ''));

const paragraph = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PARAGRAPHS) },
  { weight: 2, arbitrary: fc.constantFrom(...ROWS) },
  fc.constantFrom(...OWN),
);
const format: fc.Arbitrary<Format> = fc.constantFrom('plain', 'markdown');
const edit = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), paragraph }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'copy' as const, 'move' as const), at: fc.nat(), to: fc.nat() }),
  // What is typed inside a paragraph: letters, words that change what it is, marks that open and close.
  fc.record({
    kind: fc.constant('type' as const),
    at: fc.nat(),
    where: fc.nat(),
    typed: fc.constantFrom('e', ' ', '”', '“', '"', '?', '. ', ' not', ' said', ' Mr. Dahl', '[1]', '\n\n', '<!--', '\\'),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(), where: fc.nat(), count: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('judge' as const) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function edited(paragraphs: readonly string[], change: Edit): string[] {
  const now = [...paragraphs];
  if (change.kind === 'judge') return now;
  const i = change.at % Math.max(1, now.length);
  const one = now[i] ?? '';
  if (change.kind === 'insert') now.splice(i, 0, change.paragraph);
  else if (change.kind === 'remove') now.splice(i, 1);
  else if (change.kind === 'copy') now.splice(change.to % (now.length + 1), 0, one);
  else if (change.kind === 'move') {
    now.splice(i, 1);
    now.splice(change.to % (now.length + 1), 0, one);
  } else if ('where' in change) {
    const where = change.where % (one.length + 1);
    const [typed, count] = change.kind === 'type' ? [change.typed, 0] : ['', change.count];
    now[i] = one.slice(0, where) + typed + one.slice(where + count);
  }
  return now;
}

/** Verdicts on stretches of a text; places are shares of it. */
const verdicts = fc.array(
  fc.record({ from: fc.double({ min: 0, max: 0.95, noNaN: true }), length: fc.integer({ min: 3, max: 150 }), verdict: fc.constantFrom('verified', 'disputed', 'needs-source') }),
  { maxLength: 3 },
); // biome-ignore format: one record
const placedIn = (text: string, judged: typeof verdicts extends fc.Arbitrary<infer V> ? V : never): PlacedVerdict[] =>
  text.length === 0
    ? []
    : judged.map(({ from, length, verdict }, i): PlacedVerdict => {
        const start = Math.floor(from * text.length);
        return { span: [start, Math.min(text.length, start + length)], verdict: verdict as PlacedVerdict['verdict'], annotation: `n${i}`, by: null };
      }); // biome-ignore format: one record

describe('a version of an article', () => {
  test('equals a fresh analysis, whatever was taken over from the one before', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 2, maxLength: 9 }),
        format,
        fc.array(fc.tuple(edit, verdicts), { minLength: 1, maxLength: 5 }),
        (start, format, edits) => {
          let paragraphs = start.join('\n\n').split('\n\n');
          let article = analyse(paragraphs.join('\n\n'), { format });
          for (const [change, judged] of edits) {
            const text = edited(paragraphs, change).join('\n\n');
            paragraphs = text.split('\n\n');
            const options = { format, verdicts: placedIn(text, judged) };
            article = analyse(text, { ...options, previous: article });
            const fresh = analyse(text, options);
            expect(article).toEqual(fresh);
            expect(article.blocks.map(({ linked }) => linked)).toEqual(fresh.blocks.map(({ linked }) => linked));
          }
        },
      ),
    );
  });

  test('tells of each block in the article what the block tells of itself', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 9 }), format, (paragraphs, format) => {
        const article = analyse(paragraphs.join('\n\n'), { format });
        const told = article.blocks.flatMap(({ span: [offset], linked }) => linked.attributions.map(({ content }) => content.map(([start, end]) => [start + offset, end + offset])));
        expect(told).toEqual(article.attributions.map(({ content }) => content));
        const number = (id: string) => Number(id.slice(1)) - 1;
        const firsts = article.blocks.map((_, b) => article.attributions.filter(({ block }) => block < b).length);
        expect(article.blocks.flatMap(({ linked }, b) => linked.quotes.map(({ attribution }) => attribution === null ? null : attribution + (firsts[b] ?? 0)))).toEqual(
          article.quotes.map(({ attribution }) => attribution === null ? null : number(attribution)),
        );
        expect(article.blocks.flatMap(({ linked }, b) => linked.attributions.map(({ disputes }) => disputes.map((n) => n + (firsts[b] ?? 0))))).toEqual(
          article.attributions.map(({ disputes }) => disputes.map(number)),
        );
        expect(article.blocks.flatMap(({ linked }, b) => linked.claims.map(({ attributions }) => attributions.map((n) => n + (firsts[b] ?? 0))))).toEqual(
          article.claims.map(({ attributions }) => attributions.map(number)),
        );
      }),
    ); // biome-ignore format: one expectation a line
  });
});

const RENTS = 'The town clerk, Tom Hale, said that rents in Carrow had doubled since 2019.';
const TEXT = [
  'A town',
  'Rents in Carrow have doubled since 2019.',
  'The sea was calm.',
  RENTS,
  '“No,” said Ida Brekke, the mayor. “Never.”',
].join('\n\n');

/** The index of the block that holds some words. */
const blockOf = (article: Article, words: string): number => article.blocks.findIndex(({ analysis }) => analysis.text.includes(words));
const linkedOf = (article: Article, words: string) => article.blocks[blockOf(article, words)]?.linked;

describe('an edit', () => {
  const before = analyse(TEXT);

  test('leaves what comes before it the very same', () => {
    const after = analyse(TEXT.replace('“Never.”', '“Never again.”'), { previous: before });
    const last = blockOf(after, 'Never again');
    expect(after.blocks.slice(0, last)).toHaveLength(4);
    for (const [b, block] of after.blocks.slice(0, last).entries()) expect(block).toBe(before.blocks[b]);
    for (const [a, attribution] of after.attributions.entries()) {
      if (attribution.block < last) expect(attribution).toBe(before.attributions[a]);
    }
    expect(after.claims[0]).toBe(before.claims[0]);
    expect(after.sentences[0]).toBe(before.sentences[0]);
  });

  test('moves what comes after it, and leaves it linked as it was', () => {
    const after = analyse(TEXT.replace('The sea was calm.', 'The sea was calm that day.'), { previous: before });
    expect(linkedOf(after, RENTS)).toBe(linkedOf(before, RENTS));
    expect(linkedOf(after, 'Never')).toBe(linkedOf(before, 'Never'));
    expect(after.blocks.at(-1)?.span[0]).toBe((before.blocks.at(-1)?.span[0] ?? 0) + ' that day'.length);
  });

  test('numbers anew what comes after another attribution', () => {
    const after = analyse(TEXT.replace('The sea was calm.', 'The sea was calm, Nora Vance said.'), { previous: before });
    const [old] = before.attributions.filter(({ block }) => block === blockOf(before, 'Never'));
    const [now] = after.attributions.filter(({ block }) => block === blockOf(after, 'Never'));
    expect(Number(now?.id.slice(1))).toBe(Number(old?.id.slice(1)) + 1);
  });

  test('far away changes who stands behind a claim', () => {
    const support = (article: Article) => article.claims.find(({ span }) => span[0] === article.blocks[1]?.span[0])?.support;
    expect(support(before)).toBe('attributed');
    const without = analyse(TEXT.replace(RENTS, 'The town clerk, Tom Hale, said that it was late.'), { previous: before });
    expect(support(without)).toBe('none');
    expect(support(analyse(TEXT.replace('The town clerk, Tom Hale, said', 'A source said'), { previous: without }))).toBe('anonymous');
  });

  test('of nothing but a verdict changes the claim that it is on', () => {
    const claim = before.claims[0];
    const span = claim?.span ?? [0, 0];
    const judged = analyse(TEXT, { previous: before, verdicts: [{ span, verdict: 'verified', annotation: 'n1', by: null }] });
    expect(judged.claims[0]?.support).toBe('verified');
    expect(judged.claims[1]).toBe(before.claims[1]);
    expect(analyse(TEXT, { previous: judged }).claims).toEqual(before.claims);
  });

  test('of an address in Markdown changes nothing that is read, and what is cited', () => {
    const cited = 'Rents in Carrow have [doubled](https://rents.example) since 2019.';
    const linked = analyse(cited, { format: 'markdown' });
    expect(linked.claims[0]?.support).toBe('cited');
    const plain = cited.replace('](https://rents.example)', '] (https-rents-examples)');
    expect(analyse(plain, { format: 'markdown', previous: linked })).toEqual(analyse(plain, { format: 'markdown' }));
  });

  test('below a speech lets it go on, and takes that back', () => {
    const speech = 'The mayor, Ida Brekke, said: “It has run for ninety years.”';
    const contents = (article: Article) => article.attributions.map(({ content }) => content.length);
    const short = analyse(`${speech}\n\nThe end.`);
    const long = analyse(`${speech}\n\n“Nobody has asked us.”\n\nThe end.`, { previous: short });
    expect([contents(short), contents(long)]).toEqual([[1], [2]]);
    expect(contents(analyse(`${speech}\n\nThe end.`, { previous: long }))).toEqual([1]);
  });

  test('above a denial changes what it denies', () => {
    const denial = 'The sea was calm.\n\nIda Brekke denied the claims.';
    const denied = (article: Article) => article.attributions.at(-1)?.disputes;
    const versions = [RENTS, 'It was late.', RENTS].map((first) => `${first}\n\n${denial}`);
    let article: Article | undefined;
    const found = versions.map((text) => {
      article = analyse(text, { previous: article });
      return denied(article);
    });
    expect(found).toEqual([['a1'], [], ['a1']]);
  });

  test('of words that are no more than a comment changes what a sentence is like', () => {
    const rents = (comment: string) => `Rents in Carrow <!-- ${comment} -->have doubled since 2019.\n\n${RENTS}`;
    const other = analyse(rents('alpha bravo gamma delta kappa'), { format: 'markdown' });
    expect(other.claims[0]?.attributions).toEqual([]);
    const same = analyse(rents('rents rents rents rents rents'), { format: 'markdown', previous: other });
    expect(same.blocks[0]?.analysis).toBe(other.blocks[0]?.analysis);
    expect(same.claims[0]?.attributions).toEqual(['a1']);
  });

  test('may bring more new words than an article has, again and again', () => {
    let article: Article | undefined;
    for (let version = 0; version < 8; version++) {
      const words = Array.from({ length: 400 }, (_, i) => `v${version}x${i}`).join(' ');
      const others = `Ida Brekke said that there were ${words}.\n\nTom Hale, the clerk, said on day ${version} that rents in Carrow had doubled since 2019.`;
      const text = `Rents in Carrow have doubled since 2019.\n\n${'The sea was calm. '.repeat(5)}\n\n${others}`;
      article = analyse(text, { previous: article });
      expect(article.claims[0]?.attributions).toEqual([article.attributions.at(-1)?.id]);
      expect(article).toEqual(analyse(text));
    }
  });

  test('cites by a mark that stands far behind the sentence', () => {
    const far = `Rents in Carrow have doubled since 2019.${' '.repeat(80)}`;
    const before = analyse(`${far}\n\nThe end.`, { format: 'markdown' });
    const after = analyse(`${far}[^1]\n\nThe end.`, { format: 'markdown', previous: before });
    expect(after.blocks[0]?.analysis).toBe(before.blocks[0]?.analysis);
    expect([before, after].map(({ claims }) => claims[0]?.support)).toEqual(['none', 'cited']);
  });

  test('may follow on a version that documents were read beside', () => {
    const after = analyse(`${TEXT}\n\nThe end.`, { previous: withEvidence(before, NO_EVIDENCE) });
    expect(linkedOf(after, RENTS)).toBe(linkedOf(before, RENTS));
  });

  test('leaves two copies of one paragraph apart', () => {
    const bare = '“Nobody has asked us.”';
    const twice = [bare, 'Ida Brekke said: “We wait.”', bare].join('\n\n');
    const article = analyse(twice.replace('wait', 'waited'), { previous: analyse(twice) });
    expect(article.blocks[0]?.analysis).toBe(article.blocks[2]?.analysis);
    expect(article.quotes.map(({ attribution }) => attribution !== null)).toEqual([false, true, true]);
  });
});
