import { describe, expect, test } from 'vitest'
import type { BrowserVerdict, Trace } from '#lib/grading/verdict.ts'
import { sparks } from './spark.ts'

const trace = (change: Partial<Trace>): Trace => ({
  name: 'scores',
  line: 10,
  rows: [[1, -2]],
  scale: 'signed',
  ...change,
})
const verdict = (traces: readonly Trace[], row?: number): BrowserVerdict => ({
  outcome: row === undefined ? 'passed' : 'failed',
  exercise: 'e',
  seed: 1,
  grader: '1',
  headline: '',
  checks: [],
  misconceptions: [],
  tolerance: { atol: 0, rtol: 0 },
  inputs: { worked: 0, random: 0, special: 0 },
  work: 0,
  ...(row !== undefined && {
    counterexample: {
      label: '',
      group: 'worked',
      size: '',
      inputs: [],
      calls: [],
      steps: [],
      first: { step: 'masked', row, column: 0, yours: 0, expected: 1 },
    },
  }),
  traces,
  console: { lines: [], dropped: 0 },
  ms: 1,
})

describe('cells beside the traced lines', () => {
  test('show the row that failed first, scaled by the largest value of the array', () => {
    const failing = verdict(
      [
        trace({
          rows: [
            [4, 0],
            [1, -2],
          ],
          wrong: [
            [false, false],
            [false, true],
          ],
        }),
      ],
      1,
    )
    expect(sparks(failing)).toEqual([
      { line: 9, words: 'row 1 of the failing input' },
      { line: 10, cells: [{ signed: 0.25 }, { signed: -0.5, wrong: true }] },
    ])
  })

  test('draw −∞ as masked, ∞ and NaN as broken, and keep weights as they are', () => {
    const [, scores, weights] = sparks(
      verdict([
        trace({ rows: [[1, '-Infinity', 'Infinity', 'NaN']] }),
        trace({ name: 'weights', line: 12, rows: [[1, 0]], scale: 'weights' }),
      ]),
    )
    expect(scores).toEqual({ line: 10, cells: [{ signed: 1 }, { masked: true }, { broken: true }, { broken: true }] })
    expect(weights).toEqual({ line: 12, cells: [{ weight: 1 }, { weight: 0 }] })
  })

  test('leave out helpers where steps of the reference were found', () => {
    const both = verdict([trace({ line: 3, name: 'exps' }), trace({ wrong: [[false, false]] })], 0)
    expect(sparks(both).map(({ line }) => line)).toEqual([9, 10])
  })

  test('are none for arrays that do not fit beside a line', () => {
    expect(sparks(verdict([trace({ rows: [Array.from({ length: 13 }, () => 1)] })]))).toEqual([])
  })
})
