import { describe, expect, test } from 'vitest'
import type { Counterexample } from '#lib/grading/verdict.ts'
import { type ComparedStep, compareSteps, isDifferent, shouldStack } from './compared-steps.ts'

const EXACT = { atol: 0, rtol: 0 }
const base: Counterexample = { label: '', group: 'worked', size: '', inputs: [], calls: [], steps: [] }
const output = { name: 'output', how: 'weights · V', scale: 'signed', expected: [[1], [2]] } as const

describe('the steps to draw', () => {
  test('are the result alone where the exercise has none, with the cells that differ', () => {
    const mask = (rows: boolean[][]) => ({ kind: 'mask', rows, vector: false }) as const
    const steps = compareSteps({ ...base, yours: mask([[true, true]]), expected: mask([[true, false]]) }, EXACT)
    expect(steps).toEqual([
      {
        name: 'output',
        how: 'what your code returned',
        scale: 'mask',
        yours: [[true, true]],
        expected: [[true, false]],
        wrong: [[false, true]],
      },
    ])
  })

  test('show a result of another shape as it is', () => {
    const yours: Counterexample['yours'] = { kind: 'matrix', rows: [[1, 2, 3]], vector: false }
    const [step] = compareSteps({ ...base, yours, steps: [{ ...output, expected: [[1], [2]] }] }, EXACT)
    expect(step).toMatchObject({ yours: [[1, 2, 3]], expected: [[1], [2]] })
  })

  test('are none where a matrix would say nothing', () => {
    expect(compareSteps({ ...base, yours: { kind: 'text', text: 'undefined' } }, EXACT)).toEqual([])
  })
})

describe('an input', () => {
  test('shows a difference in a step, in a call, or in the result', () => {
    expect(isDifferent({ ...base, steps: [{ ...output, expected: [[1]], yours: [[2]], wrong: [[true]] }] })).toBe(true)
    expect(isDifferent({ ...base, calls: [{ code: 'a.length', wrong: true }] })).toBe(true)
    expect(isDifferent({ ...base, yours: { kind: 'number', value: 1 }, expected: { kind: 'number', value: 2 } })).toBe(
      true,
    )
  })
  test('that was only traced shows none', () => {
    const one = { kind: 'number', value: 1 } as const
    expect(isDifferent({ ...base, yours: one, expected: one, calls: [{ code: 'a.length', wrong: false }] })).toBe(false)
  })
})

describe('steps are stacked', () => {
  const step = (columns: number): ComparedStep => ({
    name: 'scores',
    how: '',
    scale: 'signed',
    expected: [Array.from({ length: columns }, () => 1)],
  })
  test.each([
    ['three tokens, an output of one column', [3, 3, 3, 1], false],
    ['four tokens', [4, 4, 4, 2], true],
    ['one wide result, which stacking makes wider', [12], false],
    ['two wide steps, which stacking makes no narrower', [6, 6], false],
    ['no steps', [], false],
  ])('%s', (_, widths, expected) => {
    expect(shouldStack(widths.map(step))).toBe(expected)
  })
  test('yours counts too', () => {
    const { expected } = step(8)
    expect(shouldStack([step(1), { ...step(1), yours: expected }, { ...step(1), yours: expected }])).toBe(true)
  })
})
