import { compareOutcomes } from './compare.ts'
import type { Case, Misconception, Play, Tolerance } from './exercise.ts'
import type { Outcome, ScriptResult } from './script.ts'
import { scriptSize } from './shrink.ts'
import { Unfit } from './unfit.ts'
import type { Given } from './value.ts'

/** A case with what was expected and what the learner's code gave. */
export interface Judged {
  readonly case: Case
  readonly expected: readonly Outcome[]
  readonly result: ScriptResult | undefined
  readonly failed: boolean
}

/** What speaks for a suspicion and what against it. */
export interface Evidence {
  /** The smallest first, since most suspicions end at the first one. */
  readonly failing: readonly Judged[]
  readonly passing: readonly Judged[]
}

export function evidenceOf(judged: readonly Judged[]): Evidence {
  const failing = judged.filter((j) => j.failed)
  const size = new Map(failing.map((j) => [j, scriptSize(j.case.script)]))
  return {
    failing: failing.sort((a, b) => (size.get(a) ?? 0) - (size.get(b) ?? 0)),
    passing: judged.filter((j) => !j.failed),
  }
}

/** One misconception in one of its forms, or several that come together, as something to be compared with results. */
export interface Suspicion {
  readonly of: readonly Misconception[]
  readonly match: (j: Judged) => Match
}
/** `unfit`: the shapes do not fit the misconception, so that any wrong result may come of it. */
export type Match = 'gives' | 'unfit' | 'differs'

/** Compares each case once. */
export function suspicion(of: readonly Misconception[], run: Play): Suspicion {
  const known = new Map<Judged, Match>()
  return {
    of,
    match(j) {
      const found = known.get(j) ?? matchOf(run(j.case.script, outcomesOf(j)), j, j.case.tolerance)
      known.set(j, found)
      return found
    },
  }
}

/** Each failing case is what the suspicion gives or an input that it does not fit, and at least one is the former. */
export const explains = ({ match }: Suspicion, failing: readonly Judged[]): boolean =>
  failing.every((j) => match(j) !== 'differs') && failing.some((j) => match(j) === 'gives')

/** On the cases that the learner passed, the suspicion gives what the learner gave too, or may by luck. */
export const isUnrefuted = ({ match }: Suspicion, passing: readonly Judged[]): boolean =>
  passing.every((j) => match(j) !== 'differs')

/** What the learner's code gave on a case. */
export const outcomesOf = ({ result }: Pick<Judged, 'result'>): readonly Outcome[] =>
  (result?.steps ?? []).map((s) => s.outcome)

/** How the learner's results on a case compare with what a misconception would give. */
export function matchOf(would: readonly Outcome[], j: Judged, tolerance: Tolerance): Match {
  const unfit = would.find(isUnfit)
  if (unfit) return j.failed || unfit.message === OR_RIGHT ? 'unfit' : 'differs'
  const got = j.result?.steps ?? []
  const near = j.failed ? { atol: NEAR * tolerance.atol, rtol: NEAR * tolerance.rtol } : tolerance
  const same = got.length === would.length && would.every((w, i) => sameStep(w, got[i]?.outcome, j, i, near))
  return same ? 'gives' : 'differs'
}

/**
 * A wrong result may be further from a misconception's than a right one from the reference: where a mistake makes the
 * numbers larger (scores that are not scaled), single precision is coarser.
 */
const NEAR = 16

function sameStep(w: Outcome, g: Outcome | undefined, j: Judged, i: number, tolerance: Tolerance): boolean {
  if (!g) return false
  if (w.kind !== 'returned' || w.value !== undefined) return compareOutcomes(w, g, tolerance) === undefined
  // the reference returns nothing here: any result does. A wrong answer that returns nothing is itself a mistake
  const e = j.expected[i]
  if (e?.kind === 'returned' && e.value === undefined) return true
  return g.kind === 'returned' && g.value === undefined
}

const UNFIT = new Unfit().name
const OR_RIGHT = new Unfit('or right').message
const isUnfit = (o: Outcome): o is Extract<Outcome, { kind: 'threw' }> => o.kind === 'threw' && o.error === UNFIT

/** Whether the learner's code gave nothing but finite numbers (or masks, or text) on a case. */
export const hasNumbers = (j: Judged): boolean =>
  outcomesOf(j).every((o) => o.kind === 'returned' && allFinite(o.value))

function allFinite(value: Given): boolean {
  if (Array.isArray(value)) return value.every(allFinite)
  if (value !== null && typeof value === 'object') return Object.values(value).every(allFinite)
  return typeof value !== 'number' || Number.isFinite(value)
}
