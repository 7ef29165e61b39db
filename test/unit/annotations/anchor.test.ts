import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchor, anchorAll } from '../../../server/src/annotations/anchor';
import { selectorsFor } from '../../../server/src/annotations/selectors';
import { loadGoldArticles } from '../../fixtures/articles';
import { after, judge, type Script, script } from './edit-scripts';
import { annotated, bracketed } from './texts';

/** Where an annotation of the words in [[brackets]] of `before` lies in `after`. */
const found = (before: string, now: string): string => bracketed(now, anchor(now, annotated(before).selectors));
const unmarked = (text: string): string => text.replace('[[', '').replace(']]', '');

const FERRY =
  'Ferry to return in May\n\nThe ferry to Skarholm will sail again on 2 May. The harbour master said so on Monday.\n\nNobody knows what it will cost. Tickets go on sale on Friday.\n';
const mark = (words: string, text = FERRY): string => text.replace(words, `[[${words}]]`);

describe('words that are annotated are found again', () => {
  test.each([
    ['where nothing has changed', mark('The harbour master'), mark('The harbour master')],
    ['after text was put in front', mark('The harbour master'), `New: a headline\n\n${mark('The harbour master')}`],
    ['with a slip in them mended', mark('The harbuor master', FERRY.replace('harbour', 'harbuor')), mark('The harbour master')],
    [
      'in a sentence with a word changed in it and a word put in',
      mark('The ferry to Skarholm will sail again on 2 May.'),
      mark('The old ferry to Skarholm will sail again on 2 June.', FERRY.replace('The ferry', 'The old ferry').replace('2 May', '2 June')),
    ],
    [
      'in a paragraph that was moved',
      mark('Nobody knows what it will cost.'),
      'Ferry to return in May\n\n[[Nobody knows what it will cost.]] Tickets go on sale on Friday.\n\nThe ferry to Skarholm will sail again on 2 May. The harbour master said so on Monday.\n',
    ],
    [
      'when the lines are wrapped and the marks made plain',
      'He paused. “I [[have “nothing” to add]] today,” he said.',
      'He paused. "I [[have\n"nothing" to add]] today," he said.',
    ],
    [
      'by what stands around them, where they stand twice',
      'Ida Brekke said: [[No date has been set.]] Then she left.\n\nTom Hale shrugged. No date has been set. He stayed.',
      'Tom Hale shrugged. No date has been set. He stayed.\n\nIda Brekke said: [[No date has been set.]] Then she left.',
    ],
  ])('%s', (_, before, now) => {
    expect(found(before, unmarked(now))).toBe(now);
  });
});

describe('words that are annotated are given up', () => {
  test.each([
    [
      'when their sentence is gone',
      mark('The harbour master said so on Monday.'),
      FERRY.replace(' The harbour master said so on Monday.', ''),
    ],
    [
      'when another sentence stands in their place',
      mark('Nobody knows what it will cost.'),
      FERRY.replace('Nobody knows what it will cost.', 'The union voted last week.'),
    ],
    [
      'when they are gone and a sentence like them is left',
      'The port lost 3 million crowns in 2019. [[The port lost 4 million crowns in 2020.]] It has a plan.',
      'The port lost 3 million crowns in 2019. It has a plan.',
    ],
    [
      'when only their double is left',
      'Ida Brekke said: [[No date has been set.]] Then she left.\n\nTom Hale shrugged. No date has been set. He stayed.',
      'Ida Brekke said nothing.\n\nTom Hale shrugged. No date has been set. He stayed.',
    ],
    [
      'when they are few and stand somewhere else by chance',
      'He saw [[the mayor]] at the quay.',
      'Rents have doubled. Then the mayor resigned.',
    ],
    ['when they were nothing but space', 'One[[ ]]two.', 'One two.'],
  ])('%s', (_, before, now) => {
    expect(found(before, now)).toBe('orphaned');
  });

  test('and come back with their sentence', () => {
    const { selectors, span } = annotated(mark('The harbour master said so on Monday.'));
    expect(anchor(FERRY.replace(' The harbour master said so on Monday.', ''), selectors)).toBeNull();
    expect(anchor(FERRY, selectors)).toEqual(span);
  });
});

describe('annotations', () => {
  const texts = loadGoldArticles().map(({ text }) => text);
  // The same scripts every time, where not thousands are asked for.
  const runs: { numRuns: number; seed?: number } = process.env.PROPERTY_RUNS
    ? { numRuns: Number(process.env.PROPERTY_RUNS) }
    : { numRuns: 250, seed: 1 };
  const told = ({ name, before, span }: Script): string => `${name}: ${before.text.slice(...span)}`;

  test('are never on wrong words, whatever is done to the text elsewhere', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (seed) => {
        const drawn = script(seed, texts);
        const now = after(drawn);
        const place = anchor(now.text, selectorsFor(drawn.before.text, drawn.span));
        // Whoever sees only the text cannot tell a copy from what it was copied from.
        fc.pre(!drawn.name.includes('copied'));
        expect(judge(drawn, now, place), told(drawn)).not.toBe('wrong');
      }),
      runs,
    );
  });

  test('lie where they lay in a text that has not changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (seed) => {
        const { before, span } = script(seed, texts);
        expect(anchor(before.text, selectorsFor(before.text, span))).toEqual(span);
      }),
      runs,
    );
  });

  test('point at characters of any script, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const place = anchor(text, selectorsFor(text, [start, end]));
        if (place) expect(text.slice(...place)).toBe(text.slice(start, end));
      }),
      { numRuns: 100, ...(runs.seed === undefined && runs) },
    );
  });

  test('are looked for all at once as one by one', () => {
    const { text, selectors } = annotated(mark('The harbour master'));
    const gone = { ...selectors, exact: 'nobody ever wrote this' };
    expect(anchorAll(text, [selectors, gone, selectors])).toEqual([anchor(text, selectors), null, anchor(text, selectors)]);
  });
});
