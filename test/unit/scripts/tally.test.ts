import { describe, expect, test } from 'vitest';
import { check, closingLine, stepLine, sum, tallyOfMocha, tallyOfVitest } from '../../../scripts/checks/tally.mjs';

const passed = { fullName: 'quotes close', status: 'passed' };
const failed = { fullName: 'quotes open', status: 'failed', failureMessages: ['expected “, got "'] };

describe('counting a run of vitest', () => {
  test('counts each test, and says how the failed ones failed', () => {
    const report = {
      testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [passed, failed, { fullName: 'later', status: 'pending' }] }],
    };
    expect(tallyOfVitest(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ['quotes open\nexpected “, got "'],
      skips: ['later'],
    });
  });

  test('counts a file that could not be run as a failure', () => {
    const report = {
      testResults: [
        { name: 'a.test.ts', status: 'passed', assertionResults: [passed] },
        { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
      ],
    };
    expect(tallyOfVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 0, failures: ['b.test.ts\nCannot find module'], skips: [] });
  });

  test('counts a run of nothing as a failure', () => {
    expect(tallyOfVitest({ testResults: [] }).failed).toBe(1);
  });
});

describe('counting a run of mocha', () => {
  test('takes its statistics and the stacks of what failed', () => {
    const report = {
      stats: { passes: 3, failures: 1, pending: 2 },
      pending: [{ fullTitle: 'a card hides' }],
      failures: [{ fullTitle: 'a card shows', err: { message: 'no', stack: 'no\n at x' } }],
    };
    expect(tallyOfMocha(report)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
      failures: ['a card shows\nno\n at x'],
      skips: ['a card hides'],
    });
  });

  test('counts a run of nothing as a failure', () => {
    expect(tallyOfMocha({ stats: { passes: 0, failures: 0, pending: 0 }, failures: [] }).failed).toBe(1);
  });
});

describe('the lines of npm test', () => {
  test('close with the sum of all steps', () => {
    expect(closingLine(sum([check(true, ''), check(false, 'lint'), check(true, '')]))).toBe('2 passed, 1 failed');
  });

  test('name each step with its counts', () => {
    expect(stepLine('unit', { passed: 12, failed: 0, skipped: 0, failures: [], skips: [] }, 2345)).toBe('✓ unit       12 passed  (2.3 s)');
    expect(stepLine('lint', { passed: 0, failed: 1, skipped: 2, failures: ['x'], skips: [] }, 100)).toBe(
      '✗ lint       0 passed, 1 failed, 2 skipped  (0.1 s)',
    );
  });
});
