import type { Span } from '../text/span';

/** A number of something, as a text gives it. */
export interface Quantity {
  /** Of the figure and its magnitude: "780 million", "£3.4m", "two dozen". */
  readonly span: Span;
  readonly value: number;
  /** How much the last digit given counts: 780 million → 1,000,000. */
  readonly step: number;
  /** What is counted, as a stem: "peopl", "crown", "%", "£"; empty where nothing says. */
  readonly unit: string;
}

const WORDS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
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
  /(?<currency>[£$€¥])?(?<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)\b)(?:[ -]?(?<magnitude>hundred|thousand|million|billion|trillion|mn|bn|[mkb])\b)?(?<percent>\s?%| per ?cent\b)?/giu;
const NOUN = /^[\s-](?:(?:more|new|old|other|local|small|young|of the|of its|of) )?(\p{Ll}{3,})/u;
const STEM = 5;
/** After these a figure is a part of a name, a date, an age or a place in a row. */
const NOT_A_QUANTITY =
  /(?:\b(?:No|Nos|Route|Room|Chapter|Section|Article|aged|age|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.? |[\d.:/-])$/;
const ORDINAL_OR_TIME = /^(?:st|nd|rd|th)\b|^[:/.-]\d|^[ap]\.?m\b|^ [ap]\.?m\b/;

/** The quantities of a text, in order; no years, dates, times or places in a row. Linear. */
export function quantitiesOf(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { currency, figure = '', magnitude, percent } = match.groups ?? {};
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const after = text.slice(end, end + 40);
    const spelt = WORDS.get(figure.toLowerCase());
    const plain = spelt ?? Number(figure.replaceAll(',', ''));
    const bare = currency === undefined && magnitude === undefined && percent === undefined;
    if (NOT_A_QUANTITY.test(before) || ORDINAL_OR_TIME.test(after) || /[\p{L}\d]$/u.test(before)) continue;
    if (bare && /^(?:1[5-9]|20)\d\d$/.test(figure)) continue;
    const scale = magnitude === undefined ? 1 : (MAGNITUDES[magnitude.toLowerCase()] ?? 1);
    const unit = percent !== undefined ? '%' : (currency ?? NOUN.exec(after)?.[1]?.slice(0, STEM) ?? '');
    found.push({ span: [match.index, end], value: plain * scale, step: stepOf(figure, spelt !== undefined) * scale, unit });
  }
  return found;
}

/** 1,200 may be rounded to hundreds; 14.20 is given to hundredths. */
function stepOf(figure: string, spelt: boolean): number {
  if (spelt) return 1;
  const decimals = /\.(\d+)$/.exec(figure)?.[1]?.length;
  if (decimals !== undefined) return 10 ** -decimals;
  const zeros = /0*$/.exec(figure.replaceAll(',', ''))?.[0].length ?? 0;
  return 10 ** zeros;
}

/** Whether one could be the other, rounded as coarsely as either is given. */
export const agree = (a: Quantity, b: Quantity): boolean => Math.abs(a.value - b.value) < Math.max(a.step, b.step);
