import { afterAll, expect, test, vi } from 'vitest'
import { type Database, database } from '#lib/learner/database.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'

vi.mock('#lib/course/read-course.ts', () => ({ findExercise: async (id: string) => ({ id }) }))

const { url, close } = await createTemporaryDatabase()
vi.stubEnv('DATABASE_URL', url)
vi.stubEnv('BETTER_AUTH_SECRET', 'a secret of thirty-two characters')
vi.stubEnv('BETTER_AUTH_URL', 'http://localhost:3000')
vi.stubEnv('GUESTS_PER_MINUTE', '2')
const db: Database = await database()
afterAll(async () => {
  await db.$disconnect()
  await close()
})

const drafts = await import('./drafts/[exercise]/route.ts')

async function save(address: string, cookie = '') {
  const headers = { host: 'localhost:3000', 'content-type': 'application/json', 'x-forwarded-for': address, cookie }
  const body = JSON.stringify({ source: 'x', at: 1 })
  const request = new Request('http://localhost:3000/api/drafts/softmax', { method: 'PUT', headers, body })
  const response = await drafts.PUT(request, { params: Promise.resolve({ exercise: 'softmax' }) })
  const cookies = response.headers.getSetCookie().map((set) => set.split(';')[0])
  return { response, cookie: cookies.join('; ') }
}

test('an address makes three times as many guests at once as a minute allows, then it is told to wait', async () => {
  const classroom = await Promise.all(Array.from({ length: 6 }, () => save('203.0.113.7')))
  expect(classroom.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 200, 200])

  const { response } = await save('203.0.113.7')
  expect(response.status).toBe(429)
  const wait = Number(response.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(await response.json()).toEqual({
    error: 'too-many-guests',
    reason: expect.stringContaining(`Your work stays on this device. Wait ${wait} s`),
  })
  expect(await db.user.count()).toBe(6)

  expect((await save('203.0.113.7', classroom[0]?.cookie)).response.status).toBe(200)
  expect((await save('198.51.100.9')).response.status).toBe(200)
  expect(await db.user.count()).toBe(7)
})
