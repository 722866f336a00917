import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { readCourse } from '#lib/course/read-course.ts'
import { database } from '#lib/learner/database.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'

const { url, close } = await createTemporaryDatabase()
process.env.DATABASE_URL = url
process.env.BETTER_AUTH_SECRET = 'a secret of thirty-two characters'
process.env.BETTER_AUTH_URL = 'http://localhost:3000'
const db = await database()
afterAll(async () => {
  await db.$disconnect()
  await close()
})
const { GET } = await import('./route.ts')
const { POST } = await import('../log/route.ts')

const callRoute = (query: string, cookie = '') =>
  GET(new Request(`http://localhost:3000/api/review/export${query}`, { headers: { host: 'localhost:3000', cookie } }), {
    params: Promise.resolve({}),
  })

describe('the export', () => {
  test('as CSV is a download with a record a card', async () => {
    const response = await callRoute('?format=csv')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="explain-attention-cards.csv"')
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]) // the byte order mark, for Excel
    expect(new TextDecoder().decode(bytes)).toMatch(
      /^id,lesson,kind,question,answer,key points,due,stability,reviews\r\n/,
    )
  })
  test('has the cards of every published lesson, and of no draft', async () => {
    const { publishedLessons, draftLessons } = await readCourse()
    const text = await (await callRoute('?format=csv')).text()
    for (const { id } of publishedLessons.flatMap(({ cards }) => cards)) expect(text).toContain(`\r\n${id},`)
    for (const { id } of draftLessons.flatMap(({ cards }) => cards)) expect(text).not.toContain(`\r\n${id},`)
  })
  test('tells what is known of the learner who asks, and of nobody else', async () => {
    const entry = {
      kind: 'review',
      id: crypto.randomUUID(),
      at: Date.now(),
      item: 'kv-cache/interview',
      rating: 3,
      ms: 900,
    }
    const headers = { host: 'localhost:3000', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const body = JSON.stringify({ entries: [entry] })
    const stored = await POST(new Request('http://localhost:3000/api/review/log', { method: 'POST', headers, body }), {
      params: Promise.resolve({}),
    })
    expect(stored.status).toBe(200)
    const cookie = stored.headers
      .getSetCookie()
      .map((header) => header.split(';')[0])
      .join('; ')
    const record = async (by: string) =>
      /\r\nkv-cache\/interview,(?:[^\r]|\r(?!\n))*/.exec(await (await callRoute('?format=csv', by)).text())?.[0]
    expect(await record(cookie)).toMatch(/,\d{4}-\d\d-\d\dT[\d:.]+Z,[\d.]+,1$/)
    expect(await record('')).toMatch(/,,,0$/)
  })
  test('for Anki is a zip file with a collection', async () => {
    const response = await callRoute('?format=anki')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="explain-attention-cards.apkg"')
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files).sort()).toEqual(['collection.anki2', 'media'])
    expect(new TextDecoder().decode(files['collection.anki2']?.subarray(0, 15))).toBe('SQLite format 3')
  })
  test('says what it makes when asked for something else', async () => {
    const response = await callRoute('?format=pdf')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'malformed', reason: expect.stringContaining('format=csv') })
  })
})
