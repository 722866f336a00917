import { expect, test } from '@playwright/test'
import { gradeSource } from '../lib/sandbox/grade-source.ts'
import { corpus } from '../lib/sandbox/hostile/corpus.ts'
import { locateExercise } from '../lib/sandbox/server/locate.ts'
import { FramePage } from './hostile-frame.ts'
import { answer } from './workbench.ts'

const good = answer('causal-mask', 'causal-attention', 'solution.ts')
test.describe.configure({ mode: 'parallel' })
const groups = Map.groupBy(corpus, ({ name }) => name.split(':', 1)[0] ?? '')

for (const [name, attacks] of groups)
  test(`in the browser, of ${attacks.length} attacks (${name}) none passes, and after each the next answer is judged rightly`, async ({
    page,
  }) => {
    test.setTimeout(20_000 + attacks.length * 10_000)
    const exercise = await locateExercise('causal-mask', 'causal-attention')
    const frame = await FramePage.open(page)
    for (const attack of attacks) {
      const judge = (source: string, seed: number) => gradeSource(exercise, source, seed, frame.session)
      const judged = await judge(attack.source, 11)
      expect.soft(judged.outcome, attack.name).toMatch(/^(failed|did-not-run)$/)
      expect.soft((await judge(good, 12)).outcome, `after ${attack.name}`).toBe('passed')
    }
  })
