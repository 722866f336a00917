import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Verdict } from '#lib/grading/verdict.ts'
import type { Database } from './database.ts'
import { LearnerNotFoundError } from './learner.ts'
import { findServerVerdict, storeSubmission, storeVerdict, toStorableJson } from './submissions.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
  await createLearner(db, 'ada')
  await createLearner(db, 'bob')
})
afterAll(() => close())

const at = new Date(1000)
const submission = (over = {}) => ({
  id: crypto.randomUUID(),
  learnerId: 'ada',
  exercise: 'attention',
  exerciseVersion: 'v1',
  source: 'export const attention = 1',
  at,
  ...over,
})
const verdict = (outcome: Verdict['outcome'], seed = 7): Verdict => ({
  outcome,
  exercise: 'attention',
  seed,
  grader: '1',
  headline: 'It holds.',
  checks: [],
  misconceptions: [],
  tolerance: { atol: 0, rtol: 0 },
  inputs: { worked: 0, random: 0, special: 0 },
  work: 0,
})
const store = (submissionId: string, toStore: Verdict) =>
  storeVerdict(db, { id: crypto.randomUUID(), submissionId, verdict: toStore, at })

test('the same submission twice is stored once', async () => {
  const stored = submission()
  expect(await storeSubmission(db, stored)).toBe('new')
  expect(await storeSubmission(db, { ...stored, at: new Date(2000) })).toBe('same')
  const { exercise, at: submittedAt, ...fields } = stored
  expect(await db.submission.findMany({ where: { id: stored.id } })).toEqual([
    { ...fields, exerciseId: exercise, submittedAt },
  ])
})

test('an id that belongs to another source, exercise or learner is refused', async () => {
  const stored = submission()
  await storeSubmission(db, stored)
  expect(await storeSubmission(db, { ...stored, source: 'other' })).toBe('other')
  expect(await storeSubmission(db, { ...stored, exercise: 'other' })).toBe('other')
  expect(await storeSubmission(db, { ...stored, learnerId: 'bob' })).toBe('other')
  expect(await db.submission.count({ where: { id: stored.id } })).toBe(1)
})

test('a submission of a learner who is not there is refused, and nothing is stored', async () => {
  const stored = submission({ learnerId: 'nobody' })
  await expect(storeSubmission(db, stored)).rejects.toBeInstanceOf(LearnerNotFoundError)
  expect(await db.submission.count({ where: { id: stored.id } })).toBe(0)
})

test('the first grade counts; a second one changes nothing', async () => {
  const stored = submission()
  await storeSubmission(db, stored)
  expect(await findServerVerdict(db, stored.id)).toBeUndefined()
  expect(await store(stored.id, verdict('failed', 4_294_967_295))).toMatchObject({ outcome: 'failed' })
  expect(await store(stored.id, verdict('passed'))).toMatchObject({ outcome: 'failed', seed: 4_294_967_295 })
  expect(await findServerVerdict(db, stored.id)).toEqual(verdict('failed', 4_294_967_295))
  expect(await db.verdict.count({ where: { submissionId: stored.id } })).toBe(1)
})

test('a submission that was not graded, even twice, can still be graded', async () => {
  const stored = submission()
  await storeSubmission(db, stored)
  await store(stored.id, verdict('not-graded'))
  await store(stored.id, verdict('not-graded'))
  expect(await findServerVerdict(db, stored.id)).toBeUndefined()
  expect(await store(stored.id, verdict('passed'))).toMatchObject({ outcome: 'passed' })
  expect(await db.verdict.count({ where: { submissionId: stored.id } })).toBe(3)
})

test('two grades at once agree', async () => {
  const stored = submission()
  await storeSubmission(db, stored)
  const [one, two] = await Promise.all([store(stored.id, verdict('passed', 1)), store(stored.id, verdict('passed', 2))])
  expect(one).toEqual(two)
})

test('the fingerprint of unexplained outputs is stored, and is not sent to learners', async () => {
  const stored = submission()
  await storeSubmission(db, stored)
  expect(await store(stored.id, { ...verdict('failed'), unexplained: 'a1b2' })).toEqual(verdict('failed'))
  expect(await findServerVerdict(db, stored.id)).toEqual(verdict('failed'))
  expect(await db.verdict.count({ where: { submissionId: stored.id, outputFingerprint: 'a1b2' } })).toBe(1)
})

test('a verdict that tells of text which no database takes is stored all the same', async () => {
  const sent = submission()
  await storeSubmission(db, sent)
  const withSurrogates = { ...verdict('failed'), headline: 'Your code threw “\0\ud800”.' }
  const stored = await store(sent.id, withSurrogates)
  expect(stored.headline).toBe('Your code threw “\ufffd\ufffd”.')
  expect(await findServerVerdict(db, sent.id)).toEqual(stored)
})

test('what PostgreSQL refuses is replaced, in texts and in keys', () => {
  expect(toStorableJson({ 'k\0': ['a\0\0b', '\ud800', '\udfff!'], n: 1 })).toEqual({
    'k\ufffd': ['a\ufffd\ufffdb', '\ufffd', '\ufffd!'],
    n: 1,
  })
})

test('all else stays as it is', () => {
  const value = { a: '\\u0000', b: '\\\\ud800', c: '😀 é \n "', d: [null, true, 0.5] }
  expect(toStorableJson(value)).toBe(value)
})

test('each text is what it was, well formed and without NUL', () => {
  const unit = fc.constantFrom('\\', '\0', '\ud83d', '\ude00', 'u0000', '"', 'x')
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(toStorableJson({ text }).text).toBe(text.toWellFormed().replaceAll('\0', '\ufffd'))
    }),
  )
})
