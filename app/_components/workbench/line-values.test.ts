import { describe, expect, test } from 'vitest'
import type { BrowserVerdict, Trace } from '#lib/grading/verdict.ts'
import { collectLineValues, describeLineValues, describeSource } from './line-values.ts'

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

const failing = verdict(
  [
    trace({
      line: 12,
      name: 'weights',
      rows: [
        [1, 0],
        [0.5, 0.5],
      ],
      scale: 'weights',
    }),
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
const read = (verdict: BrowserVerdict) => collectLineValues(verdict)?.lines.map(({ line, name }) => `${line} ${name}`)

describe('values next to the code', () => {
  test('are the row that failed first, scaled by the largest value of the array', () => {
    const values = collectLineValues(failing)
    expect(values && describeSource(values)).toBe('row 1 of the failing input')
    const [scores] = values?.lines ?? []
    expect(scores).toMatchObject({
      line: 10,
      name: 'scores',
      cells: [
        { look: { text: '1', tint: { '--d': 0.25 } }, isWrong: false },
        { look: { text: '−2', tint: { '--d': -0.5 } }, isWrong: true },
      ],
    })
    expect(scores && describeLineValues(scores)).toBe('scores: 1, −2 (wrong)')
  })

  test('leave out helpers where steps of the reference were found', () => {
    expect(read(failing)).toEqual(['10 scores'])
  })

  test('come in the order of the lines, and of two arrays made in one line the later one', () => {
    const traces = [trace({ line: 12, name: 'weights' }), trace({ name: 'first' }), trace({ name: 'second' })]
    expect(read(verdict(traces))).toEqual(['10 second', '12 weights'])
  })

  test('show −∞, ∞ and NaN, and keep weights as they are', () => {
    const values = collectLineValues(
      verdict([
        trace({ rows: [[1, '-Infinity', 'Infinity', 'NaN', 0]] }),
        trace({ name: 'weights', line: 12, rows: [[0.581, 0]], scale: 'weights' }),
      ]),
    )
    expect(values?.lines.map(describeLineValues)).toEqual(['scores: 1, minus infinity, ∞, NaN, 0', 'weights: .58, 0'])
    expect(values?.lines[1]?.cells[0]?.look).toMatchObject({ className: 'v', tint: { '--v': 0.581 } })
  })

  test('name no row where each array is one row', () => {
    const vectors = verdict([trace({ rows: [[1, 2]] })], 3)
    expect(read(vectors)).toEqual(['10 scores'])
    expect(collectLineValues(vectors)?.row).toBeUndefined()
  })

  test('leave out an array that ends before the row', () => {
    expect(read(verdict([trace({ rows: [[1], [2]] }), trace({ line: 12, rows: [[1], [2], [3]] })], 2))).toEqual([
      '12 scores',
    ])
  })

  test('are none for arrays that do not fit next to a line, nor without arrays', () => {
    expect(collectLineValues(verdict([trace({ rows: [Array.from({ length: 13 }, () => 1)] })]))).toBeUndefined()
    expect(collectLineValues(verdict([]))).toBeUndefined()
  })
})
