import { numberAt, ordinalAt } from './numbers';

const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
);

/** Whether words of a quote and of its source say the same day of a month: "3", "the third", "3rd" beside the month. `beside`: the words of the source around. */
export function isSameDay(quoted: readonly string[], said: readonly string[], beside: readonly string[]): boolean {
  const [a, b] = [dayOf(quoted), dayOf(said)];
  if (!a || !b || a.day !== b.day || a.month !== b.month) return false;
  return a.month !== null || beside.some((word) => MONTHS.has(word));
}

/** A day, with its month where the words have one; null where they are anything else. */
function dayOf(words: readonly string[]): { readonly day: number; readonly month: string | null } | null {
  let day: number | null = null;
  let month: string | null = null;
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    const number = ordinalAt(words, at) ?? numberAt(words, at);
    if (number && day === null && Number.isInteger(number.value) && number.value >= 1 && number.value <= 31) day = number.value;
    else if (!number && MONTHS.has(word) && month === null) month = word.slice(0, 3);
    else if (number || (word !== 'the' && word !== 'of')) return null;
    at += number?.words ?? 1;
  }
  return day === null ? null : { day, month };
}

/** Whether words of a quote and of its source say the same time of day: "4.20", "four twenty", "twenty past four", "4 pm", "four o'clock". */
export function isSameTime(quoted: readonly string[], said: readonly string[]): boolean {
  const [a, b] = [timeOf(quoted), timeOf(said)];
  return a !== null && b !== null && a.minutes === b.minutes && (a.half === null || b.half === null || a.half === b.half);
}

interface Time {
  /** Since twelve. */
  readonly minutes: number;
  readonly half: 'am' | 'pm' | null;
}

const HALVES: ReadonlySet<string | undefined> = new Set(['am', 'pm']);
const AFTER: ReadonlySet<string | undefined> = new Set(['past', 'after']);
const BEFORE: ReadonlySet<string | undefined> = new Set(['to', 'before', 'till', 'of']);

/** The time of day that all of `words` say; null where they are anything else. */
function timeOf(words: readonly string[]): Time | null {
  const last = words.at(-1);
  const half = HALVES.has(last) ? (last as 'am' | 'pm') : null;
  const spoken = half ? words.slice(0, -1) : words;
  const minutes = onClock(spoken) ?? relative(spoken) ?? (half ? hourAlone(spoken) : null);
  return minutes === null ? null : { minutes: minutes % 720, half };
}

/** "4.20", "four twenty", "four oh five", "four o'clock". */
function onClock(words: readonly string[]): number | null {
  const [, written, figure] = /^(\d{1,2})\.(\d\d)$/.exec(words.length === 1 ? (words[0] ?? '') : '') ?? [];
  if (written !== undefined) return clock(Number(written), Number(figure));
  const hour = numberAt(words, 0);
  if (!hour) return null;
  const rest = words.slice(hour.words);
  if (rest.length === 1 && rest[0] === "o'clock") return clock(hour.value, 0);
  const oh = rest[0] === 'oh' || rest[0] === 'o';
  const minute = numberAt(rest, oh ? 1 : 0);
  if (!minute || minute.words + (oh ? 1 : 0) !== rest.length) return null;
  const two = oh ? minute.value < 10 : minute.value >= 10 || /^\d\d$/.test(rest[0] ?? '');
  return two ? clock(hour.value, minute.value) : null;
}

/** "Half past four", "a quarter to five", "twenty minutes past four". */
function relative(words: readonly string[]): number | null {
  const said = words[0] === 'a' ? words.slice(1) : words;
  const number = numberAt(said, 0);
  const minutes = said[0] === 'half' ? 30 : said[0] === 'quarter' ? 15 : (number?.value ?? null);
  let at = number?.words ?? 1;
  if (said[at] === 'minutes') at++;
  const [after, before] = [AFTER.has(said[at]), BEFORE.has(said[at])];
  const hour = hourAlone(said.slice(at + 1));
  if (minutes === null || hour === null || !(after || before)) return null;
  return after ? hour + minutes : hour + 720 - minutes;
}

function hourAlone(words: readonly string[]): number | null {
  const spoken = words.at(-1) === "o'clock" ? words.slice(0, -1) : words;
  const hour = numberAt(spoken, 0);
  return hour && hour.words === spoken.length ? clock(hour.value, 0) : null;
}

const clock = (hour: number, minute: number): number | null =>
  Number.isInteger(hour) && hour >= 0 && hour <= 24 && Number.isInteger(minute) && minute >= 0 && minute < 60 ? hour * 60 + minute : null;
