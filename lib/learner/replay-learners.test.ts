import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { replayLearners } from './replay-learners.ts'
import { storeEntries } from './store-entries.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'

let db: Database
let close: () => Promise<void>
const now = new Date('2026-06-10T12:00Z')
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
  for (const id of ['ada', 'bob']) {
    await createLearner(db, id, false)
    const done = { id: crypto.randomUUID(), item: 'one/a', at: now.getTime() - 1000 }
    await storeEntries(db, id, [{ kind: 'review', rating: 3, ms: 4000, ...done }], now)
  }
  await createLearner(db, 'eve')
})
afterAll(() => close())

async function run(...args: string[]) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const code = await replayLearners(args, { database: async () => db, print, printError: print, now: () => now })
  return { code, lines }
}
const breakState = (learnerId: string) => db.itemState.updateMany({ where: { learnerId }, data: { entryCount: 7 } })

test('everyone who has reviewed is replayed', async () => {
  expect(await run()).toEqual({
    code: 0,
    lines: [
      'ada@example.org (ada): 1 log entry about 1 item, no differences',
      'bob@example.org (bob): 1 log entry about 1 item, no differences',
      '2 learners, no differences',
    ],
  })
  expect(await run('--all')).toEqual(await run())
})

test('a difference is printed and gives exit code 1, until it is fixed', async () => {
  await breakState('ada')
  const { code, lines } = await run('ada@example.org')
  expect(code).toBe(1)
  expect(lines).toEqual([
    'ada@example.org (ada): 1 log entry about 1 item, differences in 1 item',
    '  one/a  entryCount: stored 7, replayed 1',
    '1 learner, 1 with differences',
  ])
  expect((await run('bob')).code).toBe(0)
  expect((await run('ada', '--fix')).code).toBe(0)
  expect((await run()).code).toBe(0)
})

test('states that are not stored yet are no difference, and --fix stores them', async () => {
  await db.itemState.deleteMany({ where: { learnerId: 'bob' } })
  const { code, lines } = await run('bob')
  expect([code, lines[0]]).toEqual([
    0,
    'bob@example.org (bob): 1 log entry about 1 item, no differences, 1 item not stored yet (the next visit stores them)',
  ])
  expect((await run('bob', '--fix')).lines[1]).toBe('  1 item recomputed')
  expect(await db.itemState.count({ where: { learnerId: 'bob' } })).toBe(1)
})

test.each([
  [
    'a learner who is not there',
    ['nobody@example.org'],
    'no learner has the id or e-mail address “nobody@example.org”',
  ],
  ['an unknown option', ['--repair'], "Unknown option '--repair'"],
  ['a learner together with --all', ['ada', '--all'], 'give either LEARNER or --all'],
])('%s is a usage error', async (_, args, message) => {
  const { code, lines } = await run(...args)
  expect(code).toBe(2)
  expect(lines[0]).toContain(message)
})
