import type { Span } from '../text/span';

/** What one person says without another between. */
export interface Turn {
  /** With what it says and, in transcripts, its label. */
  readonly span: Span;
  /** As the transcript names who speaks ("MR. HART", "Q"); null where it only says that somebody else does. */
  readonly speaker: string | null;
}

/** The turns of a transcript, and where its labels stand. */
export interface Turns {
  readonly turns: readonly Turn[];
  readonly labels: readonly Span[];
}

/** A label at the start of a line. */
interface Label {
  /** After the label and what sets it off. */
  readonly end: number;
  readonly speaker: string;
  /** Nothing but a speaker is written like this: "Q.", "MAYOR HALE:". */
  readonly sure: boolean;
}

/** "[00:12:04]", "(12:04)" or "00:12:04" before a speaker. */
const STAMP = /^\s*(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s+[-–]?\s*)?/;
const LABEL =
  /^(?:(?<part>[QA])\d{0,3}\s?[.:]\s|(?<name>\p{Lu}[\p{L}\p{M}\p{N}.’'-]*(?: [\p{L}\p{M}\p{N}.’'&-]+){0,5})(?: ?\([^()\n]{1,60}\))?(?: ?[[(]\d{1,2}:\d{2}(?::\d{2})?[\])])?\s?:(?=\s))/u;
/** The longest label, in UTF-16 units. */
const LONGEST = 140;
/** What stands before a colon and is nobody. */
const NOBODY = new Set(
  'note notes date time place present apologies absent subject re from to cc bcc tel phone email contact source sources location venue agenda item motion summary background total figure table chapter section contents update correction editor editors for by in on at about media web website press release embargo embargoed title page transcript recording duration participants speakers attendees attending length case number docket court county before example warning http https whereas resolved answer question results headline quote quotes'.split(
    ' ',
  ),
);
/** Small words that names hold. */
const SMALL = new Set('of the and for de la van von der den al bin di da du le y &'.split(' '));

/** The label of a speaker at the start of the line `text` begins at `from`; null where there is none. */
export function labelAt(text: string, from: number): Label | null {
  const line = text.slice(from, from + LONGEST);
  const stamp = STAMP.exec(line)?.[0].length ?? 0;
  const match = LABEL.exec(line.slice(stamp));
  if (!match) return null;
  const end = from + stamp + match[0].length;
  const { part, name } = match.groups ?? {};
  if (part !== undefined) return { end, speaker: part, sure: true };
  if (name === undefined) return null;
  const words = name.split(' ');
  const [first = ''] = words;
  if (NOBODY.has(first.toLowerCase()) || !words.every(isNameWord)) return null;
  const loud = name === name.toUpperCase() && /\p{Lu}{2}/u.test(name);
  return { end, speaker: name, sure: loud };
}

const isNameWord = (word: string): boolean => SMALL.has(word.toLowerCase()) || /^[\p{Lu}\d]/u.test(word);

/** How many lines have to carry labels before a text is a transcript. */
const FEWEST = 2;

/**
 * Finds who speaks where: "NAME: …", "Q." and "A.", names on lines of their own above what they say. A text in which hardly anything looks like a
 * label is no transcript. Linear.
 */
export function turnsOf(text: string): Turns {
  const found: { at: number; label: Label }[] = [];
  const counts = new Map<string, number>();
  const alone = linesAlone(text);
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const label = labelAt(text, at) ?? alone(at, end);
    if (label && label.end <= Math.max(end, at + 1)) {
      found.push({ at, label });
      counts.set(label.speaker, (counts.get(label.speaker) ?? 0) + 1);
    }
    at = end + 1;
  }
  const loud = found.filter(({ label }) => label.sure).length;
  const again = found.filter(({ label }) => (counts.get(label.speaker) ?? 0) >= 2).length;
  const kept = found.filter(({ label }) => (label.sure && loud >= FEWEST) || again >= FEWEST);
  if (kept.length < FEWEST) return { turns: [], labels: [] };
  const turns = kept.map(({ at, label }, i): Turn => ({ span: [at, kept[i + 1]?.at ?? text.length], speaker: label.speaker }));
  return { turns, labels: kept.map(({ at, label }) => [at, label.end]) };
}

/** "TINA MARLOWE" alone on its line: a label where the name comes again so, and something follows on the next line. */
function linesAlone(text: string): (at: number, end: number) => Label | null {
  const counts = new Map<string, number>();
  const shape = /^\p{Lu}[\p{Lu}.’'-]*(?: [\p{Lu}.’'-]+){0,4}$/u;
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    const name = line.length < 60 ? line.trim() : '';
    if (name.length > 2 && shape.test(name) && lines[i + 1]?.trim()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (at, end) => {
    if (end - at >= 60) return null;
    const name = text.slice(at, end).trim();
    return (counts.get(name) ?? 0) >= 2 ? { end, speaker: name, sure: true } : null;
  };
}
