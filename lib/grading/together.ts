import { type Evidence, explains, hasNumbers, isUnrefuted, type Judged, type Suspicion, suspicion } from './evidence.ts'
import type { Departure, Exercise, Misconception } from './exercise.ts'

/** So many pairs are tried at most, those of the misconceptions' first forms before others. */
const PATIENCE = 4000

/**
 * Pairs of misconceptions that an answer shows both at once: one candidate's code with what is done otherwise in the
 * one and in the other gives every result of the learner's.
 *
 * Inputs that such a pair does not fit, and results without numbers (an error, NaN), prove little, since there are
 * thousands of pairs: more than half of the failing cases must be given exactly, and one of them with numbers.
 *
 * @returns the first pair that fits, and what may stand in place of one of the two, since it cannot be told apart
 */
export function together(exercise: Exercise, { failing, passing }: Evidence): readonly Misconception[] {
  if (!failing.some(hasNumbers)) return []
  const found: (readonly Misconception[])[] = []
  let patience = PATIENCE
  for (const pair of pairsOf(exercise)) {
    if (patience-- === 0) break
    if (explains(pair, failing) && proves(pair, failing) && isUnrefuted(pair, passing)) found.push(pair.of)
  }
  const [first = []] = found
  return found.filter((pair) => pair.some((m) => first.includes(m))).flat()
}

interface Part {
  readonly of: Misconception
  readonly it: Departure
}

function* pairsOf(exercise: Exercise): Generator<Suspicion> {
  const parts = inTurn(exercise.misconceptions.map((of) => (of.departures ?? []).map((it): Part => ({ of, it }))))
  for (const [j, b] of parts.entries())
    for (const a of parts.slice(0, j)) {
      const both = a.of === b.of ? undefined : merged(a.it, b.it)
      if (both) yield suspicion([a.of, b.of], a.it.run(both))
    }
}

/** The first of each list, then the second of each. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((l) => l.length))
  return Array.from({ length: longest }, (_, k) => lists.flatMap((l) => l.slice(k, k + 1))).flat()
}

/** @returns undefined where both do one step otherwise, and not in the same way */
function merged(a: Departure, b: Departure): Departure['steps'] | undefined {
  const clash = Object.keys(a.steps).some((step) => step in b.steps && a.steps[step] !== b.steps[step])
  if (clash || a.candidate !== b.candidate) return undefined
  return { ...a.steps, ...b.steps }
}

function proves(pair: Suspicion, failing: readonly Judged[]): boolean {
  const given = failing.filter((j) => pair.match(j) === 'gives')
  return 2 * given.length > failing.length && given.some(hasNumbers)
}
