import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/rules/rule';
import { Quiet, REST } from '../../../server/src/server/quiet';

const finding = (start: number, end: number, code = 'claim/unsourced'): Finding => ({
  code,
  severity: 'warning',
  span: [start, end],
  message: '',
  related: [],
});
const sentences = [{ span: [0, 10] }, { span: [11, 30] }, { span: [31, 40] }] as const;
const typedAt = (at: number, length = 1) => ({ replaced: [at, at] as const, inserted: [at, at + length] as const });

describe('while a person types', () => {
  test('what is new on the sentence at hand is held back until a rest', () => {
    const quiet = new Quiet();
    expect(quiet.select([finding(0, 10)], sentences, 0)).toEqual([finding(0, 10)]);
    quiet.moved(typedAt(20), 5000);
    const found = [finding(0, 10), finding(12, 18), finding(31, 40)];
    expect(quiet.select(found, sentences, 5100)).toEqual([finding(0, 10), finding(31, 40)]);
    expect(quiet.select(found, sentences, 5000 + REST)).toEqual(found);
  });

  test('what was shown before stays, wherever the edit has moved it', () => {
    const quiet = new Quiet();
    quiet.select([finding(11, 20), finding(31, 40)], sentences, 0);
    quiet.moved(typedAt(15, 5), 5000);
    const moved = [{ span: [0, 10] }, { span: [11, 35] }, { span: [36, 45] }] as const;
    expect(quiet.select([finding(11, 25), finding(36, 45)], moved, 5001)).toEqual([finding(11, 25), finding(36, 45)]);
  });

  test('a finding of another rule at the same place is new', () => {
    const quiet = new Quiet();
    quiet.select([finding(11, 20)], sentences, 0);
    quiet.moved(typedAt(15), 5000);
    expect(quiet.select([finding(11, 21), finding(11, 21, 'quote/unclosed')], sentences, 5001)).toEqual([finding(11, 21)]);
  });

  test('the whole of a burst counts, and a new one after a rest begins afresh', () => {
    const quiet = new Quiet();
    quiet.moved(typedAt(2), 5000);
    quiet.moved(typedAt(33), 5100);
    expect(quiet.select([finding(12, 18)], sentences, 5200)).toEqual([]);
    quiet.moved(typedAt(35), 9000);
    expect(quiet.select([finding(12, 18)], sentences, 9001)).toEqual([finding(12, 18)]);
  });

  test('nothing is held in an article that was only opened', () => {
    expect(new Quiet().select([finding(0, 5)], sentences, 0)).toEqual([finding(0, 5)]);
  });
});
