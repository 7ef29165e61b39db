import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EvidenceIndex } from '../../../server/src/evidence/evidence-index';
import { findQuote } from '../../../server/src/evidence/quote-search';
import { readWords } from '../../../server/src/evidence/words';
import { documentOf, indexOf, look } from './sources';

const VOCABULARY =
  'harbour pier timber winter council nobody waited ladder catch fishermen water bridge rotten mayor hundred letters school buses the of and we will not it was for to a that in they had his her when before after'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...VOCABULARY), { minLength: 4, maxLength: 14 })
  .map((words) => `${(words[0] ?? '').charAt(0).toUpperCase()}${words.join(' ').slice(1)}.`);
const turn = fc.record({ speaker: fc.constantFrom('HALE', 'MARLOWE', 'BREKKE'), said: fc.array(sentence, { minLength: 1, maxLength: 4 }) });
const transcript = fc
  .array(turn, { minLength: 2, maxLength: 8 })
  .map((turns) => turns.map(({ speaker, said }) => `${speaker}: ${said.join(' ')}`).join('\n\n'));
const files = fc
  .array(transcript, { minLength: 1, maxLength: 4 })
  .map((texts) => Object.fromEntries(texts.map((text, i) => [`t${i}.txt`, text])));

/** A stretch of what one speaker says in one of the files. */
const stretch = fc.tuple(files, fc.nat(), fc.nat(), fc.integer({ min: 6, max: 20 })).map(([texts, f, s, length]) => {
  const names = Object.keys(texts);
  const text = texts[names[f % names.length] ?? ''] ?? '';
  const turns = text.split('\n\n').map((said) => said.replace(/^[A-Z]+: /, ''));
  const said = turns[s % turns.length] ?? '';
  const words = said.split(' ');
  const from = s % Math.max(1, words.length - 5);
  return { texts, words: words.slice(from, from + length) };
});

const ALLOWED = ['verbatim', 'edited'];

describe('any stretch of a transcript', () => {
  test('in quotation marks is found word for word, at a place that has its words', () => {
    fc.assert(
      fc.property(stretch, ({ texts, words }) => {
        const index = indexOf(texts);
        const { verdict, places } = look(index, words.join(' '));
        expect(verdict).toBe('verbatim');
        const [place] = places;
        const source = texts[place?.name.replace('sources/', '') ?? ''] ?? '';
        const letters = (text: string) =>
          text
            .toLowerCase()
            .replace(/[^a-z]+/g, ' ')
            .trim();
        expect(letters(source.slice(...(place?.span ?? [0, 0])))).toBe(letters(words.join(' ')));
      }),
    );
  });

  test('stays allowed after allowed edits', () => {
    const edit = fc.constantFrom<(words: string[]) => string>(
      (words) => words.join('  '),
      (words) => words.join(' ').toUpperCase(),
      (words) => `“${words.join(' ').replace(/\./g, ' –')}”`,
      (words) => `[${(words[0] ?? '').charAt(0)}]${words.join(' ').slice(1)}`,
      (words) => [words.slice(0, 3).join(' '), '[at the time]', ...words.slice(3)].join(' '),
      (words) => `…${words.join(' ')} …`,
      (words) => [...words.slice(0, 3), '[…]', ...words.slice(Math.max(3, words.length - 3))].join(' '),
    );
    fc.assert(
      fc.property(stretch, edit, ({ texts, words }, change) => {
        expect(ALLOWED).toContain(look(indexOf(texts), change([...words])).verdict);
      }),
    );
  });

  test('is the same whatever came and went before', () => {
    fc.assert(
      fc.property(stretch, transcript, ({ texts, words }, passing) => {
        const index = indexOf({ 'passing.txt': passing, ...texts });
        index.remove('file:///news/sources/passing.txt');
        for (const [name, text] of Object.entries(texts)) index.add(documentOf(name, text));
        expect(look(index, words.join(' '))).toEqual(look(indexOf(texts), words.join(' ')));
        expect(index.total).toBe(indexOf(texts).total);
      }),
    );
  });
});

describe('looking a quote up', () => {
  test('never throws, and every change lies in its part', () => {
    const scraps = fc.constantFrom(
      '…',
      '...',
      '[',
      ']',
      '[…]',
      '[the] ',
      '“',
      "'",
      '’',
      'we ',
      'will not ',
      'wait[ed] ',
      'timber ',
      '23 ',
      'twenty ',
      '$3m ',
      '\ud800',
      '\n',
    );
    const anything = fc
      .array(fc.oneof(scraps, fc.constantFrom(...VOCABULARY.map((word) => `${word} `)), fc.string({ maxLength: 4 })), { maxLength: 25 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(files, fc.array(anything, { maxLength: 3 }), fc.array(fc.string(), { maxLength: 2 }), (texts, parts, by) => {
        const found = findQuote(indexOf(texts), { parts, by });
        for (const { part, span } of found.changes) {
          expect(span[0]).toBeLessThanOrEqual(span[1]);
          expect(span[1]).toBeLessThanOrEqual((parts[part] ?? '').length);
        }
        expect(found.places.length > 0).toBe(!['absent', 'short'].includes(found.verdict));
      }),
    );
  });

  test('in no documents finds nothing', () => {
    expect(findQuote(new EvidenceIndex(), { parts: ['we have waited eleven years'], by: [] }).verdict).toBe('absent');
  });

  test('reads the same words a slice at a time', () => {
    const text = `${'The timber is rotten, they said; nobody waited. '.repeat(2000)}End`;
    const whole: string[] = [];
    readWords(text, 0, text.length, (word) => whole.push(word));
    const sliced: string[] = [];
    for (let at = 0; at < text.length; ) at = readWords(text, at, at + 777, (word) => sliced.push(word));
    expect(sliced).toEqual(whole);
  });
});
