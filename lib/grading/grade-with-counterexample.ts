import { createCounterexample } from './counterexample.ts'
import type { Exercise } from './exercise.ts'
import { type ComparedCase, findFailingCase } from './find-failing-case.ts'
import { gradeCases } from './grade.ts'
import type { Session } from './runner.ts'
import type { Script } from './script.ts'
import { shrink } from './shrink.ts'
import type { BrowserVerdict } from './verdict.ts'

/** Milliseconds that may go into shrinking. */
const SHRINK_BUDGET_MS = 150

/**
 * Judges loaded code as the server does, and then looks closer, as only the browser does: shrinks the failing input and
 * traces what the code computed on it. A passing answer is traced on its first worked example.
 *
 * @param clock  milliseconds, from anywhere
 */
export async function gradeWithCounterexample(
  exercise: Exercise,
  seed: number,
  session: Session,
  clock: () => number,
): Promise<BrowserVerdict> {
  const began = clock()
  const { verdict, caseResults } = await gradeCases(exercise, seed, session)
  const done = (rest: Partial<BrowserVerdict>): BrowserVerdict => ({
    ...verdict,
    traces: [],
    console: { lines: [], dropped: 0 },
    ...rest,
    ms: clock() - began,
  })
  const failing = findFailingCase(exercise, caseResults)
  const subject = failing ?? caseResults[0]
  if (!subject || verdict.outcome === 'did-not-run') return done({})
  // what hung or filled the memory would do so again
  if (verdict.problem?.kind === 'deadline' || verdict.problem?.kind === 'memory') return done({})
  const script =
    failing && comparable(failing) && failing.case.group !== 'worked'
      ? await smallest(exercise, failing, session, clock)
      : subject.case.script
  const { results, traces: raw, console } = await session.run([script], { trace: true })
  const counterexample = createCounterexample(exercise, subject.case, script, results[0] ?? subject.result, raw)
  return done({ counterexample: counterexample.counterexample, traces: counterexample.traces, console })
}

/** Shrinking needs code that comes back: after an endless loop or a dead worker there is none. */
const comparable = (caseResult: ComparedCase): boolean =>
  caseResult.difference !== undefined && caseResult.difference.kind !== 'absent'

function smallest(exercise: Exercise, failing: ComparedCase, session: Session, clock: () => number): Promise<Script> {
  const end = clock() + SHRINK_BUDGET_MS
  return shrink(exercise, failing.case.script, failing.case.tolerance, session, () => clock() > end)
}
