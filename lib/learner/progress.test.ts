import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEvidence } from '#lib/review/arbitrary-deck.ts'
import type { Database } from './database.ts'
import { computeLessonProgress, loadProgress } from './progress.ts'
import { reviewEvidence } from './review-evidence.ts'
import { recordSolutionReveal } from './solution-reveal.ts'
import { createLearner, createTemporaryDatabase, storeGradedAnswers } from './temporary-database.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
})
afterAll(() => close())

type Answer = Parameters<typeof storeGradedAnswers>[2][number]
const graded = (exercise: string, at: number, passed = false, exerciseVersion = 'v1'): Answer => ({
  exercise,
  at: new Date(at),
  outcome: passed ? 'passed' : 'failed',
  exerciseVersion,
})

/** A learner with these answers, who gave up exercises at these times. */
async function learnerWith(answers: readonly Answer[], reveals: readonly { exercise: string; at: number }[] = []) {
  const learnerId = await createLearner(db, crypto.randomUUID())
  await storeGradedAnswers(db, learnerId, answers)
  for (const { exercise, at } of reveals)
    await recordSolutionReveal(db, {
      id: crypto.randomUUID(),
      learnerId,
      exerciseId: exercise,
      gaveUp: true,
      revealedAt: new Date(at),
    })
  return learnerId
}
const progressAfter = async (...history: Parameters<typeof learnerWith>) =>
  loadProgress(db, await learnerWith(...history))

describe('progress', () => {
  test('of nobody is empty', async () => {
    expect(await progressAfter([])).toEqual({})
  })

  test('counts attempts, and takes time and version from the first pass', async () => {
    const answers = [graded('a', 1), graded('a', 2, true, 'v2'), graded('a', 3, true, 'v3'), graded('b', 4)]
    expect(await progressAfter(answers)).toEqual({
      a: { passed: true, attempts: 3, passedAt: 2, version: 'v2', assisted: false, givenUp: false },
      b: { passed: false, attempts: 1, assisted: false, givenUp: false },
    })
  })

  test('counts an answer that did not run, and not one that was not graded', async () => {
    const at = new Date(1)
    const answers: Answer[] = [
      { exercise: 'a', at, outcome: 'did-not-run' },
      { exercise: 'a', at, outcome: 'not-graded' },
      { exercise: 'b', at, outcome: 'not-graded' },
    ]
    expect(await progressAfter(answers)).toEqual({ a: { passed: false, attempts: 1, assisted: false, givenUp: false } })
  })

  test('is assisted when the solution was seen before the first pass, not after it', async () => {
    const answers = [graded('a', 5, true), graded('b', 5, true), graded('c', 5)]
    const givenUp = [
      { exercise: 'a', at: 4 },
      { exercise: 'b', at: 6 },
      { exercise: 'c', at: 4 },
    ]
    const progress = await progressAfter(answers, givenUp)
    expect([progress.a?.assisted, progress.b?.assisted, progress.c?.assisted]).toEqual([true, false, false])
  })

  test('knows an exercise that was given up and never tried', async () => {
    expect(await progressAfter([], [{ exercise: 'a', at: 1 }])).toEqual({
      a: { passed: false, attempts: 0, assisted: false, givenUp: true },
    })
  })

  test('and the review of someone with 5,000 answers can be read', async () => {
    const answers = Array.from({ length: 5000 }, (_, i) => graded(`ex-${i % 50}`, i + 1, i > 2500))
    const learnerId = await learnerWith(answers)
    expect((await loadProgress(db, learnerId))['ex-0']).toMatchObject({ passed: true, attempts: 100, passedAt: 2551 })
    expect((await reviewEvidence(db, learnerId, new Date(5000))).exercises).toHaveLength(50)
  })
})

test('what the database counts of answers is what counting them one by one gives', async () => {
  const exercise = fc.constantFrom('a', 'b')
  const at = fc.integer({ min: 1, max: 20 })
  const attempt = fc.record({
    exercise,
    at,
    passed: fc.boolean(),
    misconceptions: fc.subarray(['no-scale', 'no-mask']),
  })
  const byExercise = (a: { exercise: string }, b: { exercise: string }): number => (a.exercise < b.exercise ? -1 : 1)
  await fc.assert(
    fc.asyncProperty(
      fc.array(attempt, { maxLength: 12 }),
      fc.array(fc.record({ exercise, at }), { maxLength: 2 }),
      async (attempts, givenUp) => {
        const answers = attempts.map(
          ({ passed, misconceptions, ...answer }): Answer => ({
            ...graded(answer.exercise, answer.at, passed),
            misconceptions: passed ? [] : misconceptions,
          }),
        )
        const evidence = await reviewEvidence(db, await learnerWith(answers, givenUp), new Date(20))
        const expected = createEvidence(attempts, givenUp)
        const exercises = evidence.exercises
          .filter(({ attempts }) => attempts > 0)
          .map(({ exercise, attempts, firstPass, lastFailedAt }) => ({
            exercise,
            attempts,
            ...(firstPass && { firstPass }),
            ...(lastFailedAt !== undefined && { lastFailedAt }),
          }))
        expect(exercises.sort(byExercise)).toEqual([...expected.exercises].sort(byExercise))
        const key = (mistake: object): string => JSON.stringify(mistake)
        expect(evidence.mistakes.map(key).sort()).toEqual(expected.mistakes.map(key).sort())
      },
    ),
    { numRuns: 30 },
  )
})

test('a lesson is done when each of its exercises has been passed', async () => {
  const progress = await progressAfter([graded('a', 1, true), graded('b', 2)])
  expect(computeLessonProgress(['a', 'b'], progress)).toEqual({ done: false, passed: 1, total: 2 })
  expect(computeLessonProgress(['a'], progress)).toEqual({ done: true, passed: 1, total: 1 })
})
