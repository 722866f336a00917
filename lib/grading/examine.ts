import { counterexample } from './counterexample.ts'
import type { Exercise } from './exercise.ts'
import { failingCase, type JudgedCase } from './failing-case.ts'
import { gradeCases } from './grade.ts'
import type { Session } from './runner.ts'
import type { Script } from './script.ts'
import { shrink } from './shrink.ts'
import type { BrowserVerdict } from './verdict.ts'

export interface Examination {
  /** The learner's code, loaded to be counted. */
  readonly session: Session
  /** The same code, loaded anew to be traced. Closed by the caller, as `session` is. */
  readonly traced: () => Promise<Session>
  readonly clock: () => number
  /** Milliseconds that may go into shrinking. */
  readonly patience?: number
}

/**
 * Judges loaded code as the server does, and then looks closer, as only the browser does: shrinks the failing input and
 * traces what the code computed on it. A passing answer is traced on its first worked example.
 */
export async function examine(exercise: Exercise, seed: number, it: Examination): Promise<BrowserVerdict> {
  const began = it.clock()
  const { verdict, judged } = await gradeCases(exercise, seed, it.session)
  const done = (rest: Partial<BrowserVerdict>): BrowserVerdict => ({
    ...verdict,
    traces: [],
    console: { lines: [], dropped: 0 },
    ...rest,
    ms: it.clock() - began,
  })
  const failing = failingCase(exercise, judged)
  const subject = failing ?? judged[0]
  if (!subject || verdict.outcome === 'did-not-run') return done({})
  // what hung or filled the memory would do so again
  if (verdict.problem?.kind === 'deadline' || verdict.problem?.kind === 'memory') return done({})
  const script =
    failing && comparable(failing) && failing.case.group !== 'worked'
      ? await smallest(exercise, failing, it)
      : subject.case.script
  const session = await it.traced()
  const { results, traces: raw, console } = await session.run([script], { trace: true })
  const shown = counterexample(exercise, subject.case, script, results[0] ?? subject.result, raw)
  return done({ counterexample: shown.counterexample, traces: shown.traces, console })
}

/** Shrinking needs code that comes back: after an endless loop or a dead worker there is none. */
const comparable = (j: JudgedCase): boolean => j.difference !== undefined && j.difference.kind !== 'absent'

function smallest(exercise: Exercise, failing: JudgedCase, it: Examination): Promise<Script> {
  const end = it.clock() + (it.patience ?? 150)
  return shrink(exercise, failing.case.script, failing.case.tolerance, it.session, () => it.clock() > end)
}
