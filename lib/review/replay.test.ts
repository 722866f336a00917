import fc from 'fast-check'
import { createEmptyCard, fsrs } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { arbitraryLog, arbitraryNow, arbitraryRating } from './arbitrary-log.ts'
import type { LogEntry } from './log.ts'
import type { Rating } from './memory-state.ts'
import { replay, withoutUndone } from './replay.ts'

const MINUTE = 60_000
const DAY = 86_400_000
let uuidCount = 0
const review = (at: number, rating: Rating, item = 'a/b'): LogEntry => ({
  kind: 'review',
  id: `00000000-0000-4000-8000-${String(++uuidCount).padStart(12, '0')}`,
  item,
  rating,
  ms: 1000,
  at,
})
const undo = (undone: LogEntry, at = undone.at + 1): LogEntry =>
  ({ ...review(at, 1), kind: 'undo', item: undone.item, entry: undone.id }) as LogEntry
const memoryAfter = (log: readonly LogEntry[], retention = 0.9) => replay(log, [], retention).memories.get('a/b')

describe('the schedule', () => {
  // minutes within a session, days between sessions, so that steps of learning, relearning and same-day reviews occur
  const gap = fc.oneof(fc.integer({ min: 1, max: 30 * MINUTE }), fc.integer({ min: DAY / 4, max: 60 * DAY }))
  const history = fc.array(fc.tuple(gap, arbitraryRating), { minLength: 1, maxLength: 25 })

  test('is what ts-fsrs gives for the same reviews', () => {
    fc.assert(
      fc.property(arbitraryNow, history, fc.constantFrom(0.8, 0.9, 0.95), (start, steps, retention) => {
        let at = start
        const reviews = steps.map(([gap, rating]) => {
          at += gap
          return { at, rating }
        })
        const scheduler = fsrs({ request_retention: retention })
        let card = createEmptyCard(new Date(reviews[0]!.at))
        for (const rated of reviews) card = scheduler.next(card, new Date(rated.at), rated.rating).card
        const memory = memoryAfter(
          reviews.map((rated) => review(rated.at, rated.rating)),
          retention,
        )!
        expect(memory).toEqual({
          state: ['new', 'learning', 'review', 'relearning'][card.state],
          due: card.due.getTime(),
          stability: card.stability,
          difficulty: card.difficulty,
          scheduledDays: card.scheduled_days,
          step: card.learning_steps,
          reps: card.reps,
          lapses: card.lapses,
          lastReview: card.last_review?.getTime(),
        })
      }),
      { numRuns: 300 },
    )
  })

  test('is what ts-fsrs’s own rescheduling of a log gives', () => {
    const [start, day] = [Date.parse('2026-05-04T09:00Z'), DAY]
    const at = [0, 10 * MINUTE, 3 * day, 3 * day + 10 * MINUTE, 4 * day, 12 * day, 12 * day + MINUTE, 40 * day]
    const ratings: Rating[] = [3, 3, 1, 3, 3, 2, 4, 3]
    const history = at.map((after, i) => ({ rating: ratings[i]!, review: new Date(start + after) }))
    const { collections } = fsrs().reschedule(createEmptyCard(new Date(start)), history)
    const memory = memoryAfter(at.map((after, i) => review(start + after, ratings[i]!)))
    const last = collections.at(-1)!.card
    expect(memory).toMatchObject({ stability: last.stability, difficulty: last.difficulty, due: last.due.getTime() })
  })

  test('does not depend on the order in which the log arrived, nor on entries that came twice', () => {
    fc.assert(
      fc.property(
        arbitraryNow.chain((now) =>
          arbitraryLog(now).chain((log) =>
            fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
          ),
        ),
        ([log, shuffled]) => {
          expect(replay([...shuffled, ...log], [], 0.9)).toEqual(replay(log, [], 0.9))
        },
      ),
    )
  })

  test('of a drill has no steps of learning', () => {
    const past = replay([review(0, 1, 'drill:x')], [], 0.9)
    expect(past.memories.get('drill:x')).toMatchObject({ state: 'review', scheduledDays: 1 })
  })

  test('starts from the pass of an exercise', () => {
    const past = replay([], [{ kind: 'seed', id: 'seed:x', item: 'drill:x', rating: 3, at: DAY }], 0.9)
    expect(past.memories.get('drill:x')).toMatchObject({ state: 'review', reps: 1, lastReview: DAY })
    expect(past.reviews).toEqual([])
  })
})

describe('undo', () => {
  test('leaves what there would be without the review', () => {
    const [first, second, third] = [review(0, 3), review(DAY, 1), review(2 * DAY, 3)]
    expect(memoryAfter([first, second, third, undo(second)])).toEqual(memoryAfter([first, third]))
  })

  test('counts also where it arrived before the review', () => {
    const entry = review(0, 3)
    expect(memoryAfter([undo(entry), entry])).toBeUndefined()
  })

  test('can be undone', () => {
    const entry = review(0, 3)
    const undone = undo(entry, 10)
    expect(memoryAfter([entry, undone, undo(undone, 20)])).toEqual(memoryAfter([entry]))
  })

  test('takes back what else was done', () => {
    const suspend = { ...review(0, 1), kind: 'suspend' } as LogEntry
    expect(replay([suspend, undo(suspend)], [], 0.9).suspended.size).toBe(0)
  })

  test('leaves every other entry standing', () => {
    fc.assert(
      fc.property(arbitraryNow.chain(arbitraryLog), (log) => {
        const undone = new Set(log.flatMap((entry) => (entry.kind === 'undo' ? [entry.entry] : [])))
        const ids = new Set(withoutUndone(log).map(({ id }) => id))
        for (const entry of log) if (entry.kind !== 'undo' && !undone.has(entry.id)) expect(ids).toContain(entry.id)
      }),
    )
  })
})

test('ten thousand reviews are replayed as one log', () => {
  const log = Array.from({ length: 10_000 }, (_, i) => review(i * 60 * MINUTE, ((i % 4) + 1) as Rating, `a/${i % 250}`))
  const { memories, reviews } = replay(log, [], 0.9)
  expect([memories.size, reviews.length]).toEqual([250, 10_000])
})
