import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Followed, followed, followedThrough, found, refreshed, replaced, settled } from '../../../server/src/annotations/follow';
import { selectorsFor } from '../../../server/src/annotations/selectors';
import type { Replacement } from '../../../server/src/annotations/track';
import { loadGoldArticles } from '../../fixtures/articles';
import { after, drawing, judge, script } from './edit-scripts';
import { annotated, bracketed } from './texts';

const apply = (text: string, { at, text: put }: Replacement): string => text.slice(0, at[0]) + put + text.slice(at[1]);

/** The replacement that makes `put` of `words`, of no more than what differs: what typing is. */
const swap = (text: string, words: string, put: string): Replacement => {
  const at = text.indexOf(words);
  let same = 0;
  while (same < words.length && same < put.length && words[same] === put[same]) same++;
  return { at: [at + same, at + words.length], text: put.slice(same) };
};

/** Follows the words in [[brackets]] through edits, each a pair of words and what is put in their place; the text at the end, with its brackets. */
function through(marked: string, ...edits: readonly (readonly [string, string])[]): string {
  let { text } = annotated(marked);
  let all: readonly Followed[] = found(text, [annotated(marked).selectors]);
  for (const [words, put] of edits) {
    const edit = swap(text, words, put);
    all = followed(all, text, edit, apply(text, edit));
    text = apply(text, edit);
    all = settled(all, text);
  }
  return bracketed(text, all[0]?.span ?? null);
}

describe('an annotation in an open text', () => {
  test.each([
    [
      'moves with what is typed before it',
      'One. [[Two three.]] Four.',
      [['One.', 'One and a half.']],
      'One and a half. [[Two three.]] Four.',
    ],
    ['leaves out what is typed right behind it', 'One [[two]] four.', [['two', 'two three']], 'One [[two]] three four.'],
    ['takes in letters that mend its last word', 'The [[harbour maste]] said.', [['maste', 'master']], 'The [[harbour master]] said.'],
    ['takes in letters that mend its first word', 'The [[arbour master]] said.', [['arbour', 'harbour']], 'The [[harbour master]] said.'],
    ['grows with what is typed inside', 'The [[old ferry]] sails.', [['old ferry', 'old white ferry']], 'The [[old white ferry]] sails.'],
    ['is lost with its words', 'One. [[Two three four.]] Five.', [[' Two three four.', '']], 'orphaned'],
    [
      'comes back with its words',
      'One. [[Two three four five.]] Six seven.',
      [
        [' Two three four five.', ''],
        ['One.', 'One. Two three four five.'],
      ],
      'One. [[Two three four five.]] Six seven.',
    ],
    [
      'goes where its words are put in again',
      'One [[two]].\n\nThree four.',
      [
        ['One two.\n\n', ''],
        ['four.', 'four. One two.\n\n'],
      ],
      'Three four. One [[two]].\n\n',
    ],
    [
      'takes back a part that was cut off',
      'Anna was here. [[Rents have doubled. Nobody knows why.]] So what.',
      [
        [' Nobody knows why.', ''],
        ['doubled.', 'doubled. Nobody knows why.'],
      ],
      'Anna was here. [[Rents have doubled. Nobody knows why.]] So what.',
    ],
    [
      'is lost when other words are typed over it',
      'He said [[rents have doubled since May]] and left.',
      [['rents have doubled since May', 'nothing']],
      'orphaned',
    ],
  ] as const)('%s', (_, before, edits, now) => {
    const replacements = edits.map(([words, put]): readonly [string, string] => [words, put]);
    expect(through(before, ...replacements)).toBe(now);
  });

  test('is found again when the whole text is put in anew', () => {
    const { text, selectors } = annotated('Anna was here. [[Rents have doubled since May.]] Nobody knows why.');
    const now = `A headline\n\n${text}`;
    expect(bracketed(now, replaced(found(text, [selectors]), text, now)[0]?.span ?? null)).toBe(
      'A headline\n\nAnna was here. [[Rents have doubled since May.]] Nobody knows why.',
    );
  });

  test('keeps the selectors that still lead to it, and takes new ones where its words have changed', () => {
    const { text, selectors, span } = annotated('Anna was here. [[Rents have doubled since May.]] Nobody knows why.');
    expect(refreshed(`New. ${text}`, { selectors, span: [span[0] + 5, span[1] + 5] }, false)).toBe(selectors);
    const now = text.replace('doubled', 'dwindled');
    expect(refreshed(now, { selectors, span: [span[0], span[1] + 1] }, false).exact).toBe('Rents have dwindled since May.');
    // What somebody verified stays as it was verified, wherever it lies.
    expect(refreshed(now, { selectors, span: [span[0], span[1] + 1] }, true)).toMatchObject({
      exact: selectors.exact,
      suffix: ' Nobody knows why.',
    });
  });

  test('is never on wrong words, whatever is typed, cut, moved, saved and opened again', () => {
    const texts = loadGoldArticles().map(({ text }) => text);
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (seed) => {
        const drawn = script(seed, texts);
        // A sentence beside its double: which of the two was cut and put in again is for nobody to see.
        fc.pre(!drawn.name.includes('copied'));
        const draw = drawing(seed + 1);
        let { text } = drawn.before;
        let all: readonly Followed[] = found(text, [selectorsFor(text, drawn.span)]);
        for (const { replacement } of drawn.edits) {
          const next = apply(text, replacement);
          all = followed(all, text, replacement, next);
          text = next;
          if (draw(2) === 0) all = settled(all, text);
          const saved = draw(6) === 0 ? settled(all, text) : null;
          if (saved)
            all = found(
              text,
              saved.map((one) => refreshed(text, one, false)),
            );
        }
        const [one] = settled(all, text);
        expect(one && judge(drawn, after(drawn), one.span), `${drawn.name}: ${drawn.before.text.slice(...drawn.span)}`).not.toBe('wrong');
      }),
      process.env.PROPERTY_RUNS ? { numRuns: Number(process.env.PROPERTY_RUNS) } : { numRuns: 200, seed: 1 },
    );
  });
});

test('annotations are followed through many edits at once as through one after the other', () => {
  const [article = ''] = loadGoldArticles().map(({ text }) => text);
  const text = article.slice(0, 1500);
  const selectors = [80, 400, 401, 900, 1490].map((start) => selectorsFor(text, [start, start + 40]));
  const edit = fc.record({ at: fc.nat(1500), remove: fc.nat(60), text: fc.constantFrom('', 'x', 'word ', text.slice(390, 450)) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.boolean(), (drawn, isUpwards) => {
      const edits: Replacement[] = [];
      let last = text;
      let one = found(text, selectors) as readonly Followed[];
      // From the end to the beginning, as one command changes a text; or anywhere.
      for (const { at, remove, text: put } of isUpwards ? [...drawn].sort((a, b) => b.at - a.at) : drawn) {
        const start = at % (last.length + 1);
        const edit: Replacement = { at: [start, Math.min(last.length, start + remove)], text: put };
        const next = apply(last, edit);
        one = followed(one, last, edit, next);
        edits.push(edit);
        last = next;
      }
      expect(followedThrough(found(text, selectors), text, edits)).toEqual({ all: one, text: last });
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
  );
});
