import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { adoptDraft, findDraft, listKeptDrafts, saveDraft, storeKeptDraft } from './drafts.ts'
import { LearnerNotFoundError } from './learner.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
})
afterAll(() => close())

let key: { learnerId: string; exercise: string }
beforeEach(async () => {
  key = { learnerId: await createLearner(db, crypto.randomUUID()), exercise: 'softmax' }
})
const save = (source: string, now: number, base?: number) =>
  saveDraft(db, key, { source, base }, { id: crypto.randomUUID(), now: new Date(now) })

test('a draft that continues the stored one takes its place, and nothing else is kept', async () => {
  await save('a', 1)
  expect(await save('ab', 2, 1)).toEqual({ draft: { source: 'ab', at: 2 }, kept: false })
  expect(await findDraft(db, key)).toEqual({ source: 'ab', at: 2 })
  expect(await listKeptDrafts(db, key)).toEqual([])
})

test('of two drafts that were written in two places the second is stored, and the first is kept and answered', async () => {
  await save('desk', 5)
  const desk = { source: 'desk', at: 5 }
  expect(await save('phone', 9, 3)).toEqual({ draft: { source: 'phone', at: 9 }, kept: true, other: desk })
  expect(await save('tablet', 10)).toMatchObject({ kept: true, other: { source: 'phone', at: 9 } })
  expect(await listKeptDrafts(db, key)).toEqual([{ source: 'phone', at: 9 }, desk])
})

test('a text that was replaced on a device is kept once, and the draft stays', async () => {
  const keep = (source: string) => storeKeptDraft(db, key, source, { id: crypto.randomUUID(), now: new Date(9) })
  await save('current', 5)
  for (const source of ['older', 'older']) await keep(source)
  expect(await findDraft(db, key)).toEqual({ source: 'current', at: 5 })
  expect(await listKeptDrafts(db, key)).toEqual([{ source: 'older', at: 9 }])
  await keep('current')
  await save('next', 10, 5)
  expect((await listKeptDrafts(db, key)).map(({ source }) => source).sort()).toEqual(['current', 'older'])
})

test('a text that is replaced twice is kept once', async () => {
  for (const [i, source] of ['a', 'b', 'a', 'c'].entries()) await save(source, i + 1)
  expect((await listKeptDrafts(db, key)).map(({ source }) => source)).toEqual(['a', 'b'])
})

test('each version has a larger number, also when the server’s clock goes back', async () => {
  await save('a', 50)
  expect(await save('ab', 7, 50)).toEqual({ draft: { source: 'ab', at: 51 }, kept: false })
  expect(await save('abc', 51, 51)).toEqual({ draft: { source: 'abc', at: 52 }, kept: false })
})

test('the same text twice is one draft, so that it can be sent again', async () => {
  await save('a', 1)
  expect(await save('a', 2)).toEqual({ draft: { source: 'a', at: 1 }, kept: false })
})

test('of many drafts at once none is lost', async () => {
  const sources = Array.from({ length: 8 }, (_, i) => `draft ${i}`)
  await Promise.all(sources.map((source, i) => save(source, i)))
  const stored = [await findDraft(db, key), ...(await listKeptDrafts(db, key))]
  expect(stored.map((draft) => draft?.source).sort()).toEqual(sources)
})

test('a learner who is not there saves nothing', async () => {
  key = { learnerId: 'nobody', exercise: 'softmax' }
  await expect(save('a', 1)).rejects.toBeInstanceOf(LearnerNotFoundError)
})

test('of the drafts that were kept the newest twenty stay, and with them the last that came, however old it is', async () => {
  const rowKey = { learnerId: key.learnerId, exerciseId: key.exercise }
  const count = () => db.draftRevision.count({ where: rowKey })
  const other = { ...key, exercise: 'attention' }
  await db.draftRevision.create({
    data: { ...rowKey, id: crypto.randomUUID(), exerciseId: 'attention', source: 'other', savedAt: new Date(0) },
  })
  for (let i = 0; i < 25; i++) await save(`draft ${i}`, 100 + i)
  expect(await count()).toBe(20)
  expect((await listKeptDrafts(db, key))[0]?.source).toBe('draft 23')
  expect(await db.draftRevision.count({ where: { ...rowKey, source: 'draft 4' } })).toBe(1)
  await db.$transaction((tx) => adoptDraft(tx, key, { source: 'late', at: 1 }, crypto.randomUUID()))
  expect(await count()).toBe(20)
  expect(await db.draftRevision.count({ where: { ...rowKey, source: 'late' } })).toBe(1)
  expect(await listKeptDrafts(db, other)).toEqual([{ source: 'other', at: 0 }])
})
