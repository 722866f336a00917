import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#lib/learner/database.ts'
import { createLearner, createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import { describeUnknownAuthors, isReservedAddress, readAuthorList } from './author-list.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
})
afterAll(() => close())

test('AUTHORS lists ids as written, and addresses in lower case', () => {
  const { ids, addresses } = readAuthorList({ AUTHORS: 'Ada@Example.org, aB3 ,\nbob@example.org' })
  expect([[...ids], [...addresses]]).toEqual([['aB3'], ['ada@example.org', 'bob@example.org']])
  expect(readAuthorList({}).ids.size).toBe(0)
})

test('a listed address is reserved, however it is written; others are not', () => {
  const env = { AUTHORS: 'Ada@example.org,aB3' }
  expect(['ADA@example.org', 'bob@example.org', 'aB3'].map((email) => isReservedAddress(email, env))).toEqual([
    true,
    false,
    false,
  ])
})

test('the operator is told of entries that no account has, without the address', async () => {
  await createLearner(db, 'ada', false)
  await createLearner(db, 'guest')
  const AUTHORS = 'ADA@example.org,ada,Ada,guest,bob@example.org'
  const sentences = await describeUnknownAuthors(db, { AUTHORS })
  expect(sentences.map((sentence) => sentence.split('.')[0])).toEqual([
    'AUTHORS lists the account id Ada, but there is no such account',
    'AUTHORS lists the account id guest, but there is no such account',
    'AUTHORS lists b…@example',
  ])
  expect(await describeUnknownAuthors(db, {})).toEqual([])
})
