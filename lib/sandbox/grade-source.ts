import type { Exercise } from '#lib/grading/exercise.ts'
import { didNotRun, grade } from '#lib/grading/grade.ts'
import type { Session } from '#lib/grading/runner.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import { type Compiled, compile } from './compile/compile.ts'
import { CompileError } from './compile/compile-error.ts'

/** Opens a session on a learner's code, wherever it runs. */
export type Open = (compiled: Compiled) => Promise<Session>

/** The whole way from a learner's source to the verdict: compile, run on the cases of a seed, judge. */
export async function gradeSource(exercise: Exercise, source: string, seed: number, open: Open): Promise<Verdict> {
  let compiled: Compiled
  try {
    compiled = compile(source)
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    const { message, place } = error
    return didNotRun(exercise, seed, { kind: 'compile', message, ...(place && { place }) })
  }
  const session = await open(compiled)
  try {
    return await grade(exercise, seed, session)
  } finally {
    session.close()
  }
}
