import type { Exercise } from '#lib/grading/exercise.ts'
import { createDidNotRun, grade } from '#lib/grading/grade.ts'
import type { Session } from '#lib/grading/runner.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import { type Compiled, compile } from './compile/compile.ts'
import { CompileError } from './compile/compile-error.ts'

/** Opens a session on a learner's code, wherever it runs. */
export type OpenSession = (compiled: Compiled) => Promise<Session>

/** The compiled answer, or the verdict that says why it doesn’t compile. */
export type CompileResult =
  | { readonly kind: 'compiled'; readonly compiled: Compiled }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }

/** Compiles an answer. */
export function compileAnswer(exercise: Exercise, source: string, seed: number): CompileResult {
  try {
    return { kind: 'compiled', compiled: compile(source) }
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    const { message, position } = error
    const verdict = createDidNotRun(exercise, seed, { kind: 'compile', message, ...(position && { place: position }) })
    return { kind: 'verdict', verdict }
  }
}

/** The whole way from a learner's source to the verdict: compile, run on the cases of a seed, judge. */
export async function gradeSource(
  exercise: Exercise,
  source: string,
  seed: number,
  open: OpenSession,
): Promise<Verdict> {
  const result = compileAnswer(exercise, source, seed)
  if (result.kind === 'verdict') return result.verdict
  const session = await open(result.compiled)
  try {
    return await grade(exercise, seed, session)
  } finally {
    session.close()
  }
}
