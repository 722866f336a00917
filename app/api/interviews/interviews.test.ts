import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { ActionAnswer, type InterviewAction, InterviewView, StartInterviewResponse } from '#lib/contract/interview.ts'
import type { Card } from '#lib/course/card.ts'
import type { Lesson } from '#lib/course/course.ts'
import { type Database, database } from '#lib/learner/database.ts'
import { findInterview } from '#lib/learner/interviews.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import { createInterviewView } from '#lib/service/interview-view.ts'

const SECRET = 'The cache keeps keys and values of every past token.'
const card = (id: string): Card => ({
  id,
  kind: 'interview',
  question: `What is the cache of ${id}?`,
  modelAnswer: SECRET,
  keyPoints: [
    { id: 'keys', point: 'Keys and values of past tokens are kept.' },
    { id: 'memory', point: 'The price is memory that grows with the batch.' },
  ],
  followUps: [
    { question: 'And what is the price?', answer: 'Memory, for each sequence of a batch.', whenMissing: 'memory' },
  ],
})
const lesson = (slug: string, number: number): Lesson => ({
  slug,
  number,
  section: 'One',
  frontmatter: {
    question: 'What is it, then?',
    title: `On ${slug}`,
    summary: 'A sentence that is long enough.',
    minutes: 10,
    prerequisites: [],
  },
  exercises: [],
  cards: [card(`${slug}/interview`)],
  outline: [],
})
const published = [lesson('one', 1), lesson('two', 2)]
const draft = lesson('later', 0)
const course = {
  title: '',
  subtitle: '',
  homeExercise: '',
  sections: [],
  problems: [],
  publishedLessons: published,
  lessons: [...published, draft],
  draftLessons: [draft],
}
vi.mock('#lib/course/read-course.ts', () => ({ readCourse: async () => course }))

const { url, close } = await createTemporaryDatabase()
process.env.DATABASE_URL = url
process.env.BETTER_AUTH_SECRET = 'a secret of thirty-two characters'
process.env.BETTER_AUTH_URL = 'http://localhost:3000'
const db: Database = await database()
afterAll(async () => {
  await db.$disconnect()
  await close()
})
afterEach(() => vi.unstubAllEnvs())

const routes = {
  begin: (await import('./route.ts')).POST,
  events: (await import('./[id]/events/route.ts')).POST,
  draft: (await import('./[id]/draft/route.ts')).PUT,
}

/** A browser of one learner: keeps cookies. */
class Browser {
  #cookies = ''
  async callRoute(route: keyof typeof routes, id: string, body?: object, more: Record<string, string> = {}) {
    const headers = { host: 'localhost:3000', cookie: this.#cookies, 'content-type': 'application/json', ...more }
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const request = new Request('http://localhost:3000/api/interviews', { headers, ...init })
    const response = await routes[route](request, { params: Promise.resolve({ id }) })
    const set = response.headers.getSetCookie()
    if (set.length > 0) this.#cookies = set.map((header) => header.split(';')[0]).join('; ')
    return { status: response.status, text: await response.text() }
  }
  begin(body: object = {}, id: string = crypto.randomUUID()) {
    const choice = { minutes: 10, topics: ['one', 'two'], weak: false, coding: false, voice: false }
    return this.callRoute('begin', '', { id, ...choice, ...body })
  }
  async startInterview(): Promise<string> {
    return StartInterviewResponse.parse(JSON.parse((await this.begin()).text)).id
  }
  async view(id: string) {
    const { learnerId } = await db.interview.findUniqueOrThrow({ where: { id } })
    return InterviewView.parse(createInterviewView((await findInterview(db, { id, learnerId }))!))
  }
  async act(id: string, action: InterviewAction) {
    return ActionAnswer.parse(JSON.parse((await this.callRoute('events', id, action)).text))
  }
}
const answered = (step: string, text: string, clock = 30_000): InterviewAction => ({
  kind: 'answered',
  id: crypto.randomUUID(),
  step,
  clock,
  text,
  spokenMs: 0,
})

describe('an interview', () => {
  test('is begun by the first request of a guest, and asks its first question', async () => {
    const browser = new Browser()
    const view = await browser.view(await browser.startInterview())
    expect(view).toMatchObject({ lengthMs: 600_000, clock: 0, now: { step: '0', depth: 0, number: 1 }, heard: null })
    expect(view.trail.map(({ state }) => state)).toEqual(['now', 'to-come'])
  })

  test('asks for what an answer left out, and marks what it held', async () => {
    const browser = new Browser()
    const id = await browser.startInterview()
    const text = 'Keys and values of past tokens are kept.'
    const { late, view } = await browser.act(id, answered('0', text))
    expect(late).toBe(false)
    expect(view.now).toMatchObject({ step: '0.0', depth: 1, question: 'And what is the price?' })
    expect(view.heard).toEqual({ text, marks: [expect.objectContaining({ start: expect.any(Number) })] })
  })

  test('shows nothing of what should be answered before it is over', async () => {
    const browser = new Browser()
    const id = await browser.startInterview()
    const { text } = await browser.callRoute('events', id, answered('0', 'Something about tokens.'))
    expect(text).not.toMatch(/cache keeps|price is memory|of past tokens are kept|sequence of a batch/)
  })

  test('continues with its clock and with what was being written', async () => {
    const browser = new Browser()
    const id = await browser.startInterview()
    const draft = { step: '0', text: 'Half of', spokenMs: 0, clock: 77_000 }
    expect((await browser.callRoute('draft', id, draft)).status).toBe(200)
    expect(await browser.view(id)).toMatchObject({ clock: 77_000, text: 'Half of' })
  })

  test('keeps a draft and an answer that hold what no database takes', async () => {
    const browser = new Browser()
    const id = await browser.startInterview()
    const text = 'Keys\0 and \ud800 values of past tokens are kept.'
    expect((await browser.callRoute('draft', id, { step: '0', text, spokenMs: 0, clock: 1 })).status).toBe(200)
    const storable = text.replace(/\0|\ud800/g, '\ufffd')
    expect((await browser.view(id)).text).toBe(storable)
    expect((await browser.act(id, answered('0', text))).view.heard?.text).toBe(storable)
  })

  test('takes the same answer once, and says when one comes late', async () => {
    const browser = new Browser()
    const id = await browser.startInterview()
    const action = answered('0', 'Something.')
    await browser.act(id, action)
    expect((await browser.act(id, action)).late).toBe(false)
    expect((await browser.act(id, answered('0', 'Something else.'))).late).toBe(true)
    expect(await db.interviewEvent.count({ where: { interviewId: id } })).toBe(1)
  })

  test('confirms again what is stored to a learner whose space is full', async () => {
    const browser = new Browser()
    const id = await browser.startInterview()
    const action = answered('0', 'Something.')
    await browser.act(id, action)
    vi.stubEnv('STORED_MIB_PER_LEARNER', '0.000001')
    expect((await browser.begin()).status).toBe(507)
    expect((await browser.begin({}, id)).status).toBe(200)
    expect((await browser.callRoute('events', id, answered('0.0', 'More.'))).status).toBe(507)
    expect((await browser.callRoute('events', id, action)).status).toBe(200)
  })

  test('makes the cards of what was left out due, once', async () => {
    const browser = new Browser()
    const id = await browser.startInterview()
    const { view } = await browser.act(id, {
      kind: 'skipped',
      id: crypto.randomUUID(),
      step: '0',
      clock: 1000,
      text: '',
    })
    const stop: InterviewAction = {
      kind: 'stopped',
      id: crypto.randomUUID(),
      step: view.now?.step ?? '',
      clock: 2000,
      text: '',
    }
    expect((await browser.act(id, stop)).view.now).toBeNull()
    await browser.act(id, stop)
    const { learnerId } = await db.interview.findUniqueOrThrow({ where: { id } })
    const promotions = await db.reviewAction.findMany({ where: { learnerId, kind: 'forward' } })
    expect(promotions.map(({ itemId }) => itemId)).toEqual(['one/interview'])
  })
})

describe('a lesson that isn’t published', () => {
  test('is not asked about, whatever topics are named', async () => {
    const browser = new Browser()
    const { id } = StartInterviewResponse.parse(
      JSON.parse((await browser.begin({ minutes: 45, topics: ['later', 'one', 'two'] })).text),
    )
    const { plan } = await db.interview.findUniqueOrThrow({ where: { id } })
    expect(plan).toMatchObject({ topics: ['On one', 'On two'] })
    expect((await browser.begin({ topics: ['later'] })).status).toBe(422)
  })

  test('is asked about to the end in an interview that began before, and none of its cards becomes due', async () => {
    const browser = new Browser()
    Object.assign(course, { publishedLessons: [...published, { ...draft, number: 3 }], draftLessons: [] })
    const startInterview = await browser.begin({ topics: ['later'] })
    Object.assign(course, { publishedLessons: published, draftLessons: [draft] })
    const { id } = StartInterviewResponse.parse(JSON.parse(startInterview.text))
    const { view } = await browser.act(id, answered('0', 'Keys and values of past tokens are kept.'))
    expect(view.heard?.marks).toHaveLength(1)
    expect(view.now).toMatchObject({ step: '0.0' })
    const stop: InterviewAction = {
      kind: 'stopped',
      id: crypto.randomUUID(),
      step: '0.0',
      clock: 40_000,
      text: '',
    }
    expect((await browser.act(id, stop)).view.now).toBeNull()
    const { learnerId } = await db.interview.findUniqueOrThrow({ where: { id } })
    expect(await db.reviewAction.count({ where: { learnerId } })).toBe(0)
  })
})

describe('a request about an interview', () => {
  test('of another learner or of nobody finds none', async () => {
    const id = await new Browser().startInterview()
    const other = new Browser()
    expect((await other.callRoute('events', id, answered('0', 'Mine.'))).status).toBe(404)
    await other.startInterview()
    expect((await other.callRoute('events', id, answered('0', 'Mine.'))).status).toBe(404)
    expect((await other.callRoute('draft', id, { step: '0', text: '', spokenMs: 0, clock: 1 })).status).toBe(404)
    expect((await other.begin({}, id)).status).toBe(409)
  })

  test('that does not fit is refused', async () => {
    const browser = new Browser()
    expect((await browser.begin({ minutes: 11 })).status).toBe(400)
    expect((await browser.begin({ topics: ['none'] })).status).toBe(422)
    const id = await browser.startInterview()
    expect((await browser.callRoute('events', id, { ...answered('0', 'x'), next: '9' })).status).toBe(400)
    expect((await browser.callRoute('events', 'not-an-id', answered('0', 'x'))).status).toBe(404)
  })

  test('is asked to wait when there are more than a person makes', async () => {
    const browser = new Browser()
    const all = []
    for (let i = 0; i < 21; i++) all.push((await browser.begin()).status)
    expect(all.slice(-2)).toEqual([200, 429])
    expect((await new Browser().begin()).status).toBe(200)
  })

  test('from a page of another site is refused', async () => {
    const browser = new Browser()
    const id = await browser.startInterview()
    const there = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    expect((await browser.callRoute('events', id, answered('0', 'x'), there)).status).toBe(403)
  })
})
