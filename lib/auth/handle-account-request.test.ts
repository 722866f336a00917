import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '#lib/learner/database.ts'
import { saveDraft } from '#lib/learner/drafts.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import { type Auth, makeAuth } from './auth.ts'
import { handleAccountRequest } from './handle-account-request.ts'
import { getOrCreateSessionLearner, getSession } from './session.ts'

// a real hash takes a core for a tenth of a second, and there are hundreds here
const meanwhile = vi.hoisted(() => vi.fn(async () => {}))
vi.mock('./password-hash.ts', () => ({
  hashPassword: async (password: string) => `hash of ${password}`,
  async verifyPassword({ hash, password }: { hash: string; password: string }) {
    await meanwhile()
    return hash === `hash of ${password}`
  },
}))

const ORIGIN = 'http://localhost:3000'
const SECRET = 'a secret of thirty-two characters'
const PASSWORD = 'correct horse battery'
let db: Database
let close: () => Promise<void>
let sessions: Promise<Auth>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
  sessions = Promise.resolve(
    makeAuth(db, { BETTER_AUTH_SECRET: SECRET, BETTER_AUTH_URL: ORIGIN, AUTHORS: 'Boss@example.org' }),
  )
})
afterAll(() => close())

let lines: string[]
beforeEach(() => {
  lines = []
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)))
})
afterEach(() => vi.restoreAllMocks())
const logged = () => lines.map((line) => JSON.parse(line))

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not used
type Json = any
const newEmail = () => `${crypto.randomUUID()}@example.org`

/** A browser: keeps cookies by name, and forgets those that have ended. */
class Browser {
  readonly cookies = new Map<string, string>()
  now: Date | undefined
  headers() {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Headers({ host: 'localhost:3000', origin: ORIGIN, ...(cookie && { cookie }) })
  }
  keep(cookies: readonly string[]) {
    for (const [pair = '', ...attributes] of cookies.map((cookie) => cookie.split('; '))) {
      const [name = '', ...value] = pair.split('=')
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
      else this.cookies.set(name, value.join('='))
    }
  }
  async write() {
    const { learner, cookies } = await getOrCreateSessionLearner({ headers: this.headers() }, sessions)
    this.keep(cookies)
    return learner
  }
  async read() {
    return (await getSession({ headers: this.headers() }, sessions))?.learner
  }
  async callRoute(method: 'GET' | 'POST', path: string, body?: object | string, more: Record<string, string> = {}) {
    const headers = this.headers()
    if (method === 'POST') headers.set('content-type', 'application/json')
    for (const [name, value] of Object.entries(more)) headers.set(name, value)
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
    const request = new Request(`${ORIGIN}/api/auth${path}`, { method, headers })
    const response = await handleAccountRequest(request, text, sessions, this.now)
    this.keep(response.headers.getSetCookie())
    return { status: response.status, headers: response.headers, json: (await response.json()) as Json }
  }
  signUp(email: string, over: object = {}) {
    return this.callRoute('POST', '/sign-up/email', { name: '', email, password: PASSWORD, ...over })
  }
  signIn(email: string, password = PASSWORD) {
    return this.callRoute('POST', '/sign-in/email', { email, password })
  }
}
async function signedUp(): Promise<{ browser: Browser; email: string }> {
  const [browser, email] = [new Browser(), newEmail()]
  expect((await browser.signUp(email)).status).toBe(200)
  return { browser, email }
}

describe('signing up', () => {
  test.each([
    ['a common password', { password: 'password' }, 400, 'password-too-common', /easy to guess/],
    ['blanks', { password: '          ' }, 400, 'password-blank', /blank/],
    [
      'the address itself',
      { email: 'ada@example.org', password: 'ada@example.org' },
      400,
      'password-like-address',
      /address/,
    ],
    ['a short password', { password: 'x7Kp2m' }, 400, 'password-too-short', /at least 8/],
    ['a long password', { password: 'correct horse '.repeat(20) }, 400, 'password-too-long', /at most 128/],
    ['a long name', { name: 'x'.repeat(101) }, 400, 'name-too-long', /at most 100/],
    ['a name with a NUL', { name: 'a\0b' }, 400, 'malformed', /control character/],
    ['a long address', { email: `${'x'.repeat(250)}@example.org` }, 400, 'email-too-long', /at most 254/],
    ['no address', { email: 'ada' }, 400, 'invalid-email', /isn’t an e-mail address/],
    ['a field that nobody reads', { isAnonymous: false }, 400, 'malformed', /isAnonymous/],
    ['an address that AUTHORS lists', { email: 'boss@EXAMPLE.org' }, 403, 'address-reserved', /ask whoever runs/],
  ])('with %s is refused with a reason', async (_, over, status, error, reason) => {
    const before = await db.user.count()
    const refused = await new Browser().signUp(newEmail(), over)
    expect(refused).toMatchObject({ status, json: { error, reason: expect.stringMatching(reason) } })
    expect(await db.user.count()).toBe(before)
  })

  test('with a body that is no JSON, or another type, is refused', async () => {
    expect(await new Browser().callRoute('POST', '/sign-up/email', '{')).toMatchObject({
      status: 400,
      json: { error: 'malformed' },
    })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await new Browser().callRoute('POST', '/sign-up/email', 'email=a', form)).toMatchObject({ status: 415 })
  })

  test('names the account by its address where no name is given', async () => {
    const { email } = await signedUp()
    expect((await db.user.findUniqueOrThrow({ where: { email } })).name).toBe(email.split('@')[0])
  })

  test('of one guest twice at once makes one account: the other gets 409 and no account', async () => {
    const guest = new Browser()
    const { id } = await guest.write()
    const draft = { source: 'mine' }
    await saveDraft(db, { learnerId: id, exercise: 'softmax' }, draft, { id: crypto.randomUUID(), now: new Date() })
    const browsers = [guest, new Browser()]
    browsers[1]?.keep([...guest.cookies].map(([name, value]) => `${name}=${value}`))
    const emails = [newEmail(), newEmail()]
    const answers = await Promise.all(browsers.map((browser, i) => browser.signUp(emails[i] ?? '')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.findIndex(({ status }) => status === 409)
    expect(answers[refused]?.json.reason).toMatch(/signed up in this browser|another sign-up/i)
    expect(answers[refused]?.headers.getSetCookie()).toEqual([])
    expect(await db.user.count({ where: { email: emails[refused] ?? '' } })).toBe(0)
    expect(await db.user.count({ where: { email: emails[1 - refused] ?? '' } })).toBe(1)
    expect(await browsers[1 - refused]?.read()).toMatchObject({ guest: false })
    expect(await db.draft.count({ where: { source: 'mine' } })).toBe(1)
    expect(await browsers[refused]?.signUp(newEmail())).toMatchObject({ status: 409 })
  })

  test('with one address from two browsers at once makes one account: the other is told, and nothing is logged', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
    const email = newEmail()
    const answers = await Promise.all([1, 2, 3].map(() => new Browser().signUp(email)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422])
    for (const { json } of answers.filter(({ status }) => status === 422))
      expect(json).toMatchObject({ code: 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL' })
    expect(errors).not.toHaveBeenCalled()
    expect(await db.user.count({ where: { email } })).toBe(1)
  })
})

describe('signing in', () => {
  test('with the cookie of a session that is gone gives a session all the same', async () => {
    const { browser, email } = await signedUp()
    await db.session.deleteMany({ where: { user: { email } } })
    expect((await browser.signIn(email)).status).toBe(200)
    expect(await browser.read()).toMatchObject({ guest: false, email })
  })

  test('gives a session although the one that the browser had ends meanwhile', async () => {
    const { email } = await signedUp()
    const guest = new Browser()
    const { id } = await guest.write()
    meanwhile.mockImplementationOnce(async () => void (await db.user.delete({ where: { id } })))
    expect((await guest.signIn(email)).status).toBe(200)
    expect(await guest.read()).toMatchObject({ guest: false, email })
  })

  test('gives a new token, and ends the session that the browser had: no session can be fixed', async () => {
    const { browser, email } = await signedUp()
    const before = browser.headers()
    await browser.signIn(email)
    expect(browser.headers().get('cookie')).not.toBe(before.get('cookie'))
    expect(await getSession({ headers: before }, sessions)).toBeUndefined()
    expect(await browser.read()).toMatchObject({ email })
  })

  test('deletes the account’s sessions that have expired', async () => {
    const { email } = await signedUp()
    await db.session.updateMany({ where: { user: { email } }, data: { expiresAt: new Date(1) } })
    await new Browser().signIn(email)
    expect(await db.session.count({ where: { user: { email } } })).toBe(1)
  })

  test('with a weak password that is stored already works', async () => {
    const { email } = await signedUp()
    const hash = await (await (await sessions).$context).password.hash('password')
    await db.account.updateMany({ where: { user: { email } }, data: { password: hash } })
    expect((await new Browser().signIn(email, 'password')).status).toBe(200)
  })

  test('sets cookies that no script and no other site can use', async () => {
    const { email } = await signedUp()
    const cookies = (await new Browser().signIn(email)).headers.getSetCookie()
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Lax/i)
  })

  test('over https sets cookies that plain http never carries', async () => {
    const https = makeAuth(db, { BETTER_AUTH_SECRET: SECRET, BETTER_AUTH_URL: 'https://course.example' })
    const body = { email: newEmail(), password: PASSWORD }
    const headers = { origin: 'https://course.example', host: 'course.example', 'content-type': 'application/json' }
    const request = new Request('https://course.example/api/auth/sign-up/email', { method: 'POST', headers })
    const response = await handleAccountRequest(request, JSON.stringify(body), Promise.resolve(https))
    const cookies = response.headers.getSetCookie()
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-.*; Secure/)
  })

  test('is told apart from nothing: an address without an account answers alike, and waits alike', async () => {
    const { email } = await signedUp()
    const [owner, nobody] = [new Browser(), new Browser()]
    const unknown = newEmail()
    for (let i = 0; i < 12; i++) {
      const [knownAddress, unknownAddress] = [
        await owner.signIn(email, 'wrong password'),
        await nobody.signIn(unknown, 'wrong password'),
      ]
      expect(knownAddress.status).toBe(i < 10 ? 401 : 429)
      expect([unknownAddress.status, unknownAddress.json]).toEqual([knownAddress.status, knownAddress.json])
    }
  })

  test('waits after ten failures from wherever, then works and starts the count again', async () => {
    const { email } = await signedUp()
    const [stranger, owner] = [new Browser(), new Browser()]
    const start = new Date()
    stranger.now = start
    owner.now = start
    for (let i = 0; i < 10; i++) {
      const address = { 'x-forwarded-for': `192.0.2.${i}` }
      const body = { email, password: 'wrong password' }
      expect((await stranger.callRoute('POST', '/sign-in/email', body, address)).status).toBe(401)
    }
    const refused = await owner.signIn(email.toUpperCase())
    expect(refused).toMatchObject({ status: 429, json: { error: 'too-many-failures' } })
    expect(refused.json.reason).toMatch(/Wait 1 min/)
    expect(refused.headers.get('retry-after')).toBe('60')
    owner.now = new Date(start.getTime() + 60_000)
    expect((await owner.signIn(email)).status).toBe(200)
    for (let i = 0; i < 9; i++) expect((await owner.signIn(email, 'wrong password')).status).toBe(401)
    expect((await owner.signIn(email)).status).toBe(200)
  })

  test('with a password that is changed meanwhile gives no session', async () => {
    const { browser, email } = await signedUp()
    const stranger = new Browser()
    const guest = await stranger.write()
    meanwhile.mockImplementationOnce(async () => {
      const change = { currentPassword: PASSWORD, newPassword: 'lantern copper wheat' }
      expect((await browser.callRoute('POST', '/change-password', change)).status).toBe(200)
    })
    expect(await stranger.signIn(email)).toMatchObject({ status: 401, json: { error: 'password-changed' } })
    expect(await stranger.read()).toEqual(guest)
    const { id: userId } = await db.user.findFirstOrThrow({ where: { email } })
    expect(await db.session.count({ where: { userId } })).toBe(1)
    expect((await stranger.signIn(email, 'lantern copper wheat')).status).toBe(200)
  })

  test('from a browser that was in the account before does not wait for a stranger’s guesses', async () => {
    const { browser, email } = await signedUp()
    const stranger = new Browser()
    for (let i = 0; i < 11; i++) await stranger.signIn(email, 'wrong password')
    expect((await new Browser().signIn(email)).status).toBe(429)
    expect((await browser.signIn(email)).status).toBe(200)
    for (let i = 0; i < 10; i++) expect((await browser.signIn(email, 'wrong password')).status).toBe(401)
    expect((await browser.signIn(email)).status).toBe(429)
  })

  test('leaves lines that name nobody and hold no secret', async () => {
    const { email } = await signedUp()
    const browser = new Browser()
    await browser.signIn(email, 'wrong password')
    await browser.signIn(email)
    expect(logged().map(({ event, client, route, reason }) => ({ event, client, route, reason }))).toEqual([
      { event: 'sign-up', client: 'unknown', route: 'POST /api/auth/sign-up/email', reason: undefined },
      {
        event: 'sign-in-failed',
        client: 'unknown',
        route: 'POST /api/auth/sign-in/email',
        reason: 'wrong-address-or-password',
      },
      { event: 'sign-in', client: 'unknown', route: 'POST /api/auth/sign-in/email', reason: undefined },
    ])
    const [up, failed, entered] = logged()
    expect([failed.account, entered.account]).toEqual([up.account, up.account])
    expect(entered.learnerId).toBe((await browser.read())?.id)
    for (const secret of [email, PASSWORD, 'wrong password']) expect(lines.join()).not.toContain(secret)
  })
})

describe('a changed password', () => {
  const change = (browser: Browser, over: object = {}) =>
    browser.callRoute('POST', '/change-password', {
      currentPassword: PASSWORD,
      newPassword: 'four other plain words',
      ...over,
    })

  test('ends the other sessions, whatever the client asked for, and keeps this one', async () => {
    const { browser, email } = await signedUp()
    const elsewhere = new Browser()
    await elsewhere.signIn(email)
    expect((await change(browser, { revokeOtherSessions: false })).status).toBe(200)
    expect(await browser.read()).toMatchObject({ email })
    expect(await elsewhere.read()).toBeUndefined()
    expect((await new Browser().signIn(email)).status).toBe(401)
    expect((await new Browser().signIn(email, 'four other plain words')).status).toBe(200)
  })

  test('must not be weak, and needs the current one', async () => {
    const { browser } = await signedUp()
    expect(await change(browser, { newPassword: 'password1' })).toMatchObject({
      json: { error: 'password-too-common' },
    })
    expect(await change(browser, { currentPassword: 'wrong' })).toMatchObject({
      status: 400,
      json: { error: 'invalid-password' },
    })
  })

  test('is changed once by two requests with the same old one: the second is refused', async () => {
    const { browser, email } = await signedUp()
    const elsewhere = new Browser()
    await elsewhere.signIn(email)
    const passwords = ['four other plain words', 'five more ordinary plain words']
    // both check the old password before either replaces it
    const both = Promise.withResolvers<void>()
    meanwhile.mockImplementationOnce(() => both.promise).mockImplementationOnce(async () => both.resolve())
    const answers = await Promise.all([
      change(browser, { newPassword: passwords[0] }),
      change(elsewhere, { newPassword: passwords[1] }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = answers.findIndex(({ status }) => status === 200)
    expect((await new Browser().signIn(email, passwords[winner])).status).toBe(200)
    expect((await new Browser().signIn(email, passwords[1 - winner])).status).toBe(401)
    expect(await [browser, elsewhere][winner]?.read()).toMatchObject({ email })
    expect(await [browser, elsewhere][1 - winner]?.read()).toBeUndefined()
  })

  test('can’t be found out by trying in a session that was left open', async () => {
    const { browser } = await signedUp()
    for (let i = 0; i < 10; i++) expect((await change(browser, { currentPassword: `guess ${i}` })).status).toBe(400)
    expect(await change(browser)).toMatchObject({ status: 429, json: { error: 'too-many-failures' } })
  })

  test('is for accounts', async () => {
    expect(await change(new Browser())).toMatchObject({ status: 401, json: { error: 'signed-out' } })
    const guest = new Browser()
    await guest.write()
    expect(await change(guest)).toMatchObject({ status: 400, json: { error: 'no-account' } })
  })
})

describe('signing out', () => {
  test('ends the session on the server, and has the browser forget cookies and pages but no work', async () => {
    const { browser, email } = await signedUp()
    const before = browser.headers()
    const { status, headers } = await browser.callRoute('POST', '/sign-out')
    expect(status).toBe(200)
    expect(headers.get('clear-site-data')).toBe('"cache"')
    expect([...browser.cookies]).toEqual([])
    expect(await getSession({ headers: before }, sessions)).toBeUndefined()
    expect(await db.session.count({ where: { user: { email } } })).toBe(0)
  })

  test('is not reported while the session is still there', async () => {
    const { browser } = await signedUp()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(db.session, 'deleteMany').mockRejectedValue(new Error('disk full'))
    vi.spyOn(db.session, 'delete').mockRejectedValue(new Error('disk full'))
    expect(await browser.callRoute('POST', '/sign-out')).toMatchObject({
      status: 503,
      json: { error: 'sign-out-failed' },
    })
    vi.restoreAllMocks()
    expect(await browser.read()).toMatchObject({ guest: false })
  })

  test('everywhere else leaves this session alone', async () => {
    const { browser, email } = await signedUp()
    const elsewhere = new Browser()
    await elsewhere.signIn(email)
    expect((await browser.callRoute('POST', '/revoke-other-sessions')).status).toBe(200)
    expect([await browser.read(), await elsewhere.read()]).toMatchObject([{ email }, undefined])
    expect(logged().at(-1)).toMatchObject({ event: 'sessions-ended' })
  })
})

test('no answer is cached or holds a token', async () => {
  const { browser, email } = await signedUp()
  const [, token = ''] = /session_token=([^.;]+)/.exec(browser.headers().get('cookie') ?? '') ?? []
  expect(token).not.toBe('')
  const answers = [
    await browser.callRoute('GET', '/get-session'),
    await browser.callRoute('GET', '/list-sessions'),
    await browser.callRoute('GET', '/list-accounts'),
    await new Browser().callRoute('GET', '/list-sessions'),
    await new Browser().signIn(email),
    await new Browser().signUp(newEmail()),
    await new Browser().signIn(email, 'wrong'),
    await new Browser().callRoute('GET', '/nothing'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 401, 200, 200, 401, 404])
  expect(answers[1]?.json).toHaveLength(1)
  for (const { headers, json } of answers) {
    expect(headers.get('cache-control')).toBe('no-store')
    expect(JSON.stringify(json)).not.toMatch(/"token"/)
    expect(JSON.stringify(json)).not.toContain(token)
  }
})

test.each([
  ['POST', '/sign-in/anonymous'],
  ['POST', '/delete-anonymous-user'],
  ['POST', '/delete-user'],
  ['POST', '/change-email'],
  ['POST', '/request-password-reset'],
  ['POST', '/update-session'],
  ['POST', '/verify-password'],
  ['GET', '/error'],
  ['GET', '/x/api/auth/get-session'],
])('%s %s, which the course does not use, is not there', async (method, path) => {
  const before = await db.user.count()
  expect(await new Browser().callRoute(method as 'GET', path, method === 'POST' ? {} : undefined)).toMatchObject({
    status: 404,
    json: { error: 'no-such-address' },
  })
  expect(await db.user.count()).toBe(before)
})

test('a name can be changed, within its length, and nothing else', async () => {
  const { browser, email } = await signedUp()
  expect((await browser.callRoute('POST', '/update-user', { name: 'Ada' })).status).toBe(200)
  expect((await browser.callRoute('POST', '/update-user', { name: 'x'.repeat(101) })).status).toBe(400)
  expect((await browser.callRoute('POST', '/update-user', { name: 'Ada', email: 'b@example.org' })).status).toBe(400)
  expect(await db.user.findUnique({ where: { email } })).toMatchObject({ name: 'Ada' })
})
