import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#lib/learner/database.ts'
import { saveDraft, storedDraft } from '#lib/learner/drafts.ts'
import { temporaryDatabase } from '#lib/learner/temporary-database.ts'
import { type Auth, makeAuth } from './auth.ts'
import { learnerOf, sessionOf } from './session.ts'

const origin = 'http://localhost:3000'
let db: Database
let close: () => Promise<void>
let sessions: Promise<Auth>
beforeAll(async () => {
  ;({ db, close } = await temporaryDatabase())
  sessions = Promise.resolve(
    makeAuth(db, { BETTER_AUTH_SECRET: 'a secret of thirty-two characters', BETTER_AUTH_URL: origin }),
  )
})
afterAll(() => close())

const headersWith = (cookies: readonly string[]) =>
  new Headers({ host: 'localhost:3000', cookie: cookies.map((it) => it.split(';')[0]).join('; ') })
const known = (headers: Headers) => learnerOf({ headers }, sessions)
const post = async (path: string, body: object, cookies: readonly string[], from = origin) => {
  const headers = headersWith(cookies)
  headers.set('content-type', 'application/json')
  headers.set('origin', from)
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return (await sessions).handler(new Request(`${origin}/api/auth${path}`, init))
}

test('a request without a cookie reads as nobody, and makes no guest', async () => {
  const before = await db.user.count()
  expect(await sessionOf({ headers: new Headers() }, sessions)).toBeUndefined()
  expect(await db.user.count()).toBe(before)
})

test('the first write makes a guest, and its cookie leads back to them', async () => {
  const { learner, cookies } = await known(new Headers())
  expect(learner).toEqual({ id: expect.any(String), guest: true })
  expect(cookies.join()).toMatch(/HttpOnly/i)
  expect(cookies.join()).toMatch(/SameSite=Lax/i)
  expect((await known(headersWith(cookies))).learner).toEqual(learner)
  expect((await sessionOf({ headers: headersWith(cookies) }, sessions))?.learner).toEqual(learner)
})

test('a cookie that was tampered with is nobody’s', async () => {
  const { cookies } = await known(new Headers())
  const forged = cookies.map((it) => it.replace(/token=./, 'token=X'))
  expect(await sessionOf({ headers: headersWith(forged) }, sessions)).toBeUndefined()
})

test('a guest who signs up, and later one who signs in, brings along what they did', async () => {
  const draft = async (learnerId: string, exercise: string) =>
    saveDraft(db, { learnerId, exercise }, { source: exercise, at: 1 }, { id: crypto.randomUUID(), now: new Date(9) })
  const email = 'ada@example.org'
  const password = 'correct horse battery'

  const first = await known(new Headers())
  await draft(first.learner.id, 'softmax')
  const signUp = await post('/sign-up/email', { name: 'Ada', email, password }, first.cookies)
  expect(signUp.status).toBe(200)
  const account = await known(headersWith(signUp.headers.getSetCookie()))
  expect(account.learner).toEqual({ id: expect.any(String), guest: false, email })
  expect(await sessionOf({ headers: headersWith(first.cookies) }, sessions)).toBeUndefined()

  const second = await known(new Headers())
  await draft(second.learner.id, 'attention')
  const signIn = await post('/sign-in/email', { email, password }, second.cookies)
  expect(signIn.status).toBe(200)
  for (const exercise of ['softmax', 'attention'])
    expect(await storedDraft(db, { learnerId: account.learner.id, exercise })).toEqual({ source: exercise, at: 1 })
  expect(await db.user.findMany({ where: { id: { in: [first.learner.id, second.learner.id] } } })).toEqual([])
})

test('another site cannot sign anybody up', async () => {
  const { cookies } = await known(new Headers())
  const body = { name: 'Eve', email: 'eve@example.org', password: 'correct horse battery' }
  const answer = await post('/sign-up/email', body, cookies, 'https://evil.example')
  expect(answer.status).toBe(403)
  expect(await db.user.count({ where: { email: body.email } })).toBe(0)
})
