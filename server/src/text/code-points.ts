/** Whether the unit at `at` is the second half of a character that takes two UTF-16 units. */
export const isTrailingHalf = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;

/** How many code points there are before `offset`, which is in UTF-16 units. Linear. */
export function pointsBefore(text: string, offset: number): number {
  let points = 0;
  for (let at = 0; at < offset; at++) if (!isTrailingHalf(text, at)) points++;
  return points;
}

/** The offset, in UTF-16 units, of code point number `point`; the length of the text where it has fewer. Linear. */
export function offsetOfPoint(text: string, point: number): number {
  let points = 0;
  for (let at = 0; at < text.length; at++) {
    if (isTrailingHalf(text, at)) continue;
    if (points === point) return at;
    points++;
  }
  return text.length;
}

/** How many units one step of a counter's table covers. */
const STEP = 4096;

/** Offsets in UTF-16 units to offsets in code points, for many questions on one text: by a table of one count every few thousand units. */
export function codePointCounter(text: string): (offset: number) => number {
  const counts = [0];
  let points = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isTrailingHalf(text, at)) points++;
    if ((at + 1) % STEP === 0) counts.push(points);
  }
  return (offset) => {
    const step = Math.floor(offset / STEP);
    let count = counts[step] ?? 0;
    for (let at = step * STEP; at < offset; at++) if (!isTrailingHalf(text, at)) count++;
    return count;
  };
}
