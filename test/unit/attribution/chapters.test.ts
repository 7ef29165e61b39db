import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../server/src/article';
import { cutChapters } from '../../../server/src/attribution/chapters';
import { type PlacedBlock, resolveSpeakers, type Speakers } from '../../../server/src/attribution/speakers';
import { analyseBlock, type BlockAnalysis } from '../../../server/src/block';
import { chance } from '../../bench/texts';
import { loadGoldArticles } from '../../fixtures/articles';

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 30) };

/** How many tokens an article may have and be one chapter. */
const LONG = 15_000;

describe('the chapters of an article', () => {
  /** Their sizes, where the blocks have these. `fitness`: how well one may begin with block `b`. */
  function sizesOf(sizes: readonly number[], fitness: (b: number) => number = () => 0): number[] {
    const starts = cutChapters(
      Int32Array.from(sizes),
      Int32Array.from(sizes, (_, b) => fitness(b)),
    );
    return starts.map((start, c) => sizes.slice(start, starts[c + 1]).reduce((sum, size) => sum + size, 0));
  }
  const blocks = (count: number, size = 50): number[] => new Array<number>(count).fill(size);

  it('are one up to the length of the longest news', () => {
    expect(sizesOf(blocks(LONG / 50))).toEqual([LONG]);
    expect(sizesOf([...blocks(LONG / 50), 1]).length).toBeGreaterThan(1);
    expect(sizesOf([])).toEqual([0]);
  });

  it('begin where one may best, be that early or late', () => {
    expect(sizesOf(blocks(400), (b) => (b === 90 || b === 240 ? 9 : b % 7)).slice(0, 2)).toEqual([90 * 50, 150 * 50]);
  });

  it('end after a block that is longer than any of them', () => {
    expect(sizesOf([100, 40_000, ...blocks(300)])[0]).toBe(40_100);
  });

  it('are of a middling size, and all there is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 90, maxLength: 400 }), fc.nat(), (sizes, seed) => {
        const chapters = sizesOf(sizes, (b) => Math.imul(b ^ seed, 0x9e3779b1) >>> 16);
        const total = sizes.reduce((sum, size) => sum + size, 0);
        expect(chapters.reduce((sum, size) => sum + size, 0)).toBe(total);
        if (total <= LONG) expect(chapters).toHaveLength(1);
        else for (const size of chapters.slice(0, -1)) expect(4_000 <= size && size <= 8_400).toBe(true);
        if (total > LONG) expect(chapters.at(-1)).toBeLessThanOrEqual(10_000);
      }),
      runs,
    );
  });

  it('come again soon after an edit', () => {
    let kept = 0;
    let all = 0;
    for (let seed = 0; seed < 100; seed++) {
      const random = chance(seed);
      const list = blocks(1500).map(() => ({ size: Math.floor(random() * 90), fitness: Math.floor(random() * 60_000) }));
      const startsOf = (those: typeof list) =>
        cutChapters(
          Int32Array.from(those, ({ size }) => size),
          Int32Array.from(those, ({ fitness }) => fitness),
        );
      const before = startsOf(list).slice(1);
      const after = new Set(startsOf([{ size: 40, fitness: 0 }, ...list]).map((start) => start - 1));
      kept += before.filter((start) => after.has(start)).length;
      all += before.length;
    }
    expect(kept / all).toBeGreaterThan(0.95);
  });
});

describe('the speakers of an article of several chapters', () => {
  const pool: readonly BlockAnalysis[] = loadGoldArticles().flatMap(({ text, format }) =>
    analyse(text, { format }).blocks.map(({ analysis }) => analyseBlock(analysis.text, analysis.kind, null)),
  );

  /** One block after the other with so many characters between them. */
  function place(analyses: readonly BlockAnalysis[], gaps: readonly number[] = []): PlacedBlock[] {
    let offset = 0;
    return analyses.map((analysis, b) => {
      const placed = { ...analysis, offset };
      offset += analysis.text.length + (gaps[b] ?? 2);
      return placed;
    });
  }

  /** Blocks of the pool by chance, of about so many tokens. */
  function drawn(tokens: number, seed: number): BlockAnalysis[] {
    const analyses: BlockAnalysis[] = [];
    const random = chance(seed);
    for (let size = 0; size < tokens; ) {
      const analysis = pool[Math.floor(random() * pool.length)];
      if (!analysis) break;
      analyses.push(analysis);
      size += analysis.tokens.length;
    }
    return analyses;
  }

  const words = fc.constantFrom('Ana Ruiz', 'she', ' said', 'e', '', 'Mr Hale', ' and ', 'the council', '“', ', a source said,');
  const at = fc.nat();
  const edit = fc.oneof(
    { weight: 5, arbitrary: fc.record({ how: fc.constant('word' as const), at, inside: fc.nat(), remove: fc.nat(8), words }) },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('lose' as const), at, count: fc.integer({ min: 1, max: 120 }) }) },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('copy' as const), at, from: at, count: fc.integer({ min: 1, max: 120 }) }) },
    { weight: 1, arbitrary: fc.record({ how: fc.constant('gap' as const), at, size: fc.integer({ min: 1, max: 5 }) }) },
  );
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

  function edited(analyses: readonly BlockAnalysis[], gaps: number[], edit: Edit): BlockAnalysis[] {
    const b = edit.at % Math.max(1, analyses.length);
    const known = analyses[b];
    if (edit.how === 'lose') return analyses.toSpliced(b, edit.count);
    if (edit.how === 'copy') return analyses.toSpliced(b, 0, ...analyses.slice(edit.from % analyses.length).slice(0, edit.count));
    if (edit.how === 'gap') gaps[b] = edit.size;
    if (edit.how === 'gap' || !known) return [...analyses];
    const from = edit.inside % (known.text.length + 1);
    const text = known.text.slice(0, from) + edit.words + known.text.slice(from + edit.remove);
    return analyses.with(b, analyseBlock(text, known.kind, null));
  }

  it('are after any edits what they are afresh', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 13_000, max: 24_000 }), fc.array(edit, { maxLength: 8 }), (seed, tokens, edits) => {
        let analyses = drawn(tokens, seed);
        const gaps: number[] = [];
        let { entities } = resolveSpeakers(place(analyses));
        for (const change of edits) {
          analyses = edited(analyses, gaps, change);
          const blocks = place(analyses, gaps);
          const after = resolveSpeakers(blocks, entities);
          expect(after).toEqual(resolveSpeakers(blocks));
          entities = after.entities;
        }
      }),
      runs,
    );
  });

  /** The speakers before and after block `b` begins with another word. */
  function afterWord(analyses: readonly BlockAnalysis[], b: number, word: string): [Speakers, Speakers, PlacedBlock[]] {
    const before = resolveSpeakers(place(analyses));
    const known = analyses[b];
    if (!known) throw new RangeError('no such block');
    const blocks = place(analyses.with(b, analyseBlock(`${word} ${known.text}`, known.kind, null)));
    return [before, resolveSpeakers(blocks, before.entities), blocks];
  }

  it('are the same objects where an edit has changed and moved nothing of them', () => {
    const analyses = drawn(30_000, 1);
    const b = Math.floor(analyses.length / 2);
    const [before, after, blocks] = afterWord(analyses, b, 'meanwhile');
    const edge = blocks[b]?.offset ?? 0;
    const untouched = before.entities.filter(({ mentions }) => mentions.every(([, end]) => end < edge));
    const kept = new Set(after.entities);
    expect(untouched.length).toBeGreaterThan(20);
    expect(untouched.filter((entity) => !kept.has(entity))).toEqual([]);
    expect(after.choices).toBe(before.choices);
  });

  it('keep their objects in the chapters that an edit has not changed', () => {
    const analyses = drawn(30_000, 2);
    const b = Math.floor(analyses.length / 2);
    const [before, after] = afterWord(analyses, b, '“No,” said Ana Ruiz.');
    const same = after.choices.map((list, i) => list === before.choices[i]);
    expect(same[b]).toBe(false);
    expect(same.filter(Boolean).length).toBeGreaterThan(same.length / 2);
  });
});
