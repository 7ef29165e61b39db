import type { Kind, Placed, Stamp } from '../annotations/annotation';
import { writtenSource } from '../annotations/source';
import { hasLapsed } from '../annotations/verdicts';
import type { Card, CardLine, Piece } from './card';

/** What an annotation is called where people see it. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  note: 'Note',
  question: 'Question',
  verified: 'Verified',
  disputed: 'Disputed',
  'needs-source': 'Needs a source',
};

/** The most lines of a note, and replies, that a card shows; the thread beside the article shows all. */
const MOST_LINES = 5;
const MOST_REPLIES = 3;

/** What somebody has added to words of an article: what, who, when, why, and what the others answered. */
export function annotationCard(text: string, placed: Placed): Card {
  const { kind, note, sources, replies, resolved, selectors, by, at } = placed.annotation;
  const card: CardLine[] = [[{ words: KIND_NAMES[kind], strong: true }, ...stamp({ by, at })]];
  if (hasLapsed(text, placed))
    card.push(['The words have changed since, so this no longer counts. Verified was: “', { words: selectors?.exact ?? '' }, '”']);
  const lines = note.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  card.push(...lines.slice(0, MOST_LINES).map((words): CardLine => [{ words }]));
  if (lines.length > MOST_LINES) card.push(['…']);
  if (sources.length > 0) {
    card.push([
      sources.length > 1 ? 'Sources: ' : 'Source: ',
      ...sources.flatMap((source, i): Piece[] => [i > 0 ? '; ' : '', { words: writtenSource(source) }]),
    ]);
  }
  const answers = replies
    .slice(-MOST_REPLIES)
    .map((reply): Piece[] => [{ words: reply.by ?? 'Somebody', strong: true }, ': ', { words: reply.note }]);
  if (answers.length > 0) card.push({ list: answers });
  if (resolved) card.push(['Settled', ...stamp(resolved)]);
  return card;
}

/** " by Ana Ruiz, 1 March 2026" */
const stamp = ({ by, at }: Stamp): Piece[] => [...(by === null ? [] : [' by ', { words: by }]), ...dayOf(at)];

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The day of a time as RFC 3339 writes it, in words; nothing for anything else. */
function dayOf(at: string | null): Piece[] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(at ?? '') ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? [] : [`, ${Number(day)} ${name} ${year}`];
}
