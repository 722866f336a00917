import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { ProgressAnswer } from '#lib/contract/progress.ts'
import { LogAnswer, PlanAnswer, ReviewAnswer } from '#lib/contract/review.ts'
import type { Card } from '#lib/course/card.ts'
import type { ExerciseInfo, Lesson } from '#lib/course/course.ts'
import { type Database, database } from '#lib/learner/database.ts'
import { storeSubmission, storeVerdict } from '#lib/learner/submissions.ts'
import { createTemporaryDatabase } from '#lib/learner/temporary-database.ts'
import type { LogEntry } from '#lib/review/log.ts'

const exercise = (id: string, lesson: string): ExerciseInfo => ({
  id,
  lesson,
  kind: 'function',
  name: id,
  signature: '',
  hints: [],
  tolerance: { atol: 0, rtol: 0 },
  misconceptions: [],
  version: 'v1',
})
const card = (id: string, over: Partial<Card> = {}): Card => ({
  id,
  kind: 'why',
  question: 'Why is `x` divided by $\\sqrt{d}$?',
  modelAnswer: 'Because the variance grows.',
  keyPoints: [{ id: 'p', point: 'it grows' }],
  followUps: [],
  ...over,
})
const lesson = (slug: string, number: number, cards: Card[], exercises: ExerciseInfo[]): Lesson => ({
  slug,
  number,
  section: 'One',
  frontmatter: {
    question: 'What is it, then?',
    title: `On ${slug}`,
    summary: 'A sentence that is long enough.',
    minutes: 10,
    prerequisites: [],
    ...(number === 0 && { draft: true }),
  },
  exercises,
  cards,
  outline: [{ kind: 'code-mistake', id: 'no-scale', title: '', line: 4 }],
})
const course = {
  title: '',
  subtitle: '',
  homeExercise: 'softmax',
  sections: [],
  problems: [],
  publishedLessons: [
    lesson(
      'scaling',
      1,
      [
        card('scaling/interview', { kind: 'interview', exercise: 'scaled' }),
        card('scaling/why', { anchor: 'no-scale', exercise: 'scaled' }),
        card('scaling/number'),
      ],
      [exercise('scaled', 'scaling')],
    ),
    lesson('masks', 2, [card('masks/interview')], [exercise('masked', 'masks')]),
  ],
  draftLessons: [lesson('later', 0, [card('later/interview')], [])],
}
vi.mock('#lib/course/read-course.ts', () => ({ readCourse: async () => course }))

const { url, close } = await createTemporaryDatabase()
process.env.DATABASE_URL = url
process.env.BETTER_AUTH_SECRET = 'a secret of thirty-two characters'
process.env.BETTER_AUTH_URL = 'http://localhost:3000'
process.env.REVIEWS_PER_MINUTE = '15'
const db: Database = await database()
afterAll(async () => {
  await db.$disconnect()
  await close()
})
afterEach(() => vi.unstubAllEnvs())

const { readDueToday } = await import('#lib/service/due-today.ts')
const { readStatistics } = await import('#lib/service/review.ts')
const routes = {
  desk: (await import('./route.ts')).GET,
  log: (await import('./log/route.ts')).POST,
  plan: (await import('./plan/route.ts')).PUT,
  cards: (await import('./cards/route.ts')).GET,
  progress: (await import('../progress/route.ts')).GET,
}

/** Runs a test with the drafts of the course among its published lessons. */
async function withPublishedDrafts(run: () => Promise<void>): Promise<void> {
  const { publishedLessons, draftLessons } = course
  const published = draftLessons.map((draft) => ({ ...draft, number: 3 }))
  Object.assign(course, { publishedLessons: [...publishedLessons, ...published], draftLessons: [] })
  try {
    await run()
  } finally {
    Object.assign(course, { publishedLessons, draftLessons })
  }
}

/** A browser of one learner: keeps cookies. */
class Browser {
  #cookies = ''
  async callRoute(route: keyof typeof routes, query = '', init: RequestInit = {}) {
    const headers = { host: 'localhost:3000', cookie: this.#cookies, 'content-type': 'application/json' }
    const request = new Request(`http://localhost:3000/api/review${query}`, { headers, ...init })
    const response = await routes[route](request, { params: Promise.resolve({}) })
    const set = response.headers.getSetCookie()
    if (set.length > 0) this.#cookies = set.map((header) => header.split(';')[0]).join('; ')
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }
  setCookie(cookie: string) {
    this.#cookies = [this.#cookies, cookie].join('; ')
  }
  async readReview() {
    return ReviewAnswer.parse((await this.callRoute('desk', '?zone=Europe/Berlin')).json)
  }
  async due() {
    return ProgressAnswer.parse((await this.callRoute('progress')).json).review
  }
  async log(...entries: LogEntry[]) {
    return this.callRoute('log', '', { method: 'POST', body: JSON.stringify({ entries }) })
  }
  async stored(...entries: LogEntry[]) {
    return LogAnswer.parse((await this.log(...entries)).json)
  }
}
const done = () => ({ id: crypto.randomUUID(), at: Date.now() })
const add = (slug: string): LogEntry => ({ kind: 'add', item: `lesson:${slug}`, ...done() })
const review = (item: string, over: object = {}): LogEntry => ({
  kind: 'review',
  item,
  rating: 3,
  ms: 4000,
  ...done(),
  ...over,
})
const learners = () => db.user.count()

/** Stores a graded answer of the learner who made an entry. */
async function answered(by: LogEntry, exercise: string, outcome: 'passed' | 'failed', misconceptions: string[] = []) {
  const { learnerId } = await db.reviewAction.findUniqueOrThrow({ where: { id: by.id } })
  const [id, at] = [crypto.randomUUID(), new Date()]
  await storeSubmission(db, { id, learnerId, exercise, exerciseVersion: 'v', source: 's', at })
  const verdict = {
    outcome,
    exercise,
    seed: 1,
    grader: '1',
    headline: '',
    checks: [],
    misconceptions: misconceptions.map((misconception) => ({
      id: misconception,
      headline: misconception,
      say: misconception,
    })),
    tolerance: { atol: 0, rtol: 0 },
    inputs: { worked: 0, random: 0, special: 0 },
    work: 0,
  }
  await storeVerdict(db, { id: crypto.randomUUID(), submissionId: id, verdict, at })
}

describe('what every page shows of what is due', () => {
  test('is nothing for who reviews nothing', async () => {
    expect(await new Browser().due()).toBeUndefined()
  })

  test('is the number of items that would be asked, and when each reviewed one is asked again', async () => {
    const browser = new Browser()
    await browser.log(add('scaling'))
    expect(await browser.due()).toEqual({ dueCount: 3, dueAt: {} })
    const rated = review('scaling/why', { rating: 4 })
    await browser.log(rated)
    const { dueCount, dueAt = {} } = (await browser.due()) ?? {}
    expect(dueCount).toBe(2)
    expect(Object.keys(dueAt)).toEqual(['scaling/why'])
    expect(dueAt['scaling/why']).toBeGreaterThan(rated.at)
    await browser.log({ kind: 'suspend', item: 'scaling/why', ...done() })
    expect(await browser.due()).toEqual({ dueCount: 2, dueAt: {} })
  })

  test('counts days in the time zone that the cookie names', async () => {
    const dueIn = async (zone: string) => {
      const browser = new Browser()
      const rated = review('scaling/why', { rating: 4 })
      await browser.log(add('scaling'), rated)
      browser.setCookie(`zone=${zone}`)
      return (await browser.due())?.dueAt['scaling/why'] ?? 0
    }
    const hour = async (zone: string) =>
      new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(
        await dueIn(encodeURIComponent(zone)),
      )
    expect(await hour('Asia/Tokyo')).toBe('04')
    expect(await hour('America/New_York')).toBe('04')
    expect(await dueIn('%E0%A4%A')).toBeGreaterThan(0)
  })
})

describe('the desk', () => {
  test('of nobody is empty, names every published lesson that has cards, and creates no guest', async () => {
    const before = await learners()
    const { desk, lessons, outlook } = await new Browser().readReview()
    expect(desk.items).toEqual([])
    expect(lessons.map(({ slug, number, items, open }) => [slug, number, items, open])).toEqual([
      ['scaling', 1, 3, false],
      ['masks', 2, 1, false],
    ])
    expect(outlook).toBeNull()
    expect(await learners()).toBe(before)
  })

  test('has the items of a lesson that was added, with their texts', async () => {
    const browser = new Browser()
    await browser.log(add('scaling'))
    const { desk, texts } = await browser.readReview()
    expect(desk.items.map(({ id }) => id)).toEqual(['scaling/interview', 'scaling/why', 'scaling/number'])
    expect(desk.zone).toBe('Europe/Berlin')
    expect(texts['scaling/why']).toMatchObject({
      question: expect.stringMatching(
        /^Why is <code translate="no">x<\/code> divided by <span translate="no">.*<\/span>\?$/s,
      ),
      paragraph: '/lessons/scaling#mistake-no-scale',
      exercise: { name: 'scaled', href: '/lessons/scaling#build-scaled' },
    })
  })

  test('has nothing of a lesson that isn’t published, until it is: then all that was stored counts', async () => {
    const browser = new Browser()
    const reviewed = review('later/interview')
    const { stored } = await browser.stored(add('later'), reviewed, {
      kind: 'forward',
      item: 'later/interview',
      ...done(),
    })
    expect(stored).toHaveLength(3)
    const { desk, lessons, texts } = await browser.readReview()
    expect(desk.items).toEqual([])
    expect(texts).toEqual({})
    expect(lessons.map(({ slug }) => slug)).toEqual(['scaling', 'masks'])
    const { learnerId } = await db.review.findUniqueOrThrow({ where: { id: reviewed.id } })
    expect(await readDueToday(learnerId, 'UTC')).toBeUndefined()
    const statistics = await readStatistics(learnerId, 'UTC')
    expect(statistics.lessons.map(({ slug }) => slug)).toEqual(['scaling', 'masks'])
    expect(statistics.forecast.every(({ due }) => due === 0)).toBe(true)
    expect(statistics.days.at(-1)?.reviews).toBe(1) // what was done stays done

    await withPublishedDrafts(async () => {
      const { desk, lessons } = await browser.readReview()
      expect(desk.items).toMatchObject([{ id: 'later/interview', open: true, memory: { reps: 1 } }])
      expect(lessons.find(({ slug }) => slug === 'later')?.open).toBe(true)
    })
  })

  test('takes back today’s review of a card whose lesson isn’t published any more', async () => {
    const browser = new Browser()
    const reviewed = review('later/interview')
    await browser.log(reviewed)
    expect((await browser.readReview()).desk.today.map(({ id }) => id)).toEqual([reviewed.id])
    const undo: LogEntry = { kind: 'undo', item: 'later/interview', entry: reviewed.id, ...done() }
    expect((await browser.stored(undo)).stored).toEqual([undo.id])
    expect((await browser.readReview()).desk.today).toEqual([])
  })

  test('goes by UTC where the zone is not known', async () => {
    const { json } = await new Browser().callRoute('desk', '?zone=Nowhere/Land')
    expect(ReviewAnswer.parse(json).desk.zone).toBe('UTC')
  })
})

describe('the log', () => {
  test('takes a review once, however often it is sent, and opens the lesson of its card', async () => {
    const browser = new Browser()
    const entry = review('scaling/why')
    expect(await browser.stored(entry)).toEqual({ stored: [entry.id], refused: [] })
    expect(await browser.stored(entry, entry)).toMatchObject({ refused: [] })
    const { desk } = await browser.readReview()
    expect(desk.today.map(({ id }) => id)).toEqual([entry.id])
    expect(desk.items.find(({ id }) => id === 'scaling/why')?.memory).toMatchObject({ state: 'learning', reps: 1 })
    expect(desk.items).toHaveLength(3)
  })

  test('keeps with each review what was known before and after it', async () => {
    const browser = new Browser()
    const first = review('scaling/why', { at: 1000 })
    const second = review('scaling/why', { rating: 4, at: 2000 })
    await browser.log(first)
    await browser.log(second)
    const stored = await db.review.findUnique({ where: { id: second.id } })
    expect(stored?.memoryBefore).toMatchObject({ state: 'learning', reps: 1 })
    expect(stored?.memoryAfter).toMatchObject({ state: 'review', reps: 2 })
  })

  test('refuses another entry under an id that is taken, and takes the others', async () => {
    const browser = new Browser()
    const entry = review('scaling/why')
    const other = review('scaling/number')
    await browser.log(entry)
    const answer = await browser.stored({ ...entry, rating: 1 } as LogEntry, other)
    expect(answer.stored).toEqual([other.id])
    expect(answer.refused).toMatchObject([{ id: entry.id, error: 'conflict' }])
  })

  test('refuses an entry under the id of another learner’s', async () => {
    const entry = review('scaling/why')
    await new Browser().log(entry)
    expect((await new Browser().stored(entry)).refused).toMatchObject([{ id: entry.id, error: 'conflict' }])
  })

  test('refuses what the course does not have, and says what it is', async () => {
    const entry = review('scaling/nothing')
    const { refused } = await new Browser().stored(entry)
    expect(refused).toEqual([{ id: entry.id, error: 'no-item', reason: 'The course has no item “scaling/nothing”.' }])
  })

  test.each([
    ['a rating of five', { rating: 5 }],
    ['an id that is no UUID', { id: 'x' }],
    ['a field that it does not know', { stray: 1 }],
  ])('does not take %s', async (_, over) => {
    expect((await new Browser().log(review('scaling/why', over))).status).toBe(400)
  })

  test('of a clock that runs ahead counts as now', async () => {
    const browser = new Browser()
    await browser.log(review('scaling/why', { at: Date.now() + 86_400_000 }))
    const { desk, now } = await browser.readReview()
    expect(desk.today[0]?.at).toBeLessThanOrEqual(now)
  })

  test('confirms again what is stored to a learner whose space is full', async () => {
    const browser = new Browser()
    const [entry, more] = [add('scaling'), review('scaling/why')]
    await browser.log(entry)
    vi.stubEnv('STORED_MIB_PER_LEARNER', '0.000001')
    expect((await browser.log(more)).status).toBe(507)
    expect((await browser.log(entry, more)).status).toBe(507)
    expect(await browser.stored(entry)).toEqual({ stored: [entry.id], refused: [] })
  })

  test('loses nothing of many sent at once', async () => {
    const browser = new Browser()
    await browser.log(add('scaling'))
    const all = Array.from({ length: 8 }, () => review('scaling/why'))
    await Promise.all(all.map((entry) => browser.log(entry)))
    const { desk } = await browser.readReview()
    expect(desk.today.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
  })

  test('asks a client to wait that sends more than anyone can do', async () => {
    const browser = new Browser()
    const entry = add('masks')
    let [status, sent] = [200, 0]
    for (; status === 200 && sent < 100; sent++) status = (await browser.log(entry)).status
    expect(status).toBe(429)
    expect(sent).toBeGreaterThan(15)
    expect((await new Browser().log(add('masks'))).status).toBe(200)
  })

  test('counts each entry of a batch', async () => {
    const browser = new Browser()
    const batch = Array.from({ length: 15 }, () => review('scaling/why'))
    expect((await browser.log(...batch)).status).toBe(200)
    expect((await browser.log(...batch)).status).toBe(429)
  })

  test('says in a few words what is wrong with a body of thousands of entries', async () => {
    const entries = Array.from({ length: 20_000 }, () => 0)
    const body = JSON.stringify({ entries, ...Object.fromEntries(entries.slice(0, 2000).map((_, i) => [`x${i}`, 0])) })
    const { status, json } = await new Browser().callRoute('log', '', { method: 'POST', body })
    expect(status).toBe(400)
    expect(JSON.stringify(json).length).toBeLessThan(2000)
  })

  test('undoes a review that the server has', async () => {
    const browser = new Browser()
    const entry = review('scaling/why')
    await browser.log(add('scaling'), entry)
    await browser.log({ kind: 'undo', item: entry.item, entry: entry.id, ...done() })
    const { desk } = await browser.readReview()
    expect(desk.today).toEqual([])
    expect(desk.items.find(({ id }) => id === entry.item)?.memory.state).toBe('new')
  })
})

describe('evidence', () => {
  test('a failed answer brings the cards of its exercise forward, and ten equal mistakes bring up one card', async () => {
    const browser = new Browser()
    const begun = add('masks')
    await browser.log(begun)
    for (let i = 0; i < 10; i++) await answered(begun, 'scaled', 'failed', ['no-scale'])
    const { desk } = await browser.readReview()
    expect(desk.items.filter(({ forward }) => forward?.why === 'mistake').map(({ id }) => id)).toEqual(['scaling/why'])
    expect(desk.items.filter(({ forward }) => forward?.why === 'failed').map(({ id }) => id)).toEqual([
      'scaling/interview',
    ])
  })

  test('a passed exercise comes back as a drill in some days', async () => {
    const browser = new Browser()
    const begun = add('masks')
    await browser.log(begun)
    await answered(begun, 'scaled', 'passed')
    const { desk, now } = await browser.readReview()
    const drill = desk.items.find(({ id }) => id === 'drill:scaled')
    expect(drill).toMatchObject({ kind: 'drill', limit: 480_000, memory: { state: 'review' } })
    expect(drill!.memory.due).toBeGreaterThan(now)
  })
})

describe('plan, today and statistics', () => {
  test('a plan is kept, and a deadline has an outlook', async () => {
    const browser = new Browser()
    await browser.log(add('scaling'))
    const deadline = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const { json } = await browser.callRoute('plan', '', {
      method: 'PUT',
      body: JSON.stringify({ minutesPerDay: 15, deadline }),
    })
    expect(PlanAnswer.parse(json).plan).toMatchObject({ minutesPerDay: 15, newPerDay: 20, deadline })
    const { desk, outlook } = await browser.readReview()
    expect(desk.plan.minutesPerDay).toBe(15)
    expect(outlook).toMatchObject({ date: deadline, items: 3, seen: 3, fits: true })
  })

  test('a plan is not changed more often than a person does', async () => {
    const browser = new Browser()
    let status = 200
    for (let sent = 0; status === 200 && sent < 100; sent++)
      status = (await browser.callRoute('plan', '', { method: 'PUT', body: '{}' })).status
    expect(status).toBe(429)
  })

  test('a plan that makes no sense is refused', async () => {
    const body = JSON.stringify({ retention: 2 })
    expect((await new Browser().callRoute('plan', '', { method: 'PUT', body })).status).toBe(400)
  })

  test('today says how much is due, by lesson', async () => {
    const browser = new Browser()
    const first = add('scaling')
    await browser.log(first, add('masks'))
    const { learnerId } = await db.reviewAction.findUniqueOrThrow({ where: { id: first.id } })
    expect(await readDueToday(learnerId, 'UTC')).toMatchObject({
      due: 4,
      again: 0,
      lessons: [
        { title: 'On scaling', due: 3 },
        { title: 'On masks', due: 1 },
      ],
    })
    expect(await readDueToday(undefined, 'UTC')).toBeUndefined()
  })

  test('statistics count reviews by day and lesson', async () => {
    const browser = new Browser()
    const first = review('scaling/why')
    await browser.log(first, review('scaling/number'))
    const { learnerId } = await db.review.findUniqueOrThrow({ where: { id: first.id } })
    const statistics = await readStatistics(learnerId, 'UTC')
    expect(statistics.days.at(-1)?.reviews).toBe(2)
    expect(statistics.lessons.find(({ slug }) => slug === 'scaling')).toMatchObject({ reviewedCount: 2, items: 4 })
    expect(statistics.retention).toMatchObject({ desired: 0.9, reviews: 0, actual: null })
  })

  test('texts of cards are had by name or by lesson', async () => {
    const browser = new Browser()
    const response = (await browser.callRoute('cards', '/cards?ids=scaling/why,no/card')).json
    expect(Object.keys(response.texts as object)).toEqual(['scaling/why'])
    const all = (await browser.callRoute('cards', '/cards?lesson=scaling')).json
    expect(Object.keys(all.texts as object)).toHaveLength(3)
    for (const query of ['ids=later/interview', 'lesson=later'])
      expect((await browser.callRoute('cards', `/cards?${query}`)).json.texts).toEqual({})
  })
})
