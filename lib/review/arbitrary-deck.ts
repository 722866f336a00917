import fc from 'fast-check'
import { arbitraryLog, arbitraryNow, arbitraryPlan, arbitraryZone, SOME_ITEMS } from './arbitrary-log.ts'
import { DAY_MS } from './day.ts'
import { deskFromLog, type LogDeskParts } from './some-deck.ts'
import { type Attempt, evidenceFrom } from './some-evidence.ts'

/** Answers to the exercises of the three lessons in the forty days before a moment, some with a mistake that was found. */
const arbitraryAttempts = (now: number): fc.Arbitrary<Attempt[]> =>
  fc.array(
    fc.record({
      exercise: fc.constantFrom('ex-one', 'ex-two', 'ex-three'),
      at: fc.integer({ min: now - 40 * DAY_MS, max: now }),
      passed: fc.boolean(),
      misconceptions: fc.subarray(['no-scale', 'no-mask']),
    }),
    { maxLength: 6 },
  )

/** What a desk is made of, with a moment to make it at. */
export const arbitraryDeskParts: fc.Arbitrary<{ parts: LogDeskParts; now: number }> = arbitraryNow.chain((now) =>
  fc
    .record({
      entries: arbitraryLog(now),
      attempts: arbitraryAttempts(now),
      plan: arbitraryPlan(now),
      zone: arbitraryZone,
    })
    .map(({ entries, attempts, plan, zone }) => ({
      now,
      parts: {
        items: SOME_ITEMS,
        entries,
        evidence: evidenceFrom(attempts),
        teacher: (exercise: string) => `${exercise.replace('ex-', '')}/b`,
        plan,
        zone,
      },
    })),
)

/** A desk with the moment that it was made at. */
export const arbitraryDesk = arbitraryDeskParts.map(({ parts, now }) => ({ ...deskFromLog(parts, now), parts, now }))
