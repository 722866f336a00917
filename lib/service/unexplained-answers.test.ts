import { afterAll, expect, test, vi } from 'vitest'
import type { Verdict } from '#lib/grading/verdict.ts'
import { database } from '#lib/learner/database.ts'
import type { Learner } from '#lib/learner/learner.ts'
import { storeSubmission, storeVerdict } from '#lib/learner/submissions.ts'
import { createLearner, createTemporaryDatabase } from '#lib/learner/temporary-database.ts'

const softmax = { id: 'softmax', lesson: 'weighted-sum', version: 'v1' }
vi.mock('#lib/course/read-course.ts', () => ({
  readCourse: async () => ({ publishedLessons: [{ exercises: [softmax] }] }),
}))

const { url, close } = await createTemporaryDatabase()
vi.stubEnv('DATABASE_URL', url)
vi.stubEnv('AUTHORS', 'ada@example.org')
const db = await database()
afterAll(async () => {
  await db.$disconnect()
  await close()
})

const { readUnexplainedAnswers } = await import('./unexplained-answers.ts')

const verdict: Verdict = {
  outcome: 'failed',
  exercise: 'softmax',
  seed: 1,
  grader: '1',
  headline: 'Row 0 is wrong',
  checks: [],
  misconceptions: [],
  tolerance: { atol: 0, rtol: 0 },
  inputs: { worked: 0, random: 0, special: 0 },
  work: 0,
  unexplained: 'a1',
}

test('unexplained outputs are counted for everyone, and shown with an answer to authors', async () => {
  await createLearner(db, 'bob')
  const id = crypto.randomUUID()
  const at = new Date(1000)
  await storeSubmission(db, {
    id,
    learnerId: 'bob',
    exercise: 'softmax',
    exerciseVersion: 'v1',
    source: '// of Bob',
    at,
  })
  await storeVerdict(db, { id: crypto.randomUUID(), submissionId: id, verdict, at })
  const counted = { name: 'a1', answers: 1, learners: 1, at: 1000 }
  const withoutExample = {
    author: false,
    exercises: [{ exercise: 'softmax', lesson: 'weighted-sum', outputs: [counted] }],
  }
  const seenBy = (learner?: Learner) => readUnexplainedAnswers(learner, new Headers())
  expect(await seenBy()).toEqual(withoutExample)
  expect(await seenBy({ id: 'bob', guest: true })).toEqual(withoutExample)
  expect(await seenBy({ id: 'eve', guest: false, email: 'eve@example.org' })).toEqual(withoutExample)
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const author = await seenBy({ id: 'ada', guest: false, email: 'ada@example.org' })
  expect(JSON.parse(String(log.mock.lastCall?.[0]))).toMatchObject({ event: 'author-access', learnerId: 'ada' })
  log.mockRestore()
  expect(author).toMatchObject({
    author: true,
    exercises: [{ outputs: [{ ...counted, example: { source: '// of Bob', headline: 'Row 0 is wrong' } }] }],
  })
})
