import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { type Database, database } from '#lib/learner/database.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'

// a real hash takes a core for a tenth of a second
vi.mock('#lib/auth/password-hash.ts', () => ({
  hashPassword: async (password: string) => `hash of ${password}`,
  verifyPassword: async ({ hash, password }: { hash: string; password: string }) => hash === `hash of ${password}`,
}))

const { url, close } = await createTemporaryDatabase()
vi.stubEnv('DATABASE_URL', url)
vi.stubEnv('BETTER_AUTH_SECRET', 'a secret of thirty-two characters')
vi.stubEnv('BETTER_AUTH_URL', 'http://localhost:3000')
const db: Database = await database()
afterAll(async () => {
  await db.$disconnect()
  await close()
})
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.useFakeTimers({ toFake: ['Date'] }) // the allowance fills up with time
})

const route = await import('./[...all]/route.ts')
const PASSWORD = 'correct horse battery'
const callRoute = (path: string, body: object, address: string) =>
  route.POST(
    new Request(`http://localhost:3000/api/auth${path}`, {
      method: 'POST',
      headers: {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        'content-type': 'application/json',
        'x-forwarded-for': address,
      },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  )
const signUp = (email: string, address: string) => callRoute('/sign-up/email', { email, password: PASSWORD }, address)
const signIn = (email: string, address: string) => callRoute('/sign-in/email', { email, password: PASSWORD }, address)

test('a class of thirty behind one address signs up and in at once; then the address has to wait, and no other', async () => {
  const emails = Array.from({ length: 30 }, (_, i) => `pupil-${i}@example.org`)
  const school = '192.0.2.1'
  const answers = [
    ...(await Promise.all(emails.map((email) => signUp(email, school)))),
    ...(await Promise.all(emails.map((email) => signIn(email, school)))),
  ]
  expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(200))
  const refused = await signIn('pupil-0@example.org', school)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.get('cache-control')).toBe('no-store')
  expect(await refused.json()).toMatchObject({ error: 'too-often', reason: expect.stringMatching(/Wait \d+ s/) })
  expect((await signIn('pupil-0@example.org', '192.0.2.2')).status).toBe(200)
  expect((await callRoute('/sign-out', {}, school)).status).toBe(200)
})
