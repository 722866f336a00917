import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDesk } from './arbitrary-desk.ts'
import { arbitraryRating, arbitraryZone, SOME_ITEMS } from './arbitrary-log.ts'
import { DAY_MS, dayOf, nextDayStart, startOfDay } from './day.ts'
import type { Desk, DeskItem, Forward } from './desk.ts'
import type { LogEntry, ReviewEntry } from './log.ts'
import type { Memory, Rating } from './memory.ts'
import { costOf } from './pace.ts'
import { DEFAULT_PLAN, type Plan } from './plan.ts'
import { type Queue, queueOf } from './queue.ts'
import { newMemory } from './schedule.ts'
import { withEntries } from './with-entries.ts'

const MINUTE = 60_000
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const everywhere = (it: Queue): DeskItem[] => [
  ...[...it.now, ...it.left].map((queued) => queued.item),
  ...[it.soon, it.later, it.buried, it.suspended, it.closed].flat(),
]

describe('a queue', () => {
  test('loses no item: each stands in exactly one place', () => {
    fc.assert(
      fc.property(arbitraryDesk, ({ desk, now }) => {
        const placed = everywhere(queueOf(desk, now)).map((it) => it.id)
        expect(placed.sort()).toEqual(desk.items.map((it) => it.id).sort())
      }),
    )
  })

  test('keeps the day’s limits', () => {
    fc.assert(
      fc.property(arbitraryDesk, ({ desk, now }) => {
        const { now: asked, done } = queueOf(desk, now)
        const chosen = asked.filter((it) => it.reason !== 'step')
        const fresh = chosen.filter((it) => it.reason === 'new').length
        const minutes = chosen.reduce((sum, it) => sum + costOf(it.item), 0) / MINUTE
        const { plan } = desk
        if (fresh > 0) expect(done.fresh + fresh).toBeLessThanOrEqual(plan.newPerDay)
        if (chosen.length > fresh) expect(done.reviews + chosen.length - fresh).toBeLessThanOrEqual(plan.reviewsPerDay)
        // one item is asked though it is longer than the day: else it would never be
        if (chosen.length > 1) expect(done.minutes + minutes).toBeLessThanOrEqual(plan.minutesPerDay + 1e-9)
      }),
    )
  })

  test('asks nothing that is suspended, buried, of a closed lesson or not due', () => {
    fc.assert(
      fc.property(arbitraryDesk, ({ desk, now }) => {
        for (const { item, reason } of queueOf(desk, now).now) {
          expect(item.suspended ?? false).toBe(false)
          expect(item.buriedUntil ?? 0).toBeLessThanOrEqual(now)
          if (reason === 'new') expect(item.open || item.forward !== undefined).toBe(true)
          if (reason === 'due') expect(dueDay(item, desk.zone)).toBeLessThanOrEqual(dayOf(now, desk.zone))
        }
      }),
    )
  })

  test('says truly when something is asked next', () => {
    fc.assert(
      fc.property(arbitraryDesk, ({ desk, now }) => {
        const queue = queueOf(desk, now)
        if (queue.now.length > 0 || queue.next === undefined) return
        expect(queue.next).toBeGreaterThan(now)
        const kinds = (at: number): number => everywhere(queueOf(desk, at)).length - queueOf(desk, at).later.length
        expect(kinds(queue.next)).toBeGreaterThanOrEqual(kinds(now))
        expect(queueOf(desk, queue.next - 1).now).toEqual([])
      }),
    )
  })
})

/** The learner’s day on which an item is due, told apart from how the queue tells it: on the calendar. */
const dueDay = ({ memory }: DeskItem, zone: string): number =>
  memory.state === 'review' ? dayOf(memory.lastReview ?? 0, zone) + memory.scheduledDays : dayOf(memory.due, zone)

interface Asked {
  readonly at: number
  readonly item: DeskItem
}

/** A session until nothing is asked any more that day: each answer takes a while and gets the next rating. */
function session(
  desk: Desk,
  now: number,
  ratings: readonly Rating[],
  pause: number,
): { asked: Asked[]; end: Desk; at: number } {
  const day = dayOf(now, desk.zone)
  const asked: Asked[] = []
  let [at, shown] = [now, desk]
  for (let i = 0; i < 200; i++) {
    const { now: queue, next } = queueOf(shown, at)
    const first = queue[0]?.item
    if (first) {
      asked.push({ at, item: first })
      const rating = ratings[i % ratings.length] ?? 3
      shown = withEntries(shown, [{ kind: 'review', id: uuid(i), item: first.id, rating, ms: 10_000, at }])
      at += pause
    } else if (next === undefined || dayOf(next, desk.zone) > day) return { asked, end: shown, at }
    else at = next
    if (dayOf(at, desk.zone) > day) return { asked, end: shown, at }
  }
  return { asked, end: shown, at }
}
const arbitraryRatings = fc.array(arbitraryRating, { minLength: 1, maxLength: 40 })
const arbitraryPause = fc.integer({ min: 1000, max: 5 * MINUTE })

describe('a session', () => {
  test('shows nothing twice unless it is due again', () => {
    fc.assert(
      fc.property(arbitraryDesk, arbitraryRatings, arbitraryPause, ({ desk, now }, ratings, pause) => {
        const { asked } = session(desk, now, ratings, pause)
        asked.forEach(({ at, item }, i) => {
          if (!asked.slice(0, i).some((it) => it.item.id === item.id)) return
          expect(['learning', 'relearning']).toContain(item.memory.state)
          expect(item.memory.due).toBeLessThanOrEqual(at)
        })
      }),
    )
  })

  test('keeps the day’s limits to its end', () => {
    fc.assert(
      fc.property(arbitraryDesk, arbitraryRatings, arbitraryPause, ({ desk, now }, ratings, pause) => {
        const { asked } = session(desk, now, ratings, pause)
        const before = queueOf(desk, now).done
        const count = (state: Memory['state']): number => asked.filter((it) => it.item.memory.state === state).length
        const { newPerDay, reviewsPerDay } = desk.plan
        expect(count('new')).toBeLessThanOrEqual(Math.max(0, newPerDay - before.fresh))
        expect(count('review')).toBeLessThanOrEqual(Math.max(0, reviewsPerDay - before.reviews))
      }),
    )
  })

  test('leaves every item where it can be found the next day', () => {
    fc.assert(
      fc.property(arbitraryDesk, arbitraryRatings, arbitraryPause, ({ desk, now }, ratings, pause) => {
        const { end, at } = session(desk, now, ratings, pause)
        const tomorrow = nextDayStart(at, desk.zone)
        const queue = queueOf(end, tomorrow)
        expect(everywhere(queue)).toHaveLength(desk.items.length)
        // what had its turn is not asked again before its day, however long that day is
        for (const { item } of [...queue.now, ...queue.left].filter((it) => it.reason === 'due'))
          expect(dueDay(item, desk.zone)).toBeLessThanOrEqual(dayOf(tomorrow, desk.zone))
      }),
    )
  })
})

describe('what the browser reckons', () => {
  test('is what the server gives once it has the entries', () => {
    const action = fc.record({
      kind: fc.constantFrom('review', 'suspend', 'resume', 'forward', 'bury', 'undo'),
      item: fc.nat(),
      rating: arbitraryRating,
      after: fc.integer({ min: 0, max: 600_000 }),
      undoes: fc.nat(),
    })
    fc.assert(
      fc.property(arbitraryDesk, fc.array(action, { maxLength: 15 }), ({ desk, now, parts }, actions) => {
        if (desk.items.length === 0) return
        let at = now
        const entries: LogEntry[] = []
        for (const [i, it] of actions.entries()) {
          at += it.after
          const item = desk.items[it.item % desk.items.length]!.id
          const done = { id: uuid(i), at, item }
          const reviews = entries.filter((entry) => entry.kind === 'review')
          const undone = [...desk.today, ...reviews].at(it.undoes % Math.max(1, desk.today.length + reviews.length))
          if (it.kind === 'review') entries.push({ kind: 'review', ...done, rating: it.rating, ms: 5000 })
          else if (it.kind === 'bury') entries.push({ kind: 'bury', ...done, until: at + DAY_MS })
          else if (it.kind !== 'undo') entries.push({ kind: it.kind as 'suspend', ...done })
          else if (undone) entries.push({ kind: 'undo', ...done, item: undone.item, entry: undone.id })
        }
        const mine = withEntries(desk, entries)
        const { desk: theirs } = remade(parts, entries, at)
        if (dayOf(at, desk.zone) > dayOf(now, desk.zone)) return
        expect(mine.today).toEqual(theirs.today)
        const known = (all: readonly DeskItem[]) =>
          all.filter((it) => it.memory.reps > 0).map(({ id, memory, suspended }) => ({ id, memory, suspended }))
        expect(known(mine.items)).toEqual(known(theirs.items))
      }),
    )
  })
})
const { deskOf } = await import('./desk-of.ts')
const remade = (parts: Parameters<typeof deskOf>[0], entries: readonly LogEntry[], at: number) =>
  deskOf({ ...parts, entries: [...parts.entries, ...entries] }, at)

// ---- stories ----

const zone = 'Europe/Berlin'
const noon = Date.parse('2026-06-10T10:00Z')
const known = (days: number, ago: number, over: Partial<Memory> = {}): Memory => ({
  ...newMemory(0),
  state: 'review',
  stability: days,
  difficulty: 5,
  scheduledDays: days,
  reps: 3,
  lastReview: noon - ago * DAY_MS,
  due: noon + (days - ago) * DAY_MS,
  ...over,
})
const item = (id: string, memory: Memory, over: Partial<DeskItem> = {}): DeskItem => ({
  ...(SOME_ITEMS.find((it) => it.id === id) ?? { id, kind: 'card', lesson: 'one', weight: 1 }),
  open: true,
  memory,
  ms: 30_000,
  ...over,
})
const desk = (items: DeskItem[], plan: Partial<Plan> = {}, over: Partial<Desk> = {}): Desk => ({
  plan: { ...DEFAULT_PLAN, ...plan },
  zone,
  items,
  today: [],
  ...over,
})
const ids = (queue: Queue): string[] => queue.now.map((it) => it.item.id)
const cards = (n: number, memory: Memory): DeskItem[] => Array.from({ length: n }, (_, i) => item(`one/c${i}`, memory))

describe('what is asked', () => {
  test('falls due by days: from four in the morning, though it was rated in the evening', () => {
    const rated = Date.parse('2026-06-08T20:00Z')
    const it = desk([item('one/a', known(2, 0, { lastReview: rated, due: rated + 2 * DAY_MS }))])
    expect(ids(queueOf(it, Date.parse('2026-06-10T01:59Z')))).toEqual([])
    expect(ids(queueOf(it, Date.parse('2026-06-10T02:00Z')))).toEqual(['one/a'])
  })

  test('is not asked twice on the day of 25 hours', () => {
    const rated = startOfDay(dayOf(Date.parse('2026-10-24T12:00Z'), zone), zone) + 10 * MINUTE
    const it = desk([item('one/a', known(1, 0, { lastReview: rated, due: rated + DAY_MS }))])
    const due = startOfDay(dayOf(rated, zone) + 1, zone)
    expect(ids(queueOf(it, rated + DAY_MS + MINUTE))).toEqual([])
    expect(ids(queueOf(it, due))).toEqual(['one/a'])
  })

  test.each([
    [
      'a step of learning whose minute has come comes first',
      'one/b',
      known(0, 0, { state: 'learning', due: noon - 1 }),
    ],
    ['a mistake that was found comes before what is due', 'one/b', known(90, 1)],
  ])('%s', (name, first, memory) => {
    const forward: Forward = { why: 'mistake', at: noon - 1, exercise: 'ex-one', misconception: 'm' }
    const brought = name.startsWith('a mistake') ? { forward } : {}
    const it = desk([item('one/a', known(3, 5)), item('one/b', memory, brought)])
    expect(ids(queueOf(it, noon))).toEqual([first, 'one/a'])
  })

  test('is new and old in turn, drills last', () => {
    const it = desk([
      item('drill:ex-one', known(3, 4), { ms: 480_000 }),
      item('one/a', known(3, 4)),
      item('one/b', known(3, 4)),
      item('two/a', newMemory(0)),
      item('two/b', newMemory(0)),
    ])
    expect(ids(queueOf(it, noon))).toEqual(['one/a', 'two/a', 'one/b', 'two/b', 'drill:ex-one'])
  })

  test('may be asked some minutes early where the learner wants to go on', () => {
    const it = desk([item('one/a', known(0, 0, { state: 'learning', due: noon + 8 * MINUTE }))])
    expect(queueOf(it, noon)).toMatchObject({ now: [], next: noon + 8 * MINUTE })
    expect(ids(queueOf(it, noon, 20 * MINUTE))).toEqual(['one/a'])
  })

  test('leaves half of the day’s minutes to cards, and a drill its half', () => {
    const drill = item('drill:ex-one', known(3, 9), { ms: 480_000 })
    const queue = queueOf(desk([...cards(60, known(3, 9)), drill], { minutesPerDay: 20 }), noon)
    expect(ids(queue)).toContain('drill:ex-one')
    expect(queue.now).toHaveLength(1 + 24)
  })
})

describe('after missed days', () => {
  test('the backlog is cut to the day’s minutes, and the queue says so', () => {
    const it = desk(cards(50, known(3, 8)), { minutesPerDay: 10 }, { before: noon - 6 * DAY_MS })
    expect(queueOf(it, noon).backlog).toEqual({ missedDays: 5, due: 50, kept: 20, left: 30 })
  })

  test('nothing is said when no day was missed, or when all of it fits', () => {
    expect(
      queueOf(desk(cards(50, known(3, 8)), { minutesPerDay: 10 }, { before: noon - DAY_MS }), noon).backlog,
    ).toBeUndefined()
    expect(queueOf(desk(cards(5, known(3, 8)), {}, { before: noon - 6 * DAY_MS }), noon).backlog).toBeUndefined()
  })

  test('what is worth most before the interview is kept', () => {
    const [often, strong, weak] = [
      item('one/often', known(3, 5), { weight: 2 }),
      item('one/strong', known(60, 61)),
      item('one/weak', known(3, 5)),
    ]
    const queue = queueOf(desk([strong, weak, often], { reviewsPerDay: 2, deadline: '2026-06-20' }), noon)
    expect(ids(queue)).toEqual(['one/often', 'one/weak'])
    expect(queue.left.map((it) => it.item.id)).toEqual(['one/strong'])
  })
})

test('what happens does not depend on the zone’s clock: a session is the same in every zone', () => {
  fc.assert(
    fc.property(arbitraryZone, (zone) => {
      const it = { ...desk([item('one/a', newMemory(0)), item('one/b', newMemory(0))]), zone }
      const entry: ReviewEntry = { kind: 'review', id: uuid(1), item: 'one/a', rating: 4, ms: 9, at: noon }
      expect(ids(queueOf(withEntries(it, [entry]), noon))).toEqual(['one/b'])
    }),
  )
})
