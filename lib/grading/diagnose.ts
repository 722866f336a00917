import { compareOutcomes } from './compare.ts'
import { type Case, EXACT, type Exercise, type Misconception, type Tolerance } from './exercise.ts'
import type { Outcome, ScriptResult } from './script.ts'
import { Unfit } from './unfit.ts'

/** A case with what was expected and what the learner's code gave. */
export interface Judged {
  readonly case: Case
  readonly expected: readonly Outcome[]
  readonly result: ScriptResult | undefined
  readonly failed: boolean
}

/**
 * The misconceptions whose outputs the learner's code gave, on every case.
 *
 * Named only when the evidence fits everything: each failing case equals what the misconception gives there, and no
 * case fails that it would pass. All that fit are named, since they cannot be told apart. Where none fits alone, two
 * together may: then every failing case equals one of the two, and both are needed.
 *
 * @returns none, one or several misconceptions; empty when nothing failed
 */
export function diagnose(exercise: Exercise, judged: readonly Judged[]): readonly Misconception[] {
  const failing = judged.filter((j) => j.failed)
  if (failing.length === 0) return []
  const suspects = exercise.misconceptions.flatMap(inEveryForm).map((m) => loaded(m, judged))
  const whole = suspects.filter(
    (m) => failing.every((j) => gives(m, j)) && failing.some((j) => fitsShapes(m, j)) && passesTheRest(m, judged),
  )
  if (whole.length > 0) return oncePerId(whole)
  const fits = new Map<Misconception, ReadonlySet<Judged>>()
  for (const m of suspects) {
    const matched = new Set(failing.filter((j) => gives(m, j) && fitsShapes(m, j)))
    if (matched.size > 0) fits.set(m, matched)
  }
  const unrefuted = new Map([...fits].filter(([m]) => passesTheRest(m, judged)))
  return oncePerId(pair(unrefuted, failing) ?? pair(fits, failing) ?? [])
}

const inEveryForm = (m: Misconception): readonly Misconception[] => [
  m,
  ...(m.forms ?? []).map((run) => ({ ...m, run })),
]

const oncePerId = (list: readonly Misconception[]): readonly Misconception[] =>
  list.filter((m, i) => list.findIndex(({ id }) => id === m.id) === i)

/**
 * Two misconceptions that explain every failing case between them, the pair with the largest parts first. Those that
 * no passing case speaks against are tried before all.
 */
function pair(
  fits: ReadonlyMap<Misconception, ReadonlySet<Judged>>,
  failing: readonly Judged[],
): readonly Misconception[] | undefined {
  const list = [...fits].sort((a, b) => b[1].size - a[1].size)
  for (const [a, mine] of list)
    for (const [b, theirs] of list)
      if (a !== b && theirs.size < failing.length && failing.every((j) => mine.has(j) || theirs.has(j))) return [a, b]
  return undefined
}

/** On the cases that the learner passed, the misconception must give what the learner gave too. */
const passesTheRest = (m: Misconception, judged: readonly Judged[]): boolean =>
  judged.every((j) => j.failed || gives(m, j))

/** A misconception whose state outlives a script is run on all cases in turn, as the learner's code was. */
function loaded(m: Misconception, judged: readonly Judged[]): Misconception {
  if (!m.load) return m
  const run = m.load()
  const would = new Map(judged.map((j) => [j.case.script, run(j.case.script)]))
  return { ...m, run: (script) => would.get(script) ?? m.run(script) }
}

/** Whether the learner's results on a case are those of the misconception. */
export function gives(m: Misconception, j: Judged, tolerance: Tolerance = j.case.tolerance): boolean {
  const would = m.run(j.case.script)
  const got = j.result?.steps ?? []
  if (would.some(isUnfit)) return j.failed
  if (got.length !== would.length) return false
  return would.every((w, i) => {
    const g = got[i]?.outcome
    if (!g) return false
    if (w.kind === 'returned' && w.value === undefined) {
      // the reference returns nothing here: any result does. A wrong answer that returns nothing is itself a mistake
      const e = j.expected[i]
      return e?.kind === 'returned' && e.value === undefined ? true : g.kind === 'returned' && g.value === undefined
    }
    return compareOutcomes(w, g, tolerance) === undefined
  })
}

const UNFIT = new Unfit().name
const isUnfit = (o: Outcome): boolean => o.kind === 'threw' && o.error === UNFIT
/** Where the shapes do not fit a misconception, any wrong result does: that alone is no evidence. */
const fitsShapes = (m: Misconception, j: Judged): boolean => !m.run(j.case.script).some(isUnfit)

/** Below this a learner's numbers are the reference's, whatever the order of operations. */
const SAME = 1e-9
const IDENTICAL: Tolerance = { atol: 1e-12, rtol: 1e-12 }
const DIFFERS: Tolerance = { atol: SAME, rtol: SAME }

/**
 * Misconceptions that hide within the tolerance (an epsilon in the softmax): the learner's outputs equal theirs to
 * 1e-12 on every case where they differ from the reference by more than 1e-9.
 *
 * Costs nothing for an answer that equals the reference to 1e-9, as a right one in double precision does.
 */
export function hiddenMisconceptions(exercise: Exercise, judged: readonly Judged[]): readonly Misconception[] {
  const off = judged.filter((j) => isOff(j))
  if (off.length === 0) return []
  return exercise.misconceptions.filter((m) => {
    const apart = judged.filter((j) => !allMatch(m.run(j.case.script), j.expected, DIFFERS))
    return apart.length > 0 && apart.every((j) => gives(m, j, j.case.tolerance === EXACT ? EXACT : IDENTICAL))
  })
}

function isOff(j: Judged): boolean {
  const got = (j.result?.steps ?? []).map((s) => s.outcome)
  return !allMatch(j.expected, got, DIFFERS)
}
const allMatch = (want: readonly Outcome[], got: readonly Outcome[], tolerance: Tolerance): boolean =>
  want.length === got.length && want.every((w, i) => matches(w, got[i], tolerance))
const matches = (w: Outcome, g: Outcome | undefined, tolerance: Tolerance): boolean =>
  g !== undefined && compareOutcomes(w, g, tolerance) === undefined
