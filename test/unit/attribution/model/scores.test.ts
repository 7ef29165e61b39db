import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewCue } from '../../../../server/src/attribution/model/cue-view';
import { markPassage, reachOf, runsOf } from '../../../../server/src/attribution/model/extract';
import { grammarOf } from '../../../../server/src/attribution/model/grammar';
import { LABELS } from '../../../../server/src/attribution/model/labels';
import { type Passage, type Run, readPassage } from '../../../../server/src/attribution/model/passage';
import { ScoreTable, type StageTable, SUMS } from '../../../../server/src/attribution/model/score-table';
import { STAGE_ONE_FEATURES, stageOneFeatures } from '../../../../server/src/attribution/model/stage-one';
import { StageOneScores } from '../../../../server/src/attribution/model/stage-one-scores';
import { STAGE_TWO_FEATURES, stageTwoFeatures } from '../../../../server/src/attribution/model/stage-two';
import { StageTwoScores } from '../../../../server/src/attribution/model/stage-two-scores';
import { readWeights } from '../../../../server/src/attribution/model/weights';
import { findQuotes } from '../../../../server/src/attribution/quotes';
import { lexicon, shapesOf } from '../../../../server/src/language/lexicon-of-news';
import { tagTokens } from '../../../../server/src/language/tagger';
import bytes from '../../../../server/src/model/attribution.bin';
import { splitSentences } from '../../../../server/src/text/sentences';
import { tokenize } from '../../../../server/src/text/tokens';

const stored = readWeights(bytes);
const grammar = grammarOf(lexicon());
// The same for all cases: what was met before must not matter.
const one = new StageOneScores(stored.stageOne);
const two = new StageTwoScores(stored.stageTwo);

function passageOf(text: string): Passage {
  const tokens = tokenize(text);
  const source = {
    tokens,
    tags: tagTokens(tokens),
    sentences: splitSentences(tokens),
    quotes: findQuotes(tokens, 'paragraph', null).quotes,
  };
  return readPassage(source, shapesOf(tokens), lexicon(), grammar.that);
}

/** The scores by definition: every feature written out and looked up by itself. */
function plain(table: StageTable, room: number, from: number, to: number, features: (i: number, out: Int32Array) => number): number[] {
  const scores = new ScoreTable(table);
  const out = new Int32Array(room);
  const all: number[] = [];
  for (let i = from; i < to; i++) {
    const sums = new Int32Array(SUMS);
    const count = features(i, out);
    scores.addEach(out, count, 0, 1, sums);
    all.push(...scores.scores(sums, 0, 1, count));
  }
  return all;
}

/** Checks both stages on a text; returns around how many cues. */
function check(text: string): number {
  const passage = passageOf(text);
  const { length } = passage;
  expect([...one.scores(passage)]).toEqual(
    plain(stored.stageOne, STAGE_ONE_FEATURES, 0, length, (i, out) => stageOneFeatures(passage, i, out)),
  );
  const marked = markPassage(passage, { stageOne: one, cueBias: 2 });
  // Any tokens may be the cue: the first, the last, several.
  const cues: Run[] = [
    ...runsOf(marked.labels, 2).slice(0, 3),
    ...(length > 2
      ? ([
          [0, 1],
          [length - 1, length],
          [1, 3],
        ] as const)
      : []),
  ];
  for (const cue of cues) {
    const view = viewCue(passage, cue, marked, grammar);
    const [from, to] = reachOf(passage, cue);
    const scores = two.scores(view, from, to);
    expect(scores).toHaveLength((to - from) * LABELS);
    expect([...scores]).toEqual(plain(stored.stageTwo, STAGE_TWO_FEATURES, from, to, (i, out) => stageTwoFeatures(view, i, out)));
  }
  return cues.length;
}

describe('scores by groups of features, remembered', () => {
  it('are those of the features looked up one by one, in our own articles', () => {
    const folder = 'test/fixtures/articles';
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:article|md|txt)$/.test(file));
    const paragraphs = texts.flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split(/\n+/)).filter((text) => text.length > 60);
    let cues = 0;
    for (const text of paragraphs.filter((_, p) => p % 12 === 0)) cues += check(text);
    expect(cues).toBeGreaterThan(60);
  });

  it('and in any text', () => {
    const word = fc.constantFrom(
      '“',
      '”',
      '"',
      ',',
      '.',
      '—',
      'said',
      'that',
      'The',
      'minister',
      'Ana',
      'Ruiz',
      'according',
      'to',
      'he',
      'denied',
      'and',
      '42',
      'Qwzx',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 50 }), (words) => {
        check(words.join(' '));
      }),
      { numRuns: 60 },
    );
  });
});
