const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBERS = new Map<string, number>([
  ...ONES.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
]);
const ORDINALS = new Map<string, number>([
  ...'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word.replace(/y$/, 'ieth'), 20 + 10 * i]),
]);
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** A number, with how many words it takes. */
export interface Counted {
  readonly value: number;
  readonly words: number;
}

/** The words with numbers in figures: "twenty five" → "25", "1.5 million" → "1500000", "twenty third" → "23rd". */
export function figures(words: readonly string[]): string[] {
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    const ordinal = ordinalAt(words, at);
    const number = ordinal ?? numberAt(words, at);
    if (number) written.push(ordinal ? inFigures(number.value) : String(number.value));
    else written.push(words[at] ?? '');
    at += number?.words ?? 1;
  }
  return written;
}

/** 3 → "3rd". */
function inFigures(value: number): string {
  const [last, teens] = [value % 10, Math.floor(value / 10) % 10 === 1];
  return `${value}${teens ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}

/** "third", "twenty third", "3rd" at a place; undefined where none is. Below a hundred. */
export function ordinalAt(words: readonly string[], from: number): Counted | undefined {
  const word = words[from] ?? '';
  const [, figure] = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word) ?? [];
  const value = figure === undefined ? ORDINALS.get(word) : Number(figure);
  if (value !== undefined) return { value, words: 1 };
  const [ten, one] = [NUMBERS.get(word), ORDINALS.get(words[from + 1] ?? '')];
  return ten !== undefined && ten >= 20 && one !== undefined && one > 0 && one < 10 ? { value: ten + one, words: 2 } : undefined;
}

/** "23", "twenty three", "1.5 million", "a hundred and two" at a place; undefined where none is. */
export function numberAt(words: readonly string[], from: number): Counted | undefined {
  let total = 0;
  let part = 0;
  let end = from;
  /** What may follow: a figure below this. "Four twenty" are two. */
  let room = Number.POSITIVE_INFINITY;
  for (let at = from; at < words.length; at++) {
    const word = words[at] ?? '';
    const value = figureOf(word);
    const scale = SCALES[word];
    if (value !== undefined) {
      if (value >= room) break;
      part += value;
      room = NUMBERS.has(word) && value >= 20 ? 10 : 0;
    } else if (scale !== undefined && (at > from || word.length > 2)) {
      part = (part || 1) * scale;
      room = scale;
      if (scale > 100) {
        total += part;
        part = 0;
      }
    } else if (
      (word === 'a' && at === from && isScale(words[at + 1])) ||
      (word === 'and' && at > from && (figureOf(words[at + 1] ?? '') ?? room) < room)
    )
      continue;
    else break;
    end = at + 1;
  }
  return end > from ? { value: Number((total + part).toPrecision(12)), words: end - from } : undefined;
}

const figureOf = (word: string): number | undefined => (/^\d+(?:\.\d+)?$/.test(word) ? Number(word) : NUMBERS.get(word));

const isScale = (word: string | undefined): boolean => word !== undefined && word.length > 2 && Object.hasOwn(SCALES, word);
