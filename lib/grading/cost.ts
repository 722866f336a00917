import type { CostRule, Exercise, TestCase } from './exercise.ts'
import { Random } from './random.ts'
import type { ScriptResult, StepResult } from './script.ts'
import type { Cost } from './verdict.ts'

/** An input on which work or memory is measured: a normal test case with a size. */
export interface SizedCase extends TestCase {
  readonly size: number
}

/**
 * Draws the inputs on which work is counted, one per size. The sizes come from the seed, so that no code can be written
 * for them: they are near those of the rule, pairwise coprime, and one of them is even. Results on these inputs are
 * compared with the reference like any other.
 */
export function createCostCases(exercise: Exercise, seed: number): readonly SizedCase[] {
  const { cost, tolerance } = exercise
  if (!cost) return []
  const random = new Random(seed ^ 0x5bd1e995)
  return drawSizes(cost.sizes, random).map((size) => ({
    group: 'special',
    label: `${cost.size} ${count(size)}`,
    script: cost.script(size, random),
    tolerance,
    drawn: true,
    size,
  }))
}

/** Draws sizes near [n, 2n, 4n]: the first up to 1/4 larger, the second up to 1/8 off, the third up to 1/8 smaller. */
function drawSizes([small, middle, large]: CostRule['sizes'], random: Random): readonly number[] {
  const draw = (): [number, number, number] => [
    random.int(small, Math.floor(small * 1.25)),
    random.int(Math.ceil(middle * 0.875), Math.floor(middle * 1.125)),
    random.int(Math.ceil(large * 0.875), large),
  ]
  for (let i = 0; i < MAX_DRAWS; i++) {
    const [a, b, c] = draw()
    const areCoprime = gcd(a, b) === 1 && gcd(b, c) === 1 && gcd(a, c) === 1
    if (areCoprime && (a * b * c) % 2 === 0) return [a, b, c]
  }
  return [small, middle + 1, large] // the sizes are too small to leave a choice
}
const MAX_DRAWS = 200
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** An answer may take this many times the solution’s work, because another style may take a few times as much. */
export const CEILING_FACTOR = 6

/**
 * Judges how the counted work grows, and how much it is: compares the largest exponent log(W₂/W₁) / log(n₂/n₁) of
 * neighboring sizes with the rule’s limit, and every count with a multiple of the solution’s.
 *
 * If a rule measures only the last steps of a script, no earlier step may exceed the limit for all of those together:
 * otherwise an answer could do the work ahead of time.
 *
 * @returns undefined when a script did not run to its end
 */
export function judgeCost(
  rule: CostRule,
  cases: readonly SizedCase[],
  results: readonly ScriptResult[],
): Cost | undefined {
  const work: number[] = []
  const mostOfAStep: number[] = []
  for (const [i, { script }] of cases.entries()) {
    const steps = results[i]?.steps
    if (!steps || steps.length < script.length) return undefined
    work.push(sumWork(rule.measured === undefined ? steps : steps.slice(-rule.measured)))
    mostOfAStep.push(steps.reduce((most, step) => Math.max(most, step.work), 0))
  }
  const sizes = cases.map(({ size }) => size)
  const { exponent } = findSteepest(sizes, work)
  const { maxExponent, solutionWork } = rule
  const maxWork = solutionWork && sizes.map((n) => Math.ceil(CEILING_FACTOR * solutionWork(n)))
  const isWithinCeiling =
    !maxWork || maxWork.every((most, i) => (work[i] ?? 0) <= most && (mostOfAStep[i] ?? 0) <= most)
  return {
    graded: maxExponent !== undefined,
    passed: maxExponent === undefined || (exponent <= maxExponent && isWithinCeiling),
    sizes,
    // show the learner the count that decided
    work: work.map((w, i) => (maxWork && (mostOfAStep[i] ?? 0) > (maxWork[i] ?? 0) ? (mostOfAStep[i] ?? w) : w)),
    exponent,
    ...(maxExponent !== undefined && { maxExponent }),
    ...(maxWork && { maxWork }),
    subject: rule.subject,
    size: rule.size,
    target: rule.target,
  }
}

const sumWork = (steps: readonly StepResult[]): number => steps.reduce((sum, { work }) => sum + work, 0)

/** Finds the neighboring sizes between which the work grows most. `at` is the index of the larger one. */
function findSteepest(sizes: readonly number[], work: readonly number[]): { exponent: number; at: number } {
  let steepest = { exponent: Number.NEGATIVE_INFINITY, at: sizes.length - 1 }
  for (let at = 1; at < sizes.length; at++) {
    const growthOfWork = Math.log(Math.max(work[at] ?? 0, 1) / Math.max(work[at - 1] ?? 0, 1))
    const exponent = growthOfWork / Math.log((sizes[at] ?? 1) / (sizes[at - 1] ?? 1))
    if (exponent >= steepest.exponent) steepest = { exponent, at }
  }
  return steepest
}

/** Finds the first size at which the work exceeds the rule’s ceiling. */
function findExcess({ sizes, work, maxWork }: Cost) {
  const i = maxWork?.findIndex((most, at) => (work[at] ?? 0) > most) ?? -1
  return i < 0 ? undefined : { size: sizes[i] ?? 0, work: work[i] ?? 0, usual: (maxWork?.[i] ?? 0) / CEILING_FACTOR }
}

/**
 * Says how the work grows: “4,096 units of work at length 64, 16,384 at 128: your step grows with n². A cached step
 * grows with n.” If the growth is fine, says at which size the work is too much.
 */
export function describeCost(cost: Cost): string {
  const excess = findExcess(cost)
  if (excess && cost.exponent <= (cost.maxExponent ?? Number.POSITIVE_INFINITY))
    return `${count(excess.work)} units of work at ${cost.size} ${count(excess.size)}, where about ${count(Math.round(excess.usual))} are enough. ${cost.target}`
  const { at } = findSteepest(cost.sizes, cost.work)
  const [n1 = 0, n2 = 0] = cost.sizes.slice(at - 1)
  const [w1 = 0, w2 = 0] = cost.work.slice(at - 1)
  const counts = `${count(w1)} units of work at ${cost.size} ${count(n1)}, ${count(w2)} at ${count(n2)}`
  return `${counts}: ${cost.subject} ${describeGrowth(cost.exponent)}. ${cost.target}`
}

/** Describes in a few words why the cost check failed: “grows with n²”, “512,000 units at length 61”. */
export function describeCostBriefly(cost: Cost): string {
  const excess = findExcess(cost)
  return excess && cost.exponent <= (cost.maxExponent ?? Number.POSITIVE_INFINITY)
    ? `${count(excess.work)} units at ${cost.size} ${count(excess.size)}`
    : describeGrowth(cost.exponent)
}

/** “grows with n²”, “does not grow with n”, “grows with n^1.5”. */
export function describeGrowth(exponent: number): string {
  if (exponent < 0.15) return 'does not grow with n'
  if (Math.abs(exponent - 1) <= 0.2) return 'grows with n'
  if (Math.abs(exponent - 2) <= 0.25) return 'grows with n²'
  if (Math.abs(exponent - 3) <= 0.3) return 'grows with n³'
  return `grows with n to the power of ${exponent.toFixed(1)}`
}

const count = (n: number): string => n.toLocaleString('en-US')
