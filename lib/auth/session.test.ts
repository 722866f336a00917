import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Database } from '#lib/learner/database.ts'
import { findDraft, saveDraft } from '#lib/learner/drafts.ts'
import { LearnerNotFoundError } from '#lib/learner/learner.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import { type Auth, makeAuth } from './auth.ts'
import { handleAccountRequest } from './handle-account-request.ts'
import { findLiveSession, getOrCreateSessionLearner, getSession, readLearner } from './session.ts'
import { SignedOutError } from './signed-out-error.ts'

const origin = 'http://localhost:3000'
let db: Database
let close: () => Promise<void>
let sessions: Promise<Auth>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
  sessions = Promise.resolve(
    makeAuth(db, { BETTER_AUTH_SECRET: 'a secret of thirty-two characters', BETTER_AUTH_URL: origin }),
  )
})
afterAll(() => close())

const headersWith = (cookies: readonly string[]) =>
  new Headers({ host: 'localhost:3000', cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
const getLearner = (headers: Headers) => getOrCreateSessionLearner({ headers }, sessions)
const post = async (path: string, body: object, cookies: readonly string[], from = origin) => {
  const headers = headersWith(cookies)
  headers.set('content-type', 'application/json')
  headers.set('origin', from)
  const request = new Request(`${origin}/api/auth${path}`, { method: 'POST', headers })
  return handleAccountRequest(request, JSON.stringify(body), sessions)
}

test('a request without a cookie reads as nobody, and creates no guest', async () => {
  const before = await db.user.count()
  expect(await getSession({ headers: new Headers() }, sessions)).toBeUndefined()
  expect(await db.user.count()).toBe(before)
})

test('the first write makes a guest, and its cookie leads back to them', async () => {
  const { learner, cookies } = await getLearner(new Headers())
  expect(learner).toEqual({ id: expect.any(String), guest: true })
  expect(cookies.join()).toMatch(/HttpOnly/i)
  expect(cookies.join()).toMatch(/SameSite=Lax/i)
  expect((await getLearner(headersWith(cookies))).learner).toEqual(learner)
  expect((await getSession({ headers: headersWith(cookies) }, sessions))?.learner).toEqual(learner)
})

test('a cookie that was tampered with is nobody’s', async () => {
  const { cookies } = await getLearner(new Headers())
  const forged = cookies.map((cookie) => cookie.replace(/token=./, 'token=X'))
  expect(await getSession({ headers: headersWith(forged) }, sessions)).toBeUndefined()
})

test('a guest who signs up, and later one who signs in, brings along what they did', async () => {
  const draft = async (learnerId: string, exercise: string) =>
    saveDraft(db, { learnerId, exercise }, { source: exercise }, { id: crypto.randomUUID(), now: new Date(9) })
  const email = 'ada@example.org'
  const password = 'correct horse battery'

  const first = await getLearner(new Headers())
  await draft(first.learner.id, 'softmax')
  const signUp = await post('/sign-up/email', { name: 'Ada', email, password }, first.cookies)
  expect(signUp.status).toBe(200)
  const account = await getLearner(headersWith(signUp.headers.getSetCookie()))
  expect(account.learner).toEqual({ id: expect.any(String), guest: false, email })
  expect(await getSession({ headers: headersWith(first.cookies) }, sessions)).toBeUndefined()

  const second = await getLearner(new Headers())
  await draft(second.learner.id, 'attention')
  const signIn = await post('/sign-in/email', { email, password }, second.cookies)
  expect(signIn.status).toBe(200)
  for (const exercise of ['softmax', 'attention'])
    expect(await findDraft(db, { learnerId: account.learner.id, exercise })).toEqual({ source: exercise, at: 9 })
  expect(await db.user.findMany({ where: { id: { in: [first.learner.id, second.learner.id] } } })).toEqual([])
})

describe('a session that is gone', () => {
  const DAY_MS = 24 * 60 * 60_000
  const signOutHeaders = async (): Promise<Headers> => {
    const { learner, cookies } = await getLearner(new Headers())
    await db.session.deleteMany({ where: { userId: learner.id } })
    return headersWith(cookies)
  }

  test('reads as nobody, and what is written with it is refused, not given to a guest whom nobody reaches', async () => {
    const headers = await signOutHeaders()
    const before = await db.user.count()
    expect(await getSession({ headers }, sessions)).toBeUndefined()
    await expect(getLearner(headers)).rejects.toThrow(/^You’re signed out/)
    await expect(findLiveSession({ headers }, sessions)).rejects.toBeInstanceOf(SignedOutError)
    expect(await db.user.count()).toBe(before)
  })

  test('is forgotten with that answer: what is sent again is a guest’s, whose cookie arrives', async () => {
    const refusal: SignedOutError = await getLearner(await signOutHeaders()).catch((error) => error)
    expect(refusal.cookie).toMatch(/^better-auth\.session_token=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/)
    const { learner, cookies } = await getLearner(new Headers())
    expect((await getSession({ headers: headersWith(cookies) }, sessions))?.learner).toEqual(learner)
  })

  test.each([
    ['has expired', { expiresAt: new Date(1) }],
    ['is past its absolute end', { createdAt: new Date(Date.now() - 181 * DAY_MS) }],
  ])('is one that %s, too', async (_, data) => {
    const headers = await account()
    await db.session.updateMany({ where: { token: tokenIn(headers) }, data })
    await expect(getLearner(headers)).rejects.toBeInstanceOf(SignedOutError)
    expect(await db.session.count({ where: { token: tokenIn(headers) } })).toBe(0)
  })

  test('and one whose signature is not ours', async () => {
    const { cookies } = await getLearner(new Headers())
    const forged = headersWith(cookies.map((cookie) => cookie.replace(/token=./, 'token=X')))
    await expect(getLearner(forged)).rejects.toBeInstanceOf(SignedOutError)
  })

  test('because an account has just adopted its guest is asked to try again, and keeps the account’s cookie', async () => {
    const { cookies } = await getLearner(new Headers())
    const body = { name: 'Ada', email: `${crypto.randomUUID()}@example.org`, password: 'correct horse battery' }
    expect((await post('/sign-up/email', body, cookies)).status).toBe(200)
    await expect(getLearner(headersWith(cookies))).rejects.toBeInstanceOf(LearnerNotFoundError)
  })
})

const tokenIn = (headers: Headers): string => /session_token=([^.;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? ''
/** What a browser sends that has just signed up. */
async function account(): Promise<Headers> {
  const body = { name: 'Ada', email: `${crypto.randomUUID()}@example.org`, password: 'correct horse battery' }
  return headersWith((await post('/sign-up/email', body, [])).headers.getSetCookie())
}

describe('a session that is used', () => {
  const DAY_MS = 24 * 60 * 60_000
  const daysLeft = async (headers: Headers) => {
    const { expiresAt } = await db.session.findUniqueOrThrow({ where: { token: tokenIn(headers) } })
    return Math.round((expiresAt.getTime() - Date.now()) / DAY_MS)
  }
  const setAge = (headers: Headers, days: number, remainingDays: number) =>
    db.session.updateMany({
      where: { token: tokenIn(headers) },
      data: {
        createdAt: new Date(Date.now() - days * DAY_MS),
        updatedAt: new Date(Date.now() - 2 * DAY_MS),
        expiresAt: new Date(Date.now() + remainingDays * DAY_MS),
      },
    })

  test('is prolonged once a day: an account’s by thirty days, and its cookie is set again', async () => {
    const headers = await account()
    expect(await daysLeft(headers)).toBe(30)
    expect((await getSession({ headers }, sessions))?.cookies).toEqual([])
    await setAge(headers, 20, 10)
    const [cookie = ''] = (await getSession({ headers }, sessions))?.cookies ?? []
    expect(cookie).toMatch(/^better-auth\.session_token=.*; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(headers.get('cookie')).toContain(headersWith([cookie]).get('cookie'))
    expect(await daysLeft(headers)).toBe(30)
    expect((await getSession({ headers }, sessions))?.cookies).toEqual([])
  })

  test('is not prolonged by looking at a page, which can’t set its cookie again', async () => {
    const headers = await account()
    await setAge(headers, 20, 10)
    expect(await readLearner({ headers }, sessions)).toMatchObject({ guest: false })
    expect(await daysLeft(headers)).toBe(10)
    expect((await getSession({ headers }, sessions))?.cookies).toHaveLength(1)
  })

  test('is an account’s for 180 days at most', async () => {
    const headers = await account()
    await setAge(headers, 170, 29)
    await getSession({ headers }, sessions)
    expect(await daysLeft(headers)).toBe(10)
  })

  test('is still a session where an older version made it, for as long as one lasts now', async () => {
    const headers = await account()
    await setAge(headers, 100, 390)
    expect((await getSession({ headers }, sessions))?.learner).toMatchObject({ guest: false })
    expect(await daysLeft(headers)).toBe(30)
  })

  test('of a guest lasts 400 days each time', async () => {
    const headers = headersWith((await getLearner(new Headers())).cookies)
    expect(await daysLeft(headers)).toBe(400)
    await setAge(headers, 1000, 3)
    await getSession({ headers }, sessions)
    expect(await daysLeft(headers)).toBe(400)
  })
})

describe('a guest whom another process’s sign-up adopts meanwhile', () => {
  /** Adopts the guest just before the transaction that would. */
  const adoptFirst = (guest: string) => {
    const begin: (...work: unknown[]) => Promise<unknown> = db.$transaction.bind(db) as never
    const deleteFirst = async (...work: unknown[]) => {
      await db.user.delete({ where: { id: guest } })
      return begin(...work)
    }
    vi.spyOn(db, '$transaction').mockImplementationOnce(deleteFirst as never)
  }
  const password = 'correct horse battery'

  test('leaves no second account: its sign-up gets 409', async () => {
    const { learner, cookies } = await getLearner(new Headers())
    adoptFirst(learner.id)
    const email = `${crypto.randomUUID()}@example.org`
    expect((await post('/sign-up/email', { name: 'T', email, password }, cookies)).status).toBe(409)
    expect(await db.user.count({ where: { email } })).toBe(0)
  })

  test('does not keep anybody from signing in', async () => {
    const email = `${crypto.randomUUID()}@example.org`
    await post('/sign-up/email', { name: 'T', email, password }, [])
    const { learner, cookies } = await getLearner(new Headers())
    adoptFirst(learner.id)
    const signIn = await post('/sign-in/email', { email, password }, cookies)
    expect(signIn.status).toBe(200)
    expect((await getLearner(headersWith(signIn.headers.getSetCookie()))).learner).toMatchObject({ email })
  })
})

test('another site cannot sign anybody up', async () => {
  const { cookies } = await getLearner(new Headers())
  const body = { name: 'Eve', email: 'eve@example.org', password: 'correct horse battery' }
  const answer = await post('/sign-up/email', body, cookies, 'https://evil.example')
  expect(answer.status).toBe(403)
  expect(await db.user.count({ where: { email: body.email } })).toBe(0)
})
