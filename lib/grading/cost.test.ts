import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCostCases, describeCost, describeCostBriefly, judgeCost, type SizedCase } from './cost.ts'
import type { CostRule, Exercise } from './exercise.ts'
import type { ScriptResult } from './script.ts'

const rule: CostRule = {
  sizes: [32, 64, 128],
  script: (n) => [{ call: 'f', args: [n] }],
  maxExponent: 1.35,
  solutionWork: (n) => 10 * n,
  subject: 'your step',
  size: 'length',
  target: 'A cached step grows with n.',
}
const exercise = { id: 'x', cost: rule, tolerance: { atol: 0, rtol: 0 } } as unknown as Exercise

const results = (cases: readonly SizedCase[], work: (n: number) => number): ScriptResult[] =>
  cases.map(({ size }) => ({ steps: [{ outcome: { kind: 'returned', value: 0 }, work: work(size) }] }))
const judge = (seed: number, work: (n: number) => number) => {
  const cases = createCostCases(exercise, seed)
  const cost = judgeCost(rule, cases, results(cases, work))
  if (!cost) throw new Error('there is no judgement')
  return cost
}
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

describe('the sizes', () => {
  test('come from the seed, near those of the rule and never above', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [a = 0, b = 0, c = 0] = createCostCases(exercise, seed).map(({ size }) => size)
        expect(a).toBeGreaterThanOrEqual(32)
        expect(b / a).toBeGreaterThan(1.3)
        expect(c / b).toBeGreaterThan(1.3)
        expect(c).toBeLessThanOrEqual(128)
      }),
    )
  })
  test('share no divisor, and one is even: no remainder of a length gives them away', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 16 }), (seed, divisor) => {
        const sizes = createCostCases(exercise, seed).map(({ size }) => size)
        expect(sizes.filter((n) => n % divisor === 0).length).toBeLessThanOrEqual(1)
        expect(sizes.filter((n) => n % 2 === 0).length).toBe(1)
      }),
    )
  })
  test('are another set for another seed', () => {
    const sets = new Set(
      Array.from({ length: 50 }, (_, seed) =>
        createCostCases(exercise, seed)
          .map((c) => c.size)
          .join(),
      ),
    )
    expect(sets.size).toBeGreaterThan(40)
  })
})

describe('judging', () => {
  test('what is within a few times the solution’s work and grows as it should passes', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.5, max: 5, noNaN: true }), (seed, factor) => {
        expect(judge(seed, (n) => Math.round(10 * n * factor)).passed).toBe(true)
      }),
    )
  })
  test('work that grows with n² fails at any constant', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.05, max: 20, noNaN: true }), (seed, factor) => {
        expect(judge(seed, (n) => Math.round(n * n * factor)).passed).toBe(false)
      }),
    )
  })
  test('waste at one size only fails, whichever it is', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 2 }), (seed, i) => {
        const at = createCostCases(exercise, seed)[i]?.size
        expect(judge(seed, (n) => 10 * n + (n === at ? 100_000 : 0)).passed).toBe(false)
      }),
    )
  })
  test('the same waste at every size fails, and the sentence says how much is enough', () => {
    const cost = judge(1, (n) => 10 * n + 500_000)
    expect(cost.passed).toBe(false)
    expect(describeCostBriefly(cost)).toMatch(/^500,\d\d\d units at length \d\d$/)
    expect(describeCost(cost)).toMatch(
      /^500,\d\d\d units of work at length \d\d, where about \d\d\d are enough\. A cached step grows with n\.$/,
    )
  })
  test('work that is done ahead of the measured steps counts', () => {
    const measured: CostRule = { ...rule, measured: 1 }
    const cases = createCostCases(exercise, 1).map((c) => ({ ...c, script: [...c.script, ...c.script] }))
    const ahead = cases.map(({ size }): ScriptResult => {
      const step = (work: number) => ({ outcome: { kind: 'returned', value: 0 } as const, work })
      return { steps: [step(size ** 2 * 10), step(10 * size)] }
    })
    expect(judgeCost(measured, cases, ahead)).toMatchObject({ passed: false })
  })
  test('a script that did not end is not judged', () => {
    const cases = createCostCases(exercise, 1)
    expect(judgeCost(rule, cases, results(cases, () => 1).slice(0, 2))).toBeUndefined()
  })
  test('the sentence names the two sizes between which the work grows most', () => {
    const cost = judge(1, (n) => n * n)
    const [, , last] = cost.sizes
    expect(describeCost(cost)).toContain(`at ${last}: your step grows with n².`)
  })
})
