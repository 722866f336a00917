import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * How many tests passed and failed, and which ones failed: a name and the beginning of what each said.
 *
 * @typedef {{ passed: number, failed: number, failures?: string[] }} Tally
 */

/** @param {readonly Tally[]} tallies @returns {{ passed: number, failed: number, failures: string[] }} */
export const sum = (tallies) => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  failures: tallies.flatMap(({ failures }) => failures ?? []),
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
    (/** @type {VitestFile} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failures = testResults.flatMap((/** @type {VitestFile} */ file) => describeVitestFile(file))
  return atLeastOne({ passed: numPassedTests, failed: numFailedTests + unloaded.length, failures }, code)
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
  const { stats, errors, suites } = JSON.parse(report)
  const failures = [
    ...describeSuites(suites ?? []),
    ...errors.map((/** @type {{ message?: string }} */ { message }) => describeFailure('Playwright', message)),
  ]
  return atLeastOne({ passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, failures }, code)
}

/**
 * @typedef {{ name?: string, status: string, message?: string, assertionResults: VitestTest[] }} VitestFile
 * @typedef {{ status?: string, fullName?: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite
 * @typedef {{ title: string, file?: string, line?: number, ok: boolean, tests: { results: { error?: { message?: string } }[] }[] }} PlaywrightSpec
 */

/** @param {VitestFile} file @returns {string[]} */
function describeVitestFile({ name = '', status, message, assertionResults }) {
  const file = path.relative('', name)
  if (status === 'failed' && assertionResults.length === 0) return [describeFailure(file, message)]
  return assertionResults
    .filter((test) => test.status === 'failed')
    .map(({ fullName, failureMessages }) => describeFailure(`${file} › ${fullName}`, failureMessages?.join('\n')))
}

/** @param {PlaywrightSuite[]} suites @returns {string[]} */
const describeSuites = (suites) =>
  suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(describeSpec),
    ...describeSuites(inner),
  ])

/** @param {PlaywrightSpec} spec @returns {string} */
const describeSpec = ({ title, file, line, tests }) =>
  describeFailure(
    `${file}:${line} › ${title}`,
    tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? [])).join('\n'),
  )

/** A message can be a whole page of HTML: this much of one is repeated, the rest stays where the step ended. */
const REPEATED = { lines: 25, characters: 3_000 }

/** @param {string} name @param {string} [message] @returns {string} */
function describeFailure(name, message = 'It gives no reason.') {
  const lines = stripVTControlCharacters(message).slice(0, REPEATED.characters).split('\n').slice(0, REPEATED.lines)
  return [name, ...lines.map((line) => `    ${line}`)].join('\n')
}

/** A run that ended badly has failed, whatever it counted. @param {Tally} tally @param {number} code @returns {Tally} */
const atLeastOne = (tally, code) => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally)
