/**
 * Says a message in the reader's language: `{0}`, `{1}` … stand for the arguments. VS Code's `l10n.t` is one, {@link english} another; a message is its own
 * key, so that whoever translates sees all of it.
 */
export type Say = (message: string, ...args: (string | number)[]) => string;

/** Says messages as they are written. */
export const english: Say = (message, ...args) => message.replace(/\{(\d)\}/g, (hole, i: string) => String(args[Number(i)] ?? hole));

/** Says how many, by the message for one or by that for any other number; both have the number at `{0}`. */
export const count = (say: Say, n: number, one: string, other: string): string => say(n === 1 ? one : other, n);

/** How many words. */
export const words = (say: Say, n: number): string => count(say, n, '{0} word', '{0} words');

/** A part of a whole, in per cent; 0 of nothing is 0 %. */
export const percent = (say: Say, part: number, whole: number): string => say('{0} %', whole === 0 ? 0 : Math.round((100 * part) / whole));

/** The parts of a whole, in per cent that add up to 100: what rounding leaves over goes to those that it has cut most. */
export function percents(say: Say, parts: readonly number[]): string[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const exact = parts.map((part) => (whole === 0 ? 0 : (100 * part) / whole));
  const rounded = exact.map(Math.floor);
  const left = whole === 0 ? 0 : 100 - rounded.reduce((sum, n) => sum + n, 0);
  const byRest = exact.map((n, i) => [n - Math.floor(n), i] as const).sort((a, b) => b[0] - a[0]);
  for (const [, i] of byRest.slice(0, left)) rounded[i] = (rounded[i] ?? 0) + 1;
  return rounded.map((n) => say('{0} %', n));
}
