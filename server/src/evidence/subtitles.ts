import { labelAt, type Turn } from './turns';

/** "00:01:02.500 --> 00:01:04,000", hours left out or not. */
const TIMING = /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->/;
/** WebVTT's voices: "<v Tina Marlowe>"; other tags are dropped. */
const TAG = /<([^<>\n]{0,200})>/g;
const VOICE = /^v(?:\.[^\s]*)?\s+(.+)$/;
/** What captions put where somebody else goes on: "- Yes.", ">> Yes." */
const CHANGE = /^\s*(?:[-–—](?=\s|\p{L})|>{2,})/u;

/** When a stretch of a recording starts. */
export interface Moment {
  /** Where its words start in the document. */
  readonly offset: number;
  /** From the start of the recording, in seconds. */
  readonly seconds: number;
}

/** What subtitles say, with blanks for everything else, so that every offset stays right. */
export interface Subtitles {
  readonly text: string;
  readonly turns: readonly Turn[];
  readonly moments: readonly Moment[];
}

/**
 * Reads SubRip and WebVTT: who speaks by voice tags, by names before a colon, and by the dashes at which another voice sets in. A line that a
 * caption repeats from the one before, as live captions do, is read once. Linear; never throws.
 */
export function readSubtitles(source: string): Subtitles {
  const pieces: string[] = [];
  const turns: { span: [number, number]; speaker: string | null }[] = [];
  const moments: Moment[] = [];
  let inCue = false;
  let speaker: string | null = null;
  let fresh = true;
  let cueLines: string[] = [];
  let shown: readonly string[] = [];
  let offset = 0;
  for (const line of source.split(/(?<=\n)/)) {
    const start = offset;
    offset += line.length;
    const timing = TIMING.exec(line);
    if (timing) {
      const [, hours = '0', minutes = '0', seconds = '0', part = '0'] = timing;
      moments.push({ offset, seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${part}`) });
      inCue = true;
      shown = cueLines;
      cueLines = [];
    } else if (line.trim() === '') inCue = false;
    if (timing || !inCue) {
      pieces.push(blank(line));
      continue;
    }
    const said = line.replace(/<[^<>\n]{0,200}>/g, '').trim();
    if (said !== '') cueLines.push(said);
    if (said === '' || shown.includes(said)) {
      pieces.push(blank(line));
      continue;
    }
    const voice = [...line.matchAll(TAG)].map(([, tag = '']) => VOICE.exec(tag)?.[1]?.trim()).find((name) => name !== undefined);
    let words = line.replace(TAG, (tag) => ' '.repeat(tag.length));
    const change = CHANGE.exec(words);
    if (change) {
      words = ' '.repeat(change[0].length) + words.slice(change[0].length);
      speaker = null;
      fresh = true;
    }
    const label = labelAt(words, 0);
    if (label) {
      words = ' '.repeat(label.end) + words.slice(label.end);
      speaker = label.speaker;
      fresh = true;
    }
    if (voice !== undefined) {
      fresh ||= voice !== speaker;
      speaker = voice;
    }
    const last = turns.at(-1);
    if (fresh || !last) turns.push({ span: [start, offset], speaker });
    else last.span[1] = offset;
    fresh = false;
    pieces.push(words);
  }
  return { text: pieces.join(''), turns, moments };
}

const blank = (line: string): string => line.replace(/[^\r\n]/g, ' ');
