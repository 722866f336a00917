import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ExerciseInfo } from '#lib/course/course.ts'
import { GRADER_VERSION } from '#lib/grading/verdict.ts'
import { type Database, database } from '#lib/learner/database.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import type { Grader } from '#lib/service/submit.ts'

const softmax: ExerciseInfo = {
  id: 'softmax',
  lesson: 'weighted-sum',
  kind: 'function',
  name: 'softmax',
  signature: '',
  hints: [],
  tolerance: { atol: 0, rtol: 0 },
  misconceptions: [],
  version: 'v1',
}
const grade = vi.hoisted(() => vi.fn())
vi.mock('#lib/sandbox/server/server-pool.ts', () => ({ getServerPool: () => ({ grade }) }))
vi.mock('#lib/course/read-course.ts', () => ({
  findExercise: async (id: string) => (id === 'softmax' ? softmax : undefined),
  readCourse: async () => ({ publishedLessons: [{ slug: 'weighted-sum', exercises: [{ id: 'softmax' }] }] }),
  readSolution: async () => 'the solution',
}))

const { url, close } = await createTemporaryDatabase()
process.env.DATABASE_URL = url
process.env.BETTER_AUTH_SECRET = 'a secret of thirty-two characters'
process.env.BETTER_AUTH_URL = 'http://localhost:3000'
process.env.SUBMISSIONS_PER_MINUTE = '8'
const db: Database = await database()
afterAll(async () => {
  await db.$disconnect()
  await close()
})
afterEach(() => vi.unstubAllEnvs())
beforeEach(() => {
  grade.mockImplementation(async ({ source, seed, exercise }: Parameters<Grader['grade']>[0]) => ({
    outcome: source === 'right' ? 'passed' : 'failed',
    exercise,
    seed,
    grader: GRADER_VERSION,
    headline: '',
    checks: [],
    misconceptions: [],
    tolerance: { atol: 0, rtol: 0 },
    inputs: { worked: 0, random: 0, special: 0 },
    work: 0,
  }))
})

const submissions = await import('./submissions/route.ts')
const progress = await import('./progress/route.ts')
const drafts = await import('./drafts/[exercise]/route.ts')
const keptDrafts = await import('./drafts/[exercise]/kept/route.ts')
const solution = await import('./exercises/[exercise]/solution/route.ts')
const pass = await import('./exercises/[exercise]/pass/route.ts')
const giveUp = await import('./exercises/[exercise]/give-up/route.ts')
const authRoute = await import('./auth/[...all]/route.ts')
const lost = await import('./[...path]/route.ts')

/** A browser of one learner: keeps cookies. */
class Browser {
  #cookies = ''
  async callRoute(
    handler: (request: Request, context: { params: Promise<{ exercise: string }> }) => Promise<Response>,
    { method = 'GET', body, exercise = 'softmax', headers = {} }: RequestOptions = {},
  ) {
    const init: RequestInit = { method, headers: { host: 'localhost:3000', cookie: this.#cookies, ...headers } }
    if (body !== undefined) {
      init.body = typeof body === 'string' ? body : JSON.stringify(body)
      init.headers = { 'content-type': 'application/json', ...init.headers }
    }
    const request = new Request('http://localhost:3000/api/x', init)
    const response = await handler(request, { params: Promise.resolve({ exercise }) })
    const set = response.headers.getSetCookie()
    if (set.length > 0) this.#cookies = set.map((header) => header.split(';')[0]).join('; ')
    return { status: response.status, headers: response.headers, json: (await response.json()) as Json }
  }
  submit(over: object = {}, headers = {}) {
    const body = { id: crypto.randomUUID(), exercise: 'softmax', source: 'right', ...over }
    return this.callRoute(submissions.POST, { method: 'POST', body, headers })
  }
}
interface RequestOptions {
  method?: string
  body?: unknown
  exercise?: string
  headers?: Record<string, string>
}
// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not used
type Json = any

describe('a submission', () => {
  test('gives the verdict and marks progress for a guest whom it makes', async () => {
    const ada = new Browser()
    expect((await ada.callRoute(progress.GET)).json).toEqual({
      learner: null,
      exercises: {},
      lessons: { 'weighted-sum': { done: false, passed: 0, total: 1 } },
    })
    expect(await db.user.count()).toBe(0)
    const answer = await ada.submit()
    expect(answer.status).toBe(200)
    expect(answer.json.verdict.outcome).toBe('passed')
    expect((await ada.callRoute(progress.GET)).json).toMatchObject({
      learner: { id: expect.any(String), guest: true },
      exercises: { softmax: { passed: true, attempts: 1, assisted: false } },
      lessons: { 'weighted-sum': { done: true, passed: 1, total: 1 } },
    })
    expect((await new Browser().callRoute(progress.GET)).json.learner).toBeNull()
  })

  test('with the id of another one is a conflict, for its learner and for others', async () => {
    const ada = new Browser()
    const id = crypto.randomUUID()
    const first = await ada.submit({ id })
    expect((await ada.submit({ id: id.toUpperCase() })).json).toEqual(first.json)
    expect(await ada.submit({ id, source: 'other' })).toMatchObject({ status: 409, json: { error: 'conflict' } })
    expect(await new Browser().submit({ id })).toMatchObject({ status: 409, json: { error: 'conflict' } })
  })

  test('that comes too often is told how long to wait', async () => {
    const ada = new Browser()
    for (let i = 0; i < 8; i++) expect((await ada.submit()).status).toBe(200)
    const refused = await ada.submit()
    expect(refused).toMatchObject({ status: 429, json: { error: 'too-often' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await new Browser().submit()).status).toBe(200)
  })

  test.each([
    ['no JSON', '{', 400, 'The body is not JSON.'],
    ['a list', [], 400, 'Invalid request body'],
    ['no source', { source: undefined }, 400, 'source: '],
    ['an id that is no UUID', { id: 'one' }, 400, 'id: must be a UUID'],
    ['a field that nobody reads', { lesson: 'scaling' }, 400, 'lesson'],
    ['a NUL character', { source: 'a\0b' }, 400, 'NUL'],
    ['an answer of more than 64 KiB', { source: 'é'.repeat(32_769) }, 413, '64 KiB'],
    ['a body of more than 128 KiB', { source: 'x'.repeat(131_072) }, 413, '128 KiB'],
    ['an exercise that is not there', { exercise: 'sofmax' }, 404, 'There is no exercise “sofmax”.'],
    ['a path for an exercise', { exercise: '../../../etc' }, 400, 'exercise: must be an exercise’s id'],
  ])('with %s is refused with a reason, and nothing is stored', async (_, part, status, reason) => {
    const before = [await db.user.count(), await db.submission.count()]
    const whole = { id: crypto.randomUUID(), exercise: 'softmax', source: 'right' }
    const body = typeof part === 'string' || Array.isArray(part) ? part : { ...whole, ...part }
    const refused = await new Browser().callRoute(submissions.POST, { method: 'POST', body })
    expect(refused.status).toBe(status)
    expect(refused.json).toEqual({ error: expect.any(String), reason: expect.stringContaining(reason) })
    expect([await db.user.count(), await db.submission.count()]).toEqual(before)
  })

  test('whose body grows beyond the limit without saying so is given up', async () => {
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(16 * 1024).fill(32))
        sent++
      },
    })
    const headers = { 'content-type': 'application/json', host: 'localhost:3000' }
    const request = new Request('http://localhost:3000/api/x', {
      method: 'POST',
      body,
      headers,
      duplex: 'half',
    } as RequestInit)
    const refused = await submissions.POST(request, { params: Promise.resolve({}) })
    expect(refused.status).toBe(413)
    expect(sent).toBeLessThan(20)
  })

  test('from a page of another site, or as a form, is refused', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    expect(await new Browser().submit({}, headers)).toMatchObject({ status: 403, json: { error: 'cross-site' } })
    expect(await new Browser().submit({}, { origin: 'null' })).toMatchObject({ status: 403 })
    expect(await new Browser().submit({}, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
  })

  test('that is refused leaves a line in the log, with nothing that the client wrote in it', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const headers = { 'x-forwarded-for': '192.0.2.7', 'content-type': 'text/plain' }
    await new Browser().submit({ source: 'my answer' }, headers)
    const [line] = log.mock.lastCall ?? []
    expect(JSON.parse(String(line))).toEqual({
      time: expect.any(String),
      event: 'request-refused',
      client: '192.0.2.7',
      route: 'POST /api/x',
      status: 415,
      reason: 'not-json',
    })
    log.mockRestore()
  })

  test('that the grader cannot take is our fault and no attempt', async () => {
    const ada = new Browser()
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    grade.mockRejectedValueOnce(Object.assign(new Error('failed'), { code: 'died' }))
    const id = crypto.randomUUID()
    expect((await ada.submit({ id })).json.verdict.outcome).toBe('not-graded')
    expect((await ada.callRoute(progress.GET)).json.exercises).toEqual({})
    expect((await ada.submit({ id })).json.verdict.outcome).toBe('passed')
    log.mockRestore()
  })
})

describe('a session that has ended', () => {
  test('gets 401 for what it writes, and the same sent again is a guest’s whose cookie arrives', async () => {
    const ada = new Browser()
    await ada.submit()
    await db.session.deleteMany()
    expect((await ada.callRoute(progress.GET)).json.learner).toBeNull()
    const before = [await db.user.count(), await db.submission.count()]
    const id = crypto.randomUUID()
    const refused = await ada.submit({ id })
    expect(refused).toMatchObject({
      status: 401,
      json: { error: 'signed-out', reason: expect.stringMatching(/^You’re signed out/) },
    })
    expect([await db.user.count(), await db.submission.count()]).toEqual(before)
    expect((await ada.submit({ id })).status).toBe(200)
    expect((await ada.callRoute(progress.GET)).json.exercises.softmax).toMatchObject({ passed: true, attempts: 1 })
  })
})

describe('a submission that has to wait', () => {
  test.each([
    ['busy', 503],
    ['too-many-waiting', 429],
    ['over-budget', 429],
  ])('because the grader says %s is told when to come again, and is graded then', async (code, status) => {
    const logs = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log')].map((log) => log.mockImplementation(() => {}))
    const ada = new Browser()
    const id = crypto.randomUUID()
    grade.mockRejectedValueOnce(Object.assign(new Error(code), { code, retryAfterSeconds: 18 }))
    const delayed = await ada.submit({ id })
    expect(delayed).toMatchObject({ status, json: { id, error: code, verdict: { outcome: 'not-graded' } } })
    expect(delayed.headers.get('retry-after')).toBe('18')
    expect((await ada.submit({ id })).json.verdict.outcome).toBe('passed')
    for (const log of logs) log.mockRestore()
  })

  test('is graded for its learner, at the address that the request came from', async () => {
    await new Browser().submit({}, { 'x-forwarded-for': '192.0.2.7' })
    expect(grade.mock.lastCall?.[1]).toMatchObject({ kind: 'learner', address: '192.0.2.7' })
  })
})

describe('a pass', () => {
  test('is nobody’s without a session, holds while the exercise stays, and counts when it has become stricter', async () => {
    const ada = new Browser()
    expect((await ada.callRoute(pass.GET)).json).toEqual({ kind: 'none' })
    await ada.submit()
    expect((await ada.callRoute(pass.GET)).json).toEqual({ kind: 'holds' })
    await db.submission.updateMany({ data: { exerciseVersion: 'v0', source: 'right once' } })
    expect((await ada.callRoute(pass.GET)).json).toEqual({ kind: 'stricter', passedAt: expect.any(Number) })
    expect((await new Browser().callRoute(pass.GET)).json).toEqual({ kind: 'none' })
    expect((await ada.callRoute(progress.GET)).json.exercises.softmax).toMatchObject({ passed: true, version: 'v0' })
  })
})

describe('the solution', () => {
  test('is the same for everyone, and loading it is not looking at it', async () => {
    const ada = new Browser()
    expect(await ada.callRoute(solution.GET)).toMatchObject({ status: 200, json: { solution: 'the solution' } })
    expect((await ada.callRoute(progress.GET)).json.learner).toBeNull()
    await ada.submit()
    await ada.callRoute(solution.GET)
    expect((await ada.callRoute(progress.GET)).json.exercises.softmax).toMatchObject({ passed: true, assisted: false })
  })

  test('that is looked at after a pass leaves that pass unassisted', async () => {
    const ada = new Browser()
    await ada.submit()
    await ada.callRoute(giveUp.POST, { method: 'POST' })
    expect((await ada.callRoute(progress.GET)).json.exercises.softmax).toMatchObject({
      assisted: false,
      givenUp: false,
    })
  })

  test('is given to who gives up, and a later pass is noted as assisted', async () => {
    const ada = new Browser()
    expect((await ada.callRoute(giveUp.POST, { method: 'POST' })).json).toEqual({
      exercise: 'softmax',
      solution: 'the solution',
    })
    expect((await ada.callRoute(solution.GET)).status).toBe(200)
    await ada.submit()
    expect((await ada.callRoute(progress.GET)).json.exercises.softmax).toMatchObject({ passed: true, assisted: true })
  })
})

describe('a request that names its learner', () => {
  const draft = (learner: string) => ({
    method: 'PUT',
    body: { source: 'a' },
    headers: { 'x-course-learner': learner },
  })

  test('is taken from that learner alone', async () => {
    const guest = new Browser()
    expect((await guest.callRoute(drafts.PUT, draft('guest'))).status).toBe(200)
    expect((await guest.callRoute(drafts.PUT, draft('guest'))).status).toBe(200)
    const { id } = (await guest.callRoute(progress.GET)).json.learner
    expect(await guest.callRoute(drafts.PUT, draft(id))).toMatchObject({
      status: 409,
      json: { error: 'other-learner' },
    })
    const reading = { headers: { 'x-course-learner': 'somebody' } }
    for (const handler of [drafts.GET, pass.GET])
      expect(await guest.callRoute(handler, reading)).toMatchObject({ status: 409, json: { error: 'other-learner' } })
  })

  test('creates no guest of an account whose session is gone', async () => {
    const before = await db.user.count()
    const refused = await new Browser().callRoute(drafts.PUT, draft('an-account'))
    expect(refused).toMatchObject({ status: 401, json: { error: 'signed-out' } })
    expect(await db.user.count()).toBe(before)
  })
})

test('what is stored is confirmed again to a learner whose space is full', async () => {
  const ada = new Browser()
  const [id, body] = [crypto.randomUUID(), { source: 'kept' }]
  const [first] = [await ada.submit({ id }), await ada.callRoute(drafts.PUT, { method: 'PUT', body })]
  vi.stubEnv('STORED_MIB_PER_LEARNER', '0.000001')
  expect(await ada.submit()).toMatchObject({ status: 507, json: { error: 'quota-used-up' } })
  expect(await ada.submit({ id })).toMatchObject({ status: 200, json: first.json })
  expect((await ada.callRoute(drafts.PUT, { method: 'PUT', body: { source: 'new' } })).status).toBe(507)
  expect(await ada.callRoute(drafts.PUT, { method: 'PUT', body })).toMatchObject({ status: 200, json: { kept: false } })
})

describe('a draft', () => {
  test('is there again, and one that was written elsewhere is kept', async () => {
    const ada = new Browser()
    const put = (body: object) => ada.callRoute(drafts.PUT, { method: 'PUT', body })
    expect((await ada.callRoute(drafts.GET)).json).toEqual({ draft: null, kept: [] })
    const desk = (await put({ source: 'desk' })).json.draft
    const phone = (await put({ source: 'phone', at: 2 })).json // as older pages send it
    expect(phone).toMatchObject({ draft: { source: 'phone' }, kept: true, other: desk })
    const last = (await put({ source: 'phone!', base: phone.draft.at })).json
    expect(last).toMatchObject({ draft: { source: 'phone!' }, kept: false })
    expect((await ada.callRoute(drafts.GET)).json).toEqual({ draft: last.draft, kept: [desk] })
    expect((await new Browser().callRoute(drafts.GET)).json).toEqual({ draft: null, kept: [] })
  })

  test('that was replaced on a device is kept next to the one that replaced it', async () => {
    const ada = new Browser()
    const current = (await ada.callRoute(drafts.PUT, { method: 'PUT', body: { source: 'current' } })).json.draft
    const keep = () => ada.callRoute(keptDrafts.POST, { method: 'POST', body: { source: 'older' } })
    expect(await keep()).toMatchObject({ status: 200, json: { kept: true } })
    const expected = { draft: current, kept: [{ source: 'older', at: expect.any(Number) }] }
    expect((await ada.callRoute(drafts.GET)).json).toEqual(expected)
    vi.stubEnv('STORED_MIB_PER_LEARNER', '0.000001')
    expect((await keep()).status).toBe(200)
    expect((await ada.callRoute(keptDrafts.POST, { method: 'POST', body: { source: 'new' } })).status).toBe(507)
    expect((await ada.callRoute(drafts.GET)).json).toEqual(expected)
  })

  test('of an exercise that is not there is refused', async () => {
    const body = { source: 'a', at: 1 }
    const refused = await new Browser().callRoute(drafts.PUT, { method: 'PUT', body, exercise: 'nothing' })
    expect(refused).toMatchObject({ status: 404, json: { error: 'no-exercise' } })
  })
})

test('a handler that breaks answers as JSON that the fault is ours', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const broken = vi.spyOn(db.solutionReveal, 'groupBy').mockRejectedValueOnce(new Error('disk full'))
  const ada = new Browser()
  await ada.submit()
  expect(await ada.callRoute(progress.GET)).toMatchObject({ status: 500, json: { error: 'our-fault' } })
  expect((await ada.callRoute(progress.GET)).status).toBe(200)
  broken.mockRestore()
  log.mockRestore()
})

test('a sign-up from another site, or one too large, is refused', async () => {
  const body = { name: 'Eve', email: 'eve@example.org', password: 'correct horse battery' }
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  expect(await new Browser().callRoute(authRoute.POST, { method: 'POST', body, headers })).toMatchObject({
    status: 403,
  })
  const large = { ...body, name: 'x'.repeat(200_000) }
  expect(await new Browser().callRoute(authRoute.POST, { method: 'POST', body: large })).toMatchObject({ status: 413 })
  expect(await db.user.count({ where: { email: body.email } })).toBe(0)
})

test('an address with nothing at it answers 404 as JSON', async () => {
  expect(await new Browser().callRoute(lost.GET)).toMatchObject({ status: 404, json: { error: 'no-such-address' } })
})
