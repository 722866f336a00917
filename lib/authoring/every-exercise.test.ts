import { randomInt } from 'node:crypto'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { BlockAllocator } from '#lib/attention/block-allocator.ts'
import { loadExercise } from '#lib/course/load-exercise.ts'
import { grade } from '#lib/grading/grade.ts'
import { createTrustedSession } from '#lib/grading/trusted-session.ts'
import type { OpenSession } from '#lib/sandbox/grade-source.ts'
import { QuickJsSandbox } from '#lib/sandbox/quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '#lib/sandbox/server/engine.ts'
import { session } from '#lib/sandbox/session.ts'
import { v8Realm } from '#lib/sandbox/v8-realm.ts'
import { type CheckedAnswer, checkExercise, formatAnswer } from './check-exercise.ts'
import { listExerciseLocations } from './grade-exercises.ts'

const lessons = path.resolve('content/lessons')
const exercises = (await listExerciseLocations(lessons)).map(({ lesson, id }) => ({
  lesson,
  id,
  folder: path.join(lessons, lesson, 'exercises', id),
}))

let quickJs: QuickJsSandbox
beforeAll(async () => {
  quickJs = await QuickJsSandbox.boot(loadQuickJs())
})
/** Far beyond what any answer takes: a busy machine must not end a run that should pass. */
const SECONDS = 110

const inQuickJs: OpenSession = (compiled) => quickJs.open(compiled, SECONDS)
/** As in the browser: QuickJS counts memory, where that is asked. */
const inV8: OpenSession = async (compiled) => ({
  ...session(compiled, v8Realm()),
  async measureMemory(scripts, sampling) {
    const counting = await quickJs.open(compiled, SECONDS)
    const run = await counting.measureMemory?.(scripts, sampling)
    counting.close()
    if (!run) throw new Error('QuickJS does not count')
    return run
  },
})

test('an exercise with several right answers follows the engine’s own choice', async () => {
  const exercise = await loadExercise('paged-attention', 'block-allocator')
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
    expect(await grade(exercise, seed, createTrustedSession(BlockAllocator))).toMatchObject({ outcome: 'passed' })
})

test('there are exercises', () => expect(exercises.length).toBeGreaterThan(10))

/** Drawn for each run, so that no answer is right for one seed alone. EXERCISE_SEED repeats a run. */
const seed = Number(process.env.EXERCISE_SEED) || randomInt(1, 2 ** 31)
console.log(`every-exercise.test.ts: EXERCISE_SEED=${seed}`)

describe.each(exercises)('$lesson/$id', ({ lesson, id, folder }) => {
  test(`accepts what is right, rejects and names what is wrong, alike in both engines (seed ${seed})`, async () => {
    const exercise = await loadExercise(lesson, id)
    const here = await checkExercise(exercise, folder, seed, inQuickJs)
    expect(here.findings).toEqual([])
    const there = await checkExercise(exercise, folder, seed, inV8, false)
    const own = here.answers.filter(({ isTried }) => !isTried)
    const comparable = (answers: readonly CheckedAnswer[]) =>
      answers.map(({ verdict: v, ...answer }) => ({
        answer: formatAnswer(answer),
        outcome: v.outcome,
        headline: v.headline,
        checks: v.checks,
        misconceptions: v.misconceptions.map((m) => m.id),
        // how often a built-in calls back (a sort's comparator) is the engine's own affair
        work: answer.source.includes('.sort(') ? 0 : v.work,
      }))
    expect(comparable(there.answers)).toEqual(comparable(own))
  })
})
