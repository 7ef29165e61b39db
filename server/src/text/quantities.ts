import type { Span } from './span';

/** A number of something, as a text gives it. */
export interface Quantity {
  /** Of the figure and its magnitude: "780 million", "£3.4m", "two dozen". */
  readonly span: Span;
  readonly value: number;
  /** How much the last digit given counts: 780 million → 1,000,000. */
  readonly step: number;
  /** What is counted, as a stem: "peopl", "crown", "%", "£"; empty where nothing says. */
  readonly unit: string;
  /** "more than", "up to", "about": how the words before the figure leave room. */
  readonly room: 'above' | 'below' | 'around' | null;
}

const WORDS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i): [string, number] => [word, 20 + 10 * i]),
);
const MAGNITUDES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
};
const NUMBER =
  /(?<currency>[£$€¥])?(?<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)\b)(?:[ -]?(?<magnitude>hundred|thousand|million|billion|trillion|mn|bn|[mkb])\b)?(?<percent>\s?%| per ?cent\b)?/giu;
const FRACTION = /\b(?:(?<count>an?|one|two|three|four|nine)[ -](?<part>half|thirds?|quarters?|fifths?|tenths?)|(?<half>half)) of\b/giu;
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
};
/** A fraction in words is rounder than a figure, by so many hundredths. */
const FRACTION_STEP = 4;
/** The signs of money that is written out: "1.2 million pounds". */
const MONEY: Readonly<Record<string, string>> = { pound: '£', pounds: '£', dollar: '$', dollars: '$', euro: '€', euros: '€', yen: '¥' };
const ROOM_BEFORE =
  /\b(?:(?<above>more than|over|at least|no fewer than|no less than|above|exceed(?:s|ed|ing)?)|(?<below>fewer than|less than|under|up to|at most|nearly|almost|below|close to)|(?<around>about|around|some|roughly|approximately|an estimated|estimated)) (?:US)?$/i;
const NOUN = /^[\s-](?:(?:more|new|old|other|local|small|young|of the|of its|of) )?(\p{Ll}{3,})/u;
const STEM = 5;
/** After these a figure is a part of a name, a date, an age or a place in a row. */
const NOT_A_QUANTITY =
  /(?:\b(?:[Mm]agnitude|[Cc]ategory|[Ll]evel|[Pp]hase|[Gg]rade|[Ff]light|[Hh]ighway|[Pp]age|No|Nos|Route|Room|Chapter|Section|Article|aged|age|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.? |[\d.:/-])$/;
const ORDINAL_OR_TIME = /^(?:st|nd|rd|th)\b|^[:/.-]\d|^[ap]\.?m\b|^ [ap]\.?m\b/;

/** The quantities of a text, in order; no years, dates, times or places in a row. Linear. */
export function quantitiesOf(text: string): Quantity[] {
  const fractions = [...text.matchAll(FRACTION)].map((match) => fractionOf(text, match));
  const figures = [...text.matchAll(NUMBER)].flatMap((match) => figureOf(text, match) ?? []);
  if (fractions.length === 0) return figures;
  // "two-thirds of" is no "two".
  const starts = new Set(fractions.map(({ span }) => span[0]));
  return [...fractions, ...figures.filter(({ span }) => !starts.has(span[0]))].sort((a, b) => a.span[0] - b.span[0]);
}

function fractionOf(text: string, { index, groups }: RegExpExecArray): Quantity {
  const { count, part = 'half', half } = groups ?? {};
  const parts = PARTS[part.toLowerCase()] ?? 2;
  const many = half === undefined ? (WORDS.get((count ?? '').toLowerCase()) ?? 1) : 1;
  const words = half ?? `${count} ${part}`;
  return {
    span: [index, index + words.length],
    value: (100 * many) / parts,
    step: FRACTION_STEP,
    unit: '%',
    room: roomBefore(text, index),
  };
}

function figureOf(text: string, match: RegExpExecArray): Quantity | null {
  const { currency, figure = '', magnitude, percent } = match.groups ?? {};
  const end = match.index + match[0].length;
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const after = text.slice(end, end + 40);
  const spelt = speltOut(figure.toLowerCase());
  const plain = spelt ?? Number(figure.replaceAll(',', ''));
  const bare = currency === undefined && magnitude === undefined && percent === undefined;
  if (NOT_A_QUANTITY.test(before) || ORDINAL_OR_TIME.test(after) || (/[\p{L}\d]$/u.test(before) && !/\bUS$/.test(before))) return null;
  if (bare && /^(?:1[5-9]|20)\d\d$/.test(figure)) return null;
  const scale = magnitude === undefined ? 1 : (MAGNITUDES[magnitude.toLowerCase()] ?? 1);
  const noun = NOUN.exec(after)?.[1] ?? '';
  const unit = percent !== undefined ? '%' : (currency ?? MONEY[noun] ?? noun.slice(0, STEM));
  const step = stepOf(figure, spelt !== undefined) * scale;
  return { span: [match.index, end], value: plain * scale, step, unit, room: roomBefore(text, match.index) };
}

/** "twelve", "twenty-five" */
function speltOut(word: string): number | undefined {
  const [tens = '', ones] = word.split('-');
  const ten = TENS.get(tens);
  if (ten === undefined) return WORDS.get(word);
  return ones === undefined ? ten : ten + (WORDS.get(ones) ?? 0);
}

function roomBefore(text: string, at: number): Quantity['room'] {
  const { above, below, around } = ROOM_BEFORE.exec(text.slice(Math.max(0, at - 24), at))?.groups ?? {};
  if (above !== undefined) return 'above';
  if (below !== undefined) return 'below';
  return around === undefined ? null : 'around';
}

/** 1,200 may be rounded to hundreds, 20 is twenty; 14.20 is given to hundredths. */
function stepOf(figure: string, spelt: boolean): number {
  if (spelt) return 1;
  const decimals = /\.(\d+)$/.exec(figure)?.[1]?.length;
  if (decimals !== undefined) return 10 ** -decimals;
  const digits = figure.replaceAll(',', '');
  let zeros = 0;
  while (digits.charAt(digits.length - 1 - zeros) === '0') zeros++;
  return digits.length < 3 ? 1 : 10 ** zeros;
}

/** What "about" and its like leave. */
const LEEWAY = 0.1;
/** "More than 100" leaves room for 150, not for 1,000. */
const MOST_ROOM = 2;

/** Whether one could be the other, rounded as coarsely as either is given, or as far off as its words allow. */
export const agree = (a: Quantity, b: Quantity): boolean =>
  Math.abs(a.value - b.value) < Math.max(a.step, b.step) || leavesRoom(a, b.value) || leavesRoom(b, a.value);

function leavesRoom({ room, value }: Quantity, other: number): boolean {
  if (room === 'above') return other >= value && other <= MOST_ROOM * value;
  if (room === 'below') return other <= value && value <= MOST_ROOM * other;
  return room === 'around' && Math.abs(other - value) <= LEEWAY * value;
}
