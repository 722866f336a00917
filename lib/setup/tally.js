/**
 * How many tests passed and failed.
 *
 * @typedef {{ passed: number, failed: number }} Tally
 */

/** @param {readonly Tally[]} tallies @returns {Tally} */
export const sum = (tallies) => ({
  passed: tallies.reduce((n, it) => n + it.passed, 0),
  failed: tallies.reduce((n, it) => n + it.failed, 0),
})

/**
 * What Vitest's JSON report says. A file that does not load has no tests, and counts as one that failed.
 *
 * @param {string | undefined} report  absent when it was not written
 * @param {number} code  exit code
 * @returns {Tally}
 */
export function vitestTally(report, code) {
  if (report === undefined) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report)
  const unloaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  )
  return atLeastOne({ passed: numPassedTests, failed: numFailedTests + unloaded.length }, code)
}

/**
 * What Playwright's JSON report says. A test that passed at its second try passed.
 *
 * @param {string | undefined} report  absent when it was not written
 * @param {number} code  exit code
 * @returns {Tally}
 */
export function playwrightTally(report, code) {
  if (report === undefined) return { passed: 0, failed: 1 }
  const { stats, errors } = JSON.parse(report)
  return atLeastOne({ passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }, code)
}

/** A run that ended badly has failed, whatever it counted. @param {Tally} tally @param {number} code @returns {Tally} */
const atLeastOne = (tally, code) => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally)
