import { createClient } from '@libsql/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeAuth } from '#lib/auth/auth.ts'
import { handleAccountRequest } from '#lib/auth/handle-account-request.ts'
import { connect, type Database } from '#lib/learner/database.ts'
import { StorageError, type StorageFault } from '#lib/learner/storage-error.ts'
import { createLearner, createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import { readHandler } from './endpoint.ts'

const logged: string[] = []
beforeEach(() => {
  logged.length = 0
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void logged.push(words.map(String).join(' ')))
})
afterEach(() => void vi.restoreAllMocks())

const callHandler = (handler: () => Promise<Response>, request = new Request('http://localhost/api/drafts/softmax')) =>
  readHandler(handler)(request, { params: Promise.resolve({}) })
const failing = (fault: StorageFault) => () =>
  Promise.reject(new StorageError(fault, new Error(`words about ${fault}`)))

test.each([
  ['busy', 503, 'database-busy', 'busy'],
  ['disk-full', 507, 'disk-full', 'The server’s disk is full: '],
  ['read-only', 503, 'database-read-only', 'can’t write'],
  ['disk-failed', 503, 'disk-failed', 'disk reports an error'],
  ['unreachable', 503, 'database-unreachable', 'can’t reach its database'],
] as const)(
  'a database that is %s is answered with %i and the reason, in one line of the log',
  async (fault, status, code, words) => {
    const response = await callHandler(failing(fault))
    expect(response.status).toBe(status)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await response.json()).toEqual({ error: code, reason: expect.stringContaining(words) })
    expect(logged).toEqual([expect.stringMatching(new RegExp(`^[^\\n]+\\(words about ${fault}\\)$`))])
    await callHandler(failing(fault))
    expect(logged).toHaveLength(1)
  },
)

test('a transaction that could not begin in time is answered as busy', async () => {
  const response = await callHandler(() => Promise.reject(Object.assign(new Error('late'), { code: 'P2028' })))
  expect(response.status).toBe(503)
})

test('another error is our fault still, with its stack', async () => {
  expect((await callHandler(() => Promise.reject(new Error('a bug')))).status).toBe(500)
  expect(logged).toEqual(['Error: a bug'])
})

test('an account that can’t be made in a locked database is not told that its address is taken', async () => {
  const { db, url, close } = await createTemporaryDatabase()
  const other = createClient({ url })
  const lock = await other.transaction('write')
  const hasty: Database = await connect(url, 20)
  const auth = makeAuth(hasty, {
    BETTER_AUTH_SECRET: 'for tests only, long enough',
    BETTER_AUTH_URL: 'http://localhost',
  })
  const body = JSON.stringify({ email: 'ada@example.org', password: 'some words nobody guesses 8841', name: 'Ada' })
  const request = () =>
    new Request('http://localhost/api/auth/sign-up/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost' },
      body,
    })
  const signUp = () => callHandler(() => handleAccountRequest(request(), body, Promise.resolve(auth)), request())
  const refused = await signUp()
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ error: 'database-busy' })
  expect(logged.join('\n')).not.toMatch(/\n\s+at |better-auth/)
  await lock.rollback()
  expect((await signUp()).status).toBe(200)
  await createLearner(db, 'eve')
  other.close()
  await hasty.$disconnect()
  await close()
})
