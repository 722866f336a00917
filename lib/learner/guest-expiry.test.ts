import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { deleteEmptyGuests, readGuestDays, WITHOUT_WORK } from './guest-expiry.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'

test.each([
  [undefined, 30],
  ['', 30],
  ['7', 7],
  [' 90 ', 90],
  ['0', 0],
  ['a month', 30],
])('GUEST_DAYS=%s is %i days', (GUEST_DAYS, days) => {
  expect(readGuestDays({ GUEST_DAYS })).toBe(days)
})

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
})
afterAll(() => close())
beforeEach(async () => {
  await db.session.deleteMany()
})

const OLD = new Date('2026-01-01')
const BORDER = new Date('2026-02-01')
const NEW = new Date('2026-02-02')

async function makeLearner({ isGuest = true, createdAt = OLD, updatedAt = OLD } = {}): Promise<string> {
  const id = await createLearner(db, crypto.randomUUID(), isGuest)
  await db.user.update({ where: { id }, data: { createdAt, updatedAt } })
  return id
}
const isThere = async (id: string) => (await db.user.findUnique({ where: { id } })) !== null

test('an old guest who did nothing is deleted, with the session', async () => {
  const userId = await makeLearner()
  await db.session.create({ data: { id: userId, token: userId, userId, expiresAt: NEW } })
  expect(await deleteEmptyGuests(db, BORDER)).toBe(1)
  expect(await isThere(userId)).toBe(false)
  expect(await db.session.count()).toBe(0)
})

test('who came lately stays, and so does every account', async () => {
  const guests = [
    await makeLearner({ createdAt: NEW, updatedAt: NEW }),
    await makeLearner({ updatedAt: NEW }),
    await makeLearner({ isGuest: false }),
  ]
  expect(await deleteEmptyGuests(db, BORDER)).toBe(0)
  for (const id of guests) expect(await isThere(id)).toBe(true)
})

test.each<[string, (learnerId: string, id: string) => Promise<unknown>]>([
  [
    'a submission',
    (learnerId, id) =>
      db.submission.create({
        data: { id, learnerId, exerciseId: 'softmax', exerciseVersion: '1', source: '', submittedAt: OLD },
      }),
  ],
  ['a draft', (learnerId) => db.draft.create({ data: { learnerId, exerciseId: 'softmax', source: '', savedAt: OLD } })],
  [
    'a replaced draft',
    (learnerId, id) =>
      db.draftRevision.create({ data: { id, learnerId, exerciseId: 'softmax', source: '', savedAt: OLD } }),
  ],
  [
    'a solution that was revealed',
    (learnerId, id) =>
      db.solutionReveal.create({ data: { id, learnerId, exerciseId: 'softmax', gaveUp: true, revealedAt: OLD } }),
  ],
  [
    'a review',
    (learnerId, id) =>
      db.review.create({
        data: {
          id,
          learnerId,
          itemId: 'card',
          rating: 3,
          durationMs: 1,
          memoryBefore: {},
          memoryAfter: {},
          reviewedAt: OLD,
        },
      }),
  ],
  [
    'an action on a card',
    (learnerId, id) =>
      db.reviewAction.create({ data: { id, learnerId, itemId: 'card', kind: 'buried', detail: {}, performedAt: OLD } }),
  ],
  ['a plan', (learnerId) => db.reviewPlan.create({ data: { learnerId, plan: {}, savedAt: OLD } })],
  ['an interview', (learnerId, id) => db.interview.create({ data: { id, learnerId, plan: {}, startedAt: OLD } })],
])('a guest with %s stays', async (_, addWork) => {
  const id = await makeLearner()
  await addWork(id, crypto.randomUUID())
  expect(await deleteEmptyGuests(db, BORDER)).toBe(0)
  expect(await isThere(id)).toBe(true)
})

test('of more guests than a batch holds each is looked at, whoever comes between', async () => {
  const ids = Array.from({ length: 450 }, () => crypto.randomUUID())
  const row = (id: string) => ({ id, name: id, email: id, isAnonymous: true, createdAt: OLD, updatedAt: OLD })
  await db.user.createMany({ data: ids.map(row) })
  const busy = ids.filter((_, i) => i % 3 === 0)
  await db.draft.createMany({
    data: busy.map((learnerId) => ({ learnerId, exerciseId: 'softmax', source: '', savedAt: OLD })),
  })
  expect(await deleteEmptyGuests(db, BORDER)).toBe(300)
  expect(await db.user.count({ where: { id: { in: ids } } })).toBe(150)
})

test('every kind of row that a learner cannot be deleted with counts as work', async () => {
  const models = await readFile('prisma/models.prisma', 'utf8')
  const bodies = new Map([...models.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(([, name, body]) => [name, body]))
  const restricted = [...(bodies.get('User') ?? '').matchAll(/^ {2}(\w+) +(\w+)(?:\[\]|\?)?$/gm)]
    .filter(([, , type]) => /User .*onDelete: Restrict/.test(bodies.get(type) ?? ''))
    .map(([, field]) => field)
  expect(restricted.sort()).toEqual(Object.keys(WITHOUT_WORK).sort())
})
