import { getArgs, measureAxes, unwrapArg, withIntegers, withNumbers, withoutIndex } from './axes.ts'
import { compareScript } from './compare.ts'
import type { Difference } from './difference.ts'
import type { Exercise, Tolerance } from './exercise.ts'
import { Random } from './random.ts'
import type { Session } from './runner.ts'
import type { Script } from './script.ts'

/** Axes that count tokens keep this many, so that the triangle of a mask can be seen. */
const TOKENS = new Set(['n', 'nq', 'nk', 'nQ', 'nK', 'm'])
const MIN_TOKENS = 3
/** A difference that is smaller cannot be seen in a cell of two digits. */
export const MIN_VISIBLE_GAP = 0.02

/**
 * A smaller input on which the learner's code and the reference still differ.
 *
 * Greedy: of all cuts by one (an index of an axis, a step of a script, a smaller whole number) the first that still
 * fails is taken, as long as one does; then numbers are rounded. Candidates run in batches on the loaded code.
 *
 * @param late  asked between batches; true ends the search with the smallest script found so far
 * @returns the script itself when nothing smaller fails
 */
export async function shrink(
  exercise: Exercise,
  script: Script,
  tolerance: Tolerance,
  session: Session,
  late: () => boolean,
): Promise<Script> {
  const first = await doesStillFail(exercise, [script], tolerance, session, 0)
  if (first === undefined) return script
  const least = first.gap > MIN_VISIBLE_GAP ? MIN_VISIBLE_GAP : 0
  let best = script
  const accept = async (candidates: readonly Script[]): Promise<boolean> => {
    const legal = candidates.filter((c) => exercise.isValidInput(c))
    const smaller = legal.length > 0 ? await doesStillFail(exercise, legal, tolerance, session, least) : undefined
    if (!smaller) return false
    best = smaller.script
    return true
  }
  while (!late() && (await accept(listCuts(exercise, best)))) {
    // the next round starts from the smaller one
  }
  if (!late()) await accept(listSimpler(exercise, best))
  return best
}

/** The same shapes with numbers that a person can follow: small whole ones, else the old ones rounded. */
function listSimpler(exercise: Exercise, script: Script): Script[] {
  const keepLarge = (round: (x: number) => number) => (x: number) => (Math.abs(x) > 100 ? x : round(x))
  const drawn = [1, 2, 3].map((seed) => {
    const random = new Random(seed)
    return withNumbers(exercise, script, () => random.int(-2, 4))
  })
  const rounded = [
    (x: number) => Math.sign(x) * Math.min(4, Math.ceil(Math.abs(x))),
    (x: number) => Math.round(x),
    (x: number) => Math.round(x * 10) / 10,
  ].map((round) => withNumbers(exercise, script, keepLarge(round)))
  return [...drawn, ...rounded]
}

/** Everything that can be taken away at once, the largest cuts first. */
function listCuts(exercise: Exercise, script: Script): Script[] {
  const out: Script[] = []
  for (const [letter, length] of Object.entries(measureAxes(exercise, script))) {
    const least = TOKENS.has(letter) ? MIN_TOKENS : 1
    if (length <= least) continue
    const half = Array.from({ length: Math.floor((length - least) / 2) }).reduce<Script>(
      (s) => withoutIndex(exercise, s, letter, length),
      script,
    )
    if (half !== script) out.push(half)
    for (let i = length - 1; i >= 0; i--) out.push(withoutIndex(exercise, script, letter, i))
  }
  out.push(...dropSteps(script))
  for (const change of [(_x: number, least: number) => least, (x: number) => Math.floor(x / 2), (x: number) => x - 1]) {
    const smaller = withIntegers(exercise, script, change)
    if (JSON.stringify(smaller) !== JSON.stringify(script)) out.push(smaller)
  }
  return out
}

/** Scripts with one call fewer; an instance is made only if something is still done to it. */
function dropSteps(script: Script): Script[] {
  if (script.length < 3) return []
  return script.flatMap((step, i) => {
    if ('new' in step) {
      const rest = script.filter((s, j) => j !== i && !('on' in s && s.on === step.as))
      return rest.length > 1 && rest.length < script.length - 1 ? [rest] : []
    }
    const rest = script.filter((_, j) => j !== i)
    return rest.some((s) => 'get' in s || ('call' in s && getArgs(s).length > 0)) ? [rest] : []
  })
}

async function doesStillFail(
  exercise: Exercise,
  candidates: readonly Script[],
  tolerance: Tolerance,
  session: Session,
  least: number,
): Promise<{ script: Script; gap: number } | undefined> {
  const { results } = await session.run(candidates)
  for (const [i, script] of candidates.entries()) {
    const result = results[i]
    if (!result) break
    const expected = exercise.expected(
      script,
      result.steps.map((s) => s.outcome),
    )
    if (expected.some((e, k) => e.kind === 'threw' && !expectsError(script, k))) continue
    const d = compareScript(script, expected, result, tolerance)
    if (d && getGap(d) >= least) return { script, gap: getGap(d) }
  }
  return undefined
}

/** Whether the script itself asks for an error at this step. */
function expectsError(script: Script, step: number): boolean {
  const scriptStep = script[step]
  return scriptStep !== undefined && 'throws' in scriptStep && scriptStep.throws !== undefined
}

/** Whether each axis that counts tokens has at least three of them; true where there is no such axis. */
export function hasTriangle(exercise: Exercise, script: Script): boolean {
  return Object.entries(measureAxes(exercise, script)).every(([letter, n]) => !TOKENS.has(letter) || n >= MIN_TOKENS)
}

/** How large a difference is; Infinity where it is one of kind. */
export const getGap = (d: Difference): number => (d.kind === 'cells' ? d.gap : Number.POSITIVE_INFINITY)

/** How many numbers a script's arguments hold: cases with fewer are easier to follow. */
export function countNumbers(script: Script): number {
  const size = (v: unknown): number => (Array.isArray(v) ? v.reduce((s: number, x) => s + size(x), 0) : 1)
  return script.reduce((sum, step) => sum + 1 + getArgs(step).reduce<number>((s, a) => s + size(unwrapArg(a)), 0), 0)
}
