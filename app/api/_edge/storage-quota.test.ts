import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { storeSubmission } from '#lib/learner/submissions.ts'
import { createLearner, createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import { requireSpace } from './storage-quota.ts'

const { db, close } = await createTemporaryDatabase()
afterAll(() => close())
afterEach(() => vi.unstubAllEnvs())

const HALF = 512 * 1024
const at = (now: number) => ({ db, now, isStored: async () => false })

test('a learner whose space is used up is refused with a reason, and others aren’t', async () => {
  vi.stubEnv('STORED_MIB_PER_LEARNER', '1')
  const [full, other] = [await createLearner(db, 'full'), await createLearner(db, 'other')]
  await requireSpace(full, HALF, at(0))
  await requireSpace(full, HALF - 10, at(0))
  await expect(requireSpace(full, HALF, at(0))).rejects.toMatchObject({
    status: 507,
    code: 'quota-used-up',
    message: expect.stringMatching(/space on the server is full \(1 MiB\)/),
  })
  await requireSpace(other, HALF, at(0))
})

test('what is stored already needs no space', async () => {
  vi.stubEnv('STORED_MIB_PER_LEARNER', '1')
  const id = await createLearner(db, 'sends-again')
  await requireSpace(id, 2 * HALF, at(0))
  await expect(requireSpace(id, 1, at(0))).rejects.toMatchObject({ status: 507 })
  await requireSpace(id, 1, { ...at(0), isStored: async () => true })
})

test('what counts is what is stored: writes that replaced others are forgotten', async () => {
  vi.stubEnv('STORED_MIB_PER_LEARNER', '1')
  const id = await createLearner(db, 'replaces')
  await requireSpace(id, HALF, at(0))
  await requireSpace(id, HALF, at(1))
  await expect(requireSpace(id, 1, at(2))).rejects.toMatchObject({ status: 507 })
  await requireSpace(id, HALF, at(120_000))
  const submission = { exercise: 'softmax', exerciseVersion: 'v1', at: new Date() }
  await storeSubmission(db, { id: 'large', learnerId: id, source: 'x'.repeat(2 * HALF), ...submission })
  await expect(requireSpace(id, 1, at(240_000))).rejects.toMatchObject({ status: 507 })
})
