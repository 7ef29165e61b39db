import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { Lines } from '../../../server/src/features/lines';
import { searchSpeakers, speakersIn } from '../../../server/src/features/speaker-search';

const article = (name: string, text: string) => speakersIn(analyse(text), `file:///paper/${name}`, new Lines(text));

const PIER = article(
  'pier.txt',
  'Pier opens\n\nMayor Ana Ruiz opened the pier on Monday. “It is ours,” Ruiz told reporters. A source said that it leaks.\n',
);
const BOAT = article(
  'boat%20trip.txt',
  'The boats are out in the bay and nobody minds. “They are out,” said Tom Hale, a nurse. “Ruiz is well,” said Ana Rúa.\n',
);

/** The names that a search finds, with where. */
const search = (query: string): string[] =>
  searchSpeakers([PIER, BOAT], query).map(({ name, containerName }) => `${name} · ${containerName}`);

describe('a search for speakers', () => {
  test('finds them in every article, by a few letters, and says in which', () => {
    expect(search('hale')).toEqual(['Tom Hale · boat trip.txt']);
    expect(search('thl')).toEqual(['Tom Hale · boat trip.txt']);
    expect(search('rua')).toEqual(['Ana Rúa · boat trip.txt']);
  });

  test('puts first who fits best, then who comes up most', () => {
    expect(search('ana').slice(0, 2)).toEqual(['Ana Ruiz · Pier opens', 'Ana Rúa · boat trip.txt']);
  });

  test('leads to the fullest naming', () => {
    const [found] = searchSpeakers([PIER], 'ruiz');
    expect(found?.location).toEqual({
      uri: 'file:///paper/pier.txt',
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 14 } },
    });
  });

  test('leaves out those whom an article keeps back', () => {
    expect(search('source')).toEqual([]);
    expect(search('').length).toBeGreaterThan(2);
  });
});
