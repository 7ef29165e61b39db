import type { Replacement } from '../../../server/src/annotations/track';
import type { Span } from '../../../server/src/text/span';

/** A text in which every letter knows who it is, so that after any edits it is known what became of which words. */
export interface Identified {
  readonly text: string;
  readonly ids: readonly number[];
}

/** What was done to a text, as a sequence of replacements; each applies to the text that those before it left. */
export interface Script {
  readonly name: string;
  readonly before: Identified;
  readonly edits: readonly { readonly replacement: Replacement; readonly ids: readonly number[] }[];
  /** The words that are annotated. */
  readonly span: Span;
}

/** Numbers from 0 on below `below`. */
type Draw = (below: number) => number;

/** The same numbers for the same seed: mulberry32. */
export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const WHO = [
  'Ida Brekke',
  'the harbour master',
  'Tom Hale',
  'the council',
  'a spokesman for the port',
  'Mayor Ana Ruiz',
  'the union',
  'Per Holm',
  'police',
  'the minister',
];
const DID = [
  'said',
  'denied',
  'confirmed',
  'rejected',
  'approved',
  'had opened',
  'will close',
  'voted against',
  'paid for',
  'wants',
  'lost',
  'has sold',
];
const WHAT = [
  'the new bridge', 'a second report', 'rents in Carrow', 'the ferry to Skarholm', '3 million crowns', '12 per cent of the fleet', 'the winter timetable', 'an inquiry', 'the old quay', 'fares',
  'a plan for the school', 'the fishing grounds off Holm Bay', '47 new flats', 'the drinking water',
]; // biome-ignore format: one list
const WHEN = [
  'on Monday',
  'in May',
  'last year',
  'after the storm',
  'before the vote',
  'since 2019',
  'at a meeting in Carrow',
  'without saying why',
  'for the first time',
  'again',
];
const MORE = [
  'although nobody had asked for it',
  'and tickets go on sale on Friday',
  'which costs twice as much',
  'because the pier is closed',
  'as the rain went on',
  'under a law of 1974',
];
const STOCK = [
  'He declined to comment.',
  'The council meets on Tuesday.',
  'No date has been set.',
  'She could not be reached.',
  'It was not clear why.',
];

const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence like those in the news; now and then one that stands in every article. */
function sentence(draw: Draw): string {
  if (draw(9) === 0) return pick(draw, STOCK);
  const core = `${pick(draw, WHO)} ${pick(draw, DID)} ${pick(draw, WHAT)} ${pick(draw, WHEN)}`;
  const long = draw(2) === 0 ? `${core}, ${pick(draw, MORE)}` : core;
  return draw(5) === 0 ? `“${capital(long)},” ${pick(draw, WHO)} said.` : `${capital(long)}.`;
}

/** An article of a few paragraphs; some sentences in it stand there twice, or all but twice. */
export function article(draw: Draw): string {
  const paragraphs: string[] = [];
  const written: string[] = [];
  for (let p = 4 + draw(6); p > 0; p--) {
    const sentences: string[] = [];
    for (let s = 1 + draw(4); s > 0; s--) {
      const old = written.length > 3 && draw(8) === 0 ? pick(draw, written) : null;
      const one =
        old === null
          ? sentence(draw)
          : draw(2) === 0
            ? old
            : old.replace(/\d+|Carrow|Monday|council/, (word) => pick(draw, ['48', 'Holm', 'Friday', 'board', word]));
      sentences.push(one);
      written.push(one);
    }
    paragraphs.push(sentences.join(' '));
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/** A text that is being edited by somebody, with what was done. */
class Desk {
  text: string;
  ids: number[];
  readonly edits: { replacement: Replacement; ids: readonly number[] }[] = [];
  private next: number;

  constructor({ text, ids }: Identified) {
    this.text = text;
    this.ids = [...ids];
    this.next = text.length;
  }

  replace(at: Span, text: string, ids: readonly number[] = [...text].flatMap((c) => Array.from(c, () => this.next++))): void {
    this.edits.push({ replacement: { at, text }, ids });
    this.text = this.text.slice(0, at[0]) + text + this.text.slice(at[1]);
    this.ids.splice(at[0], at[1] - at[0], ...ids);
  }

  /** Cuts a span out; what was there. */
  cut([start, end]: Span): { text: string; ids: number[] } {
    const held = { text: this.text.slice(start, end), ids: this.ids.slice(start, end) };
    this.replace([start, end], '');
    return held;
  }

  spansOf(pattern: RegExp): Span[] {
    return [...this.text.matchAll(pattern)].map(({ index, 0: match }): Span => [index, index + match.length]);
  }

  paragraphs = (): Span[] => this.spansOf(/[^\n]+\n*/g);
  sentences = (): Span[] => this.spansOf(/[^\s.][^.\n]*(?:\.”?(?: [a-z][^.\n]*\.)? ?|(?=\n))/g);
  words = (): Span[] => this.spansOf(/[\p{L}\p{N}]+/gu);
}

const inside = (spans: readonly Span[], [start, end]: Span): Span[] => spans.filter(([s, e]) => s < end && e > start);

type Edit = (desk: Desk, draw: Draw, target: Span) => void;

/** Where the annotated words are at a time, as far as they still are. */
type WhereIs = () => Span;

const typo: Edit = (desk, draw, target) => {
  const near = inside(desk.words(), target);
  const [start, end] = pick(draw, draw(2) === 0 && near.length > 0 ? near : desk.words());
  const at = start + draw(end - start);
  const kind = draw(3);
  if (kind === 0) desk.replace([at, at + 1], '');
  else if (kind === 1) desk.replace([at, at], pick(draw, [...'aeinrst']));
  else desk.replace([at, at + 1], pick(draw, [...'aeinrst']));
};

/** Everything that is done to texts, by its name. */
export const EDITS: Readonly<Record<string, Edit>> = {
  typo,
  'several typos': (desk, draw, target) => {
    for (let n = 2 + draw(3); n > 0; n--) typo(desk, draw, target);
  },
  'word changed': (desk, draw, target) => {
    const near = inside(desk.words(), target);
    desk.replace(
      pick(draw, draw(3) === 0 && near.length > 3 ? near : desk.words()),
      pick(draw, ['nearly', 'harbour', 'seven', 'often', 'trade']),
    );
  },
  'word added': (desk, draw) => {
    const [, end] = pick(draw, desk.words());
    desk.replace([end, end], ` ${pick(draw, ['reportedly', 'only', 'new', 'local'])}`);
  },
  'word removed': (desk, draw) => {
    const [start, end] = pick(draw, desk.words());
    desk.replace([start, Math.min(end + 1, desk.text.length)], '');
  },
  'sentence added': (desk, draw) => {
    const [start] = pick(draw, desk.sentences());
    desk.replace([start, start], `${sentence(draw)} `);
  },
  'sentence removed': (desk, draw) => void desk.cut(pick(draw, desk.sentences())),
  'its sentence removed': (desk, draw, target) => {
    const own = inside(desk.sentences(), target);
    if (own.length > 0) desk.cut(pick(draw, own));
  },
  'sentence removed and brought back': (desk, draw, target) => {
    const own = inside(desk.sentences(), target);
    const span = pick(draw, own.length > 0 ? own : desk.sentences());
    const held = desk.cut(span);
    desk.replace([span[0], span[0]], held.text, held.ids);
  },
  'sentence moved': (desk, draw, target) => {
    const own = inside(desk.sentences(), target);
    const held = desk.cut(pick(draw, own.length > 0 && draw(2) === 0 ? own : desk.sentences()));
    const [at] = pick(draw, [...desk.sentences(), [0, 0] as const]);
    desk.replace([at, at], held.text, held.ids);
  },
  'paragraph moved': (desk, draw, target) => {
    const own = inside(desk.paragraphs(), target);
    const held = desk.cut(pick(draw, own.length > 0 && draw(2) === 0 ? own : desk.paragraphs()));
    const [at] = pick(draw, [...desk.paragraphs(), [0, 0] as const]);
    desk.replace([at, at], held.text, held.ids);
  },
  'paragraph added': (desk, draw) => {
    const [start] = pick(draw, desk.paragraphs());
    desk.replace([start, start], `${sentence(draw)} ${sentence(draw)}\n\n`);
  },
  'paragraph removed': (desk, draw) => {
    const all = desk.paragraphs();
    if (all.length > 2) desk.cut(pick(draw, all));
  },
  'paragraphs joined': (desk, draw) => {
    const [gap] = desk.spansOf(/\n\n(?=[^\n])/g).slice(draw(3));
    if (gap) desk.replace(gap, ' ');
  },
  'sentence copied': (desk, draw, target) => {
    const own = inside(desk.sentences(), target);
    const [start, end] = pick(draw, own.length > 0 && draw(2) === 0 ? own : desk.sentences());
    const text = desk.text.slice(start, end);
    const [at] = pick(draw, desk.paragraphs());
    desk.replace([at, at], text);
  },
  'marks made plain': (desk) => {
    for (const [start, end] of desk.spansOf(/[“”]/g)) desk.replace([start, end], '"');
  },
  'lines wrapped': (desk, draw) => {
    for (const [start, end] of desk.spansOf(/ /g)) if (draw(12) === 0) desk.replace([start, end], '\n');
  },
};

/** One of the texts, with a sentence or two that stand in it twice, or all but twice; or an article made up of little but such sentences. */
function drawText(draw: Draw, texts: readonly string[]): string {
  if (texts.length === 0 || draw(5) === 0) return article(draw);
  const desk = new Desk({ text: pick(draw, texts), ids: [] });
  for (let n = draw(4) - 1; n > 0; n--) {
    const [start, end] = pick(draw, desk.sentences());
    const [at] = pick(draw, desk.sentences());
    const words = desk.text.slice(start, end).trimEnd();
    const changed = words.replace(/\d+|\bthe\b/, (word) => pick(draw, ['48', 'a', word]));
    desk.replace([at, at], `${changed} `, []);
  }
  return desk.text;
}

/** Draws an article, by itself or out of `texts`, words of it to annotate, and a few edits. */
export function script(seed: number, texts: readonly string[] = []): Script {
  const draw = drawing(seed);
  const text = drawText(draw, texts);
  const before: Identified = { text, ids: Array.from(text, (_, i) => i) };
  const desk = new Desk(before);
  const span = annotated(desk, draw);
  const own = new Set(before.ids.slice(...span));
  const whereIs: WhereIs = () => {
    const at = desk.ids.flatMap((id, i) => (own.has(id) ? [i] : []));
    return at.length === 0 ? [0, 0] : [at[0] ?? 0, (at.at(-1) ?? 0) + 1];
  };
  const names: string[] = [];
  for (let n = 1 + draw(6); n > 0; n--) {
    const name = pick(draw, Object.keys(EDITS));
    if (desk.sentences().length < 2 || desk.words().length < 4) break;
    EDITS[name]?.(desk, draw, whereIs());
    names.push(name);
  }
  return { name: names.join(', '), before, edits: desk.edits, span };
}

function annotated(desk: Desk, draw: Draw): Span {
  const words = desk.words();
  const [start, end] = pick(draw, desk.sentences());
  const trimmed: Span = [start, start + desk.text.slice(start, end).trimEnd().length];
  switch (draw(5)) {
    case 0:
      return pick(draw, words);
    case 1: {
      const first = draw(words.length);
      const last = Math.min(words.length - 1, first + 1 + draw(6));
      return [words[first]?.[0] ?? 0, words[last]?.[1] ?? 1];
    }
    case 2: {
      const [from, to] = pick(draw, desk.paragraphs());
      return [from, from + desk.text.slice(from, to).trimEnd().length];
    }
    default:
      return trimmed;
  }
}

/** What a text is after a script's edits. */
export function after({ before, edits }: Pick<Script, 'before' | 'edits'>): Identified {
  let { text } = before;
  const ids = [...before.ids];
  for (const { replacement, ids: put } of edits) {
    const [from, to] = replacement.at;
    text = text.slice(0, from) + replacement.text + text.slice(to);
    ids.splice(from, to - from, ...put);
  }
  return { text, ids };
}

/** How an annotation has fared. */
export type Outcome = 'right' | 'part' | 'copy' | 'orphaned' | 'gone' | 'wrong';

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Judges where an annotation came to lie. *right*: most of what it lies on are its own letters, and most of those that are left lie under it; *part*: fewer. *copy*: it
 * lies on words like its own, typed anew, in surroundings as much like its own as those of what is left of it: nobody who sees only the text could tell. *gone*: most of its letters are gone and it lies nowhere. *orphaned*: it lies nowhere, though most are
 * left. *wrong*: anything else.
 */
export function judge({ before, span }: Script, { text, ids }: Identified, found: Span | null): Outcome {
  const letters = (of: Identified, [start, end]: Span): number[] =>
    of.ids.slice(start, end).filter((_, i) => LETTER.test(of.text[start + i] ?? ''));
  const own = new Set(letters(before, span));
  const left = letters({ text, ids }, [0, text.length]).filter((id) => own.has(id)).length;
  if (found === null) return left >= own.size * 0.6 ? 'orphaned' : 'gone';
  const under = letters({ text, ids }, found);
  const mine = under.filter((id) => own.has(id)).length;
  if (mine >= under.length * 0.6) return mine >= left * 0.5 ? 'right' : 'part';
  const at = ids.flatMap((id, i) => (own.has(id) ? [i] : []));
  // Other words have been typed in its place, or in the middle of it.
  if (isInPlace(before, span, ids, found) || (found[0] === at[0] && mine >= left * 0.9)) return 'right';
  const truth: Span = at.length > 0 ? [at[0] ?? 0, (at.at(-1) ?? 0) + 1] : [0, 0];
  const isCopy = sharedWords(text.slice(...found), before.text.slice(...span)) >= 0.7;
  const asLikely = alike(before.text, span, text, found) >= alike(before.text, span, text, truth);
  return isCopy && (left < own.size * 0.5 || asLikely) ? 'copy' : 'wrong';
}

/** Whether a place lies between the letters that stood nearest to the annotation: whatever it reads now was typed in its place. */
function isInPlace(before: Identified, [start, end]: Span, ids: readonly number[], found: Span): boolean {
  const places = (near: readonly number[]): number[] => near.map((id) => ids.indexOf(id)).filter((at) => at >= 0);
  const left = places(before.ids.slice(Math.max(0, start - 8), start)).at(-1);
  const [right] = places(before.ids.slice(end, end + 8));
  return left !== undefined && right !== undefined && left < found[0] && found[1] <= right;
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The share of the words of both that stand in both. */
function sharedWords(a: string, b: string): number {
  const left = wordsIn(b);
  const words = wordsIn(a);
  const all = Math.max(words.length, left.length);
  let shared = 0;
  for (const word of words) {
    const i = left.indexOf(word);
    if (i >= 0) left.splice(i, 1);
    if (i >= 0) shared++;
  }
  return all === 0 ? 1 : shared / all;
}

/** How many words around two places are the same, up to the first that is not on either side, six at the most on each. */
function alike(a: string, [aStart, aEnd]: Span, b: string, [bStart, bEnd]: Span): number {
  const count = (these: readonly string[], those: readonly string[]): number => {
    let shared = 0;
    while (shared < 6 && shared < these.length && these[shared] === those[shared]) shared++;
    return shared;
  };
  const before = (text: string, at: number): string[] => wordsIn(text.slice(Math.max(0, at - 100), at)).reverse();
  const after = (text: string, at: number): string[] => wordsIn(text.slice(at, at + 100));
  return count(before(a, aStart), before(b, bStart)) + count(after(a, aEnd), after(b, bEnd));
}
