import { expect, test } from 'vitest'
import { playwrightTally, sum, vitestTally } from './tally.js'

const vitest = (over: object) => JSON.stringify({ numPassedTests: 3, numFailedTests: 0, testResults: [], ...over })
const playwright = (over: object) =>
  JSON.stringify({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 2, ...over }, errors: [] })

test('Vitest’s tests are counted', () => {
  expect(vitestTally(vitest({}), 0)).toEqual({ passed: 3, failed: 0 })
  expect(vitestTally(vitest({ numFailedTests: 2 }), 1)).toEqual({ passed: 3, failed: 2 })
})

test('a test file that does not load counts as a failure, beside those that do', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
  ]
  expect(vitestTally(vitest({ numFailedTests: 1, testResults }), 1)).toEqual({ passed: 3, failed: 2 })
})

test('a run that ends badly without a failed test, or without a report, has failed', () => {
  expect(vitestTally(vitest({}), 1)).toEqual({ passed: 3, failed: 1 })
  expect(vitestTally(undefined, 0)).toEqual({ passed: 0, failed: 1 })
  expect(playwrightTally(undefined, 0)).toEqual({ passed: 0, failed: 1 })
  expect(playwrightTally(playwright({}), 1)).toEqual({ passed: 4, failed: 1 })
})

test('Playwright’s tests are counted; skipped ones are neither passed nor failed', () => {
  expect(playwrightTally(playwright({ flaky: 1 }), 0)).toEqual({ passed: 5, failed: 0 })
  expect(playwrightTally(playwright({ unexpected: 2 }), 1)).toEqual({ passed: 4, failed: 2 })
})

test('the sum is of all steps', () => {
  expect(sum([])).toEqual({ passed: 0, failed: 0 })
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 })
})
