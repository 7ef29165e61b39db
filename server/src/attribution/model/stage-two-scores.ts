import { expTransitions } from './crf';
import { type CueView, placeAt, sidedAt } from './cue-view';
import type { TrainedStage } from './extract';
import { VALUES } from './feature-groups';
import { bucket, type Passage } from './passage';
import { NO_QUOTE, NO_TAG, NONE } from './passage-values';
import { Rows } from './rows';
import { ScoreTable, type StageTable, SUMS } from './score-table';
import { SIDED_WORD_FEATURES, STAGE_TWO, sayingSides, WORD_FEATURES } from './stage-two';
import { contextOf } from './stage-two-cue';

/** How many packed scores a token's sums are made of. */
const SUMMED = WORD_FEATURES + SIDED_WORD_FEATURES + 5 + 4 + 9 + 8;

/** Stage two's scores of the tokens around a cue, by what its groups of features come to. The same as its features looked up one by one. */
export class StageTwoScores implements TrainedStage<CueView> {
  readonly transitions: Float32Array;
  readonly steps: Float32Array;
  private readonly table: ScoreTable;
  // How many rows are remembered, as powers of two: all of it in a megabyte.
  private readonly form: Rows<CueView>;
  private readonly tags: Rows<CueView>;
  private readonly here: Rows<CueView>;
  private readonly labels: Rows<CueView>;
  private readonly maybe: Rows<CueView>;
  private readonly contents: Rows<CueView>;
  private readonly quoted: Rows<CueView>;
  private readonly marks: Rows<CueView>;
  private readonly place: Rows<CueView>;
  private readonly saying: Rows<CueView>;
  private readonly between: Rows<CueView>;
  private readonly cueFar: Rows<CueView>;
  private readonly cueSide: Rows<CueView>;
  private readonly aroundFar: Rows<CueView>;
  private readonly aroundSide: Rows<CueView>;
  private readonly headTag: Rows<CueView>;
  private readonly headMaybe: Rows<CueView>;
  private readonly headBoundary: Rows<CueView>;
  private readonly aroundBoundary: Rows<CueView>;
  /** The passage that `shared` holds the sums of: of the words in a row, which don't depend on the cue. */
  private passage: Passage | null = null;
  private shared = new Int32Array();
  private features = new Int32Array();
  private sums = new Int32Array();

  constructor(stored: StageTable) {
    this.transitions = stored.transitions;
    this.steps = expTransitions(stored.transitions);
    const table = new ScoreTable(stored);
    this.table = table;
    this.form = new Rows(table, STAGE_TWO.form, 13);
    this.tags = new Rows(table, STAGE_TWO.tags, 12);
    this.here = new Rows(table, STAGE_TWO.here, 12);
    this.labels = new Rows(table, STAGE_TWO.labels, 11);
    this.maybe = new Rows(table, STAGE_TWO.maybe, 11);
    this.contents = new Rows(table, STAGE_TWO.contents, 10);
    this.quoted = new Rows(table, STAGE_TWO.quoted, 9);
    this.marks = new Rows(table, STAGE_TWO.marks, 10);
    this.place = new Rows(table, STAGE_TWO.place, 10);
    this.saying = new Rows(table, STAGE_TWO.saying, 11);
    this.between = new Rows(table, STAGE_TWO.between, 12);
    this.cueFar = new Rows(table, STAGE_TWO.cueFar, 12);
    this.cueSide = new Rows(table, STAGE_TWO.cueSide, 10);
    this.aroundFar = new Rows(table, STAGE_TWO.aroundFar, 12);
    this.aroundSide = new Rows(table, STAGE_TWO.aroundSide, 11);
    this.headTag = new Rows(table, STAGE_TWO.headTag, 11);
    this.headMaybe = new Rows(table, STAGE_TWO.headMaybe, 11);
    this.headBoundary = new Rows(table, STAGE_TWO.headBoundary, 11);
    this.aroundBoundary = new Rows(table, STAGE_TWO.aroundBoundary, 11);
  }

  scores(view: CueView, from: number, to: number): Float32Array {
    if (this.passage !== view.passage) this.share(view);
    const { sums, shared, features } = this;
    const { sidedWords } = STAGE_TWO;
    for (let k = from * SUMS; k < to * SUMS; k++) sums[k] = shared[k] as number;
    let n = 0;
    for (let first = from, last = from; first < to; first = last) {
      const sided = sidedAt(view, first);
      for (; last < to && sidedAt(view, last) === sided; last++) {
        sidedWords.read(view, last, values, sided);
        n = sidedWords.write(0, values, features, n);
      }
      this.addWords(view, first, last, sided);
      this.addStates(view, first, last, sided);
      this.addCue(view, first, last, sided);
    }
    this.table.addEach(features, SIDED_WORD_FEATURES, from, to - from, sums);
    return this.table.scores(sums, from, to - from, SUMMED);
  }

  private share(view: CueView): void {
    const { length } = view.passage;
    if (this.shared.length < length * SUMS) {
      this.shared = new Int32Array(length * 2 * SUMS);
      this.sums = new Int32Array(length * 2 * SUMS);
      this.features = new Int32Array(length * 2 * WORD_FEATURES);
    }
    const { shared, features } = this;
    const { words } = STAGE_TWO;
    shared.fill(0, 0, length * SUMS);
    let n = 0;
    for (let i = 0; i < length; i++) {
      words.read(view, i, values, 0);
      n = words.write(0, values, features, n);
    }
    this.table.addEach(features, WORD_FEATURES, 0, length, shared);
    this.passage = view.passage;
  }

  // Each of these adds what it reads to the sums of `[first, last)`, all of them on the same side of the cue and as many sentences away.

  /** Words and parts of speech. */
  private addWords(view: CueView, first: number, last: number, sided: number): void {
    const { length, suffix3, word, tag } = view.passage;
    const { sums, form, tags } = this;
    for (let j = first - 2; j < last + 2; j++) {
      const inside = j >= 0 && j < length;
      const own = ((inside ? (word[j] as number) : NONE) << 4) | sided;
      form.add(view, j, sided, inside ? (suffix3[j] as number) : 0, own, sums, first, last);
      if (j > last) continue;
      const here = inside ? (tag[j] as number) : NO_TAG;
      const next = j + 1 >= 0 && j + 1 < length ? (tag[j + 1] as number) : NO_TAG;
      tags.add(view, j, sided, (here << 10) | (next << 4) | sided, 0, sums, first, last);
    }
  }

  /** What stage one, the quotation marks and the places say. */
  private addStates(view: CueView, first: number, last: number, sided: number): void {
    const { length, word, tag, shape, quote, quoteNumber, boundary, toMark, sinceMark, sinceStart, toEnd, layout } = view.passage;
    const { here, labels, maybe, contents, quoted, marks, place, saying, between, sums } = this;
    const side = sided >> 2;
    const cueQuote = quoteNumber[view.cue[0]] as number;
    for (let i = first; i < last; i++) {
      const ends = i + 1 >= length;
      const l = view.labels[i] as number;
      const before = i > 0 ? (view.labels[i - 1] as number) : 7;
      const states = (before << 6) | (l << 3) | (ends ? 7 : (view.labels[i + 1] as number));
      const q = quote[i] as number;
      const quotes = ((i > 0 ? (quote[i - 1] as number) : NO_QUOTE) << 6) | (q << 3) | (ends ? NO_QUOTE : (quote[i + 1] as number));
      const same = cueQuote === (quoteNumber[i] as number) ? 1 : 0;
      const b = boundary[i] as number;
      const x = view.crossed[i] as number;
      const told = view.contents[i] as number;
      const toldAround = ((ends ? 15 : (view.contents[i + 1] as number)) << 4) | (i > 0 ? (view.contents[i - 1] as number) : 15);
      const maybes = ((view.sources[i] as number) << 4) | told;
      const apart = ((toMark[i] as number) << 10) | ((sinceMark[i] as number) << 6) | layout;
      const reach = (bucket(sinceStart[i] as number) << 4) | bucket(toEnd[i] as number);
      const looks = (sayingSides(view, i) << 10) | ((shape[i] as number) << 4) | (placeAt(view, i, sided) & 15);
      const lies = view.between[i] as number;
      here.addHere(view, i, sided, ((word[i] as number) << 13) | ((tag[i] as number) << 7) | (l << 4) | sided, 0, sums);
      labels.addHere(view, i, sided, (states << 16) | (x << 11) | (q << 8) | (b << 4) | sided, 0, sums);
      maybe.addHere(view, i, sided, (maybes << 13) | (x << 8) | (b << 4) | sided, 0, sums);
      contents.addHere(view, i, sided, (told << 10) | (toldAround << 2) | side, 0, sums);
      quoted.addHere(view, i, sided, (quotes << 8) | (same << 7) | (l << 4) | sided, 0, sums);
      marks.addHere(view, i, sided, (apart << 5) | ((q > 0 ? 1 : 0) << 4) | sided, 0, sums);
      place.addHere(view, i, sided, (reach << 7) | (sided << 3) | q, 0, sums);
      saying.addHere(view, i, sided, (looks << 4) | sided, 0, sums);
      between.addHere(view, i, sided, (lies << 15) | (before << 12) | (l << 9) | (q << 6) | (b << 2) | side, 0, sums);
    }
  }

  /** What the cue itself and the words around it say. */
  private addCue(view: CueView, first: number, last: number, sided: number): void {
    const { passage, cue, cueWords, head, labels, sources, contents, crossed } = view;
    const { length, word, tag, boundary } = passage;
    const { cueFar, cueSide, aroundFar, aroundSide, headTag, headMaybe, headBoundary, aroundBoundary, sums } = this;
    const side = sided >> 2;
    const end = cue[1];
    const headWord = word[head] as number;
    const headed = (headWord << 15) | ((tag[head] as number) << 9);
    const context = contextOf(view);
    const around = (context << 16) | (end < length ? (word[end] as number) : NONE);
    const afterThat = end + 1 < length ? (tag[end + 1] as number) : NO_TAG;
    for (let i = first; i < last; i++) {
      const l = labels[i] as number;
      const b = boundary[i] as number;
      const where = placeAt(view, i, sided);
      const labelled = (sided << 3) | l;
      const maybes = ((contents[i] as number) << 4) | (sources[i] as number);
      cueFar.addHere(view, i, sided, cueWords, headed | (where << 3) | l, sums);
      cueSide.addHere(view, i, sided, cueWords, (headWord << 7) | labelled, sums);
      aroundFar.addHere(view, i, sided, around, (afterThat << 6) | where, sums);
      aroundSide.addHere(view, i, sided, around, labelled, sums);
      headTag.addHere(view, i, sided, (headWord << 8) | ((tag[i] as number) << 2) | side, 0, sums);
      headMaybe.addHere(view, i, sided, (headWord << 10) | (maybes << 2) | side, 0, sums);
      headBoundary.addHere(view, i, sided, (headWord << 13) | ((crossed[i] as number) << 8) | (b << 4) | sided, 0, sums);
      aroundBoundary.addHere(view, i, sided, (context << 8) | (b << 4) | sided, 0, sums);
    }
  }
}

const values = new Int32Array(VALUES);
