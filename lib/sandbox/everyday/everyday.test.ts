import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { findExerciseLocation, listExerciseLocations } from '#lib/authoring/grade-exercises.ts'
import { loadExercise } from '#lib/course/load-exercise.ts'
import { compile } from '../compile/compile.ts'
import { CompileError } from '../compile/compile-error.ts'
import { gradeSource, type OpenSession } from '../grade-source.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../server/engine.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { everydayPrograms } from './corpus.ts'

let quickJs: QuickJsSandbox
beforeAll(async () => {
  quickJs = await QuickJsSandbox.boot(loadQuickJs())
})
const places = await listExerciseLocations(path.resolve('content/lessons'))
const SECONDS = 110

const inQuickJs: OpenSession = (compiled) => quickJs.open(compiled, SECONDS)
/** Counts memory in QuickJS, as a browser does. */
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

test('there are more than a hundred programs, each with a name of its own', () => {
  expect(new Set(everydayPrograms.map(({ exercise, name }) => `${exercise}: ${name}`)).size).toBe(
    everydayPrograms.length,
  )
  expect(everydayPrograms.length).toBeGreaterThan(100)
})

test.each(everydayPrograms)('$exercise: $name: both sandboxes say the same', async ({ exercise: id, source }) => {
  const exercise = await loadExercise(findExerciseLocation(places, id).lesson, id)
  const seed = 7
  const verdicts = [
    await gradeSource(exercise, source, seed, inV8),
    await gradeSource(exercise, source, seed, inQuickJs),
  ]
  expect(verdicts[0]).toEqual(verdicts[1])
  expect(await runTraced(source, inV8)).toEqual(await runTraced(source, inQuickJs))

  async function runTraced(text: string, open: OpenSession) {
    try {
      const running = await open(compile(text))
      const [first] = exercise.cases(seed)
      const run = await running.run([first?.script ?? []], { trace: true })
      running.close()
      const outcomes = run.results.map(({ steps }) => steps.map(({ outcome }) => outcome))
      return { outcomes, problem: run.problem, console: run.console }
    } catch (error) {
      if (error instanceof CompileError) return error.message
      throw error
    }
  }
})
