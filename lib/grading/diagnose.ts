import { compareOutcomes } from './compare.ts'
import {
  type Evidence,
  evidenceOf,
  explains,
  hasNumbers,
  isUnrefuted,
  type Judged,
  matchOf,
  outcomesOf,
  type Suspicion,
  suspicion,
} from './evidence.ts'
import { EXACT, type Exercise, type Misconception, type Play, type Tolerance } from './exercise.ts'
import type { Outcome } from './script.ts'
import { together } from './together.ts'

export type { Judged } from './evidence.ts'

/**
 * The misconceptions whose outputs the learner's code gave, on every case.
 *
 * Named only when the evidence fits everything: each failing case equals what the misconception gives there, and no
 * case fails that it would pass. All that fit are named, since they cannot be told apart. Where none fits alone, two
 * may: both in the same code, or each on the failing cases that the other does not explain.
 *
 * @param pairs whether to look for two misconceptions at once too, which means trying all pairs
 * @returns none, one or several misconceptions; empty when nothing failed
 */
export function diagnose(
  exercise: Exercise,
  judged: readonly Judged[],
  { pairs = true }: { readonly pairs?: boolean } = {},
): readonly Misconception[] {
  const evidence = evidenceOf(judged)
  if (evidence.failing.length === 0) return []
  const suspicions = exercise.misconceptions.flatMap((m) => inEveryForm(m, judged))
  const alone = suspicions.filter((s) => explains(s, evidence.failing) && isUnrefuted(s, evidence.passing))
  if (alone.length > 0 || !pairs) return oncePerId(alone.flatMap(({ of }) => of))
  const both = together(exercise, evidence)
  return oncePerId(both.length > 0 ? both : (sharedOut(suspicions, evidence) ?? []))
}

const inEveryForm = (m: Misconception, judged: readonly Judged[]): readonly Suspicion[] => [
  suspicion([m], m.load ? loaded(m.load, judged) : m.run),
  ...(m.forms ?? []).map((run) => suspicion([m], run)),
  ...(m.formLoads ?? []).map((load) => suspicion([m], loaded(load, judged))),
]

/** A misconception whose state outlives a script is run on all cases in turn, as the learner's code was. */
function loaded(load: () => Play, judged: readonly Judged[]): Play {
  const run = load()
  const would = new Map(judged.map((j) => [j.case.script, run(j.case.script, outcomesOf(j))]))
  return (script) => would.get(script) ?? []
}

const oncePerId = (list: readonly Misconception[]): readonly Misconception[] =>
  list.filter((m, i) => list.findIndex(({ id }) => id === m.id) === i)

/**
 * Two misconceptions that explain every failing case between them, and that no passing case speaks against.
 * Each must give numbers somewhere: a NaN or an error looks the same whatever led to it.
 */
function sharedOut(suspicions: readonly Suspicion[], { failing, passing }: Evidence) {
  const shares = new Map<Suspicion, ReadonlySet<Judged>>()
  for (const s of suspicions) {
    const mine = new Set(failing.filter((j) => s.match(j) === 'gives'))
    if ([...mine].some(hasNumbers) && isUnrefuted(s, passing)) shares.set(s, mine)
  }
  return pair(shares, failing)
}

/** The pair with the largest shares first. */
function pair(
  shares: ReadonlyMap<Suspicion, ReadonlySet<Judged>>,
  failing: readonly Judged[],
): readonly Misconception[] | undefined {
  const list = [...shares].sort((a, b) => b[1].size - a[1].size)
  for (const [a, mine] of list)
    for (const [b, theirs] of list)
      if (a !== b && theirs.size < failing.length && failing.every((j) => mine.has(j) || theirs.has(j)))
        return [...a.of, ...b.of]
  return undefined
}

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
  if (judged.every((j) => !isOff(j))) return []
  return exercise.misconceptions.filter((m) => {
    let apart = false
    for (const j of judged) {
      const would = m.run(j.case.script, outcomesOf(j))
      if (allMatch(would, j.expected, DIFFERS)) continue
      apart = true
      if (matchOf(would, j, j.case.tolerance === EXACT ? EXACT : IDENTICAL) !== 'gives') return false
    }
    return apart
  })
}

const isOff = (j: Judged): boolean => !allMatch(j.expected, outcomesOf(j), DIFFERS)
const allMatch = (want: readonly Outcome[], got: readonly Outcome[], tolerance: Tolerance): boolean =>
  want.length === got.length && want.every((w, i) => matches(w, got[i], tolerance))
const matches = (w: Outcome, g: Outcome | undefined, tolerance: Tolerance): boolean =>
  g !== undefined && compareOutcomes(w, g, tolerance) === undefined
