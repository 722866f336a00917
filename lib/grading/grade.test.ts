import { describe, expect, test } from 'vitest'
import { defineClass } from './define-class.ts'
import { defineFunction } from './define-function.ts'
import type { Exercise } from './exercise.ts'
import { grade } from './grade.ts'
import { gradeWithCounterexample } from './grade-with-counterexample.ts'
import { ReusedBuffer, type Script } from './script.ts'
import { createTrustedSession } from './trusted-session.ts'
import { type Matrix, UnsupportedValue } from './value.ts'

const meanOfRows = (X: Matrix): number[] =>
  (X[0] ?? []).map((_, c) => X.reduce((s, r) => s + (r[c] ?? 0), 0) / X.length)

const mean: Exercise = {
  id: 'mean',
  ...defineFunction<[X: Matrix], number[]>({
    name: 'mean',
    signature: 'mean(X: number[][]): number[]',
    params: { X: ['n', 'd'] },
    reference: meanOfRows,
    examples: [
      {
        label: 'two rows',
        args: [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      },
    ],
    random: { count: 10, make: (r) => [r.matrix(r.int(2, 6), r.int(1, 4))] },
    edgeCases: [
      { label: 'one row', args: [[[5, 6]]] },
      { label: 'large numbers', make: (r) => [r.matrix(4, 3, 1e4)] },
    ],
    misconceptions: [
      {
        id: 'sum',
        headline: 'A sum, no mean',
        feedback: 'You did not divide.',
        implementation: (X) => meanOfRows(X).map((x) => x * X.length),
      },
      { id: 'first', headline: 'The first row only', feedback: 'You took one row.', implementation: (X) => X[0] ?? [] },
      {
        id: 'epsilon',
        headline: 'Close',
        feedback: 'You added 1e-7.',
        implementation: (X) => meanOfRows(X).map((x) => x + 1e-7),
      },
      {
        id: 'small-is-sum',
        headline: 'Small inputs',
        feedback: 'A single row is doubled.',
        implementation: (X) => (X.length === 1 ? meanOfRows(X).map((x) => 2 * x) : meanOfRows(X)),
      },
    ],
    steps: (X) => [{ name: 'output', how: 'mean of rows', scale: 'signed', value: [meanOfRows(X)] }],
    hints: [],
    passHeadline: 'It holds.',
  }),
}

describe('grading a function', () => {
  test('a right answer passes every check', async () => {
    const v = await grade(mean, 1, createTrustedSession(meanOfRows))
    expect(v).toMatchObject({ outcome: 'passed', headline: 'It holds.', inputs: { worked: 1, random: 10, special: 2 } })
    expect(v.checks.map((c) => [c.id, c.passed])).toEqual([
      ['worked', true],
      ['random', true],
      ['special', true],
      ['unchanged', true],
    ])
  })
  test('the same seed gives the same verdict, another seed other inputs', async () => {
    const wrong = createTrustedSession((X: Matrix) => [...(X[0] ?? [])].map((x) => x + 1))
    expect(await grade(mean, 7, wrong)).toEqual(await grade(mean, 7, wrong))
    expect(mean.cases(7)).not.toEqual(mean.cases(8))
  })
  test('an answer that equals a misconception everywhere is named by it', async () => {
    const v = await grade(
      mean,
      2,
      createTrustedSession((X: Matrix) => meanOfRows(X).map((x) => x * X.length)),
    )
    expect(v).toMatchObject({ outcome: 'failed', headline: 'A sum, no mean' })
    expect(v.misconceptions.map((m) => m.id)).toEqual(['sum'])
  })
  test('an answer that equals a misconception on some cases only is not named by it', async () => {
    const v = await grade(
      mean,
      2,
      createTrustedSession((X: Matrix) => meanOfRows(X).map((x) => (X.length > 3 ? x + 1 : x * X.length))),
    )
    expect(v.outcome).toBe('failed')
    expect(v.misconceptions).toEqual([])
    expect(v.difference).toBeTruthy()
  })
  test('two misconceptions that explain all failing cases between them are both named', async () => {
    const v = await grade(
      mean,
      2,
      createTrustedSession((X: Matrix) => (X.length === 1 ? meanOfRows(X).map((x) => 2 * x) : [...(X[0] ?? [])])),
    )
    expect(v.misconceptions.map((m) => m.id).sort()).toEqual(['first', 'small-is-sum'])
  })
  test('a misconception that hides within the tolerance is found', async () => {
    const v = await grade(
      mean,
      3,
      createTrustedSession((X: Matrix) => meanOfRows(X).map((x) => x + 1e-7)),
    )
    expect(v).toMatchObject({ outcome: 'failed', headline: 'Close' })
  })
  test('single precision passes', async () => {
    const v = await grade(
      mean,
      3,
      createTrustedSession((X: Matrix) => meanOfRows(X).map(Math.fround)),
    )
    expect(v.outcome).toBe('passed')
  })
  test('an error tells its kind and the input', async () => {
    const v = await grade(
      mean,
      3,
      createTrustedSession((X: Matrix) => (X.length === 1 ? (null as never as number[]).slice() : meanOfRows(X))),
    )
    expect(v).toMatchObject({ outcome: 'failed', problem: { kind: 'threw', error: 'TypeError', input: 'one row' } })
  })
  test('the counterexample is shrunk to three tokens and whole numbers', async () => {
    const session = createTrustedSession((X: Matrix) => meanOfRows(X).map((x) => x * X.length))
    const v = await gradeWithCounterexample(mean, 5, session, () => 0)
    const [input] = v.counterexample?.inputs ?? []
    expect(input?.value).toMatchObject({ kind: 'matrix' })
    const rows = input?.value.kind === 'matrix' ? input.value.rows : []
    expect(rows.length).toBeLessThanOrEqual(3)
    expect(rows.flat().every(Number.isInteger)).toBe(true)
    expect(v.counterexample?.first).toMatchObject({ step: 'output', row: 0 })
  })
})

class Last {
  #kept: readonly number[] = []
  keep(x: readonly number[]): void {
    this.#kept = x.slice()
  }
  read(): number[] {
    return [...this.#kept]
  }
}
class LastByReference {
  #kept: readonly number[] = []
  keep(x: readonly number[]): void {
    this.#kept = x
  }
  read(): number[] {
    return [...this.#kept]
  }
}
const reused: Script = [
  { new: 'Last', as: 'a', args: [] },
  { call: 'keep', on: 'a', args: [new ReusedBuffer('x', [1, 2])] },
  { new: 'Last', as: 'b', args: [] },
  { call: 'keep', on: 'b', args: [new ReusedBuffer('x', [3, 4])] },
  { call: 'read', on: 'a', args: [] },
]
const last: Exercise = {
  id: 'last',
  ...defineClass({
    name: 'Last',
    signature: 'class Last',
    shapes: { keep: [['d']] },
    reference: Last,
    examples: [
      {
        label: 'one vector',
        script: [
          { new: 'Last', as: 'a', args: [] },
          { call: 'keep', on: 'a', args: [[1, 2]] },
          { call: 'read', on: 'a', args: [] },
        ],
      },
    ],
    random: {
      count: 3,
      make: (r) => [
        { new: 'Last', as: 'a', args: [] },
        { call: 'keep', on: 'a', args: [r.vector(3)] },
        { call: 'read', on: 'a', args: [] },
      ],
    },
    edgeCases: [{ label: 'a buffer used again', script: reused }],
    misconceptions: [
      { id: 'by-reference', headline: 'Kept a reference', feedback: 'Copy it.', createClass: () => LastByReference },
    ],
    cost: {
      sizes: [4, 8, 16],
      script: (n) => [
        { new: 'Last', as: 'a', args: [] },
        { call: 'keep', on: 'a', args: [Array(n).fill(1)] },
      ],
      measured: 1,
      subject: 'your step',
      size: 'length',
      maxExponent: 1.35,
      target: 'Keeping grows with n.',
    },
    hints: [],
    passHeadline: 'Kept.',
  }),
}

describe('code that keeps something from one call to the next', () => {
  test('is told so, with both results', async () => {
    const means: number[] = []
    const accumulate = (X: Matrix) => {
      means.push(...meanOfRows(X))
      return [...means]
    }
    const v = await grade(mean, 1, createTrustedSession(accumulate))
    expect(v).toMatchObject({ outcome: 'failed', headline: 'Your code gives two results for one input' })
    expect(v.difference).toMatch(/^mean\(.* returned .*, and when called again .* Something outside the function/)
    expect(v.difference).not.toContain('….')
  })
  test('is told so of a class', async () => {
    const shared: number[] = []
    class Shared {
      keep(x: readonly number[]): void {
        shared.push(...x)
      }
      read(): number[] {
        return [...shared]
      }
    }
    const v = await grade(
      last,
      1,
      createTrustedSession(Shared, (script) => script.length),
    )
    expect(v).toMatchObject({ outcome: 'failed', headline: 'Your code gives two results for one input' })
    expect(v.difference).toMatch(/^a\.read\(\) gave \[1, 2.*, and after the same calls on a new instance \[/)
    expect(v.difference).toContain('Something outside the instance still holds what an earlier one put there')
  })
  test('is not suspected where the result has a hole, which is equal to nothing', async () => {
    const v = await grade(
      mean,
      1,
      createTrustedSession(() => [1, new UnsupportedValue('hole', '') as unknown as number]),
    )
    expect(v.headline).not.toContain('two results')
  })
  test('is not suspected where the same wrong result comes again', async () => {
    const v = await grade(
      mean,
      1,
      createTrustedSession((X: Matrix) => meanOfRows(X).map((x) => x + 1)),
    )
    expect(v.headline).not.toMatch(/two results/)
  })
})

describe('grading a class', () => {
  const cost = (power: number) => (script: Script) => {
    const step = script[1]
    const size = step && 'args' in step && Array.isArray(step.args[0]) ? step.args[0].length : 1
    return size ** power
  }
  test('a right class passes', async () => {
    expect(await grade(last, 1, createTrustedSession(Last, cost(1)))).toMatchObject({ outcome: 'passed' })
  })
  test('a class that keeps the caller’s buffer is found out', async () => {
    const v = await grade(last, 1, createTrustedSession(LastByReference, cost(1)))
    expect(v.misconceptions.map((m) => m.id)).toEqual(['by-reference'])
    expect(v.counterexample?.calls.at(-1)).toMatchObject({ wrong: true })
  })
  test('too much work fails on cost alone and says how it grows', async () => {
    const v = await grade(last, 1, createTrustedSession(Last, cost(2)))
    expect(v).toMatchObject({
      outcome: 'failed',
      headline: 'Correct, but it takes too many steps',
      cost: { exponent: expect.closeTo(2), passed: false },
    })
    expect(v.difference).toContain('your step grows with n²')
    expect(v.checks.filter((c) => !c.passed).map((c) => c.id)).toEqual(['cost'])
  })
})
