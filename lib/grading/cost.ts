import type { CostRule, Exercise } from './exercise.ts'
import { Random } from './random.ts'
import type { Script, ScriptResult } from './script.ts'
import type { Cost } from './verdict.ts'

/** The inputs on which work is counted, one for each size of the rule. */
export function costScripts(exercise: Exercise, seed: number): readonly Script[] {
  const { cost } = exercise
  if (!cost) return []
  const random = new Random(seed ^ 0x5bd1e995)
  return cost.sizes.map((n) => cost.script(n, random))
}

/**
 * How the counted work grows: the exponent log₂(W(4n)/W(2n)) against the rule's limit.
 *
 * @returns undefined when a script did not run to its end
 */
export function judgeCost(
  rule: CostRule,
  scripts: readonly Script[],
  results: readonly ScriptResult[],
): Cost | undefined {
  const work: number[] = []
  for (const [i, script] of scripts.entries()) {
    const steps = results[i]?.steps
    if (!steps || steps.length < script.length) return undefined
    const counted = rule.measured === undefined ? steps : steps.slice(-rule.measured)
    work.push(counted.reduce((sum, s) => sum + s.work, 0))
  }
  const [, middle = 0, large = 0] = work
  const exponent = Math.log2(Math.max(large, 1) / Math.max(middle, 1))
  const { maxExponent } = rule
  return {
    graded: maxExponent !== undefined,
    passed: maxExponent === undefined || exponent <= maxExponent,
    sizes: [...rule.sizes],
    work,
    exponent,
    ...(maxExponent !== undefined && { maxExponent }),
    subject: rule.subject,
    size: rule.size,
    target: rule.target,
  }
}

/** “4,096 units of work at length 64, 16,384 at 128: your step grows with n². A cached step grows with n.” */
export function costSentence(cost: Cost): string {
  const [, n2 = 0, n4 = 0] = cost.sizes
  const [, w2 = 0, w4 = 0] = cost.work
  const counts = `${count(w2)} units of work at ${cost.size} ${count(n2)}, ${count(w4)} at ${count(n4)}`
  return `${counts}: ${cost.subject} ${growth(cost.exponent)}. ${cost.target}`
}

/** “grows with n²”, “does not grow with n”, “grows with n^1.5”. */
export function growth(exponent: number): string {
  if (exponent < 0.15) return 'does not grow with n'
  if (Math.abs(exponent - 1) <= 0.2) return 'grows with n'
  if (Math.abs(exponent - 2) <= 0.25) return 'grows with n²'
  if (Math.abs(exponent - 3) <= 0.3) return 'grows with n³'
  return `grows with n to the power of ${exponent.toFixed(1)}`
}

const count = (n: number): string => n.toLocaleString('en-US')
