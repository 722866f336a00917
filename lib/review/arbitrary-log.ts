import fc from 'fast-check'
import { DAY_MS } from './day.ts'
import type { Item } from './item.ts'
import type { LogEntry } from './log.ts'
import { RATINGS } from './memory-state.ts'
import type { Plan } from './plan.ts'

/** Zones with and without changes of the clock, half hours among them, west and east of the date line. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
]
export const arbitraryZone = fc.constantFrom(...ZONES)

/** Moments within a day and a half of a change of the clock in Europe, America, Australia or New Zealand, or any other. */
const CHANGES = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T06:00Z',
  '2026-04-04T14:00Z',
]
export const arbitraryNow = fc.oneof(
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -1.5 * DAY_MS, max: 1.5 * DAY_MS }))
    .map(([change, by]) => Date.parse(change) + by),
  fc.integer({ min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-12-31T00:00Z') }),
)

/** Three lessons with four cards, two number questions and a drill each. */
export const SOME_ITEMS: readonly Item[] = ['one', 'two', 'three'].flatMap((lesson): Item[] => [
  ...['a', 'b', 'c', 'd'].map(
    (name): Item => ({
      id: `${lesson}/${name}`,
      kind: 'card',
      lesson,
      exercise: `ex-${lesson}`,
      weight: name === 'a' ? 2 : 1,
    }),
  ),
  ...['n', 'm'].map((name): Item => ({ id: `number:${lesson}/${name}`, kind: 'number', lesson, weight: 1 })),
  {
    id: `drill:ex-${lesson}`,
    kind: 'drill',
    lesson,
    exercise: `ex-${lesson}`,
    weight: 1,
    limit: 480_000,
    name: lesson,
  },
])

const item = fc.constantFrom(...SOME_ITEMS.map(({ id }) => id))
const lesson = fc.constantFrom('lesson:one', 'lesson:two', 'lesson:three')
export const arbitraryRating = fc.constantFrom(...RATINGS)
const ms = fc.integer({ min: 500, max: 200_000 })

/** What a learner may have done in the forty days before a moment; a fifth of the entries undo an earlier one. */
export const arbitraryLog = (now: number): fc.Arbitrary<LogEntry[]> => {
  const id = fc.uuid()
  const at = fc.integer({ min: now - 40 * DAY_MS, max: now })
  const review = fc.record({ kind: fc.constant('review' as const), id, at, item, rating: arbitraryRating, ms })
  const entry: fc.Arbitrary<LogEntry> = fc.oneof(
    { weight: 12, arbitrary: review },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), id, at, item: lesson }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), id, at, item: lesson }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('suspend', 'resume', 'forward'), id, at, item }) },
    {
      weight: 1,
      arbitrary: fc
        .record({ kind: fc.constant('bury' as const), id, at, item })
        .map((planned) => ({ ...planned, until: planned.at + DAY_MS })),
    },
  )
  const undone = fc.array(fc.tuple(id, fc.nat(), fc.integer({ min: 0, max: DAY_MS })), { maxLength: 6 })
  return fc.tuple(fc.array(entry, { maxLength: 60 }), undone).map(([entries, undos]) => [
    ...entries,
    ...undos.flatMap(([id, nth, later]): LogEntry[] => {
      const target = entries[nth % Math.max(1, entries.length)]
      return target
        ? [{ kind: 'undo', id, at: Math.min(now, target.at + later), item: target.item, entry: target.id }]
        : []
    }),
  ])
}

/** A plan with tight limits or wide ones, with an interview within twenty days or none. */
export const arbitraryPlan = (now: number): fc.Arbitrary<Plan> =>
  fc.record({
    newPerDay: fc.integer({ min: 0, max: 12 }),
    reviewsPerDay: fc.integer({ min: 0, max: 30 }),
    minutesPerDay: fc.integer({ min: 1, max: 60 }),
    retention: fc.constantFrom(0.8, 0.9, 0.95),
    deadline: fc.option(
      fc.integer({ min: -2, max: 20 }).map((days) => new Date(now + days * DAY_MS).toISOString().slice(0, 10)),
    ),
  })
