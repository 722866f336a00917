import { afterAll, expect, test } from 'vitest'
import { saveDraft } from './drafts.ts'
import { measureStoredBytes } from './stored-bytes.ts'
import { storeSubmission } from './submissions.ts'
import { someLearner, storeGradedAnswers, temporaryDatabase } from './temporary-database.ts'

const { db, close } = await temporaryDatabase()
afterAll(() => close())
const now = new Date()

test('counts what a learner stored, in bytes, and nothing of others', async () => {
  const [mine, other] = [await someLearner(db, 'mine'), await someLearner(db, 'other')]
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
  const id = await someLearner(db, 'all')
  const grow = async (store: () => Promise<unknown>) => {
    const before = await measureStoredBytes(db, id)
    await store()
    expect(await measureStoredBytes(db, id)).toBeGreaterThan(before)
  }
  const row = { learnerId: id, at: now }
  await grow(() => storeGradedAnswers(db, id, [{ exercise: 'softmax', at: now, outcome: 'passed' }]))
  await grow(() => db.draftKept.create({ data: { id: 'k', exercise: 'softmax', source: '', ...row } }))
  await grow(() => db.solutionSeen.create({ data: { id: 's', exercise: 'softmax', givenUp: true, ...row } }))
  await grow(() => db.review.create({ data: { id: 'r', item: 'i', rating: 1, ms: 1, before: {}, after: {}, ...row } }))
  await grow(() => db.reviewAction.create({ data: { id: 'ra', item: 'i', kind: 'add', detail: {}, ...row } }))
  await grow(() => db.interview.create({ data: { id: 'i', plan: {}, ...row } }))
  const part = { interviewId: 'i', at: now }
  await grow(() => db.interviewEvent.create({ data: { id: 'e', seq: 1, event: {}, ...part } }))
  await grow(() => db.interviewDraft.create({ data: { draft: {}, ...part } }))
})
