// npm test: prepares as npm start does, then tries everything. The last line is the sum: N passed, N failed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { installAnkiLibrary } from './anki-library.js'
import { installBrowser } from './browser.js'
import { build } from './build.js'
import { endTogether, isEnding } from './child.js'
import { Failure, runMain } from './failure.js'
import { prepare } from './prepare.js'
import { sayTo } from './say.js'
import { journeys, staticStep, unitTests } from './steps.js'
import { sum } from './tally.js'

runMain(async () => {
  endTogether()
  const say = sayTo(process.stdout)
  const folder = mkdtempSync(path.join(tmpdir(), 'course-test-'))
  try {
    const total = sum(await tried(await prepare(say), folder, say))
    console.log(`${total.passed} passed, ${total.failed} failed`)
    return total.failed === 0 && total.passed > 0 ? 0 : 1
  } catch (error) {
    console.log(error instanceof Failure ? error.message : error)
    console.log('0 passed, 1 failed')
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/**
 * Runs every step, also after one that failed.
 *
 * @param {string} node
 * @param {string} folder  for reports and the journeys' database
 * @param {import('./say.js').Say} say
 */
async function tried(node, folder, say) {
  const bin = (/** @type {string} */ name) => `node_modules/${name}`
  let built = true
  const steps = [
    {
      name: 'build',
      run: () =>
        build(node, say)
          .then(() => ({ passed: 1, failed: 0, output: '' }))
          .catch((error) => {
            built = false
            return { passed: 0, failed: 1, output: String(error.message) }
          }),
    },
    staticStep('format and lint', node, [bin('@biomejs/biome/bin/biome'), 'check']),
    staticStep('dependency rule', node, [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      'app',
      'lib',
      'content',
      'prisma',
      'e2e',
    ]),
    staticStep('types', node, [bin('typescript/bin/tsc'), '-p', '.']),
    unitTests(node, folder, () => installAnkiLibrary(say)),
    journeys(node, folder, () =>
      built ? installBrowser(node, say) : Promise.reject(new Failure('There is no build to try.')),
    ),
  ]
  const tallies = []
  for (const { name, run } of steps) {
    if (isEnding()) break
    say(`${name} …`)
    const started = Date.now()
    const { passed, failed, output } = await run()
    if (failed > 0) console.log(output.trimEnd())
    say(`${name}: ${passed} passed, ${failed} failed (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    tallies.push({ passed, failed })
  }
  return tallies
}
