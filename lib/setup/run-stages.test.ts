import { expect, test } from 'vitest'
import { runStages } from './run-stages.js'
import { sum } from './tally.js'

/** A step that the test ends, and what it is called. */
function createStep(name: string) {
  const result = Promise.withResolvers<{ passed: number; failed: number; output: string }>()
  return { name, run: () => result.promise, end: result.resolve }
}

test('steps of a stage run side by side, and the next stage begins when all of them have ended', async () => {
  const [lint, build, journeys] = [createStep('lint'), createStep('build'), createStep('journeys')]
  const lines: string[] = []
  const log = (text: string) => lines.push(text.replace(/\(.* s\)/, '(time)'))
  const done = runStages([[lint, build], [journeys]], log, () => {})
  expect(lines).toEqual(['lint …', 'build …'])
  build.end({ passed: 1, failed: 0, output: '' })
  await build.run()
  lint.end({ passed: 1, failed: 0, output: '' })
  journeys.end({ passed: 7, failed: 0, output: '' })
  expect(sum(await done)).toEqual({ passed: 9, failed: 0, failures: [] })
  expect(lines).toEqual([
    'lint …',
    'build …',
    'build: 1 passed, 0 failed (time)',
    'lint: 1 passed, 0 failed (time)',
    'journeys …',
    'journeys: 7 passed, 0 failed (time)',
  ])
})

test('what a failed step wrote is shown, what a good one wrote is not, and later stages run all the same', async () => {
  const [lint, types, journeys] = [createStep('lint'), createStep('types'), createStep('journeys')]
  lint.end({ passed: 1, failed: 0, output: 'all is well' })
  types.end({ passed: 0, failed: 1, output: 'TS2322\n' })
  journeys.end({ passed: 3, failed: 0, output: '' })
  const outputs: string[] = []
  const tallies = await runStages(
    [[lint, types], [journeys]],
    () => {},
    (output) => outputs.push(output),
  )
  expect(outputs).toEqual(['TS2322'])
  expect(sum(tallies)).toEqual({ passed: 4, failed: 1, failures: ['types\nTS2322'] })
})
