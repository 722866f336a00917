import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { StrengthAnswer } from '#lib/contract/authors.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import { database } from '#lib/learner/database.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'exercise-'))
const softmax = { id: 'softmax', lesson: 'weighted-sum', version: 'v1' }
const getSession = vi.hoisted(() => vi.fn())
const grade = vi.hoisted(() => vi.fn())
vi.mock('#lib/auth/session.ts', () => ({ getSession }))
vi.mock('#lib/sandbox/server/server-pool.ts', () => ({ getServerPool: () => ({ grade }) }))
vi.mock('#lib/course/read-course.ts', () => ({
  findExercise: async (id: string) => (id === 'softmax' ? softmax : undefined),
  getExerciseFolder: () => folder,
  readCourse: async () => ({ publishedLessons: [{ exercises: [softmax] }] }),
}))

const { url, close } = await createTemporaryDatabase()
vi.stubEnv('DATABASE_URL', url)
vi.stubEnv('AUTHORS', 'ada@example.org')
const db = await database()
afterAll(async () => {
  await db.$disconnect()
  await close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  getSession.mockReset()
  grade.mockImplementation(async ({ source }: { source: string }) => verdictOn(source))
})

const strength = await import('./strength/route.ts')
const callRoute = async (query: string) => {
  const request = new Request(`http://localhost:3000/api/authors/strength?${query}`)
  const response = await strength.GET(request, { params: Promise.resolve({}) })
  return { status: response.status, body: (await response.json()) as unknown }
}

const verdictOn = (source: string): Verdict => ({
  outcome: source.includes('pass') ? 'passed' : 'failed',
  exercise: 'softmax',
  seed: 1,
  grader: '1',
  headline: 'Row 0 is wrong',
  checks: [],
  misconceptions: source.includes('no-max') ? [{ id: 'no-max', headline: '', say: '' }] : [],
  tolerance: { atol: 0, rtol: 0 },
  inputs: { worked: 0, random: 0, special: 0 },
  work: 0,
})

test('the strength of an exercise tells which right answers fail, which wrong ones pass, which are misnamed', async () => {
  const answers = {
    'right/loops.ts': 'pass',
    'right/typed.ts': 'fail',
    'wrong/no-max.ts': '// misconception: no-max',
    'wrong/odd.ts': '// misconception: none\npass',
    'wrong.ts':
      "export default { 'right/loops': [{ name: 'sums', replacements: [['pass', 'fail']], shows: ['sums-only'] }] }",
  }
  for (const [file, source] of Object.entries(answers)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), source)
  }
  const { body } = await callRoute('exercise=softmax')
  expect(StrengthAnswer.parse(body)).toEqual({
    exercise: 'softmax',
    right: 2,
    rightThatFail: ['right/typed.ts'],
    wrong: 3,
    wrongThatPass: ['wrong/odd.ts'],
    named: 2,
    misnamed: ['#sums'],
    at: expect.any(Number),
  })
  expect(await callRoute('exercise=nothing')).toMatchObject({ status: 404, body: { error: 'no-exercise' } })
})
