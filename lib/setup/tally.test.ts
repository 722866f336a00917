import path from 'node:path'
import { expect, test } from 'vitest'
import { playwrightTally, sum, vitestTally } from './tally.js'

const vitest = (over: object) => JSON.stringify({ numPassedTests: 3, numFailedTests: 0, testResults: [], ...over })
const playwright = (over: object) =>
  JSON.stringify({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 2, ...over }, errors: [] })

test('Vitest’s tests are counted', () => {
  expect(vitestTally(vitest({}), 0)).toMatchObject({ passed: 3, failed: 0 })
  expect(vitestTally(vitest({ numFailedTests: 2 }), 1)).toMatchObject({ passed: 3, failed: 2 })
})

test('a test file that does not load counts as a failure, in addition to those that load', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
  ]
  expect(vitestTally(vitest({ numFailedTests: 1, testResults }), 1)).toMatchObject({ passed: 3, failed: 2 })
})

test('a run that ends badly without a failed test, or without a report, has failed', () => {
  expect(vitestTally(vitest({}), 1)).toMatchObject({ passed: 3, failed: 1 })
  expect(vitestTally(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
  expect(playwrightTally(undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
  expect(playwrightTally(playwright({}), 1)).toMatchObject({ passed: 4, failed: 1 })
})

test('Playwright’s tests are counted; skipped ones are neither passed nor failed', () => {
  expect(playwrightTally(playwright({ flaky: 1 }), 0)).toMatchObject({ passed: 5, failed: 0 })
  expect(playwrightTally(playwright({ unexpected: 2 }), 1)).toMatchObject({ passed: 4, failed: 2 })
})

test('the sum is of all steps', () => {
  expect(sum([])).toEqual({ passed: 0, failed: 0, failures: [] })
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3, failures: ['a', 'b', 'c'] },
    ]),
  ).toEqual({ passed: 3, failed: 3, failures: ['a', 'b', 'c'] })
})

test('each failure has a name and the beginning of what the test said, without colors', () => {
  const name = path.resolve('lib/a.test.ts')
  const long = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n')
  const assertionResults = [
    { status: 'passed', fullName: 'good' },
    { status: 'failed', fullName: 'bad', failureMessages: ['\u001b[31mexpected 1\u001b[39m'] },
    { status: 'failed', fullName: 'wordy', failureMessages: [long] },
  ]
  const testResults = [
    { name, status: 'failed', assertionResults },
    { name, status: 'failed', message: 'Cannot find module', assertionResults: [] },
  ]
  const { failures = [] } = vitestTally(vitest({ numFailedTests: 2, testResults }), 1)
  expect(failures[0]).toBe('lib/a.test.ts › bad\n    expected 1')
  expect(failures[1]?.split('\n')).toHaveLength(26)
  expect(failures[2]).toBe('lib/a.test.ts\n    Cannot find module')
})

test('a failed journey is named by its file, line and title, however deeply it is nested', () => {
  const spec = (title: string, ok: boolean, message?: string) => ({
    title,
    file: 'a.spec.ts',
    line: 7,
    ok,
    tests: [{ results: [{ error: message === undefined ? undefined : { message } }] }],
  })
  const suites = [
    {
      title: 'a.spec.ts',
      specs: [spec('good', true)],
      suites: [{ title: 'inner', specs: [spec('bad', false, 'no such button')] }],
    },
  ]
  const report = JSON.stringify({
    ...JSON.parse(playwright({ unexpected: 1 })),
    suites,
    errors: [{ message: 'no server' }],
  })
  expect(playwrightTally(report, 1).failures).toEqual([
    'a.spec.ts:7 › bad\n    no such button',
    'Playwright\n    no server',
  ])
})
