import type { Block, BlockKind } from './blocks';
import { isByline } from './byline';
import { isSpace } from './characters';
import { creditStart, isCaption } from './credit';
import { datelineEnd, isDateline } from './dateline';
import { TIME } from './dates';
import type { Paragraph } from './paragraphs';

/** Longest headline and subhead, in UTF-16 units. */
const LONGEST_HEADLINE = 200;
const LONGEST_SUBHEAD = 90;
/** Longest caption below the article's first paragraph; what is longer there and ends in an agency's name is a wire's last paragraph. */
const LONGEST_CAPTION_IN_BODY = 350;
/** Longest block that is judged by its looks; what is longer is a paragraph. */
const LONGEST_JUDGED = 700;

const ENDS_SENTENCE = /[.;:,…][”"’')\]]*$/;
const ENDS_HEADLINE = /[.;,:][”"’')\]]*$/;
/** "LAVROV: …", "Q: …", "Jane Doe: …": a turn of a transcript. */
const TURN = /^(?:[QA]|[\p{Lu}][\p{L}.’'-]*(?: [\p{Lu}][\p{L}.’'-]*){0,5}) ?: /u;
const CLOCK = new RegExp(`^[[(]?(?:${TIME})[\\])]?$`);
/** "Dec. 3", "U.S.": a full stop that ends no sentence. */
const ABBREVIATED_END = /(?:\b\p{Lu}\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.$/u;

/** Gives each paragraph of an article its kind, in one pass: what a block is depends on itself and on whether the article's body has begun. */
export class BlockReader {
  readonly #blocks: Block[] = [];
  /** Whether a headline was seen; whether a paragraph was. */
  #headed = false;
  #begun = false;

  constructor(private readonly masked: string) {}

  read(paragraphs: readonly Paragraph[]): Block[] {
    const last = paragraphs.length - 1;
    for (const [i, { start, end, kind }] of paragraphs.entries()) {
      const text = this.masked.slice(start, Math.min(end, start + LONGEST_JUDGED + 1));
      if (kind) this.#add(kind === 'headline' && (this.#headed || this.#begun) ? 'subhead' : kind, start, end);
      else this.#judge(text, start, end, i === last);
    }
    return this.#blocks;
  }

  #judge(text: string, start: number, end: number, last: boolean): void {
    const dateline = datelineEnd(text, !this.#begun);
    if (!this.#begun && isDateline(text)) this.#add('dateline', start, end);
    else if (dateline > 0) {
      this.#add('dateline', start, start + dateline);
      this.#add('paragraph', this.#skipSpace(start + dateline, end), end);
    } else if (text.length > LONGEST_JUDGED) this.#add('paragraph', start, end);
    else if (isByline(text, !this.#begun)) this.#add('byline', start, end);
    else this.#judgeCredit(text, start, end, last);
  }

  #judgeCredit(text: string, start: number, end: number, last: boolean): void {
    const credit = creditStart(text);
    const before = text.slice(0, credit).trimEnd();
    if (before.length > 0) {
      const described = credit < text.length && !(this.#begun && before.length > LONGEST_CAPTION_IN_BODY);
      this.#add(described ? 'caption' : this.#kindOf(before, last), start, start + before.length);
    }
    if (credit < text.length) this.#add('credit', start + credit, end);
  }

  #kindOf(text: string, last: boolean): BlockKind {
    if (!this.#headed && !this.#begun && looksLikeHeadline(text)) return 'headline';
    if (isCaption(text, !this.#begun)) return 'caption';
    if (CLOCK.test(text)) return 'subhead';
    return !last && looksLikeSubhead(text) ? 'subhead' : 'paragraph';
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

const looksLikeHeadline = (text: string): boolean =>
  text.length <= LONGEST_HEADLINE && !endsLikeSentence(text, ENDS_HEADLINE) && /\p{L}/u.test(text);

function looksLikeSubhead(text: string): boolean {
  if (text.length > LONGEST_SUBHEAD || endsLikeSentence(text, ENDS_SENTENCE) || TURN.test(text)) return false;
  if (!/^["“‘'«„(¿\d\p{Lu}]/u.test(text) || /[”"’'!]$/.test(text)) return false;
  return text.split(/\s+/, 13).length <= 12;
}
