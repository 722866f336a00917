import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ExerciseInfo } from '#lib/course/course.ts'
import { GRADER_VERSION, type Verdict, type VerdictOutcome } from '#lib/grading/verdict.ts'
import type { Database } from '#lib/learner/database.ts'
import { storeSubmission, storeVerdict } from '#lib/learner/submissions.ts'
import { createLearner, createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import { checkPass } from './pass-standing.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
  await Promise.all(['ada', 'bob', 'cora', 'dan'].map((name) => createLearner(db, name)))
})
afterAll(() => close())

const exercise = (version: string): ExerciseInfo => ({
  id: 'softmax',
  lesson: 'weighted-sum',
  kind: 'function',
  name: 'softmax',
  signature: '',
  hints: [],
  tolerance: { atol: 0, rtol: 0 },
  misconceptions: [],
  version,
})
const verdict = (outcome: VerdictOutcome): Verdict => ({
  outcome,
  exercise: 'softmax',
  seed: 1,
  grader: GRADER_VERSION,
  headline: '',
  checks: [],
  misconceptions: [],
  tolerance: { atol: 0, rtol: 0 },
  inputs: { worked: 0, random: 0, special: 0 },
  work: 0,
})
async function send(learnerId: string, exerciseVersion: string, source: string, outcome: VerdictOutcome, time: number) {
  const id = crypto.randomUUID()
  const at = new Date(time)
  await storeSubmission(db, { id, learnerId, exercise: 'softmax', exerciseVersion, source, at })
  await storeVerdict(db, { id: crypto.randomUUID(), submissionId: id, verdict: verdict(outcome), at })
}
/** A server on which only answers that say “strict” pass. */
function server() {
  const grade = vi.fn(async ({ source }: { source: string }) =>
    verdict(source.includes('strict') ? 'passed' : 'failed'),
  )
  const parts = { db, grader: { grade }, newSeed: () => 1, report: () => {} }
  const regraded = new Map<string, Promise<boolean>>()
  return {
    grade,
    regraded,
    getStanding: (who: string, version: string) =>
      checkPass(exercise(version), { learnerId: who, address: '192.0.2.1' }, parts, regraded),
  }
}

test('who never passed has no pass, however often they tried', async () => {
  await send('ada', 'v1', 'loose', 'failed', 1)
  const { getStanding, grade } = server()
  expect(await getStanding('ada', 'v2')).toEqual({ kind: 'none' })
  expect(grade).not.toHaveBeenCalled()
})

test('a pass of the exercise as it is holds, and is not graded again', async () => {
  await send('bob', 'v1', 'loose', 'passed', 1)
  await send('bob', 'v2', 'strict', 'passed', 2)
  await send('bob', 'v1', 'loose', 'passed', 3)
  const { getStanding, grade } = server()
  expect(await getStanding('bob', 'v2')).toEqual({ kind: 'holds' })
  expect(grade).not.toHaveBeenCalled()
})

test('after a change the newest passing answer is graded again, once, and a failure is told with the day of the pass', async () => {
  await send('cora', 'v1', 'strict', 'passed', 1)
  await send('cora', 'v1', 'loose', 'passed', 2)
  await send('cora', 'v1', 'broken', 'failed', 3)
  const { getStanding, grade } = server()
  const both = await Promise.all([getStanding('cora', 'v2'), getStanding('cora', 'v2')])
  expect(both).toEqual([
    { kind: 'stricter', passedAt: 2 },
    { kind: 'stricter', passedAt: 2 },
  ])
  expect(grade).toHaveBeenCalledOnce()
  expect(await db.verdict.count({ where: { submission: { learnerId: 'cora' } } })).toBe(3)
})

test('an answer that still passes holds', async () => {
  await send('dan', 'v1', 'strict', 'passed', 1)
  expect(await server().getStanding('dan', 'v2')).toEqual({ kind: 'holds' })
})

test('where the grader is away nobody is alarmed, and the next request asks again', async () => {
  const { getStanding, grade, regraded } = server()
  grade.mockRejectedValueOnce(new Error('the pool is closed'))
  expect(await getStanding('cora', 'v2')).toEqual({ kind: 'holds' })
  expect(regraded.size).toBe(0)
  expect(await getStanding('cora', 'v2')).toMatchObject({ kind: 'stricter' })
})
