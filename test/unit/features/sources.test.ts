import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lines } from '../../../server/src/features/lines';
import { createService } from '../../../server/src/service';
import { TEXTS } from './news-like';

const service = createService();
const sourcesOf = (text: string) => service.sources(service.analyse(text));

const HARBOUR = `Harbour dues to rise by a third

“We have put it off for nine winters,” said Mayor Ida Brekke. She said that the quay was sinking.

A source close to the council said that the dues would rise again in May.

The Clarion reported, citing two officials, that the council had borrowed 40 million crowns. “Not a crown,” Brekke said.

The town has lost more boats than any other on the coast since 2019.

“Somebody will pay.”
`;

describe('the sources of an article', () => {
  const { title, speakers, utterances, claims, words } = sourcesOf(HARBOUR);
  const speaker = (name: string) => speakers.find((one) => one.name === name);

  test('have its headline and its length in words', () => {
    expect(title).toBe('Harbour dues to rise by a third');
    expect(words).toBe(HARBOUR.match(/[\p{L}\p{N}]+/gu)?.length);
  });

  test('rank speakers by the words that they have, direct and reported', () => {
    const totals = speakers.map(({ direct, indirect }) => direct + indirect);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    expect(speakers[0]).toMatchObject({
      name: 'Ida Brekke',
      role: 'Mayor',
      kind: 'person',
      unnamed: false,
      direct: 11,
      indirect: 5,
    });
  });

  test('mark those who are not named', () => {
    expect(speakers.filter(({ unnamed }) => unnamed).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['A source close to the council', 'two officials']),
    );
    expect(speaker('Clarion') ?? speaker('The Clarion')).toMatchObject({ unnamed: false, kind: 'organization' });
  });

  test('give each speaker what they said, in order, with its place', () => {
    const said = utterances.filter(({ speaker }) => speaker === 'Ida Brekke');
    expect(said.map(({ kind, text, words }) => [kind, text, words])).toEqual([
      ['direct', '“We have put it off for nine winters,”', 8],
      ['indirect', 'that the quay was sinking', 5],
      ['direct', '“Not a crown,”', 3],
    ]);
    expect(said[0]?.place).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 38 } });
  });

  test('keep quotes that nobody said', () => {
    expect(utterances.filter(({ speaker, calledBy }) => speaker === null && calledBy === null).map(({ text }) => text)).toEqual([
      '“Somebody will pay.”',
    ]);
  });

  test('say of claims who stands behind them, and that they need a source where the findings say so', () => {
    const unsourced = claims.filter(({ needsSource }) => needsSource);
    expect(unsourced.map(({ text, support, speakers }) => [text, support, speakers])).toEqual([
      ['The town has lost more boats than any other on the coast since 2019.', 'none', []],
    ]);
    const article = service.analyse(HARBOUR);
    expect(service.sources(article, { findings: [] }).claims.filter(({ needsSource }) => needsSource)).toEqual([]);
  });
});

describe('relays', () => {
  const RELAYED =
    'Dam to close\n\nThe dam will close in June, the Clarion reported, citing two officials.\n\nIda Brekke said that the gates were safe.\n';
  const { relays, speakers, utterances } = sourcesOf(RELAYED);

  test('say who passed whom on', () => {
    expect(relays.map(({ carrier, carried, times }) => [carrier.name, carried.name, carried.unnamed, times])).toEqual([
      [expect.stringContaining('Clarion'), 'two officials', true, 1],
    ]);
  });

  test('give the words to whom they are from, and count them for the carrier as passed on', () => {
    const officials = speakers.find(({ name }) => name === 'two officials');
    const paper = speakers.find(({ name }) => name.includes('Clarion'));
    expect(officials?.indirect).toBe(6);
    expect([paper?.direct, paper?.indirect, paper?.passedOn]).toEqual([0, 0, 6]);
    expect(utterances.find(({ speaker }) => speaker === officials?.id)?.via).toEqual([paper?.name]);
  });
});

describe('ids', () => {
  const ids = (text: string) => {
    const { speakers, utterances, claims } = sourcesOf(text);
    return [...speakers, ...utterances, ...claims].map(({ id }) => id);
  };

  test('stay the same when something is written before them', () => {
    const later = ids(HARBOUR.replace('\n\n“We', '\n\nVera Lind said that the gulls were back. “We'));
    for (const id of ids(HARBOUR)) expect(later).toContain(id);
  });

  test('differ within a kind, whatever the article', () => {
    const twice = sourcesOf(`${HARBOUR}\n“Not a crown,” Brekke said.\n\n“Not a crown,” Brekke said.\n`);
    for (const list of [twice.speakers, twice.utterances, twice.claims]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  });
});

test('attributions less sure than wanted are left out', () => {
  const article = service.analyse(HARBOUR);
  expect(service.sources(article, { minimumConfidence: 1 }).speakers).toEqual([]);
});

test('of any text: each word belongs to one utterance at most, and sums agree', () => {
  fc.assert(
    fc.property(TEXTS, (text) => {
      const article = service.analyse(text);
      const { words, utterances, speakers } = service.sources(article);
      const owned = utterances
        .filter(({ speaker }) => speaker !== null)
        .flatMap(({ at }) => at)
        .sort((a, b) => a[0] - b[0]);
      owned.forEach(([from, to], i) => {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(owned[i + 1]?.[0] ?? words);
      });
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      expect(sum(speakers.map(({ direct, indirect }) => direct + indirect))).toBe(sum(owned.map(([from, to]) => to - from)));
      const lines = new Lines(text);
      for (const { place } of utterances) expect(lines.offsetAt(place.start)).toBeLessThan(lines.offsetAt(place.end));
    }),
  );
});
