import { afterAll, expect, test } from 'vitest'
import { saveDraft } from './drafts.ts'
import { measureStoredBytes } from './stored-bytes.ts'
import { storeSubmission } from './submissions.ts'
import { createLearner, createTemporaryDatabase, storeGradedAnswers } from './temporary-database.ts'

const { db, close } = await createTemporaryDatabase()
afterAll(() => close())
const now = new Date()

test('counts what a learner stored, in bytes, and nothing of others', async () => {
  const [mine, other] = [await createLearner(db, 'mine'), await createLearner(db, 'other')]
  expect(await measureStoredBytes(db, mine)).toBe(0)
  const submission = { exercise: 'softmax', exerciseVersion: 'v1', at: now }
  await storeSubmission(db, { id: 'a', learnerId: mine, source: 'é'.repeat(1000), ...submission })
  await storeSubmission(db, { id: 'b', learnerId: other, source: 'x'.repeat(50_000), ...submission })
  const one = await measureStoredBytes(db, mine)
  expect(one).toBeGreaterThanOrEqual(2000)
  expect(one).toBeLessThan(3000)
  await saveDraft(db, { learnerId: mine, exercise: 'softmax' }, { source: 'x'.repeat(4000) }, { id: 'd', now })
  expect(await measureStoredBytes(db, mine)).toBeGreaterThanOrEqual(one + 4000)
})

test('counts every kind of work', async () => {
  const id = await createLearner(db, 'all')
  const grow = async (store: () => Promise<unknown>) => {
    const before = await measureStoredBytes(db, id)
    await store()
    expect(await measureStoredBytes(db, id)).toBeGreaterThan(before)
  }
  const learnerId = id
  const reviewFields = { durationMs: 1, memoryBefore: {}, memoryAfter: {}, reviewedAt: now }
  const exerciseId = 'softmax'
  await grow(() => storeGradedAnswers(db, id, [{ exercise: 'softmax', at: now, outcome: 'passed' }]))
  await grow(() => db.draftRevision.create({ data: { id: 'k', learnerId, exerciseId, source: '', savedAt: now } }))
  await grow(() =>
    db.solutionReveal.create({ data: { id: 's', learnerId, exerciseId, gaveUp: true, revealedAt: now } }),
  )
  await grow(() => db.review.create({ data: { id: 'r', learnerId, itemId: 'i', rating: 1, ...reviewFields } }))
  await grow(() =>
    db.reviewAction.create({ data: { id: 'ra', learnerId, itemId: 'i', kind: 'add', detail: {}, performedAt: now } }),
  )
  await grow(() => db.interview.create({ data: { id: 'i', learnerId, plan: {}, startedAt: now } }))
  const interviewId = 'i'
  await grow(() => db.interviewEvent.create({ data: { id: 'e', interviewId, seq: 1, event: {}, occurredAt: now } }))
  await grow(() => db.interviewDraft.create({ data: { interviewId, draft: {}, savedAt: now } }))
})
