import { isEnding } from './child.js'

/**
 * Runs the parts of `npm test`: each stage after the one before, also when something in that failed. The steps of a stage
 * run side by side. Each step gets a line when it begins, and one with its tally and its time when it ends.
 *
 * @param {readonly (readonly import('./steps.js').Step[])[]} stages
 * @param {import('./log.js').Logger} log
 * @param {(output: string) => void} showFailure  called with all that a failed step wrote
 * @returns {Promise<import('./tally.js').Tally[]>}
 */
export async function runStages(stages, log, showFailure) {
  /** @type {import('./tally.js').Tally[]} */
  const tallies = []
  /** @param {import('./steps.js').Step} step */
  const runStep = async ({ name, run }) => {
    log(`${name} …`)
    const startedAt = Date.now()
    const { passed, failed, output, failures } = await run()
    if (failed > 0) showFailure(output.trimEnd())
    log(`${name}: ${passed} passed, ${failed} failed (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
    // a step without a list of its own is one check, and what it wrote is the failure
    tallies.push({ passed, failed, failures: failures ?? (failed > 0 ? [`${name}\n${output.trimEnd()}`] : []) })
  }
  for (const stage of stages) {
    if (isEnding()) break
    await Promise.all(stage.map(runStep))
  }
  return tallies
}
