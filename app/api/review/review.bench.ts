import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCourse } from '#lib/course/read-course.ts'
import { listReviewItems } from '#lib/course/review-items.ts'
import { type Database, database } from '#lib/learner/database.ts'
import { reviewLog } from '#lib/learner/review-log.ts'
import type { LogEntry } from '#lib/review/log.ts'
import { replay } from '#lib/review/replay.ts'
import { readDueToday } from '#lib/service/due-today.ts'
import { readStatistics } from '#lib/service/review.ts'
import { applyMigrations } from '../../../prisma/apply.js'

const ZONE = 'Europe/Berlin'
const DAY_MS = 86_400_000
const RUNS = 15
const [FEW, MANY] = [600, 60_000]

/**
 * Measures the review routes in milliseconds with a short and a long log, each a year of reviews of the whole course,
 * and compares them with a replay of the whole log, which is what each read cost before item states were stored.
 */
export async function bench() {
  const folder = mkdtempSync(path.join(tmpdir(), 'review-bench-'))
  Object.assign(process.env, { NODE_ENV: 'production' }) // development reads the course again for each request
  process.env.DATABASE_URL = `file:${path.join(folder, 'bench.db')}`
  process.env.BETTER_AUTH_SECRET = 'a secret of thirty-two characters'
  process.env.BETTER_AUTH_URL = 'http://localhost:3000'
  process.env.REVIEWS_PER_MINUTE = '100000'
  await applyMigrations(process.env.DATABASE_URL)
  try {
    const [few, many] = [await measure(FEW), await measure(MANY)]
    return [
      ...(['today', 'statistics', 'desk'] as const).map((name) =>
        row(name, few, many, name === 'statistics' ? 100 : 50),
      ),
      row('store a review', few, many, 50),
      row('store 200 reviews', few, many, 500),
      {
        name: `first read after an upgrade, ${format(MANY)} reviews`,
        value: `${ms(many['first read'])}, in turns of ${ms(many.turnP99)} (p99) and ${ms(many.longestTurn)} (longest)`,
        baseline: `${ms(many.replay)} to replay the log`,
        ratio: (many['first read'] / many.replay).toFixed(1),
        aim: 'turns ≤ 20 ms',
      },
    ]
  } finally {
    await (await database()).$disconnect()
    rmSync(folder, { recursive: true })
  }
}

type Times = Awaited<ReturnType<typeof measure>>
type TimedName = 'today' | 'statistics' | 'desk' | 'store a review' | 'store 200 reviews'

const row = (name: TimedName, few: Times, many: Times, aimMs: number) => ({
  name: `reviews: ${name}, ${format(MANY)} reviews in the log`,
  value: ms(many[name]),
  baseline: `${ms(few[name])} with ${FEW}; ${ms(many.replay)} to replay the log`,
  ratio: `${(many[name] / few[name]).toFixed(1)}; ${(many[name] / many.replay).toFixed(3)}`,
  aim: `≤ ${aimMs} ms`,
})

async function measure(reviews: number) {
  const routes = {
    desk: (await import('./route.ts')).GET,
    log: (await import('./log/route.ts')).POST,
  }
  let cookie = ''
  const callRoute = async (route: keyof typeof routes, entries?: readonly LogEntry[]): Promise<void> => {
    const headers = { host: 'localhost:3000', cookie, 'content-type': 'application/json' }
    const body = entries ? { method: 'POST', body: JSON.stringify({ entries }) } : {}
    const request = new Request(`http://localhost:3000/api/review?zone=${ZONE}`, { headers, ...body })
    const response = await routes[route](request, { params: Promise.resolve({}) })
    if (response.status !== 200) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    const set = response.headers.getSetCookie()
    if (set.length > 0) cookie = set.map((line) => line.split(';')[0]).join('; ')
  }
  const items = listReviewItems(await readCourse()).map(({ id }) => id)
  const review = (i: number): LogEntry => ({
    ...{ kind: 'review', id: crypto.randomUUID(), item: items[i % items.length] ?? '', at: Date.now() },
    ...{ rating: i % 7 === 0 ? 1 : 3, ms: 3000 + ((i * 7919) % 20_000) },
  })
  const first: LogEntry = { kind: 'forward', id: crypto.randomUUID(), item: items[0] ?? '', at: Date.now() }
  await callRoute('log', [first]) // makes the guest
  const db = await database()
  const { learnerId } = await db.reviewAction.findUniqueOrThrow({ where: { id: first.id } })
  await storeAsBefore(db, learnerId, reviews, review)

  const { ms: firstRead, turns } = await timeTurns(() => readDueToday(learnerId, ZONE))
  const times = {
    'first read': firstRead,
    turnP99: turns[Math.floor(turns.length / 100)] ?? Number.NaN,
    longestTurn: turns[0] ?? Number.NaN,
    replay: await median(async () => replay(await reviewLog(db, learnerId), [], 0.9), 3),
  }
  let next = 0
  const newReviews = (count: number): LogEntry[] => Array.from({ length: count }, () => review(next++))
  return {
    ...times,
    today: await median(() => readDueToday(learnerId, ZONE)),
    statistics: await median(() => readStatistics(learnerId, ZONE)),
    desk: await median(() => callRoute('desk')),
    'store a review': await median(() => callRoute('log', newReviews(1))),
    'store 200 reviews': await median(() => callRoute('log', newReviews(200)), 3),
  }
}

/** Stores a year of reviews up to now in the log only, as versions without item states did. */
async function storeAsBefore(db: Database, learnerId: string, count: number, review: (i: number) => LogEntry) {
  const startMs = Date.now() - 365 * DAY_MS
  const rows = Array.from({ length: count }, (_, i) => {
    const { id, item } = review(i)
    return {
      id,
      itemId: item,
      rating: 3,
      durationMs: 4000,
      reviewedAt: new Date(startMs + (i / count) * 365 * DAY_MS),
      learnerId,
      memoryBefore: {},
      memoryAfter: {},
    }
  })
  for (let i = 0; i < count; i += 1000) await db.review.createMany({ data: rows.slice(i, i + 1000) })
}

async function measureMs(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now()
  await work()
  return performance.now() - startMs
}

/** Measures how long work takes, and the main thread’s CPU time in each turn of the event loop, longest first. */
async function timeTurns(work: () => Promise<unknown>): Promise<{ ms: number; turns: number[] }> {
  const turns: number[] = []
  let isRunning = true
  let last = process.threadCpuUsage()
  const turn = () => {
    const { user, system } = process.threadCpuUsage(last)
    last = process.threadCpuUsage()
    turns.push((user + system) / 1000)
    if (isRunning) setImmediate(turn)
  }
  setImmediate(turn)
  const ms = await measureMs(work)
  isRunning = false
  return { ms, turns: turns.sort((a, b) => b - a) }
}

async function median(work: () => Promise<unknown>, runs = RUNS): Promise<number> {
  await work() // warm
  const all: number[] = []
  for (let i = 0; i < runs; i++) all.push(await measureMs(work))
  return all.sort((a, b) => a - b)[runs >> 1] ?? Number.NaN
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const format = (count: number): string => count.toLocaleString('en-US')
