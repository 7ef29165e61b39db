import type { Block, BlockKind } from './blocks';
import { isByline, isNames } from './byline';
import { type Change, growth } from './change';
import { isSpace } from './characters';
import { creditStart, isCaption } from './credit';
import { datelineEnd, isDateline } from './dateline';
import { TIME } from './dates';
import type { Paragraph } from './paragraphs';
import { rememberedText } from './remembered';
import { shift } from './span';

/** Longest headline and subhead, in UTF-16 units. */
const LONGEST_HEADLINE = 200;
const LONGEST_SUBHEAD = 90;
/** Longest caption below the article's first paragraph; what is longer there and ends in an agency's name is a wire's last paragraph. */
const LONGEST_CAPTION_IN_BODY = 350;
/** Most words of a subhead, and of one that is a quotation or ends in an abbreviation. */
const MOST_SUBHEAD_WORDS = 12;
const MOST_QUOTED_WORDS = 7;
/** Longest block that is judged by its looks; what is longer is a paragraph. */
const LONGEST_JUDGED = 700;

const ENDS_SENTENCE = /[.;:,…][”"’'»›“‘«‹)\]]*$/;
const ENDS_HEADLINE = /[.;,:][”"’'»›“‘«‹)\]]*$/;
/** A mark that opens a speech and is not closed: a paragraph of several. */
const OPENS_SPEECH = /^(?:“[^”]*|„[^“”]*|«[^»]*|‹[^›]*|"[^"]*|‚[^‘’]*|‘(?:[^’]|’(?=\p{L}))*)$/u;
/** "LAVROV: …", "Q: …", "Jane Doe: …": a turn of a transcript. */
const TURN = /^(?:[QA]|[\p{Lu}][\p{L}.’'-]*(?: [\p{Lu}][\p{L}.’'-]*){0,5}) ?: /u;
/** A credit that speaks of a picture; an agency's bare name may sign a story's last paragraph. */
const OF_A_PICTURE = /photo|image|picture|pic\b|credit|courtesy|getty|illustration|©|\//i;
const CLOCK = new RegExp(`^[[(]?(?:${TIME})[\\])]?$`);
/** "Dec. 3", "U.S.": a full stop that ends no sentence. */
const ABBREVIATED_END = /(?:\b\p{Lu}\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.$/u;

/** What a paragraph looks like by itself. */
interface Looks {
  /** Where its dateline ends; 0 where none opens it. */
  readonly dateline: number;
  readonly byline: boolean;
  /** Where its credit starts; its length where it has none. */
  readonly credit: number;
  /** What stands before the credit, and what that looks like. */
  readonly before: string;
  readonly caption: boolean;
  readonly clock: boolean;
  readonly subhead: boolean;
}

/** `head`: above the first paragraph of the body; `opening`: above all else. */
function looksOf(text: string, head: boolean, opening: boolean): Looks {
  const credit = creditStart(text, opening);
  const before = text.slice(0, credit).trimEnd();
  return {
    dateline: datelineEnd(text, head),
    byline: isByline(text, head),
    credit,
    before,
    caption: isCaption(before, head),
    clock: CLOCK.test(before),
    subhead: looksLikeSubhead(before),
  };
}

/** The same for a paragraph of the body: at a keystroke all but one are what they were. */
const looksInBody = rememberedText((text) => looksOf(text, false, false), 40_000);

/** The blocks of an article, with what it takes to tell them again after a change. */
export interface ToldBlocks {
  readonly paragraphs: readonly Paragraph[];
  readonly blocks: readonly Block[];
  /** The index of the first block of each paragraph. */
  readonly first: readonly number[];
  /** How many paragraphs there are until the article's body has begun. */
  readonly begun: number;
}

/**
 * Gives each paragraph of an article its kind: what a block is depends on itself and on whether the article's body has begun. Linear; with what was told
 * of the article before a change, the same at a lesser cost.
 */
export function tellBlocks(
  masked: string,
  paragraphs: readonly Paragraph[],
  earlier?: { readonly told: ToldBlocks; readonly change: Change },
): ToldBlocks {
  const old = earlier?.told ?? { paragraphs: [], blocks: [], first: [], begun: 0 };
  const { head, tail } = earlier ? sharedParagraphs(old.paragraphs, paragraphs, earlier.change) : { head: 0, tail: 0 };
  // The last of those before the change is read again: it may have been the article's last, or become it.
  const from = head > old.begun ? head - 1 : 0;
  const reader = new BlockReader(masked, old.blocks.slice(0, old.first[from]), from > 0);
  const first = old.first.slice(0, from);
  let begun = from > 0 ? old.begun : paragraphs.length;
  for (let i = from; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    const { begun: isBegun, blocks } = reader;
    if (isBegun) begun = Math.min(begun, i);
    first.push(blocks.length);
    reader.read(paragraph, i === paragraphs.length - 1);
    const twin = i - paragraphs.length + old.paragraphs.length;
    if (!earlier || !isBegun || i < paragraphs.length - tail || twin < old.begun) continue;
    // From here on it goes as it went before. What this paragraph says about the block above it has been heard; what the next one says about it, too.
    const [known, count] = [old.first[twin] ?? 0, first.pop() ?? 0];
    const by = growth(earlier.change);
    const rest = old.blocks.slice(known);
    return {
      paragraphs,
      blocks: [...blocks.slice(0, count), ...(by === 0 ? rest : rest.map(({ kind, span }): Block => ({ kind, span: shift(span, by) })))],
      first: [...first, ...old.first.slice(twin).map((at) => at - known + count)],
      begun,
    };
  }
  return { paragraphs, blocks: reader.blocks, first, begun };
}

/** How many paragraphs before a change and behind it are what they were. */
function sharedParagraphs(old: readonly Paragraph[], now: readonly Paragraph[], change: Change): { head: number; tail: number } {
  const by = growth(change);
  const isSame = (a: Paragraph | undefined, b: Paragraph | undefined, by: number): boolean =>
    a !== undefined && b !== undefined && a.start + by === b.start && a.end + by === b.end && a.kind === b.kind;
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && (old[head]?.end ?? 0) <= change.start && isSame(old[head], now[head], 0)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    (old[old.length - 1 - tail]?.start ?? 0) >= change.before &&
    isSame(old[old.length - 1 - tail], now[now.length - 1 - tail], by)
  )
    tail++;
  return { head, tail };
}

/** Reads the paragraphs of an article, one after the other. */
class BlockReader {
  readonly #blocks: Block[];
  /** Whether a headline was seen; whether a paragraph was, behind which nothing asks for a headline. */
  #headed = false;
  #begun: boolean;

  constructor(
    private readonly masked: string,
    blocks: Block[],
    begun: boolean,
  ) {
    this.#blocks = blocks;
    this.#begun = begun;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  get begun(): boolean {
    return this.#begun;
  }

  /** `last`: whether it is the article's last. */
  read({ start, end, kind }: Paragraph, last: boolean): void {
    const text = this.masked.slice(start, Math.min(end, start + LONGEST_JUDGED + 1));
    if (kind) this.#add(kind === 'headline' && (this.#headed || this.#begun) ? 'subhead' : kind, start, end);
    else this.#judge(text, start, end, last);
  }

  #judge(text: string, start: number, end: number, last: boolean): void {
    const looks = this.#begun ? looksInBody(text) : looksOf(text, true, this.#blocks.length === 0);
    const { dateline } = looks;
    if (!this.#begun && isDateline(text)) {
      if (isNames(this.#lastText())) this.#relabel('subhead', 'byline');
      this.#add('dateline', start, end);
    } else if (dateline > 0) {
      this.#add('dateline', start, start + dateline);
      this.#add('paragraph', this.#skipSpace(start + dateline, end), end);
    } else if (text.length > LONGEST_JUDGED) this.#add('paragraph', start, end);
    else if (looks.byline) this.#add('byline', start, end);
    else this.#judgeCredit(text, looks, start, end, last);
  }

  #judgeCredit(text: string, looks: Looks, start: number, end: number, last: boolean): void {
    const { credit, before } = looks;
    if (before.length > 0) {
      const described =
        credit < text.length && (!this.#begun || (before.length <= LONGEST_CAPTION_IN_BODY && OF_A_PICTURE.test(text.slice(credit))));
      this.#add(described ? 'caption' : this.#kindOf(looks, last), start, start + before.length);
    }
    // A short line that a line of credit follows describes the picture.
    if (credit === 0) this.#relabel('subhead', 'caption');
    if (credit < text.length) this.#add('credit', start + credit, end);
  }

  #kindOf({ before, caption, clock, subhead }: Looks, last: boolean): BlockKind {
    if (!this.#headed && !this.#begun && looksLikeHeadline(before)) return 'headline';
    if (caption) return 'caption';
    return clock || (!last && subhead) ? 'subhead' : 'paragraph';
  }

  #lastText(): string {
    const last = this.#blocks[this.#blocks.length - 1];
    return last ? this.masked.slice(last.span[0], Math.min(last.span[1], last.span[0] + LONGEST_HEADLINE)) : '';
  }

  /** What the line below says about the last block. */
  #relabel(from: BlockKind, to: BlockKind): void {
    const last = this.#blocks.length - 1;
    const block = this.#blocks[last];
    if (block?.kind === from) this.#blocks[last] = { ...block, kind: to };
  }

  #add(kind: BlockKind, start: number, end: number): void {
    if (kind === 'headline') this.#headed = true;
    if (kind === 'paragraph' || kind === 'list-item') this.#begun = true;
    this.#blocks.push({ kind, span: [start, end] });
  }

  #skipSpace(at: number, end: number): number {
    let from = at;
    while (from < end && isSpace(this.masked.charCodeAt(from))) from++;
    return from;
  }
}

const endsLikeSentence = (text: string, ends: RegExp): boolean => ends.test(text) && !ABBREVIATED_END.test(text);

function looksLikeHeadline(text: string): boolean {
  if (text.length > LONGEST_HEADLINE || /^[QA]\d{0,2}[:.] /.test(text) || !/\p{L}/u.test(text)) return false;
  return !endsLikeSentence(text, ENDS_HEADLINE) || isTitleCase(text);
}

/** Whether each long word of a short line has a capital: a headline, though a full stop ends it. */
function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^[^\p{L}]*\p{L}{4}/u.test(word));
  return words.length >= 4 && !/[.?!] /.test(text) && words.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
}

function looksLikeSubhead(text: string): boolean {
  if (text.length > LONGEST_SUBHEAD || TURN.test(text) || !/^["“‘'«„‚‹»›(¿\d\p{Lu}]/u.test(text)) return false;
  const words = text.split(/\s+/, MOST_SUBHEAD_WORDS + 1).length;
  // “Very complex”: a quotation for a subhead; with a full stop inside it is a speech.
  if (words > MOST_SUBHEAD_WORDS) return false;
  if (/[”"’'»›“‘«‹]$/.test(text) ? words > MOST_QUOTED_WORDS || /[.!?,…]["”’'»›“‘«‹]+$/.test(text) : text.endsWith('!')) return false;
  if (OPENS_SPEECH.test(text)) return false;
  return words <= MOST_QUOTED_WORDS ? !endsLikeSentence(text, ENDS_SENTENCE) : !ENDS_SENTENCE.test(text);
}
