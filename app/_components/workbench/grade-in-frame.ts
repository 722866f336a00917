import type { Exercise } from '#lib/grading/exercise.ts'
import { gradeWithCounterexample } from '#lib/grading/grade-with-counterexample.ts'
import type { Session } from '#lib/grading/runner.ts'
import type { BrowserVerdict } from '#lib/grading/verdict.ts'
import type { BrowserSandbox } from '#lib/sandbox/browser/browser-sandbox.ts'
import { confirmLimits } from '#lib/sandbox/browser/confirm-limits.ts'
import type { Compiled } from '#lib/sandbox/compile/compile.ts'
import { compileAnswer } from '#lib/sandbox/grade-source.ts'

export interface Graded {
  readonly exercise: Exercise
  readonly source: string
  readonly seed: number
  /** Aborted when the learner starts over: what runs in the frame is ended, and the promise is rejected. */
  readonly signal: AbortSignal
  /** Called once the code has compiled, before it runs. */
  readonly onCompiled: () => void
}

/** Compiles an answer, runs it in the sandboxed frame and looks at it closely. */
export async function gradeInFrame(
  sandbox: BrowserSandbox,
  { exercise, source, seed, signal, onCompiled }: Graded,
): Promise<BrowserVerdict> {
  const began = performance.now()
  const result = compileAnswer(exercise, source, seed)
  if (result.kind === 'verdict')
    return { ...result.verdict, traces: [], console: { lines: [], dropped: 0 }, ms: performance.now() - began }
  const { compiled } = result
  signal.throwIfAborted()
  onCompiled()
  const session = withQuickJs(await sandbox.open(compiled), compiled)
  const close = () => session.close()
  signal.addEventListener('abort', close)
  try {
    const verdict = await gradeWithCounterexample(exercise, seed, session, () => performance.now())
    return { ...verdict, ms: performance.now() - began }
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

/**
 * The frame's engine neither measures memory nor limits it: QuickJS does both, as on the server. It is loaded when it is
 * first needed.
 */
function withQuickJs(session: Session, compiled: Compiled): Session {
  const load = () => import('#lib/sandbox/browser/count-memory.ts')
  return {
    ...confirmLimits(session, compiled, async () => (await load()).openInQuickJs(compiled)),
    measureMemory: async (scripts, look) => (await load()).countMemory(compiled, scripts, look),
  }
}
