import { afterAll, beforeAll, expect, test } from 'vitest'
import { adoptGuest } from './adopt-guest.ts'
import type { Database } from './database.ts'
import { findDraft, listKeptDrafts, saveDraft } from './drafts.ts'
import { LearnerNotFoundError } from './learner.ts'
import { recordSolutionReveal } from './solution-reveal.ts'
import { storeSubmission } from './submissions.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
})
afterAll(() => close())

const newId = () => crypto.randomUUID()
const now = new Date(1000)
const draft = (learnerId: string, exercise: string, source: string, at: number) =>
  saveDraft(db, { learnerId, exercise }, { source }, { id: newId(), now: new Date(at) })
const submission = (learnerId: string) =>
  storeSubmission(db, { id: newId(), learnerId, exercise: 'softmax', exerciseVersion: 'v', source: 's', at: now })

test('an account has everything that the guest did, and the guest is gone', async () => {
  const guest = await createLearner(db, 'guest')
  const account = await createLearner(db, 'account', false)
  await submission(guest)
  await submission(account)
  await recordSolutionReveal(db, {
    id: newId(),
    learnerId: guest,
    exerciseId: 'softmax',
    gaveUp: true,
    revealedAt: now,
  })
  await draft(guest, 'softmax', 'the guest’s, newer', 5)
  await draft(account, 'softmax', 'the account’s, older', 4)
  await draft(guest, 'attention', 'only the guest’s', 3)

  await adoptGuest(db, { guest, account }, { newId, now })

  const mine = { where: { learnerId: account } }
  expect(await db.submission.count(mine)).toBe(2)
  expect(await db.solutionReveal.count(mine)).toBe(1)
  const softmax = { learnerId: account, exercise: 'softmax' }
  expect(await findDraft(db, softmax)).toEqual({ source: 'the guest’s, newer', at: 5 })
  expect(await listKeptDrafts(db, softmax)).toEqual([{ source: 'the account’s, older', at: 4 }])
  expect(await findDraft(db, { ...softmax, exercise: 'attention' })).toEqual({ source: 'only the guest’s', at: 3 })
  expect(await db.user.findUnique({ where: { id: guest } })).toBeNull()
})

test('when the account is not there nothing moves', async () => {
  const guest = await createLearner(db, 'lone-guest')
  await submission(guest)
  await expect(adoptGuest(db, { guest, account: 'nobody' }, { newId, now })).rejects.toBeInstanceOf(
    LearnerNotFoundError,
  )
  expect(await db.submission.count({ where: { learnerId: guest } })).toBe(1)
})

test('a learner with work cannot be deleted', async () => {
  const guest = await createLearner(db, 'worker')
  await submission(guest)
  await expect(db.user.delete({ where: { id: guest } })).rejects.toThrow()
  expect(await db.submission.count({ where: { learnerId: guest } })).toBe(1)
})
