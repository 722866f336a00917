import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Verdict } from '#lib/grading/verdict.ts'
import type { Database } from './database.ts'
import { storeSubmission, storeVerdict } from './submissions.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'
import { countUnexplainedOutputs, findUnexplainedAnswer } from './unexplained-answers.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
  await Promise.all(['ada', 'bob'].map((name) => createLearner(db, name)))
  const sent = [
    ['ada', 'v2', 'twice', 1],
    ['ada', 'v2', 'twice', 2],
    ['bob', 'v2', 'twice', 5],
    ['bob', 'v2', 'once', 4],
    ['bob', 'v1', 'older', 3],
    ['bob', 'v2', undefined, 6],
  ] as const
  for (const [learnerId, exerciseVersion, unexplained, time] of sent) {
    const id = crypto.randomUUID()
    const at = new Date(time)
    await storeSubmission(db, { id, learnerId, exercise: 'attention', exerciseVersion, source: `// ${time}`, at })
    const verdict = { ...failed, ...(unexplained && { unexplained }) }
    await storeVerdict(db, { id: crypto.randomUUID(), submissionId: id, verdict, at })
  }
})
afterAll(() => close())

const failed: Verdict = {
  outcome: 'failed',
  exercise: 'attention',
  seed: 7,
  grader: '1',
  headline: 'Row 0 is wrong',
  checks: [],
  misconceptions: [],
  difference: 'Row 0 is 1, expected 2.',
  tolerance: { atol: 0, rtol: 0 },
  inputs: { worked: 0, random: 0, special: 0 },
  work: 0,
}

test('equal outputs of the present version are counted together, the most frequent first', async () => {
  const exercises = ['attention', 'softmax'].map((exercise) => ({ exercise, version: 'v2' }))
  const outputs = [
    { name: 'twice', answers: 3, learners: 2, at: 5 },
    { name: 'once', answers: 1, learners: 1, at: 4 },
  ]
  expect(await countUnexplainedOutputs(db, exercises)).toEqual(new Map([['attention', outputs]]))
  expect(await countUnexplainedOutputs(db, exercises, 1)).toEqual(new Map([['attention', outputs.slice(0, 1)]]))
})

test('the example is the newest of them', async () => {
  expect(await findUnexplainedAnswer(db, 'twice')).toEqual({
    source: '// 5',
    headline: 'Row 0 is wrong',
    difference: 'Row 0 is 1, expected 2.',
    tolerance: { atol: 0, rtol: 0 },
  })
  expect(await findUnexplainedAnswer(db, 'nothing')).toBeUndefined()
})
