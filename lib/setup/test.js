// npm test: prepares as npm start does, then tries everything. Stdout gets a line when a step begins and ends, and what
// failed; stderr a line for each test file and journey that has ended. At the end everything that failed is listed again;
// the last line is the sum: N passed, N failed.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { installAnkiLibrary } from './anki-library.js'
import { installBrowser } from './browser.js'
import { build } from './build.js'
import { forwardSignals } from './child.js'
import { createLogger } from './log.js'
import { prepare } from './prepare.js'
import { runStages } from './run-stages.js'
import { runMain, SetupError } from './setup-error.js'
import { journeys, staticStep, unitTests } from './steps.js'
import { sum } from './tally.js'

runMain(async () => {
  forwardSignals()
  const log = createLogger(process.stdout)
  const folder = mkdtempSync(path.join(tmpdir(), 'course-test-'))
  try {
    const stages = listStages(await prepare(log), folder, log)
    const total = sum(await runStages(stages, log, (output) => console.log(output)))
    // the journeys' lines are between a failed unit test and the end: what failed is said again where people look
    for (const failure of total.failures) console.log(`Failed: ${failure}`)
    console.log(`${total.passed} passed, ${total.failed} failed`)
    return total.failed === 0 && total.passed > 0 ? 0 : 1
  } catch (error) {
    console.log(error instanceof SetupError ? error.message : error)
    console.log('0 passed, 1 failed')
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/**
 * What is tried, in stages. On one core, each step is a stage of its own.
 *
 * @param {string} node
 * @param {string} folder  for reports and the journeys' database
 * @param {import('./log.js').Logger} log
 */
function listStages(node, folder, log) {
  const bin = (/** @type {string} */ name) => `node_modules/${name}`
  let isBuilt = true
  const buildStep = {
    name: 'build',
    run: () =>
      build(node, log)
        .then(() => ({ passed: 1, failed: 0, output: '' }))
        .catch((error) => {
          isBuilt = false
          return { passed: 0, failed: 1, output: String(error.message) }
        }),
  }
  const lint = staticStep('format and lint', node, [bin('@biomejs/biome/bin/biome'), 'check'])
  const folders = ['app', 'lib', 'content', 'prisma', 'e2e']
  const dependencies = staticStep('dependency rule', node, [
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    ...folders,
  ])
  const types = staticStep('types', node, [bin('typescript/bin/tsc'), '-p', '.'])
  const units = unitTests(node, folder, () => installAnkiLibrary(log))
  const browserTests = journeys(node, folder, () =>
    isBuilt ? installBrowser(node, log) : Promise.reject(new SetupError('There is no build to test.')),
  )
  // the build writes types that the compiler reads, and journeys have the cores to themselves: they wait for a browser
  const stages = [[buildStep, lint, dependencies], [types, units], [browserTests]]
  return availableParallelism() > 1 ? stages : stages.flat().map((step) => [step])
}
