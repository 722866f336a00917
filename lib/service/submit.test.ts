import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ExerciseInfo } from '#lib/course/course.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import type { Database } from '#lib/learner/database.ts'
import { loadProgress } from '#lib/learner/progress.ts'
import { storeSubmission } from '#lib/learner/submissions.ts'
import { createLearner, createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import { type Grader, type SubmissionInput, type SubmitDependencies, submit } from './submit.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
  await createLearner(db, 'ada')
  await createLearner(db, 'bob')
})
afterAll(() => close())

const exercise: ExerciseInfo = {
  id: 'attention',
  lesson: 'scaling',
  kind: 'function',
  name: 'attention',
  signature: '',
  hints: [],
  tolerance: { atol: 1, rtol: 2 },
  misconceptions: [],
  version: 'v1',
}
const sent = (over: Partial<SubmissionInput> = {}): SubmissionInput => ({
  id: crypto.randomUUID(),
  exercise,
  source: 'right',
  learnerId: 'ada',
  address: '192.0.2.1',
  ...over,
})
/** Grades by the source's word, and counts. */
const grader = () => ({
  grade: vi.fn<Grader['grade']>(
    async ({ source, seed, exercise }): Promise<Verdict> => ({
      outcome: source === 'right' ? 'passed' : 'failed',
      exercise,
      seed,
      grader: '1',
      headline: '',
      checks: [],
      misconceptions: [],
      tolerance: { atol: 0, rtol: 0 },
      inputs: { worked: 0, random: 0, special: 0 },
      work: 0,
    }),
  ),
})
const parts = (over: Partial<SubmitDependencies> = {}): SubmitDependencies => ({
  db,
  grader: grader(),
  newSeed: () => 4_000_000_000,
  newId: () => crypto.randomUUID(),
  now: () => new Date(1000),
  inFlight: new Map(),
  report: () => {},
  ...over,
})
const submitAndWait = async (input: SubmissionInput, with_: SubmitDependencies): Promise<Verdict> => {
  const answer = await submit(input, with_)
  if (answer.kind !== 'verdict') throw new Error(answer.kind)
  return answer.verdict
}

test('a submission is graded with its own seed, and a pass is progress', async () => {
  const learnerId = await createLearner(db, 'cora')
  const verdict = await submitAndWait(sent({ learnerId }), parts())
  expect(verdict).toMatchObject({ outcome: 'passed', seed: 4_000_000_000 })
  expect(await loadProgress(db, learnerId)).toEqual({
    attention: { passed: true, attempts: 1, passedAt: 1000, version: 'v1', assisted: false, givenUp: false },
  })
})

test('sent again, the stored verdict is the answer and nothing is graded', async () => {
  const input = sent()
  const all = parts()
  const first = await submitAndWait(input, all)
  expect(await submitAndWait(input, { ...all, newSeed: () => 1 })).toEqual(first)
  expect(all.grader.grade).toHaveBeenCalledTimes(1)
})

test('sent twice at once it is graded once', async () => {
  const input = sent()
  const all = parts()
  const [one, two] = await Promise.all([submitAndWait(input, all), submitAndWait(input, all)])
  expect(one).toEqual(two)
  expect(all.grader.grade).toHaveBeenCalledTimes(1)
})

test('sent to two servers at once, both give the same verdict', async () => {
  const input = sent()
  const [one, two] = await Promise.all([
    submitAndWait(input, parts({ newSeed: () => 1 })),
    submitAndWait(input, parts({ newSeed: () => 2 })),
  ])
  expect(one).toEqual(two)
  expect(await db.verdict.count({ where: { submissionId: input.id } })).toBe(1)
})

test('the same id with another source, or from another learner, is a conflict', async () => {
  const input = sent()
  const all = parts()
  await submit(input, all)
  expect(await submit({ ...input, source: 'wrong' }, all)).toEqual({ kind: 'conflict' })
  expect(await submit({ ...input, learnerId: 'bob' }, all)).toEqual({ kind: 'conflict' })
  expect(all.grader.grade).toHaveBeenCalledTimes(1)
})

test.each([
  ['busy', /the queue is full/, true],
  ['too-many-waiting', /many of your answers are waiting/, false],
  ['over-budget', /can be graded in 18 s/, false],
  ['abandoned', /connection was lost/, false],
  ['died', /our bug/, true],
])('a grader that says %s: no attempt, told, and graded when sent again', async (code, headline, isOurs) => {
  const learnerId = await createLearner(db, `learner of ${code}`)
  const input = sent({ learnerId })
  const fault = Object.assign(new Error(code), { code, retryAfterSeconds: 18 })
  const report = vi.fn()
  const failing = parts({ grader: { grade: () => Promise.reject(fault) }, report })
  expect(await submitAndWait(input, failing)).toMatchObject({
    outcome: 'not-graded',
    headline: expect.stringMatching(headline),
    tolerance: { atol: 1, rtol: 2 },
  })
  expect(report.mock.calls).toEqual(isOurs ? [[fault]] : [])
  expect(await loadProgress(db, learnerId)).toEqual({})

  expect(await submitAndWait(input, parts())).toMatchObject({ outcome: 'passed' })
  expect((await loadProgress(db, learnerId)).attention).toMatchObject({ passed: true, attempts: 1 })
})

test('a submission that was stored when the server was killed is graded when sent again', async () => {
  const input = sent()
  const { id, source, learnerId } = input
  const row = { id, source, learnerId, exercise: exercise.id, exerciseVersion: exercise.version, at: new Date(1) }
  await storeSubmission(db, row)
  expect(await submitAndWait(input, parts())).toMatchObject({ outcome: 'passed' })
})

test('a delay says when to send the answer again, and leaves no verdict behind', async () => {
  const input = sent()
  const fault = Object.assign(new Error('spent'), { code: 'over-budget', retryAfterSeconds: 18 })
  const answer = await submit(input, parts({ grader: { grade: () => Promise.reject(fault) } }))
  expect(answer).toMatchObject({ kind: 'verdict', delay: { reason: 'over-budget', retryAfterSeconds: 18 } })
  expect(await db.verdict.count({ where: { submissionId: input.id } })).toBe(0)
})

test('the grader is told who asks, from where, and when nobody waits any longer', async () => {
  const requests = [new AbortController(), new AbortController()]
  const input = sent()
  let settle = () => {}
  const grade = vi.fn<Grader['grade']>((_ask, requester) => {
    expect(requester).toMatchObject({ kind: 'learner', id: 'ada', address: '192.0.2.1' })
    return new Promise((_, reject) => {
      settle = () => reject(Object.assign(new Error('gone'), { code: 'abandoned' }))
    })
  })
  const all = parts({ grader: { grade } })
  const answers = requests.map(({ signal }) => submit({ ...input, signal }, all))
  await vi.waitFor(() => expect(grade).toHaveBeenCalledOnce(), { timeout: 30_000 })
  const [, requester] = grade.mock.calls[0] ?? []
  const signal = requester?.kind === 'learner' ? requester.signal : undefined
  requests[0]?.abort()
  expect(signal?.aborted).toBe(false)
  requests[1]?.abort()
  await vi.waitFor(() => expect(signal?.aborted).toBe(true), { timeout: 30_000 })
  settle()
  for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ delay: { reason: 'abandoned' } })
  expect(all.inFlight.size).toBe(0)
})
