import { expTransitions } from './crf';
import type { TrainedStage } from './extract';
import { VALUES } from './feature-groups';
import { bucket, type Passage } from './passage';
import { FAR, NO_QUOTE, NO_SAYING, NO_TAG, NONE } from './passage-values';
import { Rows } from './rows';
import { addPacked, ScoreTable, type StageTable, SUMS } from './score-table';
import { STAGE_ONE, WORD_FEATURES, writeWords } from './stage-one';

/** How far outside a passage stage one looks. */
const MARGIN = 4;

/** How many packed scores a token's sums are made of: what `FORM` to `BOTH` give it. */
const SUMMED = 7 + 7 + WORD_FEATURES + 2 + 4 + 5 + 1;

/** Stage one's scores of a passage, by what its groups of features come to. The same as its features looked up one by one. */
export class StageOneScores implements TrainedStage<Passage> {
  readonly transitions: Float32Array;
  readonly steps: Float32Array;
  private readonly table: ScoreTable;
  // How many rows are remembered, as powers of two: what news says again and again, and all of it in a megabyte.
  private readonly form: Rows<Passage>;
  private readonly tags: Rows<Passage>;
  private readonly shapes: Rows<Passage>;
  private readonly here: Rows<Passage>;
  private readonly near: Rows<Passage>;
  private readonly marks: Rows<Passage>;
  private readonly place: Rows<Passage>;
  private readonly left: Rows<Passage>;
  private readonly right: Rows<Passage>;
  private readonly leftTag: Rows<Passage>;
  private readonly rightTag: Rows<Passage>;
  private readonly sides: Rows<Passage>;
  /** The passage's words and parts of speech with what stands for its outside around them; and the sums. Kept between passages. */
  private word = new Int32Array();
  private tag = new Int32Array();
  private shape = new Int32Array();
  private cluster = new Int32Array();
  private features = new Int32Array();
  private sums = new Int32Array();

  constructor(stored: StageTable) {
    this.transitions = stored.transitions;
    this.steps = expTransitions(stored.transitions);
    const table = new ScoreTable(stored);
    this.table = table;
    this.form = new Rows(table, STAGE_ONE.form, 13);
    this.tags = new Rows(table, STAGE_ONE.tags, 12);
    this.shapes = new Rows(table, STAGE_ONE.shapes, 9);
    this.here = new Rows(table, STAGE_ONE.here, 12);
    this.near = new Rows(table, STAGE_ONE.near, 10);
    this.marks = new Rows(table, STAGE_ONE.marks, 10);
    this.place = new Rows(table, STAGE_ONE.place, 10);
    this.left = new Rows(table, STAGE_ONE.left, 11);
    this.right = new Rows(table, STAGE_ONE.right, 11);
    this.leftTag = new Rows(table, STAGE_ONE.leftTag, 11);
    this.rightTag = new Rows(table, STAGE_ONE.rightTag, 11);
    this.sides = new Rows(table, STAGE_ONE.sides, 9);
  }

  scores(p: Passage): Float32Array {
    this.prepare(p);
    this.addForms(p);
    this.addTags(p);
    this.addWords(p);
    this.addPlaces(p);
    this.addSaying(p);
    return this.table.scores(this.sums, 0, p.length, SUMMED);
  }

  private prepare({ length, word, tag, shape, cluster }: Passage): void {
    const size = length + 2 * MARGIN;
    if (this.word.length < size) {
      this.word = new Int32Array(size * 2);
      this.tag = new Int32Array(size * 2);
      this.shape = new Int32Array(size * 2);
      this.cluster = new Int32Array(size * 2);
      this.features = new Int32Array(size * 2 * WORD_FEATURES);
      this.sums = new Int32Array(size * 2 * SUMS);
    }
    this.sums.fill(0, 0, length * SUMS);
    for (let k = 0; k < MARGIN; k++) {
      for (const at of [k, MARGIN + length + k]) {
        this.word[at] = NONE;
        this.tag[at] = NO_TAG;
        this.shape[at] = NO_TAG;
        this.cluster[at] = NONE;
      }
    }
    for (let i = 0; i < length; i++) {
      this.word[i + MARGIN] = word[i] as number;
      this.tag[i + MARGIN] = tag[i] as number;
      this.shape[i + MARGIN] = shape[i] as number;
      this.cluster[i + MARGIN] = cluster[i] as number;
    }
  }

  private addForms(p: Passage): void {
    const { length, suffix3 } = p;
    const { word, shape, sums, form } = this;
    for (let j = -3; j < length + 3; j++) {
      const suffix = j < 0 ? NONE : j >= length ? 0 : (suffix3[j] as number);
      form.add(p, j, 0, suffix, ((word[j + MARGIN] as number) << 6) | (shape[j + MARGIN] as number), sums, 0, length);
    }
  }

  private addTags(p: Passage): void {
    const { tag, sums, tags } = this;
    for (let j = -MARGIN; j < p.length + 2; j++) {
      const at = j + MARGIN;
      const three = ((tag[at] as number) << 12) | ((tag[at + 1] as number) << 6) | (tag[at + 2] as number);
      tags.add(p, j, 0, three, 0, sums, 0, p.length);
    }
  }

  private addWords(p: Passage): void {
    const { length } = p;
    const { shape, sums, features, shapes } = this;
    const { word, tag, cluster } = this;
    let n = 0;
    for (let i = MARGIN; i < length + MARGIN; i++) {
      n = writeWords(
        word[i - 2] as number,
        word[i - 1] as number,
        word[i] as number,
        word[i + 1] as number,
        word[i + 2] as number,
        tag[i - 2] as number,
        tag[i - 1] as number,
        tag[i] as number,
        tag[i + 1] as number,
        cluster[i - 1] as number,
        cluster[i] as number,
        cluster[i + 1] as number,
        features,
        n,
      );
    }
    this.table.addEach(features, WORD_FEATURES, 0, length, sums);
    for (let j = -1; j < length; j++) {
      const two = ((shape[j + MARGIN] as number) << 6) | (shape[j + MARGIN + 1] as number);
      shapes.add(p, j, 0, two, 0, sums, 0, length);
    }
  }

  private addPlaces(p: Passage): void {
    const { length, word, tag, quote, saying, sinceMark, toMark, sinceStart, toEnd, boundary, layout } = p;
    const { here, near, marks, place, sums } = this;
    let quotes = (NO_QUOTE << 3) | (length > 0 ? (quote[0] as number) : 0);
    let sayings = (NO_SAYING << 4) | (length > 0 ? (saying[0] as number) : 0);
    for (let i = 0; i < length; i++) {
      const last = i === length - 1;
      const q = quote[i] as number;
      quotes = ((quotes << 3) | (last ? NO_QUOTE : (quote[i + 1] as number))) & 0x1ff;
      sayings = ((sayings << 4) | (last ? NO_SAYING : (saying[i + 1] as number))) & 0xfff;
      here.addHere(p, i, 0, ((word[i] as number) << 9) | ((tag[i] as number) << 3) | q, 0, sums);
      near.addHere(p, i, 0, (sayings << 13) | (quotes << 4) | (boundary[i] as number), 0, sums);
      marks.addHere(p, i, 0, (layout << 11) | ((sinceMark[i] as number) << 7) | ((toMark[i] as number) << 3) | q, 0, sums);
      const reach = (bucket(sinceStart[i] as number) << 8) | (bucket(i) << 4) | bucket(toEnd[i] as number);
      place.addHere(p, i, 0, (reach << 3) | q, 0, sums);
    }
  }

  private addSaying(p: Passage): void {
    const { length, word, tag, quote, sayingLeft, sayingRight } = p;
    const { left, right, leftTag, rightTag, sides, sums } = this;
    for (let i = 0; i < length; i++) {
      const q = quote[i] as number;
      const t = tag[i] as number;
      const l = sayingLeft[i] as number;
      const r = sayingRight[i] as number;
      const leftWord = l < 0 ? NONE : (word[l] as number);
      const rightWord = r < 0 ? NONE : (word[r] as number);
      const leftFar = l < 0 ? FAR : bucket(i - l);
      const rightFar = r < 0 ? FAR : bucket(r - i);
      const tagLeft = l < 0 ? NO_TAG : (tag[l] as number);
      const tagRight = r < 0 ? NO_TAG : (tag[r] as number);
      const beforeRight = r < 0 ? NO_TAG : (tag[r - 1] as number);
      left.addHere(p, i, 0, (leftWord << 13) | (tagLeft << 7) | (leftFar << 3) | q, 0, sums);
      right.addHere(p, i, 0, (rightWord << 13) | (tagRight << 7) | (rightFar << 3) | q, 0, sums);
      leftTag.addHere(p, i, 0, (leftWord << 6) | t, 0, sums);
      rightTag.addHere(p, i, 0, (rightWord << 12) | (t << 6) | beforeRight, 0, sums);
      sides.addHere(p, i, 0, (leftFar << 7) | (rightFar << 3) | q, 0, sums);
    }
    this.addBoth(p);
  }

  /** What is the same for all tokens between two likely cues. */
  private addBoth(p: Passage): void {
    const { length, sayingLeft, sayingRight } = p;
    const { both } = STAGE_ONE;
    let [left, right] = [-2, -2];
    for (let i = 0; i < length; i++) {
      if (sayingLeft[i] !== left || sayingRight[i] !== right) {
        both.read(p, i, values, 0);
        this.table.sum(room, 0, both.write(0, values, room, 0), around, 0);
        left = sayingLeft[i] as number;
        right = sayingRight[i] as number;
      }
      addPacked(this.sums, i * SUMS, around[0] as number, around[1] as number);
    }
  }
}

const around = new Int32Array(2);
const values = new Int32Array(VALUES);
const room = new Int32Array(WORD_FEATURES);
