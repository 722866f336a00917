import { examine } from '#lib/grading/examine.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import { didNotRun } from '#lib/grading/grade.ts'
import type { Session } from '#lib/grading/runner.ts'
import type { BrowserVerdict } from '#lib/grading/verdict.ts'
import type { BrowserSandbox } from '#lib/sandbox/browser/browser-sandbox.ts'
import { type Compiled, compile } from '#lib/sandbox/compile/compile.ts'
import { CompileError } from '#lib/sandbox/compile/compile-error.ts'

export interface Graded {
  readonly exercise: Exercise
  readonly source: string
  readonly seed: number
  /** Aborted when the learner starts over: what runs in the frame is ended, and the promise is rejected. */
  readonly signal: AbortSignal
}

/** Compiles an answer, runs it in the sandboxed frame and looks at it closely. */
export async function gradeInFrame(
  sandbox: BrowserSandbox,
  { exercise, source, seed, signal }: Graded,
): Promise<BrowserVerdict> {
  const began = performance.now()
  const compiled = compiledOrNot(source)
  if (compiled instanceof CompileError) {
    const { message, place } = compiled
    const verdict = didNotRun(exercise, seed, { kind: 'compile', message, ...(place && { place }) })
    return { ...verdict, traces: [], console: { lines: [], dropped: 0 }, ms: performance.now() - began }
  }
  const opened: Session[] = []
  const open = async (code: Compiled): Promise<Session> => {
    signal.throwIfAborted()
    const session = await sandbox.open(code)
    opened.push(session)
    return session
  }
  const closeAll = () => {
    for (const session of opened) session.close()
  }
  signal.addEventListener('abort', closeAll)
  try {
    const session = await open(compiled)
    const clock = () => performance.now()
    const verdict = await examine(exercise, seed, { session, traced: () => open(compiled.traced()), clock })
    return { ...verdict, ms: performance.now() - began }
  } finally {
    signal.removeEventListener('abort', closeAll)
    closeAll()
  }
}

function compiledOrNot(source: string): Compiled | CompileError {
  try {
    return compile(source)
  } catch (error) {
    if (error instanceof CompileError) return error
    throw error
  }
}
