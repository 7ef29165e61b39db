import type { Draft } from './draft';
import type { Reading, Run } from './reading';

/** Longest name before a turn's colon, in tokens ("MINISTER FOR FOREIGN AFFAIRS LAVROV:"). */
const LONGEST_TURN_NAME = 7;

/** Words before a colon that name no speaker though they look like one. */
const LABELS = new Set(['note', 'update', 'updated', 'correction', 'photo', 'photos', 'picture', 'video', 'watch', 'read', 'more', 'related', 'source', 'sources', 'contact', 'breaking', 'analysis', 'opinion', 'exclusive', 'live', 'key', 'date', 'time', 'place', 'location', 'price', 'verdict', 'score', 'result', 'results', 'subject', 'tel', 'email', 'phone', 'website', 'attention']); // biome-ignore format: one list

/**
 * Attributions that the layout makes without a verb: a transcript's or an interview's turn ("LAVROV: We will see.", "Q: …"), a headline's
 * ("Minister: We will not yield"), a quote signed with a dash ("“…” — Ana Ruiz, Leeds").
 */
export function layoutPatterns(r: Reading): Draft[] {
  const draft = turn(r) ?? signature(r);
  return draft ? [draft] : [];
}

function turn(r: Reading): Draft | null {
  let colon = 0;
  while (colon <= LONGEST_TURN_NAME && colon < r.length && r.word(colon) !== ':') colon++;
  if (r.word(colon) !== ':' || colon === 0 || colon + 1 >= r.length) return null;
  const name: Run = [0, colon];
  const words = Array.from({ length: colon }, (_, i) => r.raw(i));
  if (words.some((word) => LABELS.has(word.toLowerCase()))) return null;
  const headline = r.block.kind === 'headline' || r.block.kind === 'subhead';
  const shouted = words.every((word) => word === word.toUpperCase()) && words.some((word) => /^\p{Lu}/u.test(word));
  const named = words.every((word) => /^[\p{Lu}.’'-]/u.test(word)) && !words.some((word) => /^\d/.test(word));
  if (!shouted && !(headline && named)) return null;
  // A dateline also shouts, but ends in a full stop, a dash or a bracket, never in a bare colon after a name.
  return {
    source: name,
    cue: [[colon, colon + 1]],
    content: [[colon + 1, r.length]],
    pattern: headline ? 'headline' : 'turn',
    confidence: headline ? 0.7 : 0.9,
  };
}

function signature(r: Reading): Draft | null {
  const quotes = r.block.quotes;
  const last = quotes.length - 1;
  if (last < 0) return null;
  const [, end] = r.quoteRun(last);
  const dash = r.word(end);
  if (!/^(?:—|–|―|--|-)$/.test(dash) || end + 1 >= r.length || r.length - end > 14) return null;
  if (!/^\p{Lu}/u.test(r.raw(end + 1))) return null;
  for (let at = end + 1; at < r.length; at++) if (/^(?:VBD|VBZ|VBP|MD)$/.test(r.tag(at))) return null;
  const stop = /^[.!]$/.test(r.word(r.length - 1)) ? r.length - 1 : r.length;
  return {
    source: [end + 1, stop],
    cue: [[end, end + 1]],
    content: quotes.map((_, q) => r.quoteRun(q)),
    pattern: 'signature',
    confidence: 0.9,
  };
}
