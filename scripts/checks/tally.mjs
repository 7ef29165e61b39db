// Counting what passed and failed, whoever ran it.

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures what failed and how, for a person to read
 * @property {string[]} skips what was not tried, by name
 */

/**
 * @typedef {object} VitestReport what vitest's `json` reporter writes, as far as it is counted
 * @property {{ name: string, status: string, message?: string, assertionResults: { fullName: string, status: string, failureMessages?: string[] }[] }[]} testResults
 */

/**
 * @typedef {object} MochaReport what mocha's `json` reporter writes, as far as it is counted
 * @property {{ passes: number, failures: number, pending: number }} stats
 * @property {{ fullTitle: string, err: { message?: string, stack?: string } }[]} failures
 * @property {{ fullTitle: string }[]} [pending]
 */

/**
 * A single yes or no.
 * @param {boolean} passed
 * @param {string} failure said where it is no
 * @returns {Tally}
 */
export const check = (passed, failure) => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
  failures: passed ? [] : [failure],
  skips: [],
});

/**
 * @param {VitestReport} report
 * @returns {Tally} a file that could not be run counts as one failure; so does a run of no tests at all
 */
export function tallyOfVitest({ testResults }) {
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  /** @param {string} status */
  const count = (status) => results.filter((result) => result.status === status).length;
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  if (results.length + broken.length === 0) return check(false, 'No tests were found.');
  return {
    passed: count('passed'),
    failed: count('failed') + broken.length,
    skipped: results.length - count('passed') - count('failed'),
    failures: [
      ...broken.map(({ name, message }) => `${name}\n${message ?? ''}`),
      ...results
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages = [] }) => `${fullName}\n${failureMessages.join('\n')}`),
    ],
    skips: results.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  };
}

/**
 * @param {MochaReport} report
 * @returns {Tally} a run of no tests at all counts as one failure
 */
export function tallyOfMocha({ stats, failures, pending = [] }) {
  if (stats.passes + stats.failures + stats.pending === 0) return check(false, 'No tests were found.');
  return {
    passed: stats.passes,
    failed: stats.failures,
    skipped: stats.pending,
    failures: failures.map(({ fullTitle, err }) => `${fullTitle}\n${err.stack ?? err.message ?? ''}`),
    skips: pending.map(({ fullTitle }) => fullTitle),
  };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export const sum = (tallies) => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
  failures: tallies.flatMap(({ failures }) => failures),
  skips: tallies.flatMap(({ skips }) => skips),
});

/**
 * The last line of `npm test`. Continuous integration reads it: its form is fixed.
 * @param {Tally} tally
 */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/**
 * One line on one step.
 * @param {string} name
 * @param {Tally} tally
 * @param {number} milliseconds
 */
export function stepLine(name, { passed, failed, skipped }, milliseconds) {
  const counts = [`${passed} passed`, ...(failed ? [`${failed} failed`] : []), ...(skipped ? [`${skipped} skipped`] : [])].join(', ');
  return `${failed ? '✗' : '✓'} ${name.padEnd(10)} ${counts}  (${(milliseconds / 1000).toFixed(1)} s)`;
}
