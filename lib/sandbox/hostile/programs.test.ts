import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findExerciseLocation, listExerciseLocations } from '#lib/authoring/grade-exercises.ts'
import { loadExercise } from '#lib/course/load-exercise.ts'
import { gradeSource, type OpenSession } from '../grade-source.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../server/engine.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { hostilePrograms } from './programs.ts'

let quickJs: QuickJsSandbox
beforeAll(async () => {
  quickJs = await QuickJsSandbox.boot(loadQuickJs())
})
const places = await listExerciseLocations(path.resolve('content/lessons'))
/** What fills a deadline does so in a worker of the pool (pool-hostile.test.ts) and in a browser (hostile.spec.ts). */
const STALLS = /starve-(class-field-loop|compile)/

/** Far beyond what any of them takes: a busy machine must not end a run whose reason the test asks for. */
const SECONDS = 110

const inQuickJs: OpenSession = (compiled) => quickJs.open(compiled, SECONDS)
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

describe.each([
  ['QuickJS', inQuickJs],
  ['V8', inV8],
] as const)('in %s', (_, open) => {
  test.each(hostilePrograms.filter(({ name }) => !STALLS.test(name)))(
    '$name is rejected, and its author is told why',
    async ({ exercise: id, source }) => {
      const exercise = await loadExercise(findExerciseLocation(places, id).lesson, id)
      for (const seed of [1, 2, 3]) {
        const verdict = await gradeSource(exercise, source, seed, open)
        expect(verdict.outcome).toMatch(/^(failed|did-not-run)$/)
        expect(`${verdict.headline} ${verdict.difference ?? ''}`).not.toMatch(/our fault|could not|took too long/)
        expect(verdict.difference ?? verdict.misconceptions[0]).toBeTruthy()
      }
    },
  )
})
